"""Tables, one module for each noun."""

from db.models.editions import Aim, Dashboard, Edition, Indicator, Outcome, Source, YearCount
from db.models.people import FailedSignIn, Person, RoleHeld, SignIn

__all__ = [
    "Aim",
    "Dashboard",
    "Edition",
    "FailedSignIn",
    "Indicator",
    "Outcome",
    "Person",
    "RoleHeld",
    "SignIn",
    "Source",
    "YearCount",
]
