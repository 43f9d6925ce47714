"""Narrative mode: histories and encyclopaedia articles are anchored to the last date told, news to its publication."""

from __future__ import annotations

import re

from extraction.dates.lexicon import MONTHS, WEEKDAYS
from extraction.dates.patterns import Scan

DEICTIC = frozenset({*WEEKDAYS, "yesterday", "today", "tomorrow", "tonight", "ago"})
SPEECH = frozenset("said says told tells".split())
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
#: "218 BC" is a year that four figures do not show.
ERAS = frozenset({"BC", "BCE", "AD", "CE"})
#: Fewest years that make a history, and fewest in one without a single word of news.
FEWEST, FEWEST_PURE = 6, 3


def _dated(scan: Scan, at: int, word: str) -> bool:
    """Whether a weekday has its date beside it ("Monday, 5 June 1944") and so is counted from nothing."""
    after = list(scan.words_after(at + 1, 3))
    return word in WEEKDAYS and any(w in MONTHS for w in after)


def is_narrative(scan: Scan, *, dateline: bool) -> bool:
    """Whether the text tells of a past by its dates: many years, hardly a weekday, "yesterday" or "said"."""
    if dateline:
        return False
    years = deictic = speech = 0
    for at, token in enumerate(scan.tokens):
        if (len(token) == 4 and YEAR.fullmatch(token)) or token in ERAS:
            years += 1
        else:
            word = token.lower()
            deictic += word in DEICTIC and not _dated(scan, at, word)
            speech += word in SPEECH
    if years >= FEWEST_PURE and not deictic and not speech:
        return True
    return years >= FEWEST and 3 * deictic <= years and 2 * speech <= years
