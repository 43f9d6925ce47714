"""Whether a publisher writes the day or the month first, from its other dates and its language."""

from __future__ import annotations

import re

from extraction.dates.patterns import Scan

FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
#: Languages and regions that put the day first; American English alone puts the month first.
DAY_FIRST = frozenset(
    "fr de es it pt ru ar nl pl tr sv da nb fi cs uk ku fa en-gb en-au en-nz en-ie en-in en-za".split()
)


def day_first(scan: Scan, language: str = "") -> bool | None:
    """True, False, or None where the text's own dates and its language leave it open."""
    days = months = 0
    for match in FIGURES.finditer(scan.text):
        first, second = int(match[1]), int(match[3])
        days += first > 12 >= second >= 1
        months += second > 12 >= first >= 1
    if bool(days) != bool(months):
        return bool(days)
    code = language.lower().replace("_", "-")
    if code == "en-us":
        return False
    if code in DAY_FIRST or code.split("-")[0] in DAY_FIRST - {"en"}:
        return True
    return None
