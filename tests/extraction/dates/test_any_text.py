"""Any text is read: without an error, the same each time, in bounded work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.dates import find_dates, find_published
from extraction.dates.engine import MOST
from extraction.dates.lexicon import CLASSES
from extraction.text import Document
from extraction.types import Article

WORDS = sorted(
    {w for words in CLASSES.values() for w in words}
    | set("the a of in on at ago this last next every ' \" . , - / : ( ) $ %".split())
)
BITS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.capitalize),
    st.integers(0, 99999).map(str),
    st.text(max_size=4),
)
TEXTS = st.lists(st.tuples(BITS, st.sampled_from(["", " ", "  ", "\n", "\n\n"])), max_size=30).map(
    lambda pairs: "".join(bit + gap for bit, gap in pairs)
)
PUBLISHED = st.sampled_from(
    ["", "2021-03-03", "0001-01-01", "9998-12-31", "2020-09-13/2020-09-15", "2020", "../2020", "2020-02-29"]
)


@settings(max_examples=600, deadline=None)
@given(TEXTS, PUBLISHED)
def test_it_reads_any_text(text: str, published: str) -> None:
    article = Article(text=text, published=published)
    document = Document(text)

    found = find_dates(document, find_published(document, article), article)

    assert all(text[t.start : t.end] == t.text for t in found.timexes)
    assert all(a.end <= b.start for a, b in zip(found.timexes, found.timexes[1:], strict=False))
    for date in (t.date for t in found.timexes):
        if date is not None and date.earliest is not None and date.latest is not None:
            assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It falls over the next two weeks.", "9998-12-25"),
        ("It fell earlier in the winter.", "9998-12-31"),
        ("It will fall Friday.", "9998-12-31"),
        ("It fell last Memorial Day weekend.", "0001-01-03"),
        ("It fell early Memorial Day weekend.", "2016-11-17"),
        ("It fell on Memorial Day last year.", "0001-01-03"),
        ("It fell on a day two weeks from Monday.", "9998-12-25"),
    ],
)
def test_it_keeps_to_the_years_that_dates_can_have(text: str, published: str) -> None:
    article = Article(text=text, published=published)
    document = Document(text)

    for date in (t.date for t in find_dates(document, find_published(document, article), article).timexes):
        assert date is None or date.earliest is None or date.latest is None or date.earliest <= date.latest


@pytest.mark.parametrize("flood", ["mon, a ago 12/12/12 ", "12/12/12 10:00 EST ", "Friday, ", "the end of ", "a few "])
def test_it_reports_a_flood_and_reads_no_further(flood: str) -> None:
    text = flood * (20_000 // len(flood))
    article = Article(text=text, published="2021-03-03")

    found = find_dates(Document(text), find_published(Document(text), article), article)

    assert len(found.timexes) <= MOST
    assert bool(found.warnings) == (len(found.timexes) == MOST)


def test_it_warns_when_it_stops_reading() -> None:
    text = "Friday, " * (MOST + 1)
    article = Article(text=text, published="2021-03-03")

    found = find_dates(Document(text), find_published(Document(text), article), article)

    assert len(found.timexes) == MOST
    assert found.warnings == (f"more than {MOST} time expressions: the text was read up to the last of them",)
