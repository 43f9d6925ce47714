"""Stored texts read anew: by a newer extractor, or with the publication date that a person has given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from extraction import Article, extract
from extraction.places import Gazetteer
from timeline.importing import rows
from timeline.importing.article import apply
from timeline.importing.difference import Difference, compare
from timeline.ledger import Author, Change, write
from timeline.models import Action, Event, Mention, Source, Statement

#: The columns that the text and its metadata decide; the rest is as it was read.
DATED = ("edtf", "earliest", "latest", "precision", "date_text", "rule", "readings")

#: Columns that say what another one says, and how the date is called.
FOLLOWING, NAMED = frozenset(("earliest", "latest", "precision")), {"edtf": "date"}
NAMED_OF_SOURCE = {"edtf": "published"}


@dataclass(slots=True)
class Rereading:
    """What the present extractor says of a stored text, against what is there."""

    source: Source
    #: The old value of each of its columns that is read otherwise now.
    before: dict[str, Any]
    difference: Difference

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.before and self.difference.empty

    def __str__(self) -> str:
        """The difference as lines, one for each record."""
        name = self.source.title or self.source.origin or str(self.source)
        lines = [f"{name} (source {self.source.pk})"]
        lines += [
            f"  ~ {NAMED_OF_SOURCE.get(name, name)}: {_shown(old)} -> {_shown(getattr(self.source, name))}"
            for name, old in self.before.items()
            if name not in FOLLOWING
        ]
        reports = {id(event): report for event, report in self._reports()}
        for mark, records in self._changes():
            for record in records:
                lines.append(f"  {mark} {record.KIND}: {record} [{record.edtf or 'undated'}]")
                if mark == "~":
                    lines += [f"      {line}" for line in _changed_fields(record)]
                if mark == "~" and id(record) in reports:
                    lines += [f"      report's {line}" for line in _changed_fields(reports[id(record)])]
        return "\n".join(lines)

    def counts(self) -> dict[str, int]:
        """How many records are added, changed and gone."""
        words = {"+": "added", "~": "changed", "-": "gone"}
        return {words[mark]: len(records) + (mark == "~" and bool(self.before)) for mark, records in self._changes()}

    def _reports(self) -> list[tuple[Event, Mention]]:
        return [*self.difference.changed_events, *self.difference.moved_events]

    def _changes(self) -> list[tuple[str, list[Any]]]:
        found = self.difference
        return [
            ("+", [*found.statements, *(event for event, _ in found.events)]),
            (
                "~",
                [
                    *found.changed_statements,
                    *found.moved_statements,
                    *(event for event, _ in self._reports()),
                ],
            ),
            ("-", [*found.gone_statements, *(event for event, _ in found.gone_events)]),
        ]


def _changed_fields(record: Statement | Event | Mention) -> list[str]:
    """What of a record is another than in the database: "places: Oslo -> Bergen"."""
    stored = type(record)._default_manager.get(pk=record.pk)
    lines = []
    for field in record._meta.concrete_fields:
        old, new = getattr(stored, field.attname), getattr(record, field.attname)
        if old != new and field.name not in FOLLOWING:
            lines.append(f"{NAMED.get(field.name, field.name)}: {_shown(old)} -> {_shown(new)}")
    return lines


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_shown, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part not in (None, ""))
    return "none" if value in (None, "") else str(value)


def stored_article(source: Source) -> Article:
    """The article as it was read. A date that its file or a person gave stays; one found in the text is looked for."""
    given = source.rule == "given" or "edtf" in source.held
    return Article(
        text=source.text,
        title=source.title,
        url=source.url,
        publisher=source.publisher,
        record_id=source.record_id,
        language=source.language,
        published=source.edtf if given else "",
    )


def reread(source: Source, gazetteer: Gazetteer | None = None, *, dating: bool = False) -> Rereading:
    """Extract a stored text again and compare; nothing is written. The source's columns are set to the new reading.

    `dating`: as `compare` has it.
    """
    article = stored_article(source)
    extraction = extract(article, gazetteer)
    fields = rows.source_fields(article, extraction)
    before = {}
    for name in (*DATED, "agency"):
        if ("edtf" if name in DATED else name) not in source.held and getattr(source, name) != fields[name]:
            before[name] = getattr(source, name)
            setattr(source, name, fields[name])
    return Rereading(source, before, compare(source, extraction, fresh=False, dating=dating))


def write_rereading(rereading: Rereading, author: Author) -> None:
    """Write what `reread` found, in one transaction. Raises Conflict where somebody changed a record since."""
    with transaction.atomic():
        if rereading.before:
            write([Change(rereading.source, Action.EDITED)], author)
        apply(rereading.difference, author)
