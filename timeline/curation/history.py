"""A record's history, each change as a difference in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models

from timeline.curation.wording import difference
from timeline.ledger.undoing import MODELS
from timeline.models import Action, Revision

#: Changes shown of one record; older ones are in the list of revisions.
MOST = 200


class Step(NamedTuple):
    """One change: the revision, what became of the record in sentences, and whether that state can be restored."""

    revision: Revision
    lines: list[str]
    restorable: bool


def steps(kind: str, number: int) -> list[Step]:
    """The changes of a record, the latest first; those that only rewrote its document are left out."""
    rows = Revision.objects.filter(kind=kind, record_id=number).exclude(action=Action.RENDERED)
    revisions = list(rows.select_related("user", "run").order_by("-version")[: MOST + 1])
    names = column_names(kind)
    shown = _readable(kind, [revision.snapshot for revision in revisions])
    found = []
    for at, revision in enumerate(revisions[:MOST]):
        old = shown[at + 1] if at + 1 < len(shown) else {}
        lines = difference(old, shown[at], names) if old or revision.action != Action.CREATED else []
        gone = revision.action == Action.DELETED
        erased = bool(revision.snapshot.get("erased_fields"))
        found.append(Step(revision, [] if gone else lines, at > 0 and not erased and not gone))
    return found


def erasure(kind: str, number: int) -> Revision | None:
    """The last change that erased something of a record, and still stands; None where nothing was."""
    found = Revision.objects.filter(kind=kind, record_id=number, action=Action.ERASED).order_by("-version")
    return found.select_related("user").first()


def latest_words(kind: str, number: int) -> str:
    """The last change in a sentence: who did what, and what became of it."""
    found = steps(kind, number)
    if not found:
        return "It is no longer here."
    step = found[0]
    who = step.revision.user.get_username() if step.revision.user else "An import"
    what = "; ".join(step.lines) or step.revision.get_action_display()
    return f"{who} {step.revision.get_action_display()} it: {what}."


def column_names(kind: str) -> dict[str, str]:
    """The words for the columns of a kind, by column."""
    return {column.attname: str(column.verbose_name) for column in MODELS[kind]._meta.concrete_fields}


def _readable(kind: str, snapshots: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The snapshots with the names of other records in place of their numbers."""
    copies = [dict(kept) for kept in snapshots]
    for column in MODELS[kind]._meta.concrete_fields:
        if isinstance(column, models.ForeignKey):
            _name(column, copies)
    return copies


def _name(column: models.ForeignKey[Any, Any], copies: Iterable[dict[str, Any]]) -> None:
    copies = list(copies)
    numbers = {kept.get(column.attname) for kept in copies} - {None}
    others = column.related_model._default_manager.in_bulk(numbers)
    for kept in copies:
        number = kept.get(column.attname)
        if number is not None:
            kept[column.attname] = str(others.get(number, f"number {number}"))
