"""Writing records: rows, revisions, documents and entries, all or nothing."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models, transaction
from django.utils import timezone

from timeline.ledger import entries
from timeline.ledger.changes import number_changes
from timeline.ledger.snapshots import name, snapshot
from timeline.models import Action, Entry, Event, ImportRun, Mention, Profile, Revision, Source, Speaker, Statement
from timeline.models.entry import number
from timeline.models.record import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: Records shown anew in one statement when a name that they show has changed.
BATCH = 1000
#: Parents before children, so that keys exist and locks are always taken in the same order.
ORDER: tuple[type[Record], ...] = (Source, Speaker, Event, Statement)


class Conflict(Exception):
    """Somebody else changed the record since it was read. Nothing was written."""

    def __init__(self, record: Record) -> None:
        super().__init__(f"{record.KIND} {record.pk} was changed by somebody else; read it again.")
        self.record = record


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something, and why: a person, or an import run."""

    user: User | None = None
    run: ImportRun | None = None
    reason: str = ""
    #: What is written together is undone together: `write` gives the number.
    batch: uuid.UUID | None = None


class Named(NamedTuple):
    """What a state of a record goes by: its version, and since when it stands."""

    version: int
    updated: dt.datetime


#: The states to which records return, by kind and number.
Back = Mapping[tuple[str, int], Named]


@dataclass(slots=True)
class Change:
    """A record as it shall be, and what is done to it. New mentions of an event come along; so do mentions to drop."""

    record: Record
    action: Action
    mentions: list[Mention] = field(default_factory=list)
    dropped: list[Mention] = field(default_factory=list)


def write(changes: Sequence[Change], author: Author, back: Back | None = None) -> None:
    """Make the changes in one transaction, with their revisions and their public documents.

    A record is written only where its version in the database is still the one it was read at. A version names
    a state: a new one has the number of its revision, which no state had before; a record that returns to what
    it was, byte for byte (an undo names it in `back`), goes by the old number again, so that who holds that
    number holds what stands.
    Raises Conflict, or Django's IntegrityError where a constraint refuses; then nothing is written.
    """
    author = replace(author, batch=uuid.uuid4())
    back = back or {}
    with transaction.atomic():
        _lock_parents(changes)
        left = _speakers_now(changes)
        written = [
            one
            for model in ORDER
            for one in _write_rows([change for change in changes if type(change.record) is model], back)
        ]
        shown_before = _Public.of(changes)
        shown_before.speakers |= left
        _keep(written, author)
        _show_anew(written, author, back)
        shown_before.follow(changes, author, back)
        transaction.on_commit(number_changes)


def _lock_parents(changes: Sequence[Change]) -> None:
    """Hold the sources and speakers whose names go into documents, in order of their numbers.

    Otherwise a record approved while its speaker is renamed would keep the old name for ever: neither
    transaction would see the other's half.
    """
    sources, speakers = _parents(changes)
    # Evaluated for its lock alone.
    list(_locked(Source, sources).values_list("pk", flat=True))
    merged = dict(_locked(Speaker, speakers).exclude(merged_into=None).values_list("pk", "merged_into"))
    written = {change.record.pk for change in changes if isinstance(change.record, Speaker)}
    for change in changes:
        record = change.record
        if isinstance(record, Statement) and record.speaker_id in merged.keys() - written:
            # Merged between our look and our lock: the statement goes where its speaker went.
            record.speaker_id = merged[record.speaker_id]


def _parents(changes: Sequence[Change]) -> tuple[set[int], set[int]]:
    """The numbers of the sources and the speakers that the records name."""
    events = [change.record.pk for change in changes if isinstance(change.record, Event) and change.record.pk]
    sources = set(Mention.objects.filter(event__in=events).values_list("source_id", flat=True)) if events else set()
    speakers: set[int] = set()
    for change in changes:
        sources.update(mention.source_id for mention in (*change.mentions, *change.dropped))
        if isinstance(change.record, Statement):
            sources.add(change.record.source_id)
            if change.record.speaker_id:
                speakers.add(change.record.speaker_id)
    return sources, speakers


def _locked(model: type[Record], ids: set[int]) -> models.QuerySet[Any]:
    """The rows, held until the transaction ends, in the order in which everybody takes them."""
    return model._default_manager.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")


def _speakers_now(changes: Sequence[Change]) -> set[int]:
    """The speakers that the statements have before the change: one who loses the last is no longer public."""
    ids = [change.record.pk for change in changes if isinstance(change.record, Statement) and change.record.pk]
    found = Statement.objects.filter(pk__in=ids, speaker__isnull=False) if ids else Statement.objects.none()
    return set(found.values_list("speaker_id", flat=True))


class _Written(NamedTuple):
    """A record that was written: what was done, and the number and instant of its revision."""

    record: Record
    action: Action
    number: int
    at: dt.datetime


def _name(records: Sequence[Record], back: Back, now: dt.datetime) -> list[int]:
    """Give records the version and the instant of their new states; returns the numbers of their revisions.

    Rows that are there already must be held, so that nobody else counts on from the same revision.
    """
    old = [record.pk for record in records if record.pk is not None]
    last: dict[int, int] = {}
    if old:
        rows = Revision.objects.filter(kind=records[0].KIND, record_id__in=old).values_list("record_id")
        last = dict(rows.annotate(models.Max("version")))
    numbers = []
    for record in records:
        numbers.append(last.get(record.pk, 0) + 1)
        named = back.get((record.KIND, record.pk), Named(numbers[-1], now))
        record.version, record.updated = named
    return numbers


def _write_rows(changes: list[Change], back: Back) -> list[_Written]:
    """Insert, update or delete the rows of one kind, and the mentions of events."""
    if not changes:
        return []
    model = type(changes[0].record)
    new = [change.record for change in changes if change.record.pk is None]
    old = sorted((change for change in changes if change.record.pk is not None), key=lambda change: change.record.pk)
    list(_locked(model, {change.record.pk for change in old}).values_list("pk"))
    read = [change.record.version for change in old]
    now = timezone.now()
    numbers = _name([change.record for change in changes], back, now)
    written = [_Written(c.record, c.action, at, now) for c, at in zip(changes, numbers, strict=True)]
    for record in new:
        record.created = now
    if model is Event:
        _place_new(changes)
    model._default_manager.bulk_create(new)
    for change, version in zip(old, read, strict=True):
        _update(change, version)
    for change in changes:
        for mention in change.mentions:
            mention.event = change.record  # type: ignore[assignment]
    mentions = [mention for change in changes for mention in change.mentions]
    Mention.objects.bulk_create(m for m in mentions if m.pk is None)
    for mention in mentions:
        mention.save(force_update=True)
    dropped = [m.pk for change in changes for m in change.dropped]
    Mention.objects.filter(pk__in=dropped).delete()
    if mentions or dropped:
        _place([change.record for change in old if isinstance(change.record, Event)])
    return written


def _place_new(changes: list[Change]) -> None:
    """Give new events the first of their articles."""
    for change in changes:
        if isinstance(change.record, Event) and change.record.pk is None:
            sources = [mention.source_id or mention.source.pk for mention in change.mentions]
            change.record.first_source = min(sources, default=0)


def _place(events: list[Event]) -> None:
    """Give events the first of their articles, after reports have come or gone."""
    reports = Mention.objects.filter(event__in=[event.pk for event in events])
    first = dict(reports.values_list("event").annotate(models.Min("source"))) if events else {}
    moved = [event for event in events if event.first_source != first.get(event.pk, 0)]
    for event in moved:
        event.first_source = first.get(event.pk, 0)
    Event.objects.bulk_update(moved, ["first_source"], batch_size=BATCH)


def _update(change: Change, version: int) -> None:
    """Bring the row up to date that was read at a version."""
    record = change.record
    rows = type(record)._default_manager.filter(pk=record.pk, version=version)
    if change.action == Action.DELETED:
        if isinstance(record, Event):
            record.mentions.all().delete()
        done = bool(rows.delete()[0])
    else:
        fields = {f.name: _column(record, f) for f in record._meta.concrete_fields if not f.primary_key}
        done = bool(rows.update(**fields))
    if not done:
        raise Conflict(record)


def _column(record: Record, column: models.Field[Any, Any]) -> Any:
    """The column's value; of a relation the key, also where the other row got it only a moment ago."""
    if isinstance(column, models.ForeignKey) and column.is_cached(record):
        other = column.get_cached_value(record)
        return other.pk if other is not None else None
    return getattr(record, column.attname)


def _keep(changed: list[_Written], author: Author) -> None:
    """Render each record, keep its revision, and bring its entry or profile up to date."""
    mentions = _mentions([one.record.pk for one in changed if isinstance(one.record, Event)])
    public = _public([one.record for one in changed])
    items = [
        entries.Item(
            one.record, mentions.get(one.record.pk, []) if isinstance(one.record, Event) else [],
            one.action == Action.DELETED,
        )
        for one in changed
    ]  # fmt: skip
    revisions = []
    for (record, action, number_, at), item, document in zip(changed, items, entries.publish(items), strict=True):
        revisions.append(
            Revision(
                kind=record.KIND,
                record_id=record.pk,
                version=number_,
                action=action,
                # Shown anew, the record itself is what it was: only what its state goes by is kept.
                snapshot=name(record) if action == Action.RENDERED else snapshot(record, item.mentions),
                document=document,
                public=bool(document) or (record.KIND, record.pk) in public,
                earliest=getattr(record, "earliest", None),
                latest=getattr(record, "latest", None),
                user=author.user,
                run=author.run,
                batch=author.batch,
                reason=author.reason[:500],
                at=at,
            )
        )
    Revision.objects.bulk_create(revisions)


def _public(records: list[Record]) -> set[tuple[str, int]]:
    """Which of the records readers see as they stand before the change."""
    numbers = [number(record.KIND, record.pk) for record in records]
    return {
        found
        for model in (Entry, Profile)
        for found in model._default_manager.filter(pk__in=numbers).values_list("kind", "record_id")
    }


def _mentions(events: list[int]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in (
        Mention.objects.filter(event__in=events).select_related("source").order_by("source_id", "start", "pk")
    ):
        found.setdefault(mention.event_id, []).append(mention)
    return found


def _show_anew(written: list[_Written], author: Author, back: Back) -> None:
    """Render again the published records that show a source or speaker which has just changed."""
    done = {(one.record.KIND, one.record.pk) for one in written}
    old = [one.record for one in written if one.number > 1]
    sources = [record.pk for record in old if isinstance(record, Source)]
    speakers = [record.pk for record in old if isinstance(record, Speaker)]
    statements = Statement.objects.filter(state="published").select_related("source", "speaker")
    events = Event.objects.filter(state="published", merged_into=None)
    if sources:
        _render(events.filter(pk__in=Mention.objects.filter(source__in=sources).values("event")), done, author, back)
        _render(statements.filter(source__in=sources), done, author, back)
    if speakers:
        _render(statements.filter(speaker__in=speakers), done, author, back)


def _render(  # type: ignore[no-untyped-def]
    queryset, done: set[tuple[str, int]], author: Author, back: Back
) -> None:
    after = 0
    while True:
        batch = list(queryset.filter(pk__gt=after).select_for_update(of=("self",)).order_by("pk")[:BATCH])
        if not batch:
            return
        after = batch[-1].pk
        records = [record for record in batch if (record.KIND, record.pk) not in done]
        _rendered(records, author, back)
        done.update((record.KIND, record.pk) for record in records)


def _rendered(records: Iterable[Record], author: Author, back: Back) -> None:
    """Keep new documents of records that are themselves unchanged; the version counts, so that readers can tell.

    The records must be held, and of one kind.
    """
    now = timezone.now()
    records = list(records)
    numbers = _name(records, back, now) if records else []
    for record in records:
        rows = type(record)._default_manager.filter(pk=record.pk)
        rows.update(version=record.version, updated=record.updated)
    _keep([_Written(r, Action.RENDERED, at, now) for r, at in zip(records, numbers, strict=True)], author)


@dataclass(slots=True)
class _Public:
    """Which of the sources and speakers that the changed records name are public: to see afterwards what became so."""

    sources: set[int]
    speakers: set[int]

    @classmethod
    def of(cls, changes: Sequence[Change]) -> _Public:
        return cls(*_parents(changes))

    def follow(self, changes: Sequence[Change], author: Author, back: Back) -> None:
        """Show what is now cited and was not, hide what is no longer."""
        written = {(change.record.KIND, change.record.pk) for change in changes}
        for model, ids, cited in (
            (Source, self.sources, entries.cited_sources(self.sources)),
            (Speaker, self.speakers, entries.cited_speakers(self.speakers)),
        ):
            turned = (cited ^ entries.profiled(model.KIND, ids)) & ids
            if turned:
                found = model._default_manager.select_for_update(no_key=True).filter(pk__in=turned).order_by("pk")
                _rendered([record for record in found if (model.KIND, record.pk) not in written], author, back)
