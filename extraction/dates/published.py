"""When an article was published: given, stated in its text, or bounded by it.

A header, a byline or a dateline states it. Where none does, the text's own dates bound it: what it tells as past
was before, what it announces was not. Site furniture is no evidence, and a photograph's caption
bounds from below alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.bounds import bounded
from extraction.dates.engine import Hit, walk
from extraction.dates.furniture import LISTS, furniture, inside, is_prose
from extraction.dates.headers import header_of
from extraction.dates.languages import DIGITS, explicit_dates, language_of
from extraction.dates.order import day_first
from extraction.dates.patterns import Scan
from extraction.dates.rules.numeric import FIGURES
from extraction.text import Document
from extraction.types import Article, DateValue, Published, Span

#: How far from the beginning a header may stand, in characters.
HEAD = 1500
#: How many days after its dateline an article appears.
AFTER_DESPATCH = 3


def find_published(document: Document, article: Article) -> Published | None:
    """When the article was published: given, stated in its text, or bounded by it; None where nothing proves it."""
    if article.published:
        try:
            return Published(edtf.parse(article.published), "given")
        except edtf.EdtfError:
            pass
    stated = _stated(document.text, article)
    if stated is not None or language_of(document.text, article.language) != "en":
        return stated
    return bounded(document.text)


def _stated(text: str, article: Article) -> Published | None:
    """The date of the head that stands like a header: one labelled as such, else one alone, an updating line last."""
    plain: list[_Header] = []
    second: Published | None = None
    noise, lines = furniture(text), _lines(text)
    for start, end, date in _head_days(text, article):
        if inside(noise, start) or (end == HEAD < len(text)):
            continue
        rule = header_of(text, start, end)
        if rule is None:
            continue
        found = Published(date, rule.removeprefix("labelled ").removeprefix("signed "), text[start:end], (start, end))
        prose = lines.prose_before(start)
        if rule == "labelled header":
            return found
        if lines.listed(start) or prose > 1 or (prose and len(text) - end < start):
            # Below a text stand comments, signatures, later changes.
            if rule == "dateline" and plain:
                plain.append(_Header(found, prose))
            continue
        if rule == "signed header":
            return found
        if rule == "updated":
            second = second or found
        else:
            plain.append(_Header(found, prose))
    return _agreed(plain, text) or second


class _Header(NamedTuple):
    """A date that nothing labels, and how many lines of prose stand before it."""

    published: Published
    prose: int

    @property
    def day(self) -> dt.date:
        """Its first day."""
        return self.published.date.earliest or dt.date.min


def _agreed(found: list[_Header], text: str) -> Published | None:
    """What dates without a label show together.

    The first, unless others contradict it: a later one below it, or the entries of a chronology. A page's own day
    over an earlier one of its article, both before the text, hold the true one between them.
    """
    if not found:
        return None
    first = found[0]
    entries = [header for header in found if _opens_line(header.published, text)]
    if len({header.day for header in entries}) > 1 and first in entries:
        return None
    others = [header for header in found[1:] if header.day != first.day and not _opens_line(header.published, text)]
    if not others:
        return first.published
    above = [header for header in others if header.prose == 0]
    if len(above) == 1 and above[0].day < first.day:
        days = sorted((first.day, above[0].day))
        if "dateline" in (first.published.rule, above[0].published.rule) and (days[1] - days[0]).days <= AFTER_DESPATCH:
            return first.published
        return replace(first.published, date=edtf.interval(days[0], days[1]))
    if len(above) > 1 or any(header.day > first.day for header in others):
        return None
    return first.published


def _opens_line(published: Published, text: str) -> bool:
    """Whether a dateline is no more than its date: "3 May 2019: The bridge opened", as chronologies have it."""
    start = published.span[0] if published.span else 0
    return published.rule == "dateline" and not text[text.rfind("\n", 0, start) + 1 : start].strip()


class _Lines(NamedTuple):
    """Where the head has lines of prose, and where lists of other articles end."""

    prose: tuple[int, ...]
    lists: tuple[Span, ...]

    def prose_before(self, at: int) -> int:
        """How many lines of prose end before an offset."""
        return sum(end <= at for end in self.prose)

    def listed(self, at: int) -> bool:
        """Whether an offset lies between the heading of a list of other articles and the first line of prose."""
        return inside(list(self.lists), at)


def _lines(text: str) -> _Lines:
    prose: list[int] = []
    lists: list[Span] = []
    offset, opened = 0, -1
    for line in text[:HEAD].split("\n"):
        end = offset + len(line)
        if is_prose(line):
            prose.append(end)
            if opened >= 0:
                lists.append((opened, offset))
            opened = -1
        elif LISTS.fullmatch(line.strip()) and opened < 0:
            opened = offset
        offset = end + 1
    if opened >= 0:
        lists.append((opened, len(text)))
    return _Lines(tuple(prose), tuple(lists))


def _head_days(text: str, article: Article) -> Iterator[tuple[int, int, DateValue]]:
    """The days that the head of the text names, with their spans."""
    language = language_of(text, article.language)
    if language != "en":
        text = text.translate(DIGITS)
    head = Scan(text[:HEAD])
    anchors = Anchors(head, None, None, day_first=day_first(Scan(text), article.language or language))
    hits = walk(head, anchors)[0]
    if language != "en":
        for found in explicit_dates(head.text, language):
            if found.period.unit == "day":
                yield found.start, found.end, found.period.date
        hits = [hit for hit in hits if hit.rule in FIGURES]
    for hit in hits:
        date = _day(hit)
        if date is not None:
            yield head.starts[hit.start], head.starts[hit.end], date


def _day(hit: Hit) -> DateValue | None:
    """The day of an expression; both days of an ambiguous one as an interval, which holds the true one."""
    found = hit.found
    if found.alternatives:
        days = sorted(d.earliest for d in found.alternatives if d.earliest)
        return edtf.interval(days[0], days[-1])
    if (
        found.anchor
        or found.date is None
        or found.period is None
        or found.period.unit != "day"
        or found.date.earliest != found.date.latest
    ):
        return None
    return found.period.date
