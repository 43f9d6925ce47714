"""What readers see: entries of the timeline and profiles of sources and speakers, kept true to the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import models

from extraction.names import folded
from timeline.ledger import documents, tallies
from timeline.models import (
    Entry,
    EntryKey,
    EntryPoint,
    Event,
    Mention,
    Profile,
    SearchText,
    Source,
    Speaker,
    State,
    Statement,
    Tally,
)
from timeline.models.entry import number
from timeline.models.record import Record

#: Characters of a key, and of the words that a record is searched by: more would not fit the indexes.
VALUE = 200
WORDS = 20_000


def shown(record: Statement | Event) -> bool:
    """Whether the public sees it."""
    return record.state == State.PUBLISHED and getattr(record, "merged_into_id", None) is None


class Item(NamedTuple):
    """A record as it stands now, with the mentions of an event; `gone` where it is deleted."""

    record: Record
    mentions: list[Mention]
    gone: bool = False


def publish(items: Iterable[Item]) -> list[str]:
    """Show and hide, so that readers see what is public; the public document of each item, empty where it has none.

    The number of statements does not grow with the items.
    """
    items = list(items)
    cited = {
        Source: cited_sources(item.record.pk for item in items if isinstance(item.record, Source)),
        Speaker: cited_speakers(item.record.pk for item in items if isinstance(item.record, Speaker)),
    }
    rendered = {number(item.record.KIND, item.record.pk): _document(item, cited) for item in items}
    texts = {at: documents.dumps(document) if document else "" for at, document in rendered.items()}
    read = [item for item in items if isinstance(item.record, Statement | Event)]
    _publish_entries(read, rendered, texts)
    profiles = [
        _profile(item.record, texts[number(item.record.KIND, item.record.pk)])
        for item in items
        if isinstance(item.record, Source | Speaker)
    ]
    _put(Profile, [profile for profile in profiles if profile.document])
    Profile.objects.filter(pk__in=[profile.pk for profile in profiles if not profile.document]).delete()
    _put(SearchText, [SearchText(id=at, text=searched(document)) for at, document in rendered.items() if document])
    SearchText.objects.filter(pk__in=[at for at, document in rendered.items() if not document]).delete()
    return [texts[number(item.record.KIND, item.record.pk)] for item in items]


def _document(item: Item, cited: dict[Any, set[int]]) -> dict[str, Any] | None:
    """The record's public document; None where it has none."""
    record = item.record
    if item.gone:
        return None
    if isinstance(record, Source):
        return documents.source_document(record) if record.pk in cited[Source] else None
    if isinstance(record, Speaker):
        there = record.pk in cited[Speaker] and record.merged_into_id is None
        return documents.speaker_document(record) if there else None
    assert isinstance(record, Statement | Event)
    if not shown(record):
        return None
    if isinstance(record, Event):
        return documents.event_document(record, item.mentions)
    return documents.statement_document(record)


def _publish_entries(items: list[Item], rendered: dict[int, dict[str, Any] | None], texts: dict[int, str]) -> None:
    """Bring entries, keys, points and tallies up to date."""
    if not items:
        return
    numbers = [number(item.record.KIND, item.record.pk) for item in items]
    before = _counted(numbers)
    points = _points(numbers)
    entries: list[Entry] = []
    stale_keys: list[int] = []
    stale_points: list[int] = []
    keys: list[EntryKey] = []
    places: list[EntryPoint] = []
    counts: list[Tally] = []
    for at, item in zip(numbers, items, strict=True):
        document, record = rendered[at], item.record
        assert isinstance(record, Statement | Event)
        if document is None:
            counts += tallies.difference(before.get(at), None, {})
            continue
        entries.append(_entry(at, record, document, texts[at]))
        labels = _keys(record, item.mentions)
        independent = document["independent_sources"]
        after = tallies.Counted(record.KIND, record.earliest, record.latest, frozenset(labels), independent)
        if after != before.get(at):
            stale_keys.append(at)
            counts += tallies.difference(before.get(at), after, labels)
            keys += [
                EntryKey(entry_id=at, name=name, value=value, earliest=record.earliest, latest=record.latest)
                for name, value in sorted(labels)
            ]
        if (found := _located(document)) != points.get(at, set()):
            stale_points.append(at)
            places += [EntryPoint(entry_id=at, lat=lat, lon=lon) for lat, lon in sorted(found)]
    gone = [at for at in numbers if rendered[at] is None and at in before]
    # Found by id alone: Django would read each row that it deletes, were it not told otherwise.
    EntryKey.objects.filter(entry__in=[*stale_keys, *gone]).delete()
    EntryPoint.objects.filter(entry__in=[*stale_points, *gone]).delete()
    Entry.objects.filter(pk__in=gone).delete()
    _put(Entry, entries)
    EntryKey.objects.bulk_create(keys)
    EntryPoint.objects.bulk_create(places)
    Tally.objects.bulk_create(counts)


def _entry(at: int, record: Statement | Event, document: dict[str, Any], text: str) -> Entry:
    return Entry(
        id=at,
        kind=record.KIND,
        record_id=record.pk,
        earliest=record.earliest,
        latest=record.latest,
        precision=record.precision,
        speech=record.speech if isinstance(record, Statement) else "",
        occurrence=record.occurrence if isinstance(record, Event) else "",
        independent_sources=document["independent_sources"],
        created=record.created,
        updated=record.updated,
        document=text,
    )


def _profile(record: Source | Speaker, text: str) -> Profile:
    source = record if isinstance(record, Source) else None
    return Profile(
        id=number(record.KIND, record.pk),
        kind=record.KIND,
        record_id=record.pk,
        name=folded(record.publisher if isinstance(record, Source) else record.name),
        organisation=folded(record.organisation)[:VALUE] if isinstance(record, Speaker) else "",
        earliest=source.earliest if source else None,
        latest=source.latest if source else None,
        created=record.created,
        updated=record.updated,
        document=text,
    )


def _put(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert the rows, or bring those of their keys up to date, in one statement."""
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    # Of one key twice the last counts: PostgreSQL takes no row twice in a statement.
    by_key = {row.pk: row for row in rows}
    model._default_manager.bulk_create(
        by_key.values(), update_conflicts=True, unique_fields=["id"], update_fields=columns
    )


def _counted(numbers: list[int]) -> dict[int, tallies.Counted]:
    """What the entries are counted under as they stand."""
    keys: dict[int, set[tuple[str, str]]] = {}
    for at, name, value in EntryKey.objects.filter(entry__in=numbers).values_list("entry", "name", "value"):
        keys.setdefault(at, set()).add((name, value))
    rows = Entry.objects.filter(pk__in=numbers)
    return {
        at: tallies.Counted(kind, earliest, latest, frozenset(keys.get(at, ())), independent)
        for at, kind, earliest, latest, independent in rows.values_list(
            "pk", "kind", "earliest", "latest", "independent_sources"
        )
    }


def _points(numbers: list[int]) -> dict[int, set[tuple[float, float]]]:
    """Where the entries lie as they stand."""
    found: dict[int, set[tuple[float, float]]] = {}
    for at, lat, lon in EntryPoint.objects.filter(entry__in=numbers).values_list("entry", "lat", "lon"):
        found.setdefault(at, set()).add((lat, lon))
    return found


def _located(document: dict[str, Any]) -> set[tuple[float, float]]:
    """Where the record lies."""
    return {
        (place["lat"], place["lon"])
        for place in document.get("places", ())
        if place["lat"] is not None and place["lon"] is not None
    }


def _keys(record: Statement | Event, mentions: list[Mention]) -> dict[tuple[str, str], str]:
    """What the record is found by: (name, value), values folded as `extraction.names` does; and as people write it."""
    if isinstance(record, Event):
        sources = [mention.source for mention in mentions]
        named = [("place", place["name"]) for place in record.places]
        named += [("actor", actor) for actor in record.actors]
        named += [("tag", tag) for tag in record.tags]
    else:
        sources = [record.source]
        named = [("organisation", record.organisation), ("said_by", record.shown_speaker)]
        if record.speaker:
            named += [("said_by", alias) for alias in record.speaker.aliases]
    named += [("publisher", source.publisher) for source in sources]
    keys = {(name, folded(label)[:VALUE]): label for name, label in reversed(named) if folded(label)}
    keys.update({("source", str(source.pk)): source.title for source in sources})
    if isinstance(record, Statement) and record.speaker_id:
        keys["speaker", str(record.speaker_id)] = record.shown_speaker
    return keys


def searched(document: dict[str, Any]) -> str:
    """The words of a public document, folded: title, text, names, places, tags, headlines and publishers."""
    parts = [document.get(name) or "" for name in ("title", "name", "text", "publisher", "organisation", "dateline")]
    speaker = document.get("speaker") or {}
    parts += [speaker.get("name", ""), speaker.get("role", ""), speaker.get("organisation", "")]
    parts += [place["name"] for place in document.get("places", ())]
    for name in ("aliases", "actors", "tags"):
        parts += document.get(name, ())
    for source in document.get("sources", ()):
        parts += [source["title"], source["publisher"]]
    return "\n".join(folded(part) for part in parts if part)[:WORDS]


def profiled(kind: str, ids: Iterable[int]) -> set[int]:
    """Those of the sources or speakers that are public now."""
    return set(Profile.objects.filter(kind=kind, record_id__in=list(ids)).values_list("record_id", flat=True))


def cited_sources(ids: Iterable[int]) -> set[int]:
    """Those of the sources that a published record cites."""
    ids = list(ids)
    statements = Statement.objects.filter(source__in=ids, state=State.PUBLISHED)
    mentions = Mention.objects.filter(source__in=ids, event__state=State.PUBLISHED, event__merged_into=None)
    return set(statements.values_list("source_id", flat=True)) | set(mentions.values_list("source_id", flat=True))


def cited_speakers(ids: Iterable[int]) -> set[int]:
    """Those of the speakers that a published statement names."""
    found = Statement.objects.filter(speaker__in=list(ids), state=State.PUBLISHED)
    return set(found.values_list("speaker_id", flat=True)) - {None}
