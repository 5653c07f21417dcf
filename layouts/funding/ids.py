"""The ids of the pages about funding."""


class Funding:
    """The charts of core spending power and of spending by service."""

    LEAGUE = "funding-league"
    FLOOR = "funding-floor"
    MAP = "funding-map"
    SERVICES = "spending-by-service"
