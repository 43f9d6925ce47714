"""From what the extractor found to rows that are not saved yet."""

from __future__ import annotations

from typing import Any

from django.db import models

from extraction import types as found
from extraction.matching import agency_credit
from extraction.names import folded
from timeline.models import Event, Mention, Source, Speaker, Statement
from timeline.models.dates import date_fields


def source_fields(article: found.Article, extraction: found.Extraction) -> dict[str, Any]:
    """The columns of a source that a reading decides."""
    published = extraction.published
    span = published.span if published else None
    # Where the words of the date can be read in two ways, both stay until somebody chooses.
    ambiguous = (timex for timex in extraction.timexes if (timex.start, timex.end) == span)
    readings = [reading.edtf for timex in ambiguous for reading in timex.alternatives]
    return {
        "publisher": article.publisher,
        "title": article.title,
        "url": article.url,
        "record_id": article.record_id,
        "language": article.language,
        "agency": _fit(Source, "agency", agency_credit(article.text)),
        "text": article.text,
        **date_fields(published.date if published else None),
        "date_text": _fit(Source, "date_text", published.text) if published else "",
        "rule": _fit(Source, "rule", published.rule) if published else "",
        "readings": readings,
    }


def new_speaker(name: str, organisation: str) -> Speaker:
    """A speaker that no source has named before."""
    name = _fit(Speaker, "name", name)
    return Speaker(name=name, key=speaker_key(name), organisation=_fit(Speaker, "organisation", organisation))


def speaker_key(name: str) -> str:
    """What makes it the same name."""
    return folded(name)[: _limit(Speaker, "key")]


def statement_fields(text: str, statement: found.Statement) -> dict[str, Any]:
    """The columns of a statement, its speaker left out."""
    said = statement.said
    return {
        "speaker_text": _fit(Statement, "speaker_text", statement.speaker_text),
        "role": _fit(Statement, "role", statement.speaker_role),
        "organisation": _fit(Statement, "organisation", statement.organisation),
        "speech": statement.speech,
        "text": " … ".join(text[start:end] for start, end in statement.spans),
        "cue": _fit(Statement, "cue", statement.cue),
        "relayed_via": _fit(Statement, "relayed_via", statement.relayed_via),
        "spans": [list(span) for span in statement.spans],
        "basis": said.basis,
        **_dated(said.date, said.timex, f"said-{said.basis}"),
    }


def event_fields(event: found.Event) -> dict[str, Any]:
    """The columns of an event."""
    return {
        "title": _fit(Event, "title", event.title or event.text),
        "occurrence": event.occurrence,
        "background": event.background,
        "places": [
            {"name": place.name, "lat": place.lat, "lon": place.lon, "reason": place.reason} for place in event.places
        ],
        "actors": list(event.actors),
        "basis": event.basis,
        **{
            name: value
            for name, value in _dated(event.date, event.timex, f"event-{event.basis}").items()
            if name not in ("date_start", "date_end")
        },
    }


def mention_fields(event: found.Event) -> dict[str, Any]:
    """The columns of the mention that reports an event."""
    return {
        "start": event.start,
        "end": event.end,
        "text": event.text,
        "basis": event.basis,
        "occurrence": event.occurrence,
        **_dated(event.date, event.timex, f"event-{event.basis}"),
    }


def _dated(date: found.DateValue | None, timex: found.Timex | None, rule: str) -> dict[str, Any]:
    """The columns of a date: where it was stated, the expression's own words, anchor and rule."""
    readings = [reading.edtf for reading in timex.alternatives] if timex and date is None else []
    return {
        **date_fields(date),
        "date_text": _fit(Mention, "date_text", timex.text) if timex else "",
        "anchor": _fit(Mention, "anchor", timex.anchor) if timex else "",
        "rule": _fit(Mention, "rule", timex.rule if timex else rule) if date or timex else "",
        "readings": readings,
        "date_start": timex.start if timex else None,
        "date_end": timex.end if timex else None,
    }


def _fit(model: type[models.Model], name: str, value: str) -> str:
    """A machine's words cut to what the column holds, so that both databases keep the same."""
    return value[: _limit(model, name)]


def _limit(model: type[models.Model], name: str) -> int | None:
    """Characters that a column holds."""
    limit: int | None = getattr(model._meta.get_field(name), "max_length", None)
    return limit
