import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.cleaning import Decoder, clean, clean_line, decode, printable

CLEANED = [
    # What is already clean stays.
    ("One line.\n\nAnother.", "One line.\n\nAnother."),
    # Control characters and lone surrogates go, without a space in their place.
    ("a\x00b\x07c\x1bd\x7fe\x9bf", "abcdef"),
    ("a\ud800b", "ab"),
    ("\ufeffa", "a"),
    # Every end of a line is a line feed.
    ("a\r\nb\rc\nd\x0ce\x85f\u2028g", "a\nb\nc\nd\ne\nf\ng"),
    ("a\u2029b", "a\n\nb"),
    # Runs of spaces and tabs are one space; a lone no-break space is typography.
    ("a \t  b\tc", "a b c"),
    ("5\u00a0May", "5\u00a0May"),
    ("5\u00a0\u00a0 May", "5 May"),
    # Empty lines: one is enough, none is lost.
    ("a\n\nb\n\n\n\nc", "a\n\nb\n\nc"),
    ("a\n \n\t\nb", "a\n\nb"),
    ("a\n\nb", "a\n\nb"),
    # Composed.
    ("cafe\u0301", "café"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_it_cleans(text, expected):
    assert clean(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)

    assert clean(once) == once
    once.encode()
    assert "\x00" not in once


@given(st.text(st.sampled_from("a \t\r\n\x00\x0c\u00a0\u0301\u0316\u0344\u0f73\u1e69\ud800"), max_size=200))
def test_cleaning_twice_changes_nothing_where_rules_meet(text):
    once = clean(text)

    assert clean(once) == once


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u0344", "\u0f73", "\u0316"])
def test_a_long_run_of_combining_marks_is_cut(marks):
    # Normalising is quadratic in such a run: this would take hours otherwise.
    assert len(clean("a" + marks * 200_000)) < 100


def test_a_wide_gap_is_one_space():
    assert clean("5" + " " * 100_000 + "May 2020") == "5 May 2020"


def test_a_line_has_no_line_ends():
    assert clean_line(" A\r\n title\x00\t here ") == "A title here"


DECODED = [
    (b"plain", None, "plain", False),
    ("é”".encode(), None, "é”", False),
    (b"\xef\xbb\xbfmarked", None, "marked", False),
    ("é".encode("utf-16"), None, "é", False),
    (b"\xfe\xff\x00a", None, "a", False),
    (b"caf\xe9 \x93x\x94", None, "café “x”", True),
    # UTF-8 in one place, another character set in the next.
    ("é".encode() + b"\xe9", None, "éé", True),
    (b"\x81", None, "\ufffd", True),
    ("спать".encode("koi8-r"), "koi8-r", "спать", False),
    # What a browser does with this label.
    (b"\x93", "iso-8859-1", "“", False),
    (b"a\x00", "utf-16", "a", False),
    (b"\xef\xbb\xbfa", "utf-8-sig", "a", False),
    # A mark beats the name that was given.
    ("é".encode("utf-16"), "koi8-r", "é", False),
    (b"", None, "", False),
]


@pytest.mark.parametrize(("data", "encoding", "expected", "guessed"), DECODED)
def test_it_decodes(data, encoding, expected, guessed):
    text, warning = decode(data, encoding)

    assert text == expected
    assert bool(warning) is guessed


def test_bytes_outside_the_named_character_set_are_an_error():
    with pytest.raises(UnicodeDecodeError):
        decode(b"\xff", "utf-8")


@pytest.mark.parametrize("name", [" ", "nonsense", "rot13", "idna", "utf-7", "hex", "a\x00b", "é" * 50])
def test_an_unknown_character_set_is_an_error(name):
    with pytest.raises(ValueError, match="character set"):
        decode(b"a", name)


@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=5))
def test_pieces_decode_like_the_whole(data, cuts):
    decoder = Decoder()
    places = sorted(min(cut, len(data)) for cut in cuts)
    pieces = [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]

    try:
        whole = decode(data).text
    except UnicodeDecodeError:
        return
    assert "".join([*map(decoder.feed, pieces), decoder.feed(b"", final=True)]) == whole


PRINTED = [
    ("plain é ü عربي", "plain é ü عربي"),
    ("a\x1b[2Jb", "a\\x1b[2Jb"),
    ("a\r\nb\tc", "a\\r\\nb\\tc"),
    ("a\u202eb\u2066", "a\\u202eb\\u2066"),
    ("\udcff", "\\udcff"),
    ("x" * 300, "x" * 200 + "…"),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_what_is_printed_stays_on_its_line(text, expected):
    assert printable(text) == expected
