"""The change feed: every change that readers can see, in the order of commits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
from django.db.models import Exists, OuterRef
from django.http import QueryDict

from timeline.ledger import number_changes
from timeline.ledger.documents import API, instant
from timeline.models import Action, Revision
from timeline.query import parameters as p
from timeline.query.cursors import Cursor, check_cursor, read_cursor
from timeline.query.declared import CURSOR, JSON_ALONE, LIMIT, MOST

PARAMETERS = (
    p.Parameter("cursor", read_cursor, "`next_cursor` of the last answer; without it the feed begins.", CURSOR.schema),
    p.Parameter(
        "limit",
        p.number(1, MOST),
        f"Changes a page, {LIMIT} unless given.",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ),
    JSON_ALONE,
)


@dataclass(frozen=True, slots=True)
class ChangesQuery:
    """After which change, and how many."""

    after: int = 0
    limit: int = LIMIT

    @classmethod
    def read(cls, given: QueryDict) -> ChangesQuery:
        """The query of a URL. Raises BadQuery."""
        values: dict[str, Any] = p.read(PARAMETERS, given)
        try:
            cursor = check_cursor(values.get("cursor"), "changes", "seq")
        except ValueError as error:
            raise p.BadQuery([p.Problem("cursor", str(error), "invalid")]) from None
        return cls(cursor.id if cursor else 0, values.get("limit", LIMIT))


class Changes(NamedTuple):
    """Changes in order, rendered; where to go on; and whether more is there already."""

    documents: list[str]
    next: Cursor
    more: bool


def changes(query: ChangesQuery) -> Changes:
    """The next changes. What was seen once is never followed by something that came before it."""
    number_changes()
    rows: list[Any] = list(
        Revision.objects.filter(public=True, seq__gt=query.after)
        .annotate(erasing=Exists(Revision.objects.filter(batch=OuterRef("batch"), action=Action.ERASED)))
        .order_by("seq")
        .values(
            "seq",
            "kind",
            "record_id",
            "numbered",
            "action",
            "document",
            "reason",
            "snapshot__merged_into_id",
            "erasing",
        )[: query.limit + 1]
    )
    shown = rows[: query.limit]
    last = shown[-1]["seq"] if shown else query.after
    return Changes([_rendered(row) for row in shown], Cursor("changes", "seq", None, last), len(rows) > query.limit)


def _rendered(row: dict[str, Any]) -> str:
    kind, number = row["kind"], row["record_id"]
    into = row["snapshot__merged_into_id"] if not row["document"] else None
    if row["document"]:
        change = "upsert"
    elif into:
        change = "merged"
    else:
        change = row["action"] if row["action"] in ("deleted", "erased") else "unpublished"
    head = {
        "seq": row["seq"],
        "at": instant(row["numbered"]),
        "change": change,
        "kind": kind,
        "id": f"{kind}-{number}",
        "url": f"{API}/{kind}s/{number}/",
        "merged_into": f"{kind}-{into}" if into else None,
        # What shows an erased name is erased in part, and whoever keeps earlier versions must drop those, too.
        "ground": row["reason"] if row["erasing"] else None,
    }
    return f'{orjson.dumps(head).decode()[:-1]},"record":{row["document"] or "null"}}}'
