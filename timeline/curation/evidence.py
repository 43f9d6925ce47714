"""The source's text with a record's words and its date expression marked."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from timeline.curation.wording import when
from timeline.models import Event, Mention, Source, Statement

#: Characters of the text shown around the first mark where the text is longer.
AROUND = 20_000


class Piece(NamedTuple):
    """A run of text; `words` where it is the evidence, `date` where it is the date expression."""

    text: str
    words: bool = False
    date: bool = False


class Shown(NamedTuple):
    """An article as it stands beside a record. `cut` where only the part around the evidence is shown.

    `told` says of each report of an event whether it happened and when, as the article has it.
    """

    source: Source
    pieces: list[Piece]
    placed: bool
    cut: bool
    told: tuple[str, ...] = ()

    @property
    def published(self) -> str:
        """The article's date in words."""
        return when(self.source)


def of_statement(statement: Statement) -> list[Shown]:
    """The article of a statement."""
    spans = [(start, end) for start, end in statement.spans]
    return [marked(statement.source, spans, (statement.date_start, statement.date_end))]


def of_event(event: Event) -> list[Shown]:
    """The articles that report an event, in order of the reports."""
    by_source: dict[int, list[Mention]] = {}
    for mention in event.mentions.select_related("source").order_by("source_id", "start", "pk"):
        by_source.setdefault(mention.source_id, []).append(mention)
    found = []
    for mentions in by_source.values():
        spans = [(m.start, m.end) for m in mentions if m.start is not None and m.end is not None]
        shown = marked(mentions[0].source, spans, (mentions[0].date_start, mentions[0].date_end))
        found.append(shown._replace(told=tuple(dict.fromkeys(map(_told, mentions)))))
    return found


def _told(mention: Mention) -> str:
    return ", ".join(filter(None, [mention.get_occurrence_display(), when(mention)]))


def marked(source: Source, spans: list[tuple[int, int]], date: tuple[int | None, int | None]) -> Shown:
    """The text in pieces, cut at the ends of the spans. Spans that lie outside the text mark nothing."""
    text = source.text
    spans = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
    dates = [(date[0], date[1])] if date[0] is not None and date[1] is not None and date[1] <= len(text) else []
    first = min((start for start, _ in (*spans, *dates)), default=0)
    begin, stop = 0, len(text)
    if len(text) > 2 * AROUND:
        begin, stop = max(0, first - AROUND), min(len(text), first + AROUND)
    edges = {begin, stop}
    for start, end in (*spans, *dates):
        edges |= {min(max(start, begin), stop), min(max(end, begin), stop)}
    cuts = sorted(edges)
    pieces = [
        Piece(text[start:end], _covered(start, end, spans), _covered(start, end, dates))
        for start, end in pairwise(cuts)
    ]
    return Shown(source, pieces, bool(spans), stop - begin < len(text))


def _covered(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
