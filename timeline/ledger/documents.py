"""The public JSON of a record, as docs/api.md shows it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import orjson

from timeline.models import Event, Mention, Source, Speaker, Statement
from timeline.models.dates import opened

API = "/api/v1"
#: Characters of context on each side of a quotation: enough to find it again in a changed page
#: (W3C Web Annotation, TextQuoteSelector), too few to stand for the article.
CONTEXT = 32


def dumps(document: dict[str, Any]) -> str:
    """JSON as it is kept and served."""
    return orjson.dumps(document).decode()


def instant(value: dt.datetime) -> str:
    """A UTC instant to the microsecond, always of the same length so that texts sort as instants do."""
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def statement_document(statement: Statement) -> dict[str, Any]:
    """The document of a statement; its source and speaker must be loaded."""
    speaker = statement.speaker
    evidence = [_evidence(statement.source.text, start, end, statement.date_text) for start, end in statement.spans]
    if not evidence:
        evidence = [_unplaced(statement.text, statement.date_text)]
    return {
        "id": f"statement-{statement.pk}",
        "kind": "statement",
        "url": f"{API}/statements/{statement.pk}/",
        "title": str(statement),
        "status": statement.state,
        "when": _when(statement),
        "when_alternatives": [],
        "text": statement.text,
        "speaker": {
            "id": speaker.pk if speaker else None,
            "name": statement.shown_speaker,
            "role": statement.role,
            "organisation": statement.organisation,
        },
        "speech": statement.speech,
        "cue": statement.cue,
        "relayed_via": statement.relayed_via,
        "sources": [{**_cited(statement.source), "evidence": evidence}],
        "independent_sources": 1,
        **_history(statement),
    }


def event_document(event: Event, mentions: list[Mention]) -> dict[str, Any]:
    """The document of an event, with its mentions in order of their sources; the sources must be loaded."""
    by_source: dict[int, dict[str, Any]] = {}
    for mention in sorted(mentions, key=lambda m: (m.source_id, m.start or 0, m.pk)):
        source = mention.source
        cited = by_source.setdefault(source.pk, {**_cited(source), "evidence": []})
        if mention.start is None or mention.end is None:
            cited["evidence"].append(_unplaced(mention.text, mention.date_text))
        else:
            cited["evidence"].append(_evidence(source.text, mention.start, mention.end, mention.date_text))
    return {
        "id": f"event-{event.pk}",
        "kind": "event",
        "url": f"{API}/events/{event.pk}/",
        "title": event.title,
        "status": event.state,
        "when": _when(event),
        "when_alternatives": other_datings(event, mentions),
        "text": event.summary or (mentions[0].text if mentions else ""),
        "occurrence": event.occurrence,
        "background": event.background,
        "places": [_place(place) for place in event.places],
        "actors": event.actors,
        "tags": event.tags,
        "sources": list(by_source.values()),
        "independent_sources": independent_sources(mentions),
        **_history(event),
    }


def _place(place: dict[str, Any]) -> dict[str, Any]:
    """A place and why it was taken for this one of its name; null where a person gave it."""
    return {
        "name": place["name"],
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "reason": place.get("reason") or None,
    }


def source_document(source: Source) -> dict[str, Any]:
    """The document of a source: what is known of the article, never its text."""
    return {
        "id": source.pk,
        "kind": "source",
        **{name: value for name, value in _cited(source).items() if name != "id"},
        "language": source.language,
        "dateline": source.dateline,
        "agency": source.agency,
        "copy_of": source.copy_of_id,
        "retrieved": instant(source.retrieved),
        **_history(source),
    }


def speaker_document(speaker: Speaker) -> dict[str, Any]:
    """The document of a speaker."""
    return {
        "id": speaker.pk,
        "kind": "speaker",
        "url": f"{API}/speakers/{speaker.pk}/",
        "name": speaker.name,
        "aliases": speaker.aliases,
        "organisation": speaker.organisation,
        **_history(speaker),
    }


def independent_sources(mentions: list[Mention]) -> int:
    """How many sources report the event, with copies of one text counted as one."""
    return len({mention.source.copy_of_id or mention.source_id for mention in mentions})


def other_datings(event: Event, mentions: list[Mention]) -> list[dict[str, Any]]:
    """Dates that mentions give and the event does not have, with their sources: side by side, never averaged."""
    found: dict[tuple[Any, Any], dict[str, Any]] = {}
    for mention in mentions:
        bounds = (mention.earliest, mention.latest)
        if bounds != (event.earliest, event.latest) and (when := _when(mention)):
            sources = found.setdefault(bounds, {**when, "sources": []})["sources"]
            if mention.source_id not in sources:
                sources.append(mention.source_id)
    return list(found.values())


def _when(record: Statement | Event | Mention) -> dict[str, Any] | None:
    if record.earliest is None or record.latest is None:
        return None
    return {
        "edtf": record.edtf,
        "text": record.date_text,
        "precision": record.precision,
        "start": opened(record.earliest),
        "end": opened(record.latest),
        "anchor": record.anchor or None,
        "rule": record.rule or None,
        "basis": record.basis or None,
    }


def _cited(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url or None,
        "published": {"edtf": source.edtf, "start": opened(source.earliest), "end": opened(source.latest)}
        if source.earliest and source.latest
        else None,
    }


def _evidence(text: str, start: int, end: int, date_text: str) -> dict[str, Any]:
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
        "date_text": date_text or None,
    }


def _unplaced(words: str, date_text: str) -> dict[str, Any]:
    """Evidence that no longer stands in the text: the article changed after a person had approved the words."""
    return {"exact": words, "prefix": None, "suffix": None, "start": None, "end": None, "date_text": date_text or None}


def _history(record: Statement | Event | Source | Speaker) -> dict[str, Any]:
    return {
        "version": record.version,
        "created": instant(record.created),
        "updated": instant(record.updated),
    }
