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
        ("Rebels attacked the port between June and September 2014.", "June and September 2014", "2014-06/2014-09"),
        ("From 2016 to 2019 rebels attacked the port.", "2016 to 2019", "2016/2019"),
        ("Rebels attacked the port from 3 March until 7 April.", "3 March until 7 April", "2021-03-03/2021-04-07"),
        ("Rebels attacked the port on 3 May – 7 June 2019.", "3 May – 7 June 2019", "2019-05-03/2019-06-07"),
        ("Rebels attacked the port from Monday to Wednesday.", "Monday to Wednesday", "2021-05-10/2021-05-12"),
        ("Rebels attacked the port from last week through today.", "last week through today", "2021-05-03/2021-05-14"),
    ],
)
def test_both_ends_of_a_range_date_one_happening(text: str, words: str, date: str) -> None:
    event = extract(Article(text=text, published="2021-05-14")).events[0]

    assert event.date is not None
    assert event.timex is not None
    assert (event.date.edtf, event.timex.text) == (date, words)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The court moved the trial from Monday to Thursday.", ["2021-05-10"]),
        ("Rebels attacked the port in 2016 and in 2019.", ["2016", "2019"]),
        ("Rebels attacked the port on Monday and the mill on Tuesday.", ["2021-05-10"]),
    ],
)
def test_what_no_range_joins_stays_apart(text: str, dates: list[str]) -> None:
    found = [event.date.edtf for event in extract(Article(text=text, published="2021-05-14")).events if event.date]

    assert found == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Police have arrested 40 bakers over the past three weeks.", "2021-04-23/2021-05-14"),
        ("More than 100 bakers were arrested in the last 24 hours.", "2021-05-13/2021-05-14"),
        ("Rebels attacked the port overnight.", "2021-05-13/2021-05-14"),
        ("The army will buy 40 mills over the next two months.", "2021-05-14/2021-07-14"),
        ("On 3 May 2014 rebels took Porto. In the previous two weeks 40 bakers were killed.", "2014-04-19/2014-05-03"),
    ],
)
def test_a_length_that_ends_or_begins_at_a_day_dates_what_happened_in_it(text: str, date: str) -> None:
    event = extract(Article(text=text, published="2021-05-14")).events[-1]

    assert event.date is not None
    assert event.date.edtf == date
    assert not event.title.endswith("over")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Three days after the vote on Monday, the mayor resigned.", ["2021-05-10", "2021-05-13"]),
        ("A day after the attack on Sunday, police have arrested two men.", ["2021-05-09", "2021-05-10"]),
        ("Two days before the vote on Monday, the mayor fled.", ["2021-05-10", "2021-05-08"]),
        ("Weeks after the flood of 3 May 2019, the dam burst.", ["2019-05-03", "2019-05-03/2021-05-14"]),
        ("After the vote on Monday, the mayor has resigned.", ["2021-05-10", "2021-05-10/2021-05-14"]),
    ],
)
def test_what_is_counted_from_the_happening_told_before_it_lies_so_far_from_it(text: str, dates: list[str]) -> None:
    found = [event.date.edtf for event in extract(Article(text=text, published="2021-05-14")).events if event.date]

    assert found == dates


def test_the_title_holds_nothing_of_a_range() -> None:
    text = "Rebels attacked the port from Monday until Wednesday."

    assert [event.title for event in extract(Article(text=text, published="2021-05-14")).events] == [
        "Rebels attacked the port"
    ]


def test_a_day_beside_a_range_stays_by_itself() -> None:
    text = "Rebels attacked the port on 8-9 May 2014 and police arrested a baker on 11 May 2014."

    found = [event.date.edtf for event in extract(Article(text=text, published="2021-05-14")).events if event.date]

    assert found == ["2014-05-08/2014-05-09", "2014-05-11"]
