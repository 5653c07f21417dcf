"""Tables, one module for each noun."""

from db.models.areas import Area, AreaChange, ComparatorGroup, GroupMember, Population
from db.models.audit import AppendOnly, AuditEntry
from db.models.benchmarks import BenchmarkIndicator, BenchmarkValue, ComparisonRelease
from db.models.editions import (
    Aim,
    Dashboard,
    Edition,
    Indicator,
    Outcome,
    Section,
    Source,
    YearCount,
)
from db.models.funding import CoreSpendingPower, Deprivation, Service, Spending
from db.models.people import FailedSignIn, Person, RoleHeld, SignIn

__all__ = [
    "Aim",
    "AppendOnly",
    "Area",
    "AreaChange",
    "AuditEntry",
    "BenchmarkIndicator",
    "BenchmarkValue",
    "ComparatorGroup",
    "ComparisonRelease",
    "CoreSpendingPower",
    "Dashboard",
    "Deprivation",
    "Edition",
    "FailedSignIn",
    "GroupMember",
    "Indicator",
    "Outcome",
    "Person",
    "Population",
    "RoleHeld",
    "Section",
    "Service",
    "SignIn",
    "Source",
    "Spending",
    "YearCount",
]
