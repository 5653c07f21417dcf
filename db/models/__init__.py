"""Tables, one module for each noun."""

from db.models.appending import AppendOnly
from db.models.areas import Area, AreaChange, ComparatorGroup, GroupMember, Population
from db.models.audit import AuditEntry
from db.models.benchmarks import BenchmarkIndicator, ComparisonRelease
from db.models.changes import Change, Consultation, Notice, Wording
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
from db.models.messages import Message, Posted
from db.models.people import FailedSignIn, Person, RoleHeld, SignIn
from db.models.records import (
    Addendum,
    Comment,
    Decision,
    Delegation,
    Meeting,
    Motion,
    Resolution,
)
from db.models.revisions import FrozenVersion, Presence, Revision, SignOff

__all__ = [
    "Addendum",
    "Aim",
    "AppendOnly",
    "Area",
    "AreaChange",
    "AuditEntry",
    "BenchmarkIndicator",
    "Change",
    "Comment",
    "ComparatorGroup",
    "ComparisonRelease",
    "Consultation",
    "CoreSpendingPower",
    "Dashboard",
    "Decision",
    "Delegation",
    "Deprivation",
    "Edition",
    "FailedSignIn",
    "FrozenVersion",
    "GroupMember",
    "Indicator",
    "Meeting",
    "Message",
    "Motion",
    "Notice",
    "Outcome",
    "Person",
    "Population",
    "Posted",
    "Presence",
    "Resolution",
    "Revision",
    "RoleHeld",
    "Section",
    "Service",
    "SignIn",
    "SignOff",
    "Source",
    "Spending",
    "Wording",
    "YearCount",
]
