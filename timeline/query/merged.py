"""Where the number of a merged record leads: what was bookmarked under it goes on working."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from timeline.ledger.changes import admit
from timeline.models import Action, Event, Revision, Speaker

#: The kinds of records that can be merged.
MERGED: dict[str, type[Any]] = {"event": Event, "speaker": Speaker}
#: What a column of a number holds.
LARGEST = 2**63 - 1


def followed(kind: str, ids: Iterable[int], as_of: dt.datetime | None = None) -> dict[int, int]:
    """What those of the records that are merged, now or at an instant, became: the end of the chain."""
    wanted = {number for number in ids if number <= LARGEST}
    if kind not in MERGED or not wanted:
        return {}
    found: dict[int, int] = {}
    left = wanted
    while left:
        step = _into_at(kind, left, as_of) if as_of else _into(kind, left)
        found |= step
        # A chain that came back to where it was would lead nowhere.
        left = set(step.values()) - found.keys()
    ends = {number: _end(found, number) for number in wanted & found.keys()}
    return {number: end for number, end in ends.items() if end is not None}


def speakers(values: Iterable[str], as_of: dt.datetime | None = None) -> list[str]:
    """The values of a filter by speaker, and beside the number of a merged one that of what it became."""
    values = list(values)
    numbers = [int(value) for value in values if value.isascii() and value.isdigit()]
    return [*values, *map(str, followed("speaker", numbers, as_of).values())] if numbers else values


def _end(into: dict[int, int], number: int) -> int | None:
    seen = {number}
    while number in into:
        number = into[number]
        if number in seen:
            return None
        seen.add(number)
    return number


def _into(kind: str, ids: set[int]) -> dict[int, int]:
    rows = MERGED[kind]._default_manager.filter(pk__in=ids, merged_into__isnull=False)
    return dict(rows.values_list("pk", "merged_into"))


def _into_at(kind: str, ids: set[int], instant: dt.datetime) -> dict[int, int]:
    admit(instant)
    # Shown anew, a revision keeps no columns: the one before says what the record was.
    rows = Revision.objects.filter(kind=kind, record_id__in=ids, numbered__lte=instant).exclude(action=Action.RENDERED)
    last = dict(rows.order_by("version").values_list("record_id", "snapshot__merged_into_id"))
    return {number: into for number, into in last.items() if into is not None}
