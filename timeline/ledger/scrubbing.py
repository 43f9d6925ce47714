"""Changes what is kept beside the rows: revisions, notes of imports, reasons of suggestions, the full-text index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from django.db import connection

from timeline.models import Action, ImportRun, Revision, Suggestion

#: Stands where words stood that are erased whole.
ERASED = "[erased]"
#: So many rows are read at once.
BATCH = 500


def deep(
    value: Any, change: Callable[[str], str], around: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> Any:
    """A JSON value with every text in it changed, and before that every object by `around`."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [deep(part, change, around) for part in value]
    if isinstance(value, dict):
        return {name: deep(part, change, around) for name, part in (around(value) if around else value).items()}
    return value


def scrub_history(
    change: Callable[[Any], Any], concerned: Callable[[Revision], bool], *, grounds: bool = False
) -> None:
    """Take the words out of every revision that is concerned. All are read: it is rare, and must be complete.

    The grounds of erasures stay as they are unless `grounds` says otherwise.
    """
    for revision in Revision.objects.order_by("pk").iterator(BATCH):
        if not concerned(revision):
            continue
        snapshot, document = change(revision.snapshot), revision.document
        if document:
            document = orjson.dumps(change(orjson.loads(document))).decode()
        reason = revision.reason if revision.action == Action.ERASED and not grounds else change(revision.reason)
        if (snapshot, document, reason) == (revision.snapshot, revision.document, revision.reason):
            continue
        if revision.action != Action.ERASED:
            # A version that has lost words is no state to go back to.
            snapshot["erased_fields"] = True
        Revision.objects.filter(pk=revision.pk).update(snapshot=snapshot, document=document, reason=reason)


def scrub_runs(change: Callable[[Any], Any]) -> None:
    """Take the words out of what imports reported."""
    for run in ImportRun.objects.order_by("pk").iterator(BATCH):
        errors, paths = change(run.errors), change(run.paths)
        if (errors, paths) != (run.errors, run.paths):
            ImportRun.objects.filter(pk=run.pk).update(errors=errors, paths=paths)


def scrub_suggestions(change: Callable[[Any], Any]) -> None:
    """Take the words out of why two records were thought to be one."""
    for pair in Suggestion.objects.order_by("pk").iterator(BATCH):
        if (reasons := change(pair.reasons)) != pair.reasons:
            Suggestion.objects.filter(pk=pair.pk).update(reasons=reasons)


def scrub_index() -> None:
    """Leave no deleted word in the full-text index: FTS5 keeps them until it merges its parts."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO timeline_searchindex(timeline_searchindex) VALUES ('optimize')")
