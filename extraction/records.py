"""JSON lines in, JSON lines out: the records that `python -m extraction` reads and prints."""

from __future__ import annotations

from typing import Any

from extraction import edtf
from extraction.types import Article, DateValue, Event, Extraction, Published, Statement, Timex


class RecordError(ValueError):
    """A record that cannot be read; the message names the field."""


def read_article(record: object, *, use_published: bool = True) -> Article:
    """The article of a decoded line. Raises RecordError."""
    if not isinstance(record, dict):
        raise RecordError("a line must be a JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError("text: must be a string")
    published = record.get("published") if use_published else None
    if published is not None:
        if not isinstance(published, str):
            raise RecordError("published: must be a string (EDTF) or null")
        try:
            edtf.parse(published)
        except edtf.EdtfError as error:
            raise RecordError(f"published: {error}") from None
    optional = {name: record[name] for name in ("title", "publisher", "language") if isinstance(record.get(name), str)}
    return Article(text=text, published=published or "", **optional)


def write_extraction(doc_id: object, found: Extraction) -> dict[str, Any]:
    """What is printed for one document."""
    return {
        "doc_id": doc_id,
        "published": _published(found.published),
        "timexes": [_timex(t) for t in found.timexes],
        "statements": [_statement(s) for s in found.statements],
        "events": [_event(e) for e in found.events],
    }


def _date(date: DateValue | None) -> dict[str, str | None]:
    if date is None:
        return {"edtf": None, "earliest": None, "latest": None}
    return {
        "edtf": date.edtf,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }


def _published(found: Published | None) -> dict[str, Any] | None:
    if found is None:
        return None
    start, end = found.span or (None, None)
    return {**_date(found.date), "text": found.text or None, "start": start, "end": end, "rule": found.rule}


def _timex(found: Timex) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "type": found.type,
        "value": found.value,
        **_date(found.date),
        "anchor": found.anchor or None,
        "rule": found.rule,
    }
    if found.mod:
        record["mod"] = found.mod
    if found.alternatives:
        record["alternatives"] = [_date(d) for d in found.alternatives]
    return record


def _statement(found: Statement) -> dict[str, Any]:
    return {
        "spans": [list(span) for span in found.spans],
        "kind": found.speech,
        "cue": found.cue or None,
        "speaker_text": found.speaker_text or None,
        "speaker_span": list(found.speaker_span) if found.speaker_span else None,
        "speaker_name": found.speaker_name or None,
        "speaker_role": found.speaker_role or None,
        "organisation": found.organisation or None,
        "said": {**_date(found.said.date), "basis": found.said.basis},
    }


def _event(found: Event) -> dict[str, Any]:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "title": found.title,
        "when": _date(found.date),
        "time_span": [found.timex.start, found.timex.end] if found.timex else None,
        "occurrence": found.occurrence,
        "background": found.background,
        "places": [place.name for place in found.places],
        "actors": list(found.actors),
    }
