"""Characters that nobody sees, or that turn the reading order."""

import sys

import pytest

from domain.text_checks import error_in

REFUSED = {
    *range(0x09),
    *range(0x0B, 0x0D),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *(0x200B, 0x200E, 0x200F, 0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    *(0xFEFF, 0xFFFD),
}


def test_these_characters_and_no_others_are_refused():
    assert {code for code in range(sys.maxunicode + 1) if error_in(chr(code))} == REFUSED


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\u202eb", "holds a character that cannot be seen (U+202E, after “a”)."),
        ("\ufeffOne", "holds a character that cannot be seen (U+FEFF, at its beginning)."),
        ("Caf\ufffd", "holds a character that took the place of another (U+FFFD, after “Caf”)."),
        ("One\nand so much more of it\x00", "(U+0000, after “d so much more of it”)."),
    ],
)
def test_it_says_which_character_it_is_where_it_stands_and_what_to_do(text, message):
    assert message in error_in(text)
    assert error_in(text).endswith("Take it out, or type the words there again.")


def test_a_text_without_them_has_no_fault():
    assert not error_in("")
    assert not error_in("Zoë’s\r\n\tcafé – £1,000 👩\u200d💻")
