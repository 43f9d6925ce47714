"""Decisions of a curator, kept as a file: each names its record by what does not change when the extractor does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction

from extraction.cleaning import clean
from timeline import ledger
from timeline.ledger import Author
from timeline.models import Mention, Revision, Source, Statement
from timeline.models.record import Record, Reviewed

RECORDS = ("source", "speaker", "statement", "event")
ACTIONS = ("approve", "reject", "edit", "merge")
#: What can be merged: one happening that several articles report, one person under two names.
MERGES = {"event": ledger.merge_events, "speaker": ledger.merge_speakers}


class DecisionError(ValueError):
    """A decision that cannot be read; the message names its number and field."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about the records of one source whose words are, contain or are contained in `exact`."""

    record: str
    source: str
    action: str
    exact: str = ""
    reason: str = ""
    set: dict[str, Any] = field(default_factory=dict)
    into: dict[str, str] = field(default_factory=dict)


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a JSON file. Raises DecisionError."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, json.JSONDecodeError) as error:
        raise DecisionError(f"{path}: {error}") from None
    if not isinstance(found, list):
        raise DecisionError(f"{path}: must be a JSON array")
    return [_decision(path, number, item) for number, item in enumerate(found, start=1)]


def _decision(path: Path, number: int, item: Any) -> Decision:
    where = f"{path}, decision {number}"
    if not isinstance(item, dict) or not all(isinstance(key, str) for key in item):
        raise DecisionError(f"{where}: must be an object")
    if unknown := item.keys() - {"record", "source", "exact", "action", "reason", "set", "into"}:
        raise DecisionError(f"{where}: {', '.join(sorted(unknown))}: not a field of a decision")
    decision = Decision(**{"record": "", "source": "", "action": "", **item})
    if decision.record not in RECORDS:
        raise DecisionError(f"{where}: record: must be one of {', '.join(RECORDS)}")
    if decision.action not in ACTIONS:
        raise DecisionError(f"{where}: action: must be one of {', '.join(ACTIONS)}")
    if decision.action == "merge":
        if decision.record not in MERGES:
            raise DecisionError(f"{where}: action: a {decision.record} cannot be merged")
        if not isinstance(decision.into, dict) or decision.into.keys() != {"source", "exact"}:
            raise DecisionError(f"{where}: into: must name the source and exact words of the one that is kept")
    elif decision.action != "edit" and decision.record in ("source", "speaker"):
        raise DecisionError(f"{where}: action: a {decision.record} is public when a published record cites it")
    if not decision.source:
        raise DecisionError(f"{where}: source: must name the article's URL or file")
    if decision.action == "reject" and not decision.reason:
        raise DecisionError(f"{where}: reason: must say why")
    return decision


def take(decisions: list[Decision], author: Author) -> Iterator[tuple[Decision, int]]:
    """Take each decision through the ledger; with it, how many records it met (0: the extractor found no such record).

    A record that somebody else has decided about is left as they decided. Raises DecisionError where an edit is
    not valid; what was decided before stays.
    """
    for decision in decisions:
        by = Author(author.user, author.run, decision.reason)
        with transaction.atomic():
            records = _records(decision.record, decision.source, decision.exact)
            met = len(records)
            records = [record for record in records if not _decided_by_another(record, author)]
            reviewed = [record for record in records if isinstance(record, Reviewed)]
            if decision.action == "approve":
                ledger.approve(reviewed, by)
            elif decision.action == "reject":
                ledger.reject(reviewed, by)
            elif decision.action == "merge":
                kept = _records(decision.record, decision.into["source"], decision.into["exact"])
                met = met if kept else 0
                records = records if kept else []
                others = [record.pk for record in records if record.pk != kept[0].pk]
                if others:
                    MERGES[decision.record](kept[0].pk, others, by)
            else:
                for record in records:
                    _edit(record, decision, by)
        yield decision, met


def _decided_by_another(record: Record, author: Author) -> bool:
    revisions = Revision.objects.filter(kind=record.KIND, record_id=record.pk, user__isnull=False)
    return revisions.exclude(user=author.user).exists()


def _edit(record: Record, decision: Decision, author: Author) -> None:
    try:
        fields = dict(decision.set)
        for name in fields:
            record._meta.get_field(name)
        ledger.edit(record, fields, author)
    except (ValidationError, FieldDoesNotExist) as error:
        raise DecisionError(f"{decision.record} of {decision.source}: set: {error}") from None


def _records(kind: str, name: str, words: str) -> list[Record]:
    source = _source(name)
    if source is None:
        return []
    exact = clean(words)
    if kind == "source":
        return [source]
    if kind == "event":
        mentions = Mention.objects.filter(source=source).select_related("event").order_by("id")
        met = {m.event_id: m.event for m in mentions if exact in m.text or m.text in exact}
        return list(met.values())
    statements = Statement.objects.filter(source=source).select_related("source", "speaker").order_by("id")
    if kind == "statement":
        return [s for s in statements if exact in s.text or s.text in exact]
    # Merged under another name, somebody is still found by the old one.
    speakers = {
        s.speaker.pk: s.speaker
        for s in statements
        if s.speaker and any(exact in name for name in (s.speaker.name, *s.speaker.aliases))
    }
    return list(speakers.values())


def _source(name: str) -> Source | None:
    """The source at an address, or read from a file of that name."""
    if "://" in name:
        return Source.at(name).first()
    for source in Source.objects.filter(url="", origin__endswith=name).order_by("id"):
        if Path(source.origin).name == name:
            return source
    return None
