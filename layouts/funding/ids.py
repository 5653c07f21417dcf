"""The ids of the pages about funding."""


class Funding:
    """The charts of what councils have to spend and what they spend it on."""

    LEAGUE = "funding-league"
    FLOOR = "funding-floor"
    MAP = "funding-map"
    SERVICES = "spending-by-service"
