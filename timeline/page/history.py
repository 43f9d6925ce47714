"""What became of a record since it was first public: when, and which of its parts. Never who, never why in private."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from timeline.ledger.documents import instant
from timeline.models import Action, Revision

#: Changes shown on a page; whoever wants all of a longer history asks the API.
MOST = 50
#: Parts of a document as the page names them. All else follows from these or counts versions.
PARTS = {
    "title": "title",
    "text": "words",
    "when": "date",
    "when_alternatives": "other datings",
    "speaker": "speaker",
    "speech": "kind of speech",
    "cue": "attribution",
    "relayed_via": "relay",
    "occurrence": "occurrence",
    "background": "background",
    "places": "places",
    "actors": "actors",
    "tags": "tags",
    "sources": "sources",
}


class Entry(NamedTuple):
    """One change: what was done, when (UTC), and which parts of the public record are new by it.

    `as_of` is the instant (RFC 3339) from which on readers saw it, where they still can.
    """

    version: int
    action: str
    at: dt.datetime
    parts: list[str]
    public: bool
    as_of: str


def history(kind: str, record_id: int) -> list[Entry]:
    """The changes that readers could see, the latest first. What came before the first publication is the desk's."""
    revisions = Revision.objects.filter(kind=kind, record_id=record_id).order_by("-version")
    rows = revisions.values_list("version", "action", "at", "numbered", "document")[: MOST + 1]
    found: list[Entry] = []
    before: Mapping[str, Any] | None = None
    for version, action, at, numbered, document in reversed(rows):
        now = orjson.loads(document) if document else None
        if now is None and before is None:
            continue
        parts = [name for part, name in PARTS.items() if before and now and before.get(part) != now.get(part)]
        if parts or before is None or now is None:
            seen = instant(numbered) if numbered and now else ""
            found.append(Entry(version, Action(action).label, at, parts, now is not None, seen))
        before = now
    return found[::-1]
