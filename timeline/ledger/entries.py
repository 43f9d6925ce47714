"""What readers see: entries of the timeline and profiles of sources and speakers, kept true to the records."""

from __future__ import annotations

from collections.abc import Iterable

from extraction.names import folded
from timeline.ledger import documents
from timeline.models import Entry, EntryKey, Event, Mention, Profile, Source, Speaker, State, Statement

VALUE = 200


def shown(record: Statement | Event) -> bool:
    """Whether the public sees it."""
    return record.state == State.PUBLISHED and getattr(record, "merged_into_id", None) is None


def show(record: Statement | Event, document: str, mentions: list[Mention]) -> None:
    """Put a published record into the timeline, or bring its entry up to date."""
    entry = Entry(
        id=Entry.number(record.KIND, record.pk),
        kind=record.KIND,
        record_id=record.pk,
        earliest=record.earliest,
        latest=record.latest,
        precision=record.precision,
        speech=record.speech if isinstance(record, Statement) else "",
        occurrence=record.occurrence if isinstance(record, Event) else "",
        independent_sources=documents.independent_sources(mentions) if isinstance(record, Event) else 1,
        created=record.created,
        updated=record.updated,
        document=document,
    )
    columns = [field.name for field in Entry._meta.concrete_fields if not field.primary_key]
    Entry.objects.bulk_create([entry], update_conflicts=True, unique_fields=["id"], update_fields=columns)
    entry.keys.all().delete()
    EntryKey.objects.bulk_create(
        EntryKey(entry=entry, name=name, value=value, earliest=record.earliest, latest=record.latest)
        for name, value in sorted(_keys(record, mentions))
    )


def hide(record: Statement | Event) -> None:
    """Take a record out of the timeline."""
    if record.pk is not None:
        Entry.objects.filter(pk=Entry.number(record.KIND, record.pk)).delete()


def _keys(record: Statement | Event, mentions: list[Mention]) -> set[tuple[str, str]]:
    """What the record is found by: (name, value), values folded as `extraction.names` does."""
    if isinstance(record, Event):
        sources = [mention.source for mention in mentions]
        keys = {("place", folded(place["name"])) for place in record.places}
        keys |= {("actor", folded(actor)) for actor in record.actors}
        keys |= {("tag", folded(tag)) for tag in record.tags}
    else:
        sources = [record.source]
        keys = {("organisation", folded(record.organisation))}
        if record.speaker_id:
            keys.add(("speaker", str(record.speaker_id)))
            aliases = record.speaker.aliases if record.speaker else []
            keys |= {("said_by", folded(alias)) for alias in aliases}
        keys.add(("said_by", folded(record.shown_speaker)))
    for source in sources:
        keys.add(("source", str(source.pk)))
        keys.add(("publisher", folded(source.publisher)))
    return {(name, value[:VALUE]) for name, value in keys if value}


def refresh_profile(record: Source | Speaker) -> str:
    """Show a source or speaker that a published record cites, hide any other; its public document, or an empty text."""
    cited = _source_cited(record) if isinstance(record, Source) else _speaker_cited(record)
    if not cited:
        Profile.objects.filter(kind=record.KIND, record_id=record.pk).delete()
        return ""
    if isinstance(record, Source):
        name, document = folded(record.publisher), documents.dumps(documents.source_document(record))
    else:
        name, document = folded(record.name), documents.dumps(documents.speaker_document(record))
    Profile.objects.update_or_create(
        kind=record.KIND,
        record_id=record.pk,
        defaults={
            "name": name,
            "earliest": record.earliest if isinstance(record, Source) else None,
            "latest": record.latest if isinstance(record, Source) else None,
            "created": record.created,
            "updated": record.updated,
            "document": document,
        },
    )
    return document


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


def _source_cited(source: Source) -> bool:
    return bool(cited_sources([source.pk]))


def _speaker_cited(speaker: Speaker) -> bool:
    return speaker.merged_into_id is None and bool(cited_speakers([speaker.pk]))
