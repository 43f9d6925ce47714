"""The floor: hand-written SQL through psycopg2, rows to JSON by orjson, in a bare WSGI function.

It answers the same pages as Dateline, to the letter: what overlaps [from, to], in chronological order, from
a cursor. The two queries read what the page shows and nothing else; the first is in two parts, each on an
index of its own, as `timeline.query.parts` explains.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

import orjson
import psycopg2

COLUMNS = (
    "id, title, body, edtf, date_text, precision, earliest, latest, anchor, rule, basis, occurrence, background, "
    "place, lat, lon, actors, tags, independent_sources, version, created, updated"
)
PARTS = f"""
(SELECT {COLUMNS} FROM bench_event WHERE earliest < %(first)s AND latest >= %(first)s AND latest > earliest
AND (earliest, id) > (%(day)s, %(number)s) ORDER BY earliest, id LIMIT 101)
UNION ALL
(SELECT {COLUMNS} FROM bench_event WHERE earliest BETWEEN %(first)s AND %(last)s ORDER BY earliest, id LIMIT 101)
ORDER BY earliest, id LIMIT 101
"""
#: A cursor past the start of the range needs the second part alone.
STARTS = f"""
SELECT {COLUMNS} FROM bench_event WHERE (earliest, id) > (%(day)s, %(number)s) AND earliest <= %(last)s
ORDER BY earliest, id LIMIT 101
"""
LINKS = """
SELECT l.event_id, s.id, s.publisher, s.title, s.url, s.edtf, s.earliest, s.latest, l.exact, l.prefix, l.suffix,
    l."start", l."end", l.date_text
FROM bench_link l JOIN bench_source s ON s.id = l.source_id WHERE l.event_id = ANY(%s) ORDER BY l.event_id, s.id
"""
connection: Any = None


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """A page of events with their sources."""
    global connection
    if connection is None:
        connection = psycopg2.connect(os.environ["DATABASE_URL"], options="-c timezone=UTC")
        connection.autocommit = True
    asked = parse_qs(environ["QUERY_STRING"])
    day, number = asked.get("after", ["0001-01-01,0"])[0].split(",")
    given = {"first": asked["from"][0], "last": asked["to"][0], "day": day, "number": int(number)}
    with connection.cursor() as cursor:
        cursor.execute(STARTS if day >= asked["from"][0] else PARTS, given)
        rows = cursor.fetchall()
        page = rows[:100]
        cursor.execute(LINKS, [[row[0] for row in page]])
        links: dict[int, list[dict[str, Any]]] = {}
        for (
            event, source, publisher, title, url, edtf, first, last, exact, prefix, suffix, begin, end, date_text,
        ) in cursor:  # fmt: skip
            links.setdefault(event, []).append(
                {
                    "id": source, "publisher": publisher, "title": title, "url": url,
                    "published": {"edtf": edtf, "start": first, "end": last},
                    "evidence": [
                        {
                            "exact": exact, "prefix": prefix, "suffix": suffix, "start": begin, "end": end,
                            "date_text": date_text,
                        }
                    ],
                }
            )  # fmt: skip
    results = [
        {
            "id": f"event-{number}", "kind": "event", "url": f"/api/v1/events/{number}/", "title": title,
            "status": "published",
            "when": {
                "edtf": edtf, "text": date_text, "precision": precision, "start": earliest, "end": latest,
                "anchor": anchor, "rule": rule, "basis": basis,
            },
            "when_alternatives": [], "text": body, "occurrence": occurrence, "background": background,
            "places": [{"name": place, "lat": lat, "lon": lon, "reason": None}], "actors": actors, "tags": tags,
            "sources": links[number], "independent_sources": independent, "version": version, "created": created,
            "updated": updated,
        }
        for (
            number, title, body, edtf, date_text, precision, earliest, latest, anchor, rule, basis, occurrence,
            background, place, lat, lon, actors, tags, independent, version, created, updated,
        ) in page
    ]  # fmt: skip
    following = f"{page[-1][6]},{page[-1][0]}" if len(rows) > 100 else None
    body = orjson.dumps({"results": results, "next": following}, option=orjson.OPT_UTC_Z)
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
