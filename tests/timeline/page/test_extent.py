"""The bar of a date: where it stands, and how sharp its ends are."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import edtf as dates
from timeline.page.extent import Window, bar

YEAR = Window(dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def when(edtf: str) -> dict[str, str | None]:
    value = dates.parse(edtf)
    return {
        "edtf": edtf,
        "start": value.earliest.isoformat() if value.earliest else None,
        "end": value.latest.isoformat() if value.latest else None,
    }


@pytest.mark.parametrize(
    ("edtf", "shape", "edge", "cut", "certain"),
    [
        # A day is a point, anything longer a bar.
        ("2021-03-04", "point", "sharp", "", True),
        ("2021-03", "span", "sharp", "", True),
        # About: soft ends.
        ("2021-06~", "span", "soft", "", True),
        ("2021-03/2021-06?", "span", "soft-right", "", True),
        ("2021-03~/2021-06", "span", "soft-left", "", True),
        # What leaves the range says so on the side where it does.
        ("2020/2021-06", "span", "sharp", "left ", False),
        ("2021-06/2022", "span", "sharp", "right", False),
        ("2020/2022", "span", "sharp", "left right", False),
        ("202X", "span", "sharp", "left right", False),
        # Open: nobody knows how far.
        ("../2021-02-03", "span", "soft-left", "left ", False),
        ("2021-02-03/..", "span", "soft-right", "right", False),
    ],
)
def test_it_shows_what_is_known_of_a_date(edtf, shape, edge, cut, certain):
    drawn = bar(when(edtf), YEAR)

    assert drawn is not None
    assert (drawn.shape, drawn.edge, drawn.cut, drawn.certain) == (shape, edge, cut, certain)
    assert 0 <= drawn.x <= 100
    assert drawn.x + drawn.width <= 100.01


def test_it_places_a_date_by_its_days():
    month = Window(dt.date(2021, 2, 1), dt.date(2021, 2, 28))

    assert bar(when("2021-02-01"), month)[:2] == (0, round(100 / 28, 3))
    assert bar(when("2021-02-15"), month)[:2] == (50, round(100 / 28, 3))
    assert bar(when("2021-02"), month)[:2] == (0, 100)


def test_it_draws_nothing_where_there_is_nothing_to_draw():
    assert bar(None, YEAR) is None
    assert bar(when("2019"), YEAR) is None
