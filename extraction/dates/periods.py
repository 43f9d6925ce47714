"""Calendar arithmetic: periods of the calendar, the next and the one before, as TIMEX3 and as EDTF.

A period is a unit and its first day. All arithmetic of the rules is done here, so that no rule
counts days by itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from extraction import edtf
from extraction.types import DateValue, Precision

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

FIRST = dt.date(edtf.MIN_YEAR, 1, 1)
LAST = dt.date(edtf.MAX_YEAR, 12, 31)
#: TIMEX3 names of seasons (TimeML 1.2.1) by the EDTF number of the season.
SEASON_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
#: How long a month-based unit is, in months.
IN_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class CalendarError(ValueError):
    """A day outside of the years that EDTF and the database can hold."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar: `Period("month", date(1998, 8, 1))` is August 1998. `start` is its first day."""

    unit: Unit
    start: dt.date

    @property
    def end(self) -> dt.date:
        """The last day."""
        if self.unit == "day":
            return self.start
        if self.unit == "week":
            return add_days(self.start, 6)
        if self.unit == "weekend":
            return add_days(self.start, 1)
        if self.unit == "season":
            return add_days(add_months(self.start, 3), -1)
        return add_days(add_months(self.start, IN_MONTHS[self.unit]), -1)

    @property
    def season(self) -> int:
        """The EDTF number of a season, 21 (spring) to 24 (winter)."""
        return {3: 21, 6: 22, 9: 23, 12: 24}[self.start.month]

    def shift(self, count: int) -> Period:
        """The period `count` later (earlier where negative). Raises CalendarError."""
        if self.unit == "day":
            return Period("day", add_days(self.start, count))
        if self.unit in ("week", "weekend"):
            return Period(self.unit, add_days(self.start, 7 * count))
        if self.unit == "season":
            return Period("season", add_months(self.start, 12 * count))
        return Period(self.unit, add_months(self.start, IN_MONTHS[self.unit] * count))

    @property
    def value(self) -> str:
        """The TIMEX3 value: `1998-08-07`, `1998-W32`, `1998-W32-WE`, `1998-08`, `1998-Q3`, `1998-SU`, `199`, `19`."""
        year = f"{self.start.year:04}"
        match self.unit:
            case "day":
                return self.start.isoformat()
            case "week" | "weekend":
                iso = self.start.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year}-{self.start.month:02}"
            case "quarter":
                return f"{year}-Q{(self.start.month + 2) // 3}"
            case "half":
                return f"{year}-H{1 if self.start.month < 7 else 2}"
            case "season":
                return f"{year}-{SEASON_NAMES[self.season]}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]

    @property
    def edtf(self) -> str:
        """The EDTF notation (DESIGN.md section 3): quarters are 33 to 36, weeks and halves are intervals."""
        year = f"{self.start.year:04}"
        match self.unit:
            case "day":
                return self.start.isoformat()
            case "month":
                return f"{year}-{self.start.month:02}"
            case "quarter":
                return f"{year}-{32 + (self.start.month + 2) // 3}"
            case "season":
                return f"{year}-{self.season}"
            case "year":
                return year
            case "decade":
                return year[:3] + "X"
            case "century":
                return year[:2] + "XX"
            case "half":
                return f"{year}-{self.start.month:02}/{self.end.year:04}-{self.end.month:02}"
            case "week" | "weekend":
                return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def precision(self) -> Precision:
        """The precision that is stored; weeks, weekends and halves are intervals."""
        if self.unit == "week" or self.unit == "weekend" or self.unit == "half":
            return "interval"
        return self.unit

    @property
    def date(self) -> DateValue:
        """The period with its days. Raises CalendarError where it begins after the last year that dates can have."""
        if self.start > LAST:
            raise CalendarError(f"year {self.start.year}")
        return DateValue(self.edtf, max(self.start, FIRST), min(self.end, LAST), self.precision)

    def part(self, which: str) -> DateValue:
        """The early ("START"), middle ("MID") or late ("END") part: thirds, as DESIGN.md section 3 draws them.

        A day has no parts in days: it is returned whole.
        """
        first, last = self.start, self.end
        match self.unit:
            case "month":
                days = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[which]
                first, last = first.replace(day=days[0]), first.replace(day=days[1])
            case "year":
                months = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[which]
                first, last = dt.date(first.year, months[0], 1), edtf.last_of_month(first.year, months[1])
            case "decade":
                years = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[which]
                first, last = dt.date(first.year + years[0], 1, 1), dt.date(self.start.year + years[1], 12, 31)
            case "day":
                return self.date
            case _:
                length = (last - first).days + 1
                third = max(length // 3, 1)
                cuts = {
                    "START": (0, third - 1),
                    # A weekend has no middle but itself.
                    "MID": (third, length - third - 1) if length > 2 else (0, length - 1),
                    "END": (length - third, length - 1),
                }
                low, high = cuts[which]
                first, last = first + dt.timedelta(low), first + dt.timedelta(high)
        precision: Precision = {"month": "part-of-month", "year": "part-of-year"}.get(self.unit, self.precision)  # type: ignore[assignment]
        return DateValue(self.edtf, first, last, precision)


def add_days(start: dt.date, count: int) -> dt.date:
    """`count` days later. Raises CalendarError."""
    try:
        moved = start + dt.timedelta(days=count)
    except OverflowError as error:
        raise CalendarError(str(error)) from None
    return _checked(moved)


def add_months(start: dt.date, count: int) -> dt.date:
    """`count` months later; the day is cut to the month's last. Raises CalendarError."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if not edtf.MIN_YEAR <= year <= edtf.MAX_YEAR + 1:
        raise CalendarError(f"year {year}")
    return dt.date(year, month + 1, min(start.day, edtf.last_of_month(year, month + 1).day))


def _checked(day: dt.date) -> dt.date:
    if not edtf.MIN_YEAR <= day.year <= edtf.MAX_YEAR + 1:
        raise CalendarError(f"year {day.year}")
    return day


def containing(unit: Unit, day: dt.date) -> Period:
    """The period of that unit in which the day lies; weeks begin on Monday, a weekend is that of its week."""
    match unit:
        case "day":
            return Period(unit, day)
        case "week":
            return Period(unit, add_days(day, -day.weekday()))
        case "weekend":
            return Period(unit, add_days(day, 5 - day.weekday()))
        case "month":
            return Period(unit, day.replace(day=1))
        case "quarter":
            return Period(unit, dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1))
        case "half":
            return Period(unit, dt.date(day.year, 1 if day.month < 7 else 7, 1))
        case "season":
            month = day.month // 3 * 3 or 12
            return Period(unit, dt.date(day.year - (day.month < 3), month, 1))
        case "year":
            return Period(unit, dt.date(day.year, 1, 1))
        case "decade":
            return Period(unit, dt.date(max(day.year // 10 * 10, 1), 1, 1))
        case "century":
            return Period(unit, dt.date(max(day.year // 100 * 100, 1), 1, 1))


def day_of(year: int, month: int, day: int) -> Period | None:
    """A day, or None where the calendar has no such day."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Period("day", found) if edtf.MIN_YEAR <= year <= edtf.MAX_YEAR else None


def month_of(year: int, month: int) -> Period:
    """A month of a year."""
    return Period("month", dt.date(year, month, 1))


def year_of(year: int) -> Period:
    """A year."""
    return Period("year", dt.date(year, 1, 1))


def quarter_of(year: int, number: int) -> Period:
    """A quarter, numbered 1 to 4."""
    return Period("quarter", dt.date(year, 3 * number - 2, 1))


def half_of(year: int, number: int) -> Period:
    """A half year, numbered 1 and 2."""
    return Period("half", dt.date(year, 6 * number - 5, 1))


def season_of(year: int, number: int) -> Period:
    """A season by its EDTF number; winter is named by the year in which it begins."""
    return Period("season", dt.date(year, {21: 3, 22: 6, 23: 9, 24: 12}[number], 1))


def weekday_before(day: dt.date, weekday: int, *, same: bool) -> dt.date:
    """The last such weekday (0 is Monday) before the day, or the day itself where `same`."""
    back = (day.weekday() - weekday) % 7
    return add_days(day, -(back if back or same else 7))


def weekday_after(day: dt.date, weekday: int, *, same: bool) -> dt.date:
    """The next such weekday after the day, or the day itself where `same`."""
    ahead = (weekday - day.weekday()) % 7
    return add_days(day, ahead if ahead or same else 7)
