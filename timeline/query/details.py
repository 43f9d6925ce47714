"""One public record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict

from timeline.models import Entry, Event, Profile, Speaker
from timeline.query import parameters as p
from timeline.query import past
from timeline.query.asked import contradictions
from timeline.query.declared import DETAIL


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


class Detail(NamedTuple):
    """A record's public document; or the number of the record that it was merged into."""

    document: str | None = None
    moved_to: int | None = None


def detail(kind: str, record_id: int, as_of: dt.datetime | None = None) -> Detail:
    """The document of a record, now or at an instant; nothing where it is not public."""
    if as_of:
        return Detail(past.document_at(kind, record_id, as_of))
    shown = Entry.objects if kind in ("event", "statement") else Profile.objects
    document = shown.filter(kind=kind, record_id=record_id).values_list("document", flat=True).first()
    if document is not None:
        return Detail(document)
    return Detail(moved_to=_merged(kind, record_id))


def _merged(kind: str, record_id: int) -> int | None:
    """Where a merged record's address leads: to the end of the chain, where that is public."""
    merges = Event.objects if kind == "event" else Speaker.objects if kind == "speaker" else None
    if merges is None:
        return None
    at: int | None = record_id
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        into: int | None = merges.filter(pk=at).values_list("merged_into", flat=True).first()
        if into is None:
            break
        at = into
    return at if at is not None and at != record_id and detail(kind, at).document is not None else None
