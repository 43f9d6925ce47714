"""The ends of a range are two time expressions and the dating of one happening: "the siege of 8-9 May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction import edtf
from extraction.types import Timex

#: The rules of `extraction.dates` that find both ends of a range, one after the other.
RANGES = frozenset({"day-range", "day-range-british", "year-range"})


def joined(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """The expressions in order, both ends of each range as one whose date is the interval of them."""
    found: list[Timex] = []
    for timex in timexes:
        first = found[-1] if found else None
        if (
            first is None
            or timex.rule not in RANGES
            or first.rule != timex.rule
            or first.date is None
            or timex.date is None
            or first.date.precision == "interval"
        ):
            found.append(timex)
            continue
        both = edtf.parse(f"{first.date.edtf}/{timex.date.edtf}")
        found[-1] = replace(first, end=timex.end, text=text[first.start : timex.end], date=both)
    return found
