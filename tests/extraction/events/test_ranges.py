"""A happening that is told with a range is dated by the whole of it."""

from __future__ import annotations

import pytest

from extraction import Article, extract


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Rebels attacked the port on 8-9 May 2014.", "8-9 May 2014", "2014-05-08/2014-05-09"),
        ("Rebels attacked the port on May 5 and 7, 2014.", "May 5 and 7, 2014", "2014-05-05/2014-05-07"),
        ("Rebels attacked the port in 2014-17.", "2014-17", "2014/2017"),
    ],
)
def test_both_ends_of_a_range_date_one_happening(text: str, words: str, date: str) -> None:
    event = extract(Article(text=text, published="2021-05-14")).events[0]

    assert event.date is not None
    assert event.timex is not None
    assert (event.date.edtf, event.timex.text) == (date, words)


def test_a_day_beside_a_range_stays_by_itself() -> None:
    text = "Rebels attacked the port on 8-9 May 2014 and police arrested a baker on 11 May 2014."

    found = [event.date.edtf for event in extract(Article(text=text, published="2021-05-14")).events if event.date]

    assert found == ["2014-05-08/2014-05-09", "2014-05-11"]
