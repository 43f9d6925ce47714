"""Of each document what was asked for: some fields, the words found, and the records that it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import orjson

from timeline.models import Profile
from timeline.query import past
from timeline.query.asked import Query
from timeline.query.search import Search, highlights

#: Records included with a page.
MOST_INCLUDED = 1000
KINDS = {"speakers": "speaker", "sources": "source"}


def select(documents: Iterable[str], query: Query) -> Iterable[str]:
    """The documents as they are kept, unless `fields` or `q` ask for something else."""
    if not query.fields and not query.search:
        return documents
    return (selected(document, query.fields, query.search) for document in documents)


def selected(document: str, fields: tuple[str, ...], search: Search | None = None) -> str:
    """One document with only the fields, and with the fragments that a search found in it."""
    if not fields and not search:
        return document
    whole = orjson.loads(document)
    found = {name: whole[name] for name in fields if name in whole} if fields else whole
    if search:
        texts = [whole.get(name) or "" for name in ("text", "title", "name")]
        found["highlights"] = next((marked for text in texts if (marked := highlights(search, text))), [])
    return orjson.dumps(found).decode()


def included(documents: Iterable[str], names: tuple[str, ...], as_of: dt.datetime | None) -> dict[str, list[str]]:
    """The documents of the speakers and sources that documents name, each once, in order of their numbers."""
    wanted: dict[str, set[int]] = {name: set() for name in names}
    for document in documents if names else ():
        whole = orjson.loads(document)
        if "sources" in wanted:
            wanted["sources"].update(source["id"] for source in whole["sources"])
        if "speakers" in wanted and (said := whole.get("speaker")) and said["id"]:
            wanted["speakers"].add(said["id"])
    found = {}
    for name, ids in wanted.items():
        rows = past.standing_at(as_of) if as_of else Profile.objects
        rows = rows.filter(kind=KINDS[name], record_id__in=sorted(ids)[:MOST_INCLUDED])
        found[name] = list(rows.order_by("record_id").values_list("document", flat=True))
    return found
