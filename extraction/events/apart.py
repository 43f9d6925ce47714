"""How far two happenings of a sentence lie apart: "two days after the flood", "a week before the vote"."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from extraction import edtf
from extraction.types import DateValue

NUMBERS = {word: number for number, word in enumerate("a one two three four five six seven eight nine ten".split())} | {
    "a": 1, "an": 1, "eleven": 11, "twelve": 12,
}  # fmt: skip
#: Days of a unit, and how many days off a writer may be who counts in it: "a week after" is seldom counted
#: out. Each third
#: unit adds a day.
UNITS = {"day": (1, 0), "week": (7, 3), "month": (30, 15)}
SHORT = frozenset("second minute moment hour".split())
#: Longer stretches are round.
MAX_DAYS = 13
LOOSE = frozenset("just only barely about some nearly almost exactly".split())
VAGUE = frozenset("few several many".split())


class Apart(NamedTuple):
    """The words [first, at) in front of "after" or "before", and the least and most days that they tell; None:
    unknown.
    """

    first: int
    days: tuple[int, int] | None


def apart(lower: list[str], at: int) -> Apart | None:
    """The stretch of time that ends in front of word `at`, None where none does."""
    if at < 2:
        return None
    unit = lower[at - 1].removesuffix("s")
    number = lower[at - 2]
    first = at - 2
    count = NUMBERS.get(number) if not number.isdigit() else int(number)
    if unit not in UNITS and unit not in SHORT and unit not in ("year", "decade"):
        return None
    if count is None:
        if number not in VAGUE and number != "later":
            plain = lower[at - 1] in ("days", "weeks", "months", "years", "hours", "minutes", "moments")
            return Apart(at - 1, None) if plain and number == "," else None
        first -= lower[first - 1] == "a"
    while first > 0 and lower[first - 1] in LOOSE:
        first -= 1
    if count is None or unit not in UNITS or (unit == "day" and count > MAX_DAYS):
        return Apart(first, None)
    days, off = UNITS[unit]
    off += count // 3 if off else 0
    return Apart(first, (count * days - off, count * days + off))


def shifted(date: DateValue | None, days: tuple[int, int], *, earlier: bool) -> DateValue | None:
    """The days that lie so far before or after a day; None where the date is no day.

    >>> shifted(edtf.parse("2021-05-14"), (2, 2), earlier=True).edtf
    '2021-05-12'
    """
    if date is None or date.precision != "day" or date.earliest is None:
        return None
    least, most = (dt.timedelta(days=count) for count in days)
    try:
        if earlier:
            return edtf.interval(date.earliest - most, date.earliest - least)
        return edtf.interval(date.earliest + least, date.earliest + most)
    except OverflowError:
        return None
