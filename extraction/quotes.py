"""Quotation marks: which parts of a text stand between them.

Marks of every kind that articles use are paired paragraph by paragraph, so that one mark which is never closed costs at
most its own paragraph. Only the outermost pair counts: a quotation within a quotation is part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from extraction.types import Span

MARK = re.compile(r"``|''|[\"“”„‟«»‹›「」『』‘’‚']")
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\w")
# What closes each opening mark. Typing mixes curly and straight ones, so either closes the other.
CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”"),
    "“": ('"', "”"),
    "‟": ('"', "”"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    "``": ("''",),
    "''": ("''",),
}
SINGLE = "‘‚'"
# A single closing mark, as far as it can be told from an apostrophe: something before it, no letter after.
SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?…%)\]])['’‘](?=[\s.,;:!?)\]—–\-\"”]|$)")
# An apostrophe that begins a word: 'em, 'til, '90s.
ELISION = re.compile(r"['’‘](?:\d0?s?\b|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)
# How many candidates for a single closing mark are weighed before the first is taken.
CANDIDATES = 8


class Quotation(NamedTuple):
    """A quotation: offsets with its marks, offsets of what stands between them, and whether a mark closes it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def quotation_spans(text: str) -> list[Span]:
    """Where the outermost quotations stand, marks included, in order, never overlapping and never across paragraphs."""
    return [(q.start, q.end) for q in find_quotations(text)]


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations in order. Linear in the length of the text.

    >>> find_quotations('He said "yes" twice.')
    [Quotation(start=8, end=13, inner_start=9, inner_end=12, closed=True)]
    """
    found: list[Quotation] = []
    for line in LINE.finditer(text):
        found.extend(_in_line(text, line.start(), line.end()))
    return found


def _in_line(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    singles: list[int] | None = None
    opener, opened, width, nested, skip_until = "", -1, 0, 0, -1
    for match in MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        if at < skip_until:
            continue
        before_is_space = at == start or text[at - 1].isspace() or text[at - 1] in "([{—–-/>…"
        after_is_space = after >= end or text[after].isspace()
        if not opener:
            if mark in SINGLE:
                if singles is None:
                    singles = [m.start() for m in SINGLE_CLOSER.finditer(text, start, end)]
                close = _single_closer(text, at, start, end, singles)
                if close > 0:
                    found.append(Quotation(at, close + 1, after, close, True))
                    skip_until = close + 1
            elif mark == "”" and nested and found:
                # The closing mark of the outer quotation, whose inner one has closed it too early.
                last = found[-1]
                found[-1] = Quotation(last.start, after, last.inner_start, at, True)
                nested = 0
            elif mark in CLOSERS and _opens(text, mark, at, after, start, end, before_is_space, after_is_space):
                opener, opened, width, nested = mark, at, after - at, 0
        elif mark in CLOSERS[opener] and not (
            mark == '"' and opener == '"' and before_is_space and not after_is_space and at > opened + width
        ):
            if mark == "''" and after < end and text[after] == "'":
                at, after = at + 1, after + 1  # a single mark closes first, then the double one
                skip_until = after
            if WORD.search(text, opened + width, at):
                found.append(Quotation(opened, after, opened + width, at, True))
            opener = ""
        elif mark == opener == "“" and after_is_space:
            found.append(Quotation(opened, after, opened + width, at, True))
            opener = ""
        elif mark == opener == '"':
            # A second opening mark: the first quotation was never closed, so it ends where this one begins.
            stop = at
            while stop > opened and text[stop - 1].isspace():
                stop -= 1
            if WORD.search(text, opened + width, stop):
                found.append(Quotation(opened, stop, opened + width, stop, False))
            opened = at
        elif mark == opener:
            nested += 1
    if opener and WORD.search(text, opened + width, end):
        stop = end
        while text[stop - 1].isspace():
            stop -= 1
        found.append(Quotation(opened, stop, opened + width, stop, False))
    return found


def _opens(
    text: str, mark: str, at: int, after: int, start: int, end: int, before_is_space: bool, after_is_space: bool
) -> bool:
    """Whether a mark can begin a quotation: not inches, not what closes a quotation that was never opened."""
    if mark in ("“", "„", "‟", "«", "‹", "「", "『", "``"):
        return not (mark == "“" and after_is_space and not before_is_space)
    if mark in ("»", "›"):
        return before_is_space and not after_is_space
    if before_is_space:
        return True
    return not after_is_space and not text[at - 1].isdigit() and text[after] not in ".,;:!?)"


def _single_closer(text: str, at: int, start: int, end: int, closers: list[int]) -> int:
    """Where a single quotation mark at `at` is closed, or -1 where it is an apostrophe."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() or not (after.isalnum() or after in '[….“"') or ELISION.match(text, at):
        return -1
    first = bisect_right(closers, at + 1)
    candidates = closers[first : first + CANDIDATES]
    for close in candidates:
        possessive = text[close - 1] == "s" and close + 2 < end and text[close + 1] == " " and text[close + 2].islower()
        if not possessive:
            return close
    return candidates[0] if candidates and text[at] != "'" else -1
