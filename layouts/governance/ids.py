"""The ids of the pages about approving an edition."""


class Delegation:
    """What a delegation is limited to."""

    UNITS = "delegated-units"
    INDICATORS = "delegated-indicators"
