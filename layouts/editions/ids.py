"""The ids of the pages about the text of an edition."""


class Writing:
    """The parts of the editor that its script fills in."""

    FORM = "writing"
    OTHERS = "others"
    PREVIEW = "preview"
    PREVIEW_PART = "preview-part"
