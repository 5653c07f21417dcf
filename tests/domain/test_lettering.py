"""Letters of recommendations and resolutions."""

from domain.sections import lettered


def test_paragraphs_are_lettered_in_their_order_and_put_on_one_line():
    assert lettered("Note\nit.\n\n\n\n  Authorise. \n") == [("a", "Note it."), ("b", "Authorise.")]


def test_an_empty_text_has_no_letters():
    assert lettered(" \n\n ") == []
