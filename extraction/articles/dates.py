"""Publication dates as metadata gives them: read where the notation leaves no choice, else refused."""

from __future__ import annotations

import datetime as dt
import re

from extraction import edtf
from extraction.articles.records import RefusedError
from extraction.cleaning import printable

TIME = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
ZONE = r"(?:\s?(?:Z|UTC|GMT|(?P<sign>[+-])(?P<zone>\d{2}):?(?P<zone_minute>\d{2})?))?"
ISO = re.compile(rf"(?P<date>\d{{4}}-\d{{2}}-\d{{2}})[T ]{TIME}{ZONE}", re.ASCII | re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# RFC 822 as feeds write it: with or without a weekday, years of four digits, any name for the zone.
RFC_822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s+)?(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\s+(?P<year>\d{4})"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s+(?:[A-Z]{1,5}|[+-]\d{4}))?)?",
    re.ASCII | re.IGNORECASE,
)
NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)", re.ASCII)


def read_published(value: str, *, feed: bool = False) -> str:
    """The EDTF of a publication date: EDTF itself, the day of an ISO 8601 date and time, in feeds that of RFC 822.

    The day is the one written, never moved to another time zone. Raises RefusedError.

    >>> read_published("2024-01-01T01:30:00+03:00")
    '2024-01-01'
    """
    text = value.strip()
    moment = ISO.fullmatch(text)
    if moment and _is_time(moment):
        text = moment["date"]
    elif feed and (header := RFC_822.fullmatch(text)):
        return _rfc_822(value, header)
    try:
        edtf.given(text)
    except edtf.EdtfError as error:
        raise RefusedError(_explain(value, text, str(error)), "published") from None
    return text


def _is_time(moment: re.Match[str]) -> bool:
    """Whether hours, minutes and seconds exist; a leap second does."""
    return (
        int(moment["hour"]) < 24
        and int(moment["minute"]) < 60
        and int(moment["second"] or 0) <= 60
        and int(moment["zone"] or 0) < 24
        and int(moment["zone_minute"] or 0) < 60
    )


def _rfc_822(value: str, header: re.Match[str]) -> str:
    try:
        month = MONTHS.index(header["month"].lower()) + 1
        written = dt.date(int(header["year"]), month, int(header["day"]))
        return edtf.given(f"{written.year:04}-{written.month:02}-{written.day:02}").edtf
    except ValueError:
        raise RefusedError(f"'{printable(value, 80)}' is no day of the calendar", "published") from None


def _explain(value: str, text: str, error: str) -> str:
    """Why a date is refused; where its numbers could be a day, what to write instead."""
    numbers = NUMERIC.match(text)
    shown = f"'{printable(value, 80)}'"
    if numbers and len(numbers[3]) == 4:
        first, second, year = int(numbers[1]), int(numbers[2]), numbers[3]
        readings = [
            f"{year}-{month:02}-{day:02}"
            for day, month in dict.fromkeys([(first, second), (second, first)])
            if 1 <= month <= 12 and 1 <= day <= 31
        ]
        if len(readings) == 2:
            return f"{shown} can be {readings[0]} or {readings[1]}: write the one that is meant"
        if readings:
            return f"{shown} is not in an accepted notation: write {readings[0]}"
    if len(text) > 80:
        return f"{shown} is not an EDTF or ISO 8601 date"
    return printable(error, 300)
