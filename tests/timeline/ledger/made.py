"""Records for tests, written as everything is: through the ledger."""

from __future__ import annotations

import itertools
from typing import Any

from extraction import edtf
from extraction.names import folded
from timeline.ledger import Author, Change, approve, write
from timeline.models import Action, Event, Mention, Source, Speaker, Statement

numbers = itertools.count(1)
TEXT = "The minister spoke on Sunday. “We will rebuild the bridge,” Anna Berg said. The bridge had collapsed in May."


def a_source(**fields: Any) -> Source:
    """An article, with its own identity."""
    number = next(numbers)
    date = fields.pop("date", "")
    source = Source(
        **{
            "identity": f"test:{number}",
            "publisher": "The Gazette",
            "title": f"Article {number}",
            "text": TEXT,
            "sha256": f"{number:064}",
            "fingerprint": f"{number:064}",
            **fields,
        }
    )
    source.set_date(edtf.parse(date) if date else None)
    write([Change(source, Action.CREATED)], Author())
    return source


def a_speaker(name: str = "Anna Berg", **fields: Any) -> Speaker:
    """A speaker."""
    speaker = Speaker(name=name, key=folded(name), **fields)
    write([Change(speaker, Action.CREATED)], Author())
    return speaker


def a_statement(source: Source | None = None, speaker: Speaker | None = None, **fields: Any) -> Statement:
    """A statement of the source's words."""
    source = source or a_source()
    text = fields.pop("text", "We will rebuild the bridge,")
    date = fields.pop("date", "2024-07-14")
    at = source.text.find(text)
    spans = [[at, at + len(text)]] if at >= 0 else []
    statement = Statement(source=source, speaker=speaker, text=text, speech="direct", spans=spans, **fields)
    statement.set_date(edtf.parse(date) if date else None, rule="weekday", text="Sunday")
    write([Change(statement, Action.CREATED)], Author())
    return statement


def an_event(*sources: Source, date: str = "2024-05", **fields: Any) -> Event:
    """An event that the sources report."""
    event = Event(title=fields.pop("title", "The bridge collapsed"), **fields)
    event.set_date(edtf.parse(date) if date else None, rule="month", text="in May")
    mentions = []
    for source in sources or (a_source(),):
        text = "The bridge had collapsed in May."
        at = source.text.find(text)
        mention = Mention(source=source, text=text, start=at, end=at + len(text)) if at >= 0 else None
        mention = mention or Mention(source=source, text=text)
        mention.set_date(event.date, rule="month", text="in May")
        mentions.append(mention)
    write([Change(event, Action.CREATED, mentions=mentions)], Author())
    return event


def published(record: Any) -> Any:
    """The record, approved."""
    approve([record], Author())
    return record
