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
        ("Updated: March 4, 2021 | Published: March 3, 2021\nThe bridge opened.", "2021-03-03", "header"),
        (
            "Updated March 4, 2021 1:00 pm\nOriginally published March 3, 2021\nThe bridge opened.",
            "2021-03-03",
            "header",
        ),
        ("Bridge opens\nPosted by Ann Lee on March 3, 2021 in News\nThe bridge opened.", "2021-03-03", "header"),
        ("FOR IMMEDIATE RELEASE: March 3, 2021\nThe bridge opened.", "2021-03-03", "header"),
        ("PORTO, Portugal (AP) — March 3, 2021 — The bridge opened.", "2021-03-03", "dateline"),
        ("PORTO, Mar. 3, 2021 /Wireservice/ -- The bridge firm said so.", "2021-03-03", "dateline"),
        ("Porto (Harbour News) - March 3, 2021 - The bridge opened.", "2021-03-03", "dateline"),
        (
            "Porto, 3 March 2021 – The bridge over the river was opened by the mayor of the town.",
            "2021-03-03",
            "dateline",
        ),
        ("Porto (March 3, 2021) -- The bridge over the river was opened.", "2021-03-03", "dateline"),
        ("Created: 3 March 2021\nThe bridge opened.", "2021-03-03", "header"),
        ("June 5, 2023\nSubscribe\nBridge opens\nMarch 3, 2021\nThe bridge opened.", "2021-03-03/2023-06-05", "header"),
        # A page's own day over that of its article: the true one lies between them.
        ("June 5, 2023\n\nBridge opens\n\nMarch 3, 2021\n\nThe bridge opened.", "2021-03-03/2023-06-05", "header"),
        # What stands further down is older, and told of.
        ("Bridge opens\nMarch 3, 2021\nThe bridge has opened.\nMay 3, 2019\nThe old one fell.", "2021-03-03", "header"),
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
        ("A ferry at Porto, May 3, 2018. REUTERS/Ann Lee\n\nThe bridge is closed.", "2018-05-03/.."),
        ("A ferry at Porto, 3 May 2018. Photograph: Ann Lee/AP\n\nThe bridge is closed.", "2018-05-03/.."),
        # The entries of a chronology are what is told.
        ("Timeline\n\n3 May 2019: It was closed.\n4 May 2020: It was opened.", "2020-05-04/.."),
        # What was still ahead of somebody may be long past by now.
        ("It was built on May 1, 2010. The mayor said that it would open on May 3, 2011.", "2010-05-01/.."),
        ('On May 1, 2010 he wrote: "I will come on May 3, 2011." He never came.', "2010-05-01/.."),
        ("It was built on May 1, 2010. They planned to open it on May 3, 2011.", "2010-05-01/.."),
        ("He fled on May 1, 2010. He will be tried for the attack on May 3, 2011.", "2010-05-01/.."),
        ("The rule was made on May 1, 2001. Anyone born after May 3, 2003 may apply.", "2001-05-01/.."),
        # What a verb of the past puts ahead is no lower bound.
        ("The bridge opened on March 3, 2021. The final was moved to March 14, 2022.", "2021-03-03/.."),
        # What is told is past, what is announced is not.
        (
            "The bridge opened on March 3, 2021, the mayor said. It is due to close on May 5, 2021.",
            "2021-03-03/2021-05-05",
        ),
        # A chain of weekdays goes on from a day that is named by its own.
        (
            "The port was shut on Friday, 12 July 2024. On Saturday, it burned.\n\nOn Sunday, troops came.",
            "2024-07-14/..",
        ),
        ("The port was shut on Friday, 12 July 2024. On Saturday it had burned.", "2024-07-12/.."),
        ("The port was shut on Friday, 12 July 2024. They will meet on Saturday.", "2024-07-12/.."),
        ("The port was shut on 12 July 2024. On Saturday, the mayor spoke.", "2024-07-12/.."),
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
        # Dates of something else, or of a reader.
        "Born: March 14, 1950\nDied: May 3, 2020\n\nThe mayor is mourned.",
        "John Roe\nMarch 14, 1950 – May 3, 2020\n\nThe mayor is mourned.",
        "Concert\n\nDate: 14 March 2022\nVenue: Town Hall\n\nThe band is back.",
        "Deadline: March 14, 2022\n\nThe prize is for all.",
        "Release date: March 14, 2022\n\nThe film is long.",
        "Accessed 5 June 2023\n\nThe bridge is closed.",
        "Archived from the original on June 5, 2023\n\nThe bridge is closed.",
        # Lists of other articles and comments, in paragraphs of one line.
        "Popular posts\n\nFerry sank\n\nMay 3, 2019\n\nBridge closed\n\nThe bridge is closed again.",
        "The bridge is closed.\n\nThe ferry is not.\n\n3 Comments\n\nJohn\nMay 3, 2022\nGreat.",
        "The bridge is closed.\n\nThe ferry is not.\n\nJohn says:\nMay 3, 2022 at 3:00 pm\nGreat.",
        "Key dates\n\n3 May 2019\nBridge closed.\n\n4 May 2020\nBridge opened.",
        # What a page says of itself, what is printed again, what stands below a text.
        "The bridge is closed.\n\nPrinted on 5 June 2023",
        "Correction, May 3, 2022: the name of the bridge was wrong.\n\nThe bridge is closed.",
        "This day in history\nMay 3, 1809\n\nThe bridge is closed.",
        "Attack on Porto\n3 May 2019\nLocation: Porto\n\nThe bridge is closed.",
        "Festival\nJune 5, 2023\nDoors 7pm\n\nThe bridge is closed.",
        "John Roe\nb. May 3, 1950\n\nThe bridge is closed.",
        "The bridge over the river is closed.\n\nJohn Roe\nMay 3, 2022 at 3:00 pm\nI like it.",
        "The bridge over the river is closed.\n\nPosted by John at 3:00 pm, May 3, 2022\nI like it.",
        "The bridge over the river is closed.\n\nLast updated: May 3, 2022",
        # Days ahead, whatever the tense.
        "The picture will be shown on May 5, 2031.",
        "He was sentenced to stay in jail until May 4, 2030.",
        "The deadline was December 31, 2021.",
        "The budget for the year ending June 30, 2022 was passed.",
        "They set June 30, 2022 as the date of the wedding.",
        "The bridge was to have opened on June 30, 2022.",
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
