"""Undo: a record as it was, or a whole change taken back, without losing what was decided since."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError

from timeline.ledger.dating import WHEN, settle
from timeline.ledger.merging import merge_events, merge_speakers, whole
from timeline.ledger.scrubbing import ERASED
from timeline.ledger.snapshots import BOOKKEEPING, restore, snapshot
from timeline.ledger.write import Author, Back, Change, Named, write
from timeline.models import Action, Event, Mention, Revision, Source, Speaker, Statement
from timeline.models.record import Record

MODELS: dict[str, type[Record]] = {model.KIND: model for model in (Source, Speaker, Event, Statement)}
#: Restoring a record alone must not tear apart what a merge has joined.
JOINED = frozenset({"merged_into_id", "identity", "key", "sha256", "fingerprint", "text", "erased"})


class UndoError(Exception):
    """It cannot be undone; the message says why, for people."""


@dataclass(slots=True)
class Undone:
    """What came of it: records put back, and sentences on what was left because somebody changed it since."""

    records: int = 0
    left: list[str] = field(default_factory=list)


def before(revision: Revision) -> Revision | None:
    """The latest revision before this one that says what the record was; None for the first."""
    return (
        Revision.objects.filter(kind=revision.kind, record_id=revision.record_id, version__lt=revision.version)
        .exclude(action=Action.RENDERED)
        .order_by("-version")
        .first()
    )


@whole
def restore_version(kind: str, record_id: int, version: int, author: Author) -> bool:
    """Make a record what it was at a version; returns whether anything changed. Raises UndoError."""
    kept = Revision.objects.filter(kind=kind, record_id=record_id, version=version).first()
    if kept is None or kept.action == Action.RENDERED or kept.snapshot.get("erased_fields"):
        raise UndoError("This version was not kept.")
    record = _record(kind, record_id)
    if record is None:
        return _revive(kept, author)
    values = {name: value for name, value in kept.snapshot.items() if name not in _fixed(record)}
    changed = restore(record, values)
    mentions = _mentions_back(record, kept.snapshot.get("mentions", []), set(), {})
    if not changed and not mentions:
        return False
    if author.user is not None and hasattr(record, "state") and "state" not in record.held:
        record.held = [*record.held, "state"]
    _put_back([Change(record, Action.RESTORED, mentions=mentions)], author)
    return True


@whole
def undo(batch: uuid.UUID, author: Author) -> Undone:
    """Take back all that was written together. What somebody changed since stays as they left it. Raises UndoError."""
    written = list(Revision.objects.filter(batch=batch).order_by("id"))
    revisions = [revision for revision in written if revision.action != Action.RENDERED]
    if not revisions:
        raise UndoError("This change was not kept.")
    if any(revision.action == Action.ERASED for revision in revisions):
        raise UndoError("What was erased does not come back.")
    split = next((r for r in revisions if r.action == Action.SPLIT and r.kind in ("event", "speaker")), None)
    if split is not None:
        return _rejoin(split, revisions, author)
    if any(revision.action == Action.CREATED for revision in revisions):
        raise UndoError("A new record is rejected, not undone.")
    undone = Undone()
    events = {revision.record_id for revision in revisions if revision.kind == "event"}
    back = _names_before(written)
    reports = {
        report["id"]: report
        for revision in revisions
        if revision.kind == Event.KIND
        for report in revision.snapshot["mentions"]
    }
    changes = [change for revision in revisions if (change := _taken_back(revision, events, reports, undone, back))]
    changes += _giving(changes)
    if changes:
        _put_back(changes, author, back)
    undone.records = len(changes)
    return undone


def _put_back(changes: list[Change], author: Author, back: Back | None = None) -> None:
    """Write what was. Raises UndoError where there is no room for it any more."""
    try:
        write(changes, author, back)
    except IntegrityError:
        raise UndoError("Another record has its address or name by now: change that one first.") from None


def _names_before(written: list[Revision]) -> dict[tuple[str, int], Named]:
    """What the states before a change went by, of the records that stand as it left them.

    A version names a state: what happened since and was taken back has left the number of this one.
    """
    found = {}
    for revision in written:
        kept = Revision.objects.filter(kind=revision.kind, record_id=revision.record_id)
        earlier = kept.filter(version__lt=revision.version).order_by("-version").first()
        latest = kept.order_by("-version").first()
        if earlier is None or latest is None or latest.snapshot["version"] != revision.snapshot["version"]:
            continue
        named = earlier.snapshot
        updated = dt.datetime.fromisoformat(named["updated"])
        found[revision.kind, revision.record_id] = Named(named["version"], updated)
    return found


def _rejoin(split: Revision, revisions: list[Revision], author: Author) -> Undone:
    """A split is undone by merging again: the address that it made leads back."""
    new = [r.record_id for r in revisions if r.action == Action.CREATED and r.kind == split.kind]
    if split.kind == "event":
        merge_events(split.record_id, new, author)
    else:
        merge_speakers(split.record_id, new, author)
    return Undone(records=len(revisions))


def _taken_back(
    revision: Revision,
    events: set[int],
    reports: dict[int, dict[str, Any]],
    undone: Undone,
    back: dict[tuple[str, int], Named],
) -> Change | None:
    """The change that puts one record back; None where nothing of it is left to put back. `reports` are what became."""
    earlier = before(revision)
    record = _record(revision.kind, revision.record_id)
    if earlier is None or record is None:
        undone.left.append(f"{revision.kind} {revision.record_id} is no longer here")
        return None
    was, became = earlier.snapshot, revision.snapshot
    now = snapshot(record)
    # A date that no person gave follows from the reports: it is not left as they made it together.
    follows = isinstance(record, Event) and "edtf" not in record.held and _redated(was, became, now, reports)
    changed = False
    for column in record._meta.concrete_fields:
        name = column.attname
        if name in BOOKKEEPING or name not in was or was[name] == became.get(name):
            continue
        value = was[name]
        if follows and name in WHEN:
            continue
        if value == ERASED:
            undone.left.append(f"{column.verbose_name} of “{record}” was erased since and does not come back")
            continue
        if now[name] != became.get(name):
            if not (isinstance(value, list) and name != "spans"):
                undone.left.append(f"{column.verbose_name} of “{record}” was changed since and stays")
                continue
            value = _list_back(was[name], became[name], now[name])
        setattr(record, name, column.to_python(value))
        changed = True
    mentions = _mentions_back(record, was.get("mentions", []), events, reports)
    if isinstance(record, Event) and follows:
        there = Mention.objects.select_related("source").in_bulk([report["id"] for report in was["mentions"]])
        own = {number: report for number, report in there.items() if report.event_id in {record.pk, *events}}
        changed |= settle(record, {**own, **{mention.pk: mention for mention in mentions}}.values())
    named = (revision.kind, revision.record_id) in back
    if isinstance(record, Event) and was.get("mentions") and not mentions and not record.mentions.exists():
        left = Mention.objects.filter(pk__in=[report["id"] for report in was["mentions"]]).exists()
        why = "another event has its reports since" if left else "its reports were erased with their articles"
        undone.left.append(f"“{record}” stays merged: {why}")
        return None
    return Change(record, Action.RESTORED, mentions=mentions) if changed or mentions or named else None


def _giving(changes: list[Change]) -> list[Change]:
    """The events that give reports back, where nothing else of them changes: whoever is at one must be told.

    Raises UndoError where one would be left with none.
    """
    moved = {mention.pk: change.record.pk for change in changes for mention in change.mentions}
    owners = dict(Mention.objects.filter(pk__in=moved).values_list("pk", "event_id"))
    givers = {owner for number, owner in owners.items() if owner != moved[number]}
    written = {change.record.pk: change.record for change in changes if isinstance(change.record, Event)}
    found = []
    for number in sorted(givers):
        record = written.get(number) or _record("event", number)
        kept = Mention.objects.filter(event=number).exclude(pk__in=[m for m, to in moved.items() if to != number])
        if not kept.exists() and number not in moved.values():
            erased = Revision.objects.filter(kind=Event.KIND, record_id=number, action=Action.ERASED).exists()
            why = "erased with their articles: it stays" if erased else "moved since: undo that first"
            raise UndoError(f"“{record}” would be left with no report, for its own were {why}.")
        if number not in written:
            found.append(Change(record, Action.RESTORED))
    return found


def _list_back(was: list[Any], became: list[Any], now: list[Any]) -> list[Any]:
    """A list that others have changed since: what the change added goes, what it took comes back."""
    kept = [part for part in now if part in was or part not in became]
    return kept + [part for part in was if part not in became and part not in kept]


def _redated(
    was: dict[str, Any], became: dict[str, Any], now: dict[str, Any], reports: dict[int, dict[str, Any]]
) -> bool:
    """Whether an event has got another date since it was merged, or a report of it has."""
    rows = Mention.objects.in_bulk([report["id"] for report in was["mentions"]])
    return any(now[name] != became.get(name) for name in WHEN) or any(
        snapshot(row)[name] != reports[number][name]
        for number, row in rows.items()
        if number in reports
        for name in WHEN
        if name in reports[number]
    )


def _mentions_back(
    record: Record, kept: list[dict[str, Any]], events: set[int], became: dict[int, dict[str, Any]]
) -> list[Mention]:
    """The reports of an event as they were, as far as they are still with it or with the given events.

    What they say that is not what they `became` was read since, and stays.
    """
    if not isinstance(record, Event):
        return []
    rows = Mention.objects.select_related("source").in_bulk([values["id"] for values in kept])
    found = []
    for values in kept:
        mention = rows.get(values["id"])
        if mention is None or mention.event_id not in {record.pk, *events}:
            continue
        # Where the words stand belongs to the article as it is now, not to the event as it was.
        fixed = {"start", "end", "text", "source_id"}
        if then := became.get(mention.pk):
            fixed |= {
                name for name, value in snapshot(mention).items() if name != "event_id" and value != then.get(name)
            }
        values = {name: value for name, value in values.items() if name not in fixed}
        if restore(mention, values):
            found.append(mention)
    return found


def _revive(kept: Revision, author: Author) -> bool:
    """A record that an import took away comes back under its number."""
    model: Any = MODELS[kept.kind]
    record = model(pk=kept.record_id)
    restore(record, kept.snapshot)
    last = Revision.objects.filter(kind=kept.kind, record_id=kept.record_id).order_by("-version").first()
    record.version = last.version if last else kept.version
    mentions = []
    for values in kept.snapshot.get("mentions", []):
        mention = Mention()
        restore(mention, {name: value for name, value in values.items() if name != "event_id"})
        mentions.append(mention)
    model._default_manager.bulk_create([record])
    _put_back([Change(record, Action.RESTORED, mentions=mentions)], author)
    return True


def _record(kind: str, record_id: int) -> Any:
    rows: Any = MODELS[kind]._default_manager.select_for_update(of=("self",)).filter(pk=record_id)
    return (rows.select_related("source", "speaker") if kind == "statement" else rows).first()


def _fixed(record: Record) -> frozenset[str]:
    """What a single record keeps when it is restored."""
    return JOINED - {"text"} if isinstance(record, Statement) else JOINED
