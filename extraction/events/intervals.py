"""Dates of happenings and what is done with them: cut at the report, open to one side, compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from extraction import edtf
from extraction.types import Basis, DateValue, Precision, Timex

#: What a date becomes when the day of the report cuts it short.
PARTS: dict[Precision, Precision] = {"year": "part-of-year", "month": "part-of-month"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's date, how it is known, and the expression that states it."""

    date: DateValue | None
    basis: Basis
    timex: Timex | None = None


def clipped(date: DateValue, latest: dt.date | None) -> DateValue:
    """A date of something past, which never reaches beyond the day on which it was reported."""
    if latest is None or (date.latest is not None and date.latest <= latest):
        return date
    if date.earliest is not None and date.earliest > latest:
        return date
    if date.latest is None or date.precision in ("interval", "open"):
        return edtf.interval(date.earliest, latest)
    return replace(date, latest=latest, precision=PARTS.get(date.precision, date.precision))


def until(latest: dt.date | None) -> DateValue | None:
    """Known only to lie on or before a day."""
    return edtf.interval(None, latest) if latest is not None else None


def between(earliest: dt.date | None, latest: dt.date | None) -> DateValue | None:
    """Between two days; None where neither is known, only the later where they contradict each other."""
    if earliest is None and latest is None:
        return None
    if earliest is not None and latest is not None and earliest > latest:
        return until(latest)
    return edtf.interval(earliest, latest)


def possible_together(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two datings can be of one happening: their days overlap, or one is not known."""
    if one is None or other is None:
        return True
    if one.latest is not None and other.earliest is not None and one.latest < other.earliest:
        return False
    return not (other.latest is not None and one.earliest is not None and other.latest < one.earliest)
