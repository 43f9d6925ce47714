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
    spoken: Period | None = None
    starts = [first for first, _, _ in days]
    for number, (start, end) in enumerate(quotations):
        low = max(quotations[number - 1][1] if number else 0, start - REACH)
        high = min(quotations[number + 1][0] if number + 1 < len(quotations) else len(scan.tokens), end + REACH)
        after = days[bisect_left(starts, end) : bisect_left(starts, high)]
        before = days[bisect_left(starts, low) : bisect_left(starts, start)]
        for first, last, day in (*after, *reversed(before)):
            between = scan.tokens[end:first] if first >= end else scan.tokens[last:start]
            if "." in between and first < start and _only_ends(between) and _goes_on(scan, end):
                between = []
            if "." not in between and (not SPEECH.isdisjoint(map(str.lower, between)) or _spoken_before(scan, first)):
                found.append((start, end, day))
                spoken = day
                break
        else:
            # '"We leave tonight," he said on Sunday. "We come back tomorrow," he added. "It is not far."'
            previous = quotations[number - 1][1] if number else 0
            told = spoken is not None and number > 0 and start - previous <= REACH and not after and not before
            if told and spoken and BREAK not in scan.kinds[previous:start] and _by_pronoun(scan, previous, end):
                found.append((start, end, spoken))
            else:
                spoken = None
    return found


#: Who goes on speaking.
PRONOUNS = frozenset("he she they".split())


def _only_ends(between: list[str]) -> bool:
    """Whether the full stop is the last of some tokens, so that one sentence stands there."""
    rest = [token for token in between if not token.isspace()]
    return rest.count(".") == 1 and rest[-1] == "."


def _goes_on(scan: Scan, end: int) -> bool:
    """Whether nobody else is said to speak behind a quotation: a pronoun stands there, or the paragraph ends."""
    following = next(iter(scan.words_after(end + 1, 1)), "")
    return not following or following in PRONOUNS


def _by_pronoun(scan: Scan, previous: int, end: int) -> bool:
    """Whether the words between two quotations, and those behind the second, leave the speaker the same."""
    words = list(scan.words_after(previous + 1, 2))
    return bool(words) and words[0] in PRONOUNS and _goes_on(scan, end)


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
