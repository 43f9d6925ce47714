"""Quotations as anchors: inside them, "yesterday" is counted from the day of the speech."""

from __future__ import annotations

from bisect import bisect_left

from extraction.dates.patterns import BREAK, Scan
from extraction.dates.periods import Period
from extraction.types import Span

SPEECH = frozenset(
    "said told says announced added warned wrote tweeted declared testified stated explained replied".split()
)
#: How many tokens (white space counted) may lie between a quotation and the day of its attribution.
REACH = 24


def quoted(scan: Scan) -> list[Span]:
    """Spans of quotations in tokens. One that is not closed ends with its paragraph, so that nothing is lost."""
    found: list[Span] = []
    opened: int | None = None
    kinds, tokens = scan.kinds, scan.tokens
    for index, kind in enumerate(kinds):
        if kind == BREAK:
            if opened is not None:
                found.append((opened, index))
            opened = None
        elif kind == '"' or (kind in "`'" and kinds[index + 1 : index + 2] == kind):
            if opened is None:
                if tokens[index] in ('"', "“", "`"):
                    opened = index
            elif tokens[index] in ('"', "”", "'"):
                found.append((opened, index))
                opened = None
    if opened is not None:
        found.append((opened, len(tokens)))
    return found


def speeches(scan: Scan, days: list[tuple[int, int, Period]]) -> list[tuple[int, int, Period]]:
    """Quotations whose attribution names the day of the speech, with that day.

    `"Yesterday we met," he said on Tuesday` is spoken on Tuesday. `days` are the day expressions of the text by
    their tokens, in order.
    """
    found: list[tuple[int, int, Period]] = []
    quotations = quoted(scan)
    starts = [first for first, _, _ in days]
    for number, (start, end) in enumerate(quotations):
        low = max(quotations[number - 1][1] if number else 0, start - REACH)
        high = min(quotations[number + 1][0] if number + 1 < len(quotations) else len(scan.tokens), end + REACH)
        after = days[bisect_left(starts, end) : bisect_left(starts, high)]
        before = days[bisect_left(starts, low) : bisect_left(starts, start)]
        for first, last, day in (*after, *reversed(before)):
            between = scan.tokens[end:first] if first >= end else scan.tokens[last:start]
            if "." not in between and (not SPEECH.isdisjoint(map(str.lower, between)) or _spoken_before(scan, first)):
                found.append((start, end, day))
                break
    return found


#: How far back, in tokens, a quotation may have been opened.
OPENED = 400


def inside_quotation(scan: Scan, at: int) -> bool:
    """Whether the last quotation mark before a token, in its paragraph, opens a quotation."""
    kinds = scan.kinds
    low = max(kinds.rfind(BREAK, 0, at) + 1, at - OPENED)
    mark = max(kinds.rfind('"', low, at), kinds.rfind("''", low, at))
    if mark < 0:
        return False
    return (mark == low or kinds[mark - 1] in (" ", BREAK, "(", "-", "—", ",", ":")) and kinds[
        mark + 1 : mark + 2
    ] != " "


def _spoken_before(scan: Scan, day: int) -> bool:
    """Whether the verb stands before the day ("he said on Tuesday: ...")."""
    return not SPEECH.isdisjoint(scan.words_before(day, 3))
