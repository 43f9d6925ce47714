"""One published record."""

from __future__ import annotations

from typing import NamedTuple

from timeline.models import Entry, Event, Profile, Speaker


class Detail(NamedTuple):
    """A record's public document; or the number of the record that it was merged into."""

    document: str | None = None
    moved_to: int | None = None


def detail(kind: str, record_id: int) -> Detail:
    """The document of a record; nothing where it is not public."""
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
