"""The order of the change feed: the order of commits."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.utils import timezone

from timeline import prepared
from timeline.ledger.tallies import LOOSE, fold
from timeline.models import Action, FeedMark, Revision

#: An advisory lock of PostgreSQL: one transaction numbers at a time. SQLite has one writer anyway.
NUMBERING = 0x6461_7465
RANK = """
UPDATE timeline_revision SET seq = ranked.place, numbered = %s
FROM (
    SELECT id, (SELECT COALESCE(MAX(seq), 0) FROM timeline_revision) + ROW_NUMBER() OVER (ORDER BY id) AS place
    FROM timeline_revision WHERE seq IS NULL
) AS ranked
WHERE timeline_revision.id = ranked.id
"""
#: The last public change, or one that waits for its number: one step into an index of PostgreSQL, where what has no
#: number comes last. In SQLite it comes first, and is asked for apart.
STANDING = {
    "postgresql": "SELECT seq, numbered FROM timeline_revision WHERE public ORDER BY seq DESC NULLS FIRST LIMIT 1",
    "sqlite": """
SELECT seq, numbered FROM (SELECT seq, numbered FROM timeline_revision WHERE public AND seq IS NULL LIMIT 1)
UNION ALL
SELECT seq, numbered FROM (
    SELECT seq, numbered FROM timeline_revision WHERE public AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1
)
""",
}
#: The same as one text, for a statement of PostgreSQL that reads something else besides.
STANDING_TEXT = f"SELECT seq || ' ' || numbered FROM ({STANDING['postgresql']}) AS standing"


class Standing(NamedTuple):
    """Where the feed stands: the number of the last public change, and when it took its place."""

    seq: int
    at: dt.datetime | None


def number_changes() -> None:
    """Give each committed revision its place in the feed.

    Numbers are given after the commit, under one lock, so a number that a reader has seen is never
    followed by a smaller one: a transaction that commits late is numbered late. Called after every
    write and before every reading of the feed; a crash between the two leaves the work to the reader.
    """
    if Revision.objects.filter(seq__isnull=True).exists():
        _number(timezone.now())


def admit(instant: dt.datetime) -> None:
    """Make sure that no change ever takes a place before this instant any more, so that what was then is settled.

    The instant must not lie in the future.
    """
    mark = FeedMark.objects.filter(pk=1).values_list("at", flat=True).first()
    if mark is None or mark < instant or Revision.objects.filter(seq__isnull=True).exists():
        _number(timezone.now())


def standing() -> Standing:
    """Where the feed stands, after numbering what has been committed: where it stands alike, no answer has changed."""
    seq, at = _standing()
    if seq is None:
        _number(timezone.now())
        seq, at = _standing()
    return Standing(seq or 0, at)


def standing_of(text: str | None) -> Standing | None:
    """Where the feed stood, of a text as STANDING_TEXT finds it; None where that is not known without numbering."""
    if text is None:
        return None
    seq, at = text.split(" ", 1)
    return Standing(int(seq), dt.datetime.fromisoformat(at))


def numbered() -> Standing | None:
    """Where the feed stands; None where a change waits for its number."""
    seq, at = _standing()
    return None if seq is None else Standing(seq, at)


def _standing() -> tuple[int | None, dt.datetime | None]:
    """The last public number, and when it was given; no number where a public change waits for its own.

    By hand and in one statement, for most answers ask it.
    """
    found = prepared.rows(connections[DEFAULT_DB_ALIAS], STANDING[connection.vendor])
    seq, at = found[0] if found else (0, None)
    if isinstance(at, str):
        at = dt.datetime.fromisoformat(at)
    # SQLite keeps instants in UTC without saying so.
    if at is not None and at.tzinfo is None:
        at = at.replace(tzinfo=dt.UTC)
    return seq, at


class Erasures(NamedTuple):
    """The last revision that erased something, 0 where none did, and when it took its place in the feed."""

    number: int = 0
    at: dt.datetime | None = None


def erasures() -> Erasures:
    """Where the erasures stand: they alone change what was."""
    found = Revision.objects.filter(action=Action.ERASED).order_by("-id").values_list("id", "numbered").first()
    return Erasures(*found) if found else Erasures()


def forget() -> None:
    """Leave no trace in the tallies of what was erased: sums of nothing are dropped."""
    _number(timezone.now(), loose=0)


def _number(now: dt.datetime, *, loose: int = LOOSE) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
        mark, _ = FeedMark.objects.get_or_create(pk=1, defaults={"at": now})
        # A clock that goes back does not take the feed with it.
        mark.at = max(timezone.now(), mark.at + dt.timedelta(microseconds=1))
        cursor.execute(RANK, [connection.ops.adapt_datetimefield_value(mark.at)])
        mark.save()
        fold(at=loose)
