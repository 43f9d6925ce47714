"""The floor: hand-written SQL through psycopg2, rows to JSON by orjson, in a bare WSGI function."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

import orjson
import psycopg2

SQL = """
SELECT e.id, e.title, e.body, e.edtf, e.precision, e.earliest, e.latest, e.place, e.lat, e.lon, e.created, e.updated
FROM bench_event e WHERE (e.earliest, e.id) > (%s, %s) AND e.earliest <= '2024-12-31'
ORDER BY e.earliest, e.id LIMIT 101
"""
LINKS = """
SELECT l.event_id, s.id, s.publisher, s.title, s.url, s.published, l.exact, l."start", l."end"
FROM bench_link l JOIN bench_source s ON s.id = l.source_id WHERE l.event_id = ANY(%s) ORDER BY l.event_id, s.id
"""
connection: Any = None


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """A page of events with their sources."""
    global connection
    if connection is None:
        connection = psycopg2.connect(os.environ["DATABASE_URL"])
        connection.autocommit = True
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    day, number = asked.get("after", ["2018-12-31,0"])[0].split(",")
    with connection.cursor() as cursor:
        cursor.execute(SQL, [day, int(number)])
        rows = cursor.fetchall()
        page = rows[:100]
        cursor.execute(LINKS, [[row[0] for row in page]])
        links: dict[int, list[dict[str, Any]]] = {}
        for event, source, publisher, title, url, published, exact, first, last in cursor:
            evidence = [{"exact": exact, "start": first, "end": last}]
            links.setdefault(event, []).append(
                {
                    "id": source,
                    "publisher": publisher,
                    "title": title,
                    "url": url,
                    "published": published,
                    "evidence": evidence,
                }
            )
    results = [
        {
            "id": f"event-{row[0]}", "kind": "event", "url": f"/api/v1/events/{row[0]}/", "title": row[1],
            "status": "published",
            "when": {"edtf": row[3], "precision": row[4], "start": row[5], "end": row[6]},
            "text": row[2], "places": [{"name": row[7], "lat": row[8], "lon": row[9]}],
            "sources": links.get(row[0], []), "independent_sources": 2, "created": row[10], "updated": row[11],
        }
        for row in page
    ]  # fmt: skip
    following = f"{page[-1][5]},{page[-1][0]}" if len(rows) > 100 else None
    body = orjson.dumps({"results": results, "next": following})
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
