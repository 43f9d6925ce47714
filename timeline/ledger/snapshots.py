"""All fields of a record as JSON, and back: what a revision keeps for differences and undo."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models

from timeline.models import Event, Mention
from timeline.models.record import Record

#: These say when and how often, not what; a restored record counts on.
BOOKKEEPING = frozenset({"id", "version", "created", "updated"})
#: Follows from the reports, which a snapshot holds.
DERIVED = frozenset({"first_source"})


def snapshot(record: models.Model, mentions: list[Mention] | None = None) -> dict[str, Any]:
    """The record's fields; of an event also its mentions, which are part of it."""
    names = [field.attname for field in record._meta.concrete_fields if field.name not in DERIVED]
    kept = {name: _plain(getattr(record, name)) for name in names}
    if isinstance(record, Event):
        kept["mentions"] = [snapshot(mention) for mention in mentions or []]
    return kept


def name(record: Record) -> dict[str, Any]:
    """What the record's state goes by."""
    return {"version": record.version, "updated": _plain(record.updated)}


def restore(record: models.Model, kept: dict[str, Any]) -> list[str]:
    """Set the record's fields to a snapshot's; returns the names of those that changed. Mentions are the caller's."""
    changed = []
    for field in record._meta.concrete_fields:
        name = field.attname
        if name in BOOKKEEPING or name not in kept:
            continue
        value = field.to_python(kept[name])
        if getattr(record, name) != value:
            setattr(record, name, value)
            changed.append(name)
    return changed


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value
