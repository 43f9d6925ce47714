"""The publication date: what states it, what bounds it, and what is no evidence of it."""

from __future__ import annotations

import pytest

from extraction.dates import find_dates, find_published
from extraction.text import Document
from extraction.types import Article


def published(text: str, **known: str) -> tuple[str, str] | None:
    found = find_published(Document(text), Article(text=text, **known))
    return (found.date.edtf, found.rule) if found else None


@pytest.mark.parametrize(
    ("text", "edtf", "rule"),
    [
        # A line that is nothing but a date.
        ("Bridge opens\n\n14-07-2024\nThe Herald\nThe bridge opened.", "2024-07-14", "header"),
        ("Bridge opens\n\nJuly 14, 2024\n\nThe bridge opened.", "2024-07-14", "header"),
        (" date 2019-12-23 (@writer)\n\nThe bridge opened.", "2019-12-23", "header"),
        ("Bridge opens\n2020-11-26 00:00:00 - Source: Harbour News\n\nThe bridge opened.", "2020-11-26", "header"),
        ("By Ann Lee, Sep 14, 2020 5:03 PM\nThe bridge opened.", "2020-09-14", "header"),
        # A label.
        ("Bridge opens\n\nPublished: 3 May 2021\n\nThe bridge opened.", "2021-05-03", "header"),
        ("Bridge opens\n\nPosted on 3 May 2021 at 10:14 am\n\nThe bridge opened.", "2021-05-03", "header"),
        # An updating line says less than a publishing line, wherever it stands.
        ("Updated: March 4, 2021\nPublished March 3, 2021\n\nThe bridge opened.", "2021-03-03", "header"),
        ("Updated: March 4, 2021\n\nThe bridge opened.", "2021-03-04", "updated"),
        # A dateline.
        ("PORTO, 3 May 2021 - The bridge opened.", "2021-05-03", "dateline"),
        ("PORTO (Harbour News - 23rd December, 2019) The bridge opened.", "2019-12-23", "dateline"),
        ("MARCH 3, 2020 -- The bridge opened.", "2020-03-03", "dateline"),
        # Both readings of an ambiguous header lie in its bounds.
        ("Bridge opens\n\n07-08-2024\n\nThe bridge opened.", "2024-07-08/2024-08-07", "header"),
        # The publisher's other dates decide the order.
        ("Bridge opens\n\n07-08-2024\n\nThe bridge opened. See also 21-08-2023.", "2024-08-07", "header"),
        ("Bridge opens\n\n07-08-2024\n\nThe bridge opened. See also 08-21-2023.", "2024-07-08", "header"),
    ],
)
def test_it_reads_what_states_the_publication_date(text: str, edtf: str, rule: str) -> None:
    assert published(text) == (edtf, rule)


def test_a_date_that_was_given_wins() -> None:
    text = "Bridge opens\n\n14-07-2024\n\nThe bridge opened."

    assert published(text, published="2024-07-15") == ("2024-07-15", "given")


def test_the_language_decides_the_order() -> None:
    text = "Bridge opens\n\n07-08-2024\n\nThe bridge opened."

    assert published(text, language="en-US") == ("2024-07-08", "header")
    assert published(text, language="en-GB") == ("2024-08-07", "header")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        # A photograph is older than the article that shows it.
        ("FILE - A ferry at Porto, Sept. 8, 2020.\n\nThe bridge is closed.", "2020-09-08/.."),
        ("A ferry at Porto, May 3, 2018. (AP Photo/Ann Lee)\n\nThe bridge is closed.", "2018-05-03/.."),
        # What is told is past, what is announced is not.
        (
            "The bridge opened on March 3, 2021, the mayor said. It is due to close on May 5, 2021.",
            "2021-03-03/2021-05-05",
        ),
        # A month that is past beside "this year", and two days of the year at hand.
        (
            "FILE - A ferry, July 20, 2020.\n\nFILE - A boat, Sept. 8, 2020.\n\n"
            "In August, the port said that traffic has grown this year.",
            "2020-09-08/2020-12-31",
        ),
    ],
)
def test_it_bounds_what_is_not_stated(text: str, bounds: str) -> None:
    assert published(text) == (bounds, "bounds")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened on Sunday.",
        "12 minutes ago\n\nThe bridge is closed.",
        "The bridge is closed.\n\nThe ferry is not.\n\nPopular posts from this blog\n\nFerry sank on May 3, 2019",
        "The bridge is closed.\n\nThe ferry is not.\n\nRelated articles\n\nMay 3, 2019\nFerry sank",
        "The bridge opened in 2014 and closed in 2017.",
        "In 44 BC the bridge was burnt.",
        # Headlines are no headers.
        "Bridge Burnt May 3, 2011\n\nThe bridge is closed.",
        "May 3, 2011 Fire Remembered\n\nThe bridge is closed.",
        "Bridge of 2011 Fire Is Closed\n\nThe bridge is closed.",
        "",
    ],
)
def test_it_refuses_to_guess(text: str) -> None:
    assert published(text) is None


def test_everything_relative_resolves_anew_when_the_date_is_given() -> None:
    text = "The bridge opened on Sunday. It had closed last month."

    def dates(given: str) -> list[str | None]:
        article = Article(text=text, published=given)
        found = find_dates(Document(text), find_published(Document(text), article), article).timexes
        return [t.date.edtf if t.date else None for t in found]

    assert dates("") == [None, None]
    assert dates("2024-07-14") == ["2024-07-14", "2024-06"]
    assert dates("2020-09-16") == ["2020-09-13", "2020-08"]
