"""Counts of the timeline by date, kept with every change of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from timeline.models import Tally
from timeline.models.entry import MOST_SOURCES

#: What histograms are grouped by, besides the kind.
COUNTED = frozenset({"place", "speaker", "publisher", "tag"})
#: Rows that may lie about before they are folded.
LOOSE = 10_000

FOLD_POSTGRESQL = """
WITH gone AS (DELETE FROM timeline_tally WHERE NOT folded RETURNING *)
INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
SELECT name, value, MAX(label), kind, earliest, latest, SUM(count), TRUE
FROM gone GROUP BY name, value, kind, earliest, latest HAVING SUM(count) <> 0
"""
FOLD_SQLITE = (
    "CREATE TEMP TABLE loose AS SELECT * FROM timeline_tally WHERE NOT folded",
    "DELETE FROM timeline_tally WHERE NOT folded",
    """
    INSERT INTO timeline_tally (name, value, label, kind, earliest, latest, count, folded)
    SELECT name, value, MAX(label), kind, earliest, latest, SUM(count), TRUE
    FROM loose GROUP BY name, value, kind, earliest, latest HAVING SUM(count) <> 0
    """,
    "DROP TABLE loose",
)


class Counted(NamedTuple):
    """What one entry is counted under."""

    kind: str
    earliest: dt.date | None
    latest: dt.date | None
    keys: frozenset[tuple[str, str]]
    independent: int = 1


def difference(before: Counted | None, after: Counted | None, labels: dict[tuple[str, str], str]) -> Iterable[Tally]:
    """The rows that count an entry which appears, changes or goes (None: it is not there)."""
    return [] if before == after else [*_rows(before, -1, {}), *_rows(after, 1, labels)]


def _rows(counted: Counted | None, by: int, labels: dict[tuple[str, str], str]) -> Iterable[Tally]:
    if counted is None:
        return
    found = [("", ""), *sorted(key for key in counted.keys if key[0] in COUNTED)]
    if counted.independent > 1:  # A single source is the rule, and what is left when these are taken off.
        found.append(("independent", str(min(counted.independent, MOST_SOURCES))))
    for name, value in found:
        yield Tally(
            name=name,
            value=value,
            # A speaker is counted by number; the name is where an erasure finds it.
            label="" if name == "speaker" else labels.get((name, value), "")[:200],
            kind=counted.kind,
            earliest=counted.earliest,
            latest=counted.latest,
            count=by,
        )


def fold(*, at: int = LOOSE) -> None:
    """Sum up the loose rows, where there are many. The caller holds the lock under which changes are numbered."""
    if Tally.objects.filter(folded=False)[at : at + 1].exists():
        with connection.cursor() as cursor:
            # One statement on PostgreSQL: a row that is committed between two would be deleted uncounted.
            for statement in (FOLD_POSTGRESQL,) if connection.vendor == "postgresql" else FOLD_SQLITE:
                cursor.execute(statement)
