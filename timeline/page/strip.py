"""The density strip: how many records each month of the whole range has, certain and possible told apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from timeline.page.extent import Window
from timeline.page.words import MONTHS, range_edtf, range_words

#: Labels below the strip, and years to choose from by link: as many as fit a telephone.
MOST_LABELS = 7
MOST_YEARS = 40


class Count(NamedTuple):
    """How many records a stretch of days has: surely, and possibly."""

    first: dt.date
    last: dt.date
    certain: int
    possible: int


class Column(NamedTuple):
    """A stretch of days as the strip draws it: measures in per cent of width and height, `start` and `end` as a reader
    would type them, `edtf` exactly."""

    start: str
    end: str
    edtf: str
    words: str
    certain: int
    possible: int
    x: float
    width: float
    certain_height: float
    possible_height: float


class Label(NamedTuple):
    """A year below the strip, or a month with its EDTF: years are written alike everywhere."""

    x: float
    text: str
    edtf: str = ""


class Strip(NamedTuple):
    """All that the strip shows.

    `chosen`: where the range that the list shows begins, and how wide it is; None for the whole. `ends`: the
    numbers of the columns that it begins and ends in. `by`: what a column is. `counted`: whether they have
    counts; `about`: whether those are told from a sample.
    """

    columns: list[Column]
    labels: list[Label]
    years: list[int]
    most: int
    chosen: tuple[float, float] | None
    ends: tuple[int, int]
    by: str
    counted: bool = True
    about: bool = False

    @property
    def most_words(self) -> str:
        """The tallest column's count as people read it."""
        return f"{self.most:,}"


def interval(window: Window) -> str:
    """How finely a range is counted: so that columns stay few enough to tell apart."""
    for name, days in (("day", 93), ("month", 25 * 366)):
        if window.days <= days:
            return name
    return "year"


def strip(
    counts: Iterable[Count], whole: Window, chosen: Window, by: str, *, counted: bool = True, about: bool = False
) -> Strip:
    """The strip of a range, from the counts of each stretch of it in order."""
    found = list(counts)
    most = max((count.possible for count in found), default=0)
    each = 100 / len(found) if found else 0.0
    columns = [
        Column(
            start=_edtf(count.first, by),
            end=_edtf(count.last, by),
            edtf=range_edtf(count.first, count.last),
            words=range_words(count.first, count.last),
            certain=count.certain,
            possible=count.possible,
            x=round(number * each, 3),
            width=round(each * 0.86, 3),
            certain_height=_height(count.certain, most),
            possible_height=_height(count.possible, most),
        )
        for number, count in enumerate(found)
    ]
    years = list(range(whole.first.year, whole.last.year + 1))
    return Strip(
        columns=columns,
        labels=_labels(found, each),
        years=years if 1 < len(years) <= MOST_YEARS else [],
        most=most,
        chosen=_place(found, chosen, each) if chosen != whole else None,
        ends=(_column(found, chosen.first), _column(found, chosen.last)),
        by=by,
        counted=counted,
        about=about,
    )


def _height(count: int, most: int) -> float:
    """Never so low that one record cannot be seen beside thousands."""
    return max(round(count / most * 100, 2), 3.0) if count else 0.0


def _edtf(day: dt.date, by: str) -> str:
    """The notation of the stretch, as a reader would type it: 2020-02 for a month."""
    if by == "month":
        return day.isoformat()[:7]
    return day.isoformat()[:4] if by == "year" else day.isoformat()


def _labels(counts: list[Count], each: float) -> list[Label]:
    """The years that begin in the strip, every so many; in a strip of days, its months."""
    months = bool(counts) and (counts[-1].last - counts[0].first).days <= 366
    named = [
        (number, f"{MONTHS[count.first.month - 1][:3]} {count.first.year}", count.first.isoformat()[:7])
        if months
        else (number, str(count.first.year), "")
        for number, count in enumerate(counts)
        if count.first.day == 1 and (months or count.first.month == 1)
    ]
    step = -(-len(named) // MOST_LABELS) or 1
    return [Label(round(number * each, 3), text, edtf) for number, text, edtf in named[::step]]


def _place(counts: list[Count], chosen: Window, each: float) -> tuple[float, float]:
    """Where the chosen days lie in the strip: partly covered columns count by their days."""
    left = sum(each * _share(count, chosen.first) for count in counts)
    right = sum(each * _share(count, chosen.last + dt.timedelta(days=1)) for count in counts)
    return round(left, 3), round(max(right - left, 0.2), 3)


def _column(counts: list[Count], day: dt.date) -> int:
    """The number of the column that a day lies in."""
    return next((number for number, count in enumerate(counts) if day <= count.last), max(len(counts) - 1, 0))


def _share(count: Count, until: dt.date) -> float:
    """How much of a stretch lies before a day, from 0 to 1."""
    days = (count.last - count.first).days + 1
    return min(max((until - count.first).days / days, 0.0), 1.0)
