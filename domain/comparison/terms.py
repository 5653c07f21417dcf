"""The terms of comparing councils, as enumerations whose values are stored in tables."""

from enum import StrEnum


class AreaClass(StrEnum):
    """What kind of council an area has. A county unitary is one that replaced a county council."""

    COUNTY = "county"
    COUNTY_UNITARY = "county unitary"
    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON = "london"
    ENGLAND = "england"


class Theme(StrEnum):
    """What indicators are about. ``LA_CORE`` are those of all themes that counties answer for.

    An indicator of the theme ``OVERALL`` belongs to none of the others and counts in the
    overall average alone.
    """

    OVERALL = "overall"
    LA_CORE = "la-core"
    ECONOMY = "economy"
    TRANSPORT = "transport-highways"
    ADULT_SOCIAL_CARE = "adult-social-care"
    HEALTH_CHILD = "health-child"
    HEALTH_ADULT = "health-adult"
    CHILDRENS_SOCIAL_CARE = "childrens-social-care"
    ENVIRONMENT = "environment-waste"
