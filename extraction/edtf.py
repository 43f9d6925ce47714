"""The subset of EDTF (ISO 8601-2:2019) that Dateline uses: read, checked, written.

A date is a day `2019-12-23`, month `2017-12`, year `2017`, season `2019-22` (21 to 24),
quarter `2019-36` (33 to 36), decade `202X` or century `20XX`, each with an optional `~`
(approximate), `?` (uncertain) or `%` (both); an interval is two of these with a slash,
where either side may be `..` (open). Years run from 0001 to 9998: one year of each end of
the calendar is kept for the database's sentinels of open bounds.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from extraction.types import DateValue, Precision

MIN_YEAR, MAX_YEAR = 1, 9998
#: The days that a record can have; the one before and the one after stand for open bounds where dates are kept.
FIRST_DAY, LAST_DAY = dt.date(1, 1, 2), dt.date(9998, 12, 30)
DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[~?%])?", re.ASCII
)
OPEN = ".."
# Meteorological seasons of the northern hemisphere, named by the year in which they begin: EDTF
# leaves the days of a season open, and winter belongs to its December.
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
# How far `~` reaches beyond the plain bounds. EDTF names no figure; a reader who sees "about
# 5 May" expects days, not weeks.
APPROXIMATION = {"day": dt.timedelta(days=3), "month": dt.timedelta(days=15), "season": dt.timedelta(days=30)}
APPROXIMATE_YEARS = {"year": 1, "decade": 3, "century": 20}


class EdtfError(ValueError):
    """A text that is not in the subset, or no day of the calendar; the message names the text and the reason."""


def given(text: str) -> DateValue:
    """The days of a date that a person or a file gives a record. Raises EdtfError, also beyond the days of records."""
    date = parse(text)
    if (date.earliest or FIRST_DAY) < FIRST_DAY or (date.latest or LAST_DAY) > LAST_DAY:
        raise EdtfError(f"{text!r} lies outside the days of records, {FIRST_DAY} to {LAST_DAY}")
    return date


def parse(text: str) -> DateValue:
    """The days that an EDTF text covers.

    >>> parse("2017-12").latest
    datetime.date(2017, 12, 31)

    Raises EdtfError.
    """
    if text.count("/") == 1:
        return _interval(text)
    match = DATE.fullmatch(text)
    if match is None:
        raise EdtfError(f"{text!r} is not an EDTF date such as 2019-12-23, 2017-12, 2017, 2019-36, 202X or 2014/2017")
    earliest, latest, precision = _bounds(text, match)
    if (match["qualifier"] or "") in "~%" and match["qualifier"]:
        earliest, latest = _widen(earliest, latest, precision)
    return DateValue(text, earliest, latest, precision)


def _interval(text: str) -> DateValue:
    first, last = text.split("/")
    if first == last == OPEN:
        raise EdtfError(f"{text!r} has neither a start nor an end")
    start = None if first == OPEN else parse(first)
    end = None if last == OPEN else parse(last)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise EdtfError(f"{text!r} ends before it starts")
    return DateValue(text, earliest, latest, "interval" if start and end else "open")


def _bounds(text: str, match: re.Match[str]) -> tuple[dt.date, dt.date, Precision]:
    """First day, last day and precision of a single date, before any qualifier."""
    year, part, day = match["year"], match["part"], match["day"]
    if "X" in year:
        if part:
            raise EdtfError(f"{text!r} mixes an unspecified year with a month")
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        _check_year(text, last)
        return (
            dt.date(max(first, MIN_YEAR), 1, 1),
            dt.date(min(last, MAX_YEAR), 12, 31),
            "decade" if year.count("X") == 1 else "century",
        )
    number = int(year)
    _check_year(text, number)
    if part is None:
        return dt.date(number, 1, 1), dt.date(number, 12, 31), "year"
    month = int(part)
    if day is not None:
        try:
            exact = dt.date(number, month, int(day))
        except ValueError:
            raise EdtfError(f"{text!r} is no day of the calendar") from None
        return exact, exact, "day"
    if 1 <= month <= 12:
        return dt.date(number, month, 1), last_of_month(number, month), "month"
    if month in SEASONS:
        first, last = SEASONS[month]
        final = number + (last < first)
        _check_year(text, final)
        return dt.date(number, first, 1), last_of_month(final, last), "season"
    if 33 <= month <= 36:
        first = 3 * (month - 33) + 1
        return dt.date(number, first, 1), last_of_month(number, first + 2), "quarter"
    raise EdtfError(f"{text!r} has a month of {part}: 01 to 12, seasons 21 to 24 and quarters 33 to 36 are known")


def _check_year(text: str, year: int) -> None:
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise EdtfError(f"{text!r} lies outside the years {MIN_YEAR:04} to {MAX_YEAR}")


def _widen(earliest: dt.date, latest: dt.date, precision: Precision) -> tuple[dt.date, dt.date]:
    floor, ceiling = dt.date(MIN_YEAR, 1, 1), dt.date(MAX_YEAR, 12, 31)
    if precision in APPROXIMATE_YEARS:
        years = APPROXIMATE_YEARS[precision]
        return (
            dt.date(max(earliest.year - years, MIN_YEAR), 1, 1),
            dt.date(min(latest.year + years, MAX_YEAR), 12, 31),
        )
    by = APPROXIMATION["season" if precision == "quarter" else precision]
    return (
        earliest - by if earliest - floor > by else floor,
        latest + by if ceiling - latest > by else ceiling,
    )


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def day(value: dt.date) -> DateValue:
    """A single day."""
    return DateValue(value.isoformat(), value, value, "day")


def interval(earliest: dt.date | None, latest: dt.date | None) -> DateValue:
    """From one day to another, both inclusive; None leaves that side open. Raises EdtfError where nothing is left."""
    if earliest is not None and earliest == latest:
        return day(earliest)
    return parse(f"{earliest.isoformat() if earliest else OPEN}/{latest.isoformat() if latest else OPEN}")


def narrowed(edtf: str, earliest: dt.date, latest: dt.date, precision: Precision) -> DateValue:
    """A date whose bounds are not those of its notation: "late 2017" is `2017` from 1 September. Raises EdtfError."""
    parse(edtf)
    if earliest > latest:
        raise EdtfError(f"{edtf!r} ends before it starts")
    return DateValue(edtf, earliest, latest, precision)
