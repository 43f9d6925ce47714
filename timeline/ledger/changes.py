"""The order of the change feed: the order of commits."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from timeline.models import Revision

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


def number_changes() -> None:
    """Give each committed revision its place in the feed.

    Numbers are given after the commit, under one lock, so a number that a reader has seen is never
    followed by a smaller one: a transaction that commits late is numbered late. Called after every
    write and before every reading of the feed; a crash between the two leaves the work to the reader.
    """
    if not Revision.objects.filter(seq__isnull=True).exists():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
        cursor.execute(RANK, [timezone.now()])
