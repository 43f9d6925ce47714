"""How far two happenings of a sentence lie apart: "two days after the flood", "a week before the vote"."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from extraction import edtf
from extraction.types import DateValue

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
TENS = {
    ten: 10 * number for number, ten in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
NUMBERS = {word: number for number, word in enumerate(f"{ONES} eighteen nineteen".split(), 1)} | {
    "a": 1, "an": 1,
} | TENS  # fmt: skip
#: Days of a unit, and how many days off a writer may be who counts in it: "a week after" is seldom counted
#: out. Each third
#: unit adds a day.
UNITS = {"day": (1, 0), "week": (7, 3), "fortnight": (14, 3), "month": (30, 15), "year": (365, 60)}
SHORT = frozenset("second minute moment hour".split())
HALF = {"hour": (0, 0), "day": (0, 1), "month": (10, 20), "year": (150, 215)}
#: Longer stretches in days are round, if they are not written out ("83 days").
MAX_DAYS, ROUND = 13, 10
LOOSE = frozenset("just only barely about some nearly almost exactly".split())
VAGUE = frozenset("few several many".split())


# What opens a sentence without a number.
BARE: dict[str, tuple[int, int] | None] = {
    "hours": (0, 0), "minutes": (0, 0), "moments": (0, 0), "days": None, "weeks": None, "months": None, "years": None,
}  # fmt: skip


class Apart(NamedTuple):
    """The words [first, at) in front of "after" or "before", and the least and most days that they tell; None:
    unknown.
    """

    first: int
    days: tuple[int, int] | None


def apart(lower: list[str], at: int) -> Apart | None:
    """The stretch of time that ends in front of word `at`, None where none does."""
    if at == 1 and lower[0] in BARE:
        return Apart(0, BARE[lower[0]])  # "Weeks after the flood, ..."
    if at < 2:
        return None
    unit = lower[at - 1].removesuffix("s")
    number = lower[at - 2]
    first = at - 2
    count = NUMBERS.get(number) if not number.isdigit() else int(number)
    if unit not in UNITS and unit not in SHORT and unit != "decade":
        return None
    if at >= 4 and lower[at - 3] == "-" and lower[at - 4] in TENS and count is not None:
        first, count = at - 4, TENS[lower[at - 4]] + count  # "eighty-three days"
    elif number == "half" or (number in ("a", "an") and lower[at - 3 : at - 2] == ["half"]):
        return Apart(at - 3 if number in ("a", "an") else at - 2, HALF.get(unit))
    if count is None:
        if number not in VAGUE and number != "later":
            plain = lower[at - 1] in ("days", "weeks", "months", "years", "hours", "minutes", "moments")
            return Apart(at - 1, None) if plain and number == "," else None
        first -= lower[first - 1] == "a"
    while first > 0 and lower[first - 1] in LOOSE:
        first -= 1
    if unit in SHORT and count is not None:
        return Apart(first, (0, 0))
    if count is None or unit not in UNITS or (unit == "day" and count > MAX_DAYS and not count % ROUND):
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
