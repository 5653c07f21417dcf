"""The people of a demonstration: one for each role and a second officer, who signs off.

All have the same well-known password.

The product refuses to start with them outside demonstration mode.
"""

from domain.terms import Role

PASSWORD = "county-hall-2022"  # noqa: S105 - meant to be known; see above

PEOPLE = (
    ("officer", "Bridget Ingram", Role.BI_OFFICER),
    ("second", "Sanjay Odell", Role.BI_OFFICER),
    ("scrutiny", "Samuel Corden", Role.SCRUTINY),
    ("clerk", "Deborah Shaw", Role.DEMOCRATIC_SERVICES),
    ("leader", "Leonard Eames", Role.LEADER),
    ("chief", "Catherine Ellis", Role.CHIEF_EXECUTIVE),
    ("member", "Martin Brooks", Role.MEMBER),
    ("admin", "Alice Dunmore", Role.ADMINISTRATOR),
)
