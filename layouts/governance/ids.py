"""The ids of the pages about approving an edition."""


class Delegation:
    """The choices that limit a delegation."""

    UNITS = "delegated-units"
    INDICATORS = "delegated-indicators"
