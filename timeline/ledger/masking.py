"""Masks a person's names: in texts, in the rows that hold them, and in what documents cite of articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.utils import timezone

from extraction.names import folded
from timeline.ledger.scrubbing import BATCH, deep
from timeline.models import Event, Mention, Revision, Source, Speaker, Statement
from timeline.models.record import Record

#: One for one code point of a name, so that every offset holds.
MARK = "█"
#: Fewer letters of a name that was cut say nothing of it where a text was shortened.
LEAST_LEFT = 3
#: Columns that take less than this hold no sentences.
SHORTEST_CUT = 100


class Masker:
    """Masks names, whatever their case and the spaces in them, where they stand as whole words.

    Of a name that was cut where a text was shortened, what is left goes, too.
    """

    def __init__(self, names: set[str]) -> None:
        spelt = {*names, *map(folded, names)} - {""}
        self.whole = re.compile(rf"(?<!\w)(?:{_any_of(spelt)})(?!\w)", re.IGNORECASE)
        # Their case counts: "the…" is not the beginning of Theresa.
        parts = {part for name in names for part in (*_beginnings(name), *_beginnings(name.upper()))}
        beginning = rf"(?<!\w)(?:{_any_of(parts)})" if parts else r"(?!)"
        self.marked_as_cut = re.compile(rf"{beginning}(?=…)")
        self.cut = re.compile(rf"{beginning}\s*\Z")
        words = {" ".join(name.split()[:count]) for name in names for count in range(1, len(name.split()))}
        self.first_words = re.compile(rf"(?<!\w)(?:{_any_of(words)})\Z" if words else r"(?!)")

    def __call__(self, text: str) -> str:
        text = self.marked_as_cut.sub(_hidden, self.whole.sub(_hidden, text))
        return self.cut.sub(_hidden, text) if len(text) in _lengths() else text

    def title(self, title: str) -> str:
        """A title without the first words of a name at its end: titles are cut between words."""
        return self.first_words.sub(_hidden, title)

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand in a text, and how they are written there."""
        return ((found.start(), found.group()) for found in self.whole.finditer(text))


def _any_of(names: Iterable[str]) -> str:
    """A pattern of names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)


def _beginnings(name: str) -> set[str]:
    """What is left of a name that was cut, as far as it can be told from other words."""
    return {name[:length].strip() for length in range(LEAST_LEFT, len(name))}


def _hidden(found: re.Match[str]) -> str:
    return MARK * len(found.group())


@cache
def _lengths() -> frozenset[int]:
    """The lengths at which texts are cut to fit their columns."""
    models_ = (Source, Mention, Event, Statement, Speaker, Revision)
    lengths = {getattr(column, "max_length", None) or 0 for model in models_ for column in model._meta.concrete_fields}
    return frozenset(length for length in lengths if length >= SHORTEST_CUT)


class Surroundings:
    """Masks names in the words of an article that a document cites, and in those before and after them.

    They are cut at a number of letters, wherever that is: what is left of a name there is told by where the name
    stood in the article.
    """

    def __init__(self, masked: Masker) -> None:
        self.masker = masked
        self.names: dict[int, set[tuple[int, str]]] = {}
        versions = Revision.objects.filter(kind="source").values_list("record_id", "snapshot__text")
        for source_id, text in versions.order_by("pk").iterator(BATCH):
            if found := set(masked.found(text or "")):
                self.names.setdefault(source_id, set()).update(found)

    def masked(self, kept: dict[str, Any]) -> dict[str, Any]:
        """A part of a version or a document, without what is left of names in its evidence and its title."""
        title = kept.get("title") if kept.get("kind") == "event" or "mentions" in kept else None
        evidence = kept.get("evidence")
        # A name that ends a title may be another's: it goes where what is told under the title has the whole name.
        if isinstance(title, str) and self.masker.title(title) != title and deep(kept, self.masker) != kept:
            kept = {**kept, "title": self.masker.title(title)}
        if isinstance(evidence, list) and (names := self.names.get(kept.get("id") or 0)):
            kept = {**kept, "evidence": [_uncovered(one, names) for one in evidence]}
        return kept


def _uncovered(evidence: dict[str, Any], names: Iterable[tuple[int, str]]) -> dict[str, Any]:
    """Evidence with each part of a name masked that stands where the article had the name."""
    parts = [evidence[name] for name in ("prefix", "exact", "suffix")]
    if evidence["start"] is None or None in parts:
        return evidence
    words, first = "".join(parts), evidence["start"] - len(parts[0])
    for at, name in names:
        start, end = max(at - first, 0), min(at - first + len(name), len(words))
        if start < end and words[start:end] == name[start + first - at : end + first - at]:
            words = words[:start] + MARK * (end - start) + words[end:]
    exact, suffix = len(parts[0]), len(parts[0]) + len(parts[1])
    return {**evidence, "prefix": words[:exact], "exact": words[exact:suffix], "suffix": words[suffix:]}


def holding(masked: Masker, speakers: dict[int, Speaker]) -> Iterator[tuple[Record, list[Mention]]]:
    """Records that hold the name, masked, with the reports of events that do."""
    sources = {}
    for source in Source.objects.select_for_update().order_by("pk").iterator(BATCH):
        if _mask(source, masked):
            source.erased = timezone.now()
            sources[source.pk] = source
            yield source, []
    found: dict[int, list[Mention]] = {}
    for mention in Mention.objects.select_related("source").order_by("pk").iterator(BATCH):
        if _mask(mention, masked):
            mention.source = sources.get(mention.source_id, mention.source)
            found.setdefault(mention.event_id, []).append(mention)
    for event in Event.objects.select_for_update().order_by("pk").iterator(BATCH):
        cut = event.title
        if event.pk in found or masked(event.summary) != event.summary:
            event.title = masked.title(event.title)
        if _mask(event, masked) or event.title != cut or event.pk in found:
            yield event, found.get(event.pk, [])
    rows = Statement.objects.select_for_update(of=("self",)).select_related("source", "speaker").order_by("pk")
    for statement in rows.iterator(BATCH):
        if _mask(statement, masked):
            statement.source = sources.get(statement.source_id, statement.source)
            statement.speaker = speakers.get(statement.speaker_id or 0, statement.speaker)
            yield statement, []
    for speaker in Speaker.objects.select_for_update().order_by("pk").iterator(BATCH):
        if _mask(speaker, masked):
            yield speaker, []


def _mask(row: models.Model, masked: Callable[[str], str]) -> bool:
    """Mask the texts of a row; whether any held the name."""
    changed = False
    for column in row._meta.concrete_fields:
        if column.choices or column.name in ("identity", "key", "sha256", "fingerprint", "url", "held"):
            continue
        value = getattr(row, column.attname)
        new = deep(value, masked) if isinstance(value, str | list | dict) else value
        if new != value:
            setattr(row, column.attname, new)
            changed = True
    return changed
