"""Articles compared with each other once they are all there: which carry the same text, and whose records may be one.

Not while each is written: importers side by side do not see each other's articles, and would find
other copies than one alone. Whoever ends last compares what is left.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from extraction.matching import Text, find_copies
from timeline.curation.suggesting import suggest_of
from timeline.ledger import Author, Conflict, link_copies
from timeline.models import Source
from timeline.models.dates import opened
from timeline.models.uncompared import Uncompared

#: Sources compared at once; and for each, at most so many that were published next before it, next after it, and at a
#: time that nobody knows.
BATCH, NEIGHBOURS = 500, 1000
#: Copies appear within so many days of each other (as `extraction.matching.syndication` has it).
NEAR = dt.timedelta(days=14)
ATTEMPTS = 5


def compare_sources(author: Author, *, renew: bool = False) -> list[tuple[Source, Source]]:
    """Compare what has not been compared; each source found to carry another's text, with that other.

    What their speakers and events may be one with is suggested to curators. Work that was cut short is done
    again by whoever comes next, and changes nothing that stands already. `renew`: what was found before, and no person
    has said, is found again or given up.
    """
    found = []
    while batch := list(
        Uncompared.objects.order_by("source__earliest", "source").values_list("source", flat=True)[:BATCH]
    ):
        for part in _by_time(batch):
            copies, own = _link(part, author, renew), set(part)
            found += [(pk, root) for pk, root in copies.items() if root is not None and pk in own]
        suggest_of(batch)
        Uncompared.objects.filter(source__in=batch).delete()
    named = Source.objects.defer("text").in_bulk({pk for pair in found for pk in pair})
    return [(named[pk], named[root]) for pk, root in found]


def _by_time(batch: list[int]) -> list[list[int]]:
    """The sources, those within two weeks together: what is far apart has other neighbours."""
    dated = dict(Source.objects.filter(pk__in=batch).values_list("pk", "earliest"))
    parts: list[list[int]] = []
    first: dt.date | None = None
    for pk in sorted(dated, key=lambda pk: (dated[pk] or dt.date.max, pk)):
        day = dated[pk]
        if not parts or (first is None) != (day is None) or (first and day and day - first > NEAR):
            parts.append([])
            first = day
        parts[-1].append(pk)
    return parts


def _link(part: list[int], author: Author, renew: bool) -> dict[int, int | None]:
    """Compare sources with their neighbours and link them; whose text each carries."""
    for attempt in range(ATTEMPTS):
        try:
            copies = _copies(part, renew)
            link_copies(copies, author)
            break
        except Conflict:
            # A curator edited one of them in between: look again.
            if attempt == ATTEMPTS - 1:
                raise
    return copies


def _copies(batch: list[int], renew: bool) -> dict[int, int | None]:
    """For the sources of the batch, and those that share a text with them: whose text each carries."""
    columns = ("pk", "text", "earliest", "identity", "publisher", "copy_of_id", "held")
    rows = {row["pk"]: row for row in Source.objects.filter(pk__in=batch).values(*columns)}
    near = _neighbours({row["earliest"] for row in rows.values()})
    rows |= {row["pk"]: row for row in Source.objects.filter(pk__in=near).values(*columns)}
    linked = {row["copy_of_id"] for row in rows.values()} | set(rows)
    rows |= {row["pk"]: row for row in Source.objects.filter(Q(pk__in=linked) | Q(copy_of__in=linked)).values(*columns)}
    texts = [
        Text(pk, row["text"], opened(row["earliest"]) if row["earliest"] else None, publisher=row["publisher"])
        for pk, row in sorted(rows.items())
    ]
    given_up = set(batch) if renew else set()
    group = _groups(rows, [(copy.first, copy.second) for copy in find_copies(texts)], given_up)
    return {pk: _root(pk, rows, group) for pk in rows if len(group[pk]) > 1 or rows[pk]["copy_of_id"]}


def _neighbours(days: Iterable[dt.date | None]) -> set[int]:
    """Sources published near any of the days, those nearest to each, or at a time that nobody knows.

    Each day has a window of its own: how many were published near another day takes nothing from it.
    """
    newest = Source.objects.order_by("-pk")
    windows = [newest.filter(earliest=None)]
    for day in days:
        if day is None:
            windows.append(newest)
            continue
        first = max(day, dt.date.min + NEAR) - NEAR
        last = min(day, dt.date.max - NEAR) + NEAR
        windows.append(Source.objects.filter(earliest__gte=first, earliest__lte=day).order_by("-earliest", "-pk"))
        windows.append(Source.objects.filter(earliest__gt=day, earliest__lte=last).order_by("earliest", "pk"))
    return {pk for window in windows for pk in window.values_list("pk", flat=True)[:NEIGHBOURS]}


def _groups(rows: dict[int, dict[str, Any]], found: Iterable[Any], given_up: set[int]) -> dict[int, set[int]]:
    """Each source with all that are one source with it: by the pairs that were found, and by what was said before.

    Of whom a person has said whose text it carries, nothing else is found. One that is said to be independent brings
    nobody together: younger copies of it that are nobody else's are its own. What was found before of those `given_up`
    counts no more.
    """
    group = {pk: {pk} for pk in rows}
    held = {pk for pk, row in rows.items() if "copy_of" in row["held"]}
    alone = {pk for pk in held if rows[pk]["copy_of_id"] is None}
    found = list(found)
    said = [
        (row["copy_of_id"], pk)
        for pk, row in rows.items()
        if row["copy_of_id"] in rows and (pk in held or not {pk, row["copy_of_id"]} & given_up)
    ]
    for one, other in [*((a, b) for a, b in found if a not in held and b not in held), *said]:
        _join(group, one, other)
    for one, other in found:
        for first, copy in ((one, other), (other, one)):
            free = first in alone and copy not in held and not group[copy] & alone
            if free and _age(rows[first]) < min(_age(rows[pk]) for pk in group[copy]):
                _join(group, first, copy)
    return group


def _join(group: dict[int, set[int]], one: int, other: int) -> None:
    if group[one] is not group[other]:
        group[one] |= group[other]
        for pk in group[other]:
            group[pk] = group[one]


def _age(row: dict[str, Any]) -> tuple[dt.date, str]:
    return row["earliest"] or dt.date.max, row["identity"]


def _root(pk: int, rows: dict[int, dict[str, Any]], group: dict[int, set[int]]) -> int | None:
    """Whose text a source carries: the group's first by publication, then by identity; not the first to come in.

    None that a person has called a copy; one that a person has called independent before all.
    """
    held = {one for one in group[pk] if "copy_of" in rows[one]["held"]}
    alone = {one for one in held if rows[one]["copy_of_id"] is None}
    root = min(alone or group[pk] - held or group[pk], key=lambda one: _age(rows[one]))
    return None if root == pk else root


def near_duplicates(author: Author) -> Iterator[tuple[str, str]]:
    """What the closing lines of an import name: each copy found, and what it is a copy of."""
    for source, other in compare_sources(author):
        yield source.origin or str(source), other.origin or str(other)
