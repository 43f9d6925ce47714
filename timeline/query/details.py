"""One public record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict

from timeline.models import Action, Entry, Profile, Revision
from timeline.query import parameters as p
from timeline.query import past
from timeline.query.asked import contradictions
from timeline.query.declared import DETAIL
from timeline.query.merged import followed


@dataclass(frozen=True, slots=True)
class DetailQuery:
    """What is asked of one record."""

    as_of: dt.datetime | None = None
    fields: tuple[str, ...] = ()
    include: tuple[str, ...] = ()

    @classmethod
    def read(cls, kind: str, given: QueryDict) -> DetailQuery:
        """The query of a URL. Raises BadQuery."""
        values: dict[str, Any] = p.read(DETAIL[kind], given)
        if problems := contradictions(values):
            raise p.BadQuery(problems)
        return cls(values.get("as_of"), tuple(values.get("fields", ())), tuple(values.get("include", ())))


class Tombstone(NamedTuple):
    """What stays of a record that was erased on demand: when (UTC), and on what ground."""

    at: dt.datetime
    ground: str


class Detail(NamedTuple):
    """A record's public document; or the number of the record that it was merged into; or its tombstone."""

    document: str | None = None
    moved_to: int | None = None
    erased: Tombstone | None = None


def detail(kind: str, record_id: int, as_of: dt.datetime | None = None) -> Detail:
    """The document of a record, now or at an instant; nothing where it is not public and never was."""
    document = past.document_at(kind, record_id, as_of) if as_of else _document(kind, record_id)
    if document is not None:
        return Detail(document)
    if moved_to := _moved_to(kind, record_id, as_of):
        return Detail(moved_to=moved_to)
    return Detail(erased=tombstone(kind, record_id, as_of))


def _document(kind: str, record_id: int) -> str | None:
    shown = Entry.objects if kind in ("event", "statement") else Profile.objects
    return shown.filter(kind=kind, record_id=record_id).values_list("document", flat=True).first()


def tombstone(kind: str, record_id: int, as_of: dt.datetime | None = None, *, unseen: bool = False) -> Tombstone | None:
    """What stays of a record that readers saw and that was erased since; None of any other.

    With `as_of` it had been erased by then: what was not public then, and was erased since, was never there for a
    reader of that day. Who brings the very thing is told of it though no reader saw it (`unseen`).
    """
    revisions = Revision.objects.filter(kind=kind, record_id=record_id)
    if as_of is not None:
        revisions = revisions.filter(numbered__lte=as_of)
    last = revisions.exclude(action=Action.RENDERED).order_by("-version").values_list("action", "at", "reason").first()
    if last is None or last[0] != Action.ERASED or not (unseen or revisions.filter(public=True).exists()):
        return None
    return Tombstone(*last[1:])


def _moved_to(kind: str, record_id: int, as_of: dt.datetime | None) -> int | None:
    """Where a merged record's address leads, where that is public."""
    into = followed(kind, [record_id], as_of).get(record_id)
    if into is None:
        return None
    found = detail(kind, into, as_of)
    return into if found.document is not None or found.erased else None
