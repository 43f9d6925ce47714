"""What people decide: approve, edit, reject, unpublish."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from timeline.ledger.copies import carried_along, resettled
from timeline.ledger.scrubbing import ERASED
from timeline.ledger.write import Author, Change, write
from timeline.models import Action, Source, State
from timeline.models.dates import Dated, given_date
from timeline.models.record import Record, Reviewed

BOUNDS = ("earliest", "latest", "precision")


def approve(records: Iterable[Reviewed], author: Author) -> int:
    """Publish the records that are not; returns how many.

    What was erased has no words left, and what was merged stands under another: both stay as they are.
    """
    kept = (record for record in records if ERASED not in (getattr(record, "text", ""), getattr(record, "title", "")))
    return _decide(kept, State.PUBLISHED, Action.APPROVED, author)


def reject(records: Iterable[Reviewed], author: Author) -> int:
    """Put the records aside, unseen, except what was merged into another; returns how many were not rejected before."""
    return _decide(records, State.REJECTED, Action.REJECTED, author)


def unpublish(records: Iterable[Reviewed], author: Author) -> int:
    """Take published records back to proposed; returns how many."""
    return _decide(
        (record for record in records if record.state == State.PUBLISHED), State.PROPOSED, Action.UNPUBLISHED, author
    )


def _decide(records: Iterable[Reviewed], state: State, action: Action, author: Author) -> int:
    changes = []
    for record in records:
        # What was merged away has no state of its own any more: one set now would come to light when that is undone.
        if record.state == state or getattr(record, "merged_into_id", None):
            continue
        record.state = state
        if author.user is not None and "state" not in record.held:
            record.held = [*record.held, "state"]
        changes.append(Change(record, action))
    if changes:
        write(changes, author)
    return len(changes)


def edit(record: Record, fields: dict[str, Any], author: Author) -> bool:
    """Set fields of a record; those that a person sets are held against every later import.

    A new date brings its own bounds, unless others are set with it, and says that a person gave it: the words,
    the anchor, the rule and the basis of the old one are not its reasons. Events follow where an article is said to be
    a copy, or none. Returns whether anything changed. Raises
    ValidationError where the record would not be valid.
    """
    if isinstance(record, Dated) and fields.get("edtf", record.edtf) != record.edtf:
        # A form sends the old bounds along; they do not hold for the new date.
        stale = {name for name in BOUNDS if name in fields and fields[name] in (None, "", getattr(record, name))}
        basis = {"basis": ""} if hasattr(record, "basis") else {}
        fields = {**given_date(fields["edtf"]), **basis, **{name: fields[name] for name in fields.keys() - stale}}
    changed = [name for name, value in fields.items() if getattr(record, name) != value]
    if author.user is not None and "copy_of" in fields.keys() - {*changed, *record.held}:
        # Said of an article that nobody was sure of: it holds, also where it was found the same before.
        changed.append("copy_of")
    if not changed:
        return False
    for name in changed:
        setattr(record, name, fields[name])
    if author.user is not None:
        record.held = sorted({*record.held, *changed})
    record.full_clean(exclude=["source", "speaker"])
    with transaction.atomic():
        moved = [record, *carried_along(record)] if isinstance(record, Source) and "copy_of" in changed else []
        write([*(Change(one, Action.EDITED) for one in moved or (record,)), *resettled(moved)], author)
    return True
