"""The density strip."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.page.extent import Window
from timeline.page.strip import Count, interval, strip

DAY = dt.date.fromisoformat
WHOLE = Window(DAY("2020-01-01"), DAY("2020-04-30"))
COUNTS = [
    Count(DAY("2020-01-01"), DAY("2020-01-31"), 0, 1),
    Count(DAY("2020-02-01"), DAY("2020-02-29"), 5, 10),
    Count(DAY("2020-03-01"), DAY("2020-03-31"), 0, 0),
    Count(DAY("2020-04-01"), DAY("2020-04-30"), 10, 10),
]


def test_it_tells_certain_from_possible():
    drawn = strip(COUNTS, WHOLE, WHOLE, "month")

    assert [(column.certain_height, column.possible_height) for column in drawn.columns] == [
        (0, 10), (50, 100), (0, 0), (100, 100),
    ]  # fmt: skip
    assert [column.x for column in drawn.columns] == [0, 25, 50, 75]
    assert drawn.columns[1][:4] == ("2020-02", "2020-02", "2020-02", "February 2020")
    assert drawn.most == 10


def test_it_never_hides_a_single_record_beside_thousands():
    drawn = strip([COUNTS[0], COUNTS[1]._replace(possible=100_000)], WHOLE, WHOLE, "month")

    assert drawn.columns[0].possible_height == 3


def test_it_marks_the_range_that_the_list_shows():
    whole = strip(COUNTS, WHOLE, WHOLE, "month")
    chosen = strip(COUNTS, WHOLE, Window(DAY("2020-02-01"), DAY("2020-03-31")), "month")
    days = strip(COUNTS, WHOLE, Window(DAY("2020-04-16"), DAY("2020-04-16")), "month")

    assert (whole.chosen, whole.ends) == (None, (0, 3))
    assert (chosen.chosen, chosen.ends) == ((25, 50), (1, 2))
    assert days.chosen is not None
    assert days.chosen[0] == 87.5
    assert days.ends == (3, 3)


@pytest.mark.parametrize(
    ("first", "last", "by"),
    [
        ("2020-02-01", "2020-03-31", "day"),
        ("2019-01-01", "2024-12-31", "month"),
        ("1950-01-01", "2024-12-31", "year"),
        ("1700-01-01", "2024-12-31", "year"),
    ],
)
def test_it_counts_as_finely_as_can_be_told_apart(first, last, by):
    assert interval(Window(DAY(first), DAY(last))) == by


def test_it_labels_no_more_years_than_fit_a_telephone():
    years = [Count(dt.date(year, 1, 1), dt.date(year, 12, 31), 1, 1) for year in range(1950, 2025)]

    drawn = strip(years, Window(years[0].first, years[-1].last), Window(years[0].first, years[-1].last), "year")

    assert len(drawn.labels) <= 7
    assert drawn.labels[0].text == "1950"
    assert drawn.years == []
