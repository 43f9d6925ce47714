"""The ends of a range are two time expressions and the dating of one happening: "the siege of 8-9 May", "from June to
September 2014".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction import edtf
from extraction.types import DateValue, Timex

#: The rules of `extraction.dates` that find both ends of a range, one after the other.
RANGES = frozenset({"day-range", "day-range-british", "year-range"})
#: What stands between two ends, after "between" and without it. Dashes stand without white space or with it.
AND = re.compile(r",? and (?:the |on |in )?")
TO = re.compile(r" (?:to|until|till|through|up to) (?:the |on |in )?|\s?[-–—]\s?")
BETWEEN, FROM = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE), re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
#: What was put off did not last: "moved the vote from Monday to Thursday".
PUT_OFF = re.compile(
    r"\b(?:mov|postpon|delay|reschedul|push|shift|chang|brought forward|defer|extend)\w*\b[^.;]{0,60}$", re.IGNORECASE
)
#: Words before a range are looked for so many characters back.
BEFORE = 80


def joined(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """The expressions in order, both ends of each range as one whose date is the interval of them."""
    found: list[Timex] = []
    open_end = False
    for timex in timexes:
        first = found[-1] if found else None
        both = _both(text, first, timex) if first is not None and not open_end else None
        open_end = both is not None
        if first is None or both is None:
            found.append(timex)
        else:
            found[-1] = replace(first, end=timex.end, text=text[first.start : timex.end], date=both)
    return found


def _both(text: str, first: Timex, last: Timex) -> DateValue | None:
    """The days of a range from the first expression to the last; None where they are not its ends."""
    if first.date is None or last.date is None:
        return None
    begin, end = first.date.earliest, last.date.latest
    if begin is None or end is None or last.date.earliest is None or not begin <= last.date.earliest <= end:
        return None
    if not (first.rule == last.rule and first.rule in RANGES) and not _named(text, first, last):
        return None
    if first.date == last.date:
        return first.date
    single = "/" not in first.date.edtf + last.date.edtf
    return edtf.parse(f"{first.date.edtf}/{last.date.edtf}") if single else edtf.interval(begin, end)


def _named(text: str, first: Timex, last: Timex) -> bool:
    """Whether the words around two expressions make them the ends of a range: "between ... and", "from ... to"."""
    before, between = text[max(0, first.start - BEFORE) : first.start], text[first.end : last.start]
    if BETWEEN.search(before):
        return AND.fullmatch(between) is not None
    if TO.fullmatch(between) is None:
        return False
    opened = FROM.search(before)
    return not PUT_OFF.search(before[: opened.start()] if opened else before)
