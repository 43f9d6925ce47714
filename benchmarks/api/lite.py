"""The same records in SQLite: Dateline on it beside Dateline on PostgreSQL, and Datasette on the plain tables."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from benchmarks.api.client import HOST, rate, request
from benchmarks.api.pages import CLIENTS, FIRST, LAST
from benchmarks.api.servers import Server, await_port, free_port, served, stop

COPIED = ("timeline_entry", "timeline_tally", "timeline_revision", "bench_source", "bench_event", "bench_link")
NESTED = """
SELECT e.*, (
    SELECT json_group_array(json_object('id', s.id, 'publisher', s.publisher, 'title', s.title, 'url', s.url,
        'published', s.earliest, 'exact', l.exact, 'prefix', l.prefix, 'suffix', l.suffix, 'start', l.start,
        'end', l."end")) FROM bench_link l JOIN bench_source s ON s.id = l.source_id WHERE l.event_id = e.id
) AS sources
FROM bench_event e WHERE e.earliest >= :first AND e.earliest <= :last ORDER BY e.earliest, e.id LIMIT 100
"""


def copy(file: Path) -> None:
    """Copy the rows into a new SQLite database."""
    file.unlink(missing_ok=True)
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "DEBUG": "true"}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=environment, check=True)
    with sqlite3.connect(file) as lite:
        lite.execute("PRAGMA synchronous = OFF")
        for table in COPIED:
            _copy_table(lite, table)
        lite.execute("CREATE INDEX bench_event_start ON bench_event (earliest, id)")
        lite.execute("CREATE INDEX bench_link_event ON bench_link (event_id, source_id)")
        lite.execute("ANALYZE")
    lite.close()


def _copy_table(lite: sqlite3.Connection, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")
        columns = [column.name for column in cursor.description]
    if table.startswith("bench"):
        types = ", ".join(f'"{name}"' + (" INTEGER PRIMARY KEY" if name == "id" else "") for name in columns)
        lite.execute(f"CREATE TABLE {table} ({types})")
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join("?" * len(columns))
    shown = ", ".join(f'"{name}"::text' if name not in ("id", "lat", "lon") else f'"{name}"' for name in columns)
    connection.ensure_connection()
    with connection.connection, connection.connection.cursor(name="copied") as rows:
        rows.itersize = 5000
        rows.execute(f"SELECT {shown} FROM {table} ORDER BY 1")
        lite.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)


def compare(path: str, rounds: int, seconds: float) -> None:
    """Print requests a second on SQLite against PostgreSQL, and Datasette's."""
    file = Path(path).resolve()
    if not file.exists():
        copy(file)
    datasette_port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(file), "--port", str(datasette_port)]
    limits = [part for pair in (("sql_time_limit_ms", "30000"), ("max_returned_rows", "1000")) for part in pair]
    command += ["--setting", *limits[:2], "--setting", *limits[2:]]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_port(datasette_port)
        with served(
            postgresql="config.wsgi", sqlite=f"config.wsgi|DATABASE_URL=sqlite:///{file}", floor="benchmarks.api.floor"
        ) as servers:
            _rounds({**servers, "datasette": Server(process, datasette_port, "datasette")}, file.stem, rounds, seconds)
    finally:
        stop(iter([process]))


def _rounds(servers: dict[str, Server], name: str, rounds: int, seconds: float) -> None:
    days = [f"2019-01-{day:02}" for day in range(1, 29)]
    ours = [f"/api/v1/events/?from={day}&to={LAST}" for day in days]
    asked = urlencode({"sql": NESTED, "first": FIRST, "last": LAST, "_shape": "array", "_json": "sources"})
    paths = {
        "postgresql": ours,
        "sqlite": ours,
        "floor": [f"/?from={day}&to={LAST}" for day in days],
        "datasette": [f"/{name}.json?{asked}"],
    }
    rates: dict[str, list[float]] = {}
    for _ in range(rounds):
        for server, addresses in paths.items():
            sent = [request(servers[server].port, path) for path in addresses]
            found = rate(servers[server].port, sent, seconds=seconds, clients=CLIENTS)[0]
            rates.setdefault(server, []).append(found)
    sqlite = statistics.median(a / b for a, b in zip(rates["sqlite"], rates["postgresql"], strict=True))
    print(f"first page on SQLite against PostgreSQL: {sqlite:.2f}")
    datasette = statistics.median(a / b for a, b in zip(rates["datasette"], rates["floor"], strict=True))
    ahead = statistics.median(a / b for a, b in zip(rates["sqlite"], rates["datasette"], strict=True))
    print(f"Datasette against the floor: {datasette:.2f}; Dateline on SQLite against Datasette: {ahead:.1f}")
    print(f"on {HOST}: " + ", ".join(f"{server} {statistics.median(found):.0f}" for server, found in rates.items()))
