"""Giving an article its date: what would become of its records, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from extraction import edtf, extract
from extraction.places import GazetteerError
from timeline import ledger
from timeline.curation.wording import notation, when
from timeline.importing.places import places_of
from timeline.importing.reextract import Rereading, reread, stored_article, write_rereading
from timeline.models import Action, Event, Source, State, Statement
from timeline.models.dates import date_fields, given_date

#: Characters of the text in which a publication date stands.
HEAD = 2000


@dataclass(slots=True)
class Line:
    """One record's difference, for people."""

    kind: str
    title: str
    before: str
    after: str


@dataclass(slots=True)
class Preview:
    """What giving the date would do. `kept` counts records that stay as people decided.

    `warning` says where a curator's own places, with which the article was read, are out of reach.
    """

    added: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    gone: list[Line] = field(default_factory=list)
    kept: int = 0
    warning: str = ""


def preview(source: Source, date: str) -> Preview:
    """The difference that a publication date makes; nothing is written. Raises EdtfError."""
    for name, value in given_date(date).items():
        setattr(source, name, value)
    source.held = sorted({*source.held, "edtf"})
    return _lines(*_reread(source))


def give_date(source_id: int, version: int, date: str, author: ledger.Author) -> Preview:
    """Give the article its date and read it anew, in one transaction. Raises EdtfError, Conflict, ValidationError."""
    edtf.given(date)
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source_id)
        source.version = version
        ledger.edit(source, given_date(date), author)
        if "edtf" not in source.held:
            # The date that a curator confirms is the curator's from now on.
            source.held = sorted({*source.held, *date_fields(None)})
            ledger.write([ledger.Change(source, Action.EDITED)], author)
        rereading, warning = _reread(source)
        lines = _lines(rereading, warning)
        write_rereading(rereading, author)
    return lines


def choose_reading(record: Statement | Event, reading: str, author: ledger.Author) -> bool:
    """Settle an ambiguous date on one of its readings. Raises ValueError where it is not one of them."""
    if reading not in record.readings:
        raise ValueError(f"{reading} is not one of the readings")
    # The words that were read in two ways stay the date's reason.
    return ledger.edit(record, {"edtf": reading, "date_text": record.date_text}, author)


def candidates(source: Source) -> list[tuple[str, str]]:
    """Dates at the head of the text that could be its publication date: (EDTF, in words)."""
    found: dict[str, str] = {}
    for timex in extract(stored_article(source)).timexes:
        if timex.start > HEAD:
            break
        dates = timex.alternatives or ((timex.date,) if timex.date and timex.date.precision == "day" else ())
        for date in dates:
            found.setdefault(date.edtf, f"{notation(date.edtf)} (“{timex.text}”)")
    return list(found.items())[:6]


def _reread(source: Source) -> tuple[Rereading, str]:
    """The article read anew with the places that it was read with; and what to say where they are out of reach."""
    try:
        return reread(source, places_of(source), dating=True), ""
    except GazetteerError as error:
        return reread(
            source, dating=True
        ), f"Its own places are out of reach, those of GeoNames alone are found: {error}."


def _lines(rereading: Rereading, warning: str) -> Preview:
    found, source = rereading.difference, rereading.source
    statements = Statement.objects.in_bulk([row.pk for row in found.changed_statements])
    events = Event.objects.in_bulk([event.pk for event, _ in found.changed_events])
    lines = Preview(warning=warning)
    lines.added = [Line("statement", str(row), "", when(row)) for row in found.statements]
    lines.added += [Line("event", str(event), "", when(event)) for event, _ in found.events]
    lines.changed = [
        Line("statement", str(row), when(statements[row.pk]), when(row)) for row in found.changed_statements
    ]
    lines.changed += [
        Line("event", str(event), when(events[event.pk]), when(event)) for event, _ in found.changed_events
    ]
    lines.gone = [Line("statement", str(row), when(row), "") for row in found.gone_statements]
    lines.gone += [Line("event", str(event), when(event), "") for event, _ in found.gone_events]
    decided = source.statements.exclude(state=State.PROPOSED).count()
    decided += Event.objects.filter(mentions__source=source).exclude(state=State.PROPOSED).distinct().count()
    changed = [*found.changed_statements, *(event for event, _ in found.changed_events)]
    lines.kept = decided - len([record for record in changed if record.state != State.PROPOSED])
    return lines
