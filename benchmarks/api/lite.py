"""The same records in SQLite: Dateline on it beside Dateline on PostgreSQL, and Datasette on the plain tables."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection, transaction

from benchmarks.api.client import HOST, rate, request
from benchmarks.api.pages import CLIENTS, FIRST, LAST
from benchmarks.api.servers import Server, await_port, free_port, served, stop

COPIED = ("timeline_entry", "timeline_tally", "timeline_revision", "bench_source", "bench_event", "bench_link")
#: The types of PostgreSQL's columns that SQLite keeps as numbers, by their OID: bool, the integers, double.
NUMBERS = {16: "INTEGER", 20: "INTEGER", 21: "INTEGER", 23: "INTEGER", 701: "REAL"}
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
        columns = {column.name: NUMBERS.get(column.type_code, "TEXT") for column in cursor.description}
    if table.startswith("bench"):
        types = ", ".join(
            f'"{name}" {kind}' + (" PRIMARY KEY" if name == "id" else "") for name, kind in columns.items()
        )
        lite.execute(f"CREATE TABLE {table} ({types})")
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join("?" * len(columns))
    # What is no number is copied as the text that PostgreSQL shows; Django reads days and instants from it.
    shown = ", ".join(f'"{name}"::text' if kind == "TEXT" else f'"{name}"' for name, kind in columns.items())
    with transaction.atomic(), connection.chunked_cursor() as rows:
        rows.execute(f"SELECT {shown} FROM {table} ORDER BY 1")
        while some := rows.fetchmany(5000):
            lite.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", some)


def compare(path: str, rounds: int, seconds: float) -> None:
    """Print requests a second on SQLite against PostgreSQL, and Datasette's where it is installed."""
    file = Path(path).resolve()
    if not file.exists():
        copy(file)
    with (
        served(
            postgresql="config.wsgi", sqlite=f"config.wsgi|DATABASE_URL=sqlite:///{file}", floor="benchmarks.api.floor"
        ) as servers,
        _datasette(file) as further,
    ):
        _rounds({**servers, **further}, file.stem, rounds, seconds)


@contextmanager
def _datasette(file: Path) -> Iterator[dict[str, Server]]:
    """Datasette on the file; nothing where it is not installed."""
    if find_spec("datasette") is None:
        print("Datasette is not installed, and not compared", flush=True)
        yield {}
        return
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(file), "--port", str(port)]
    for name, value in (("sql_time_limit_ms", "30000"), ("max_returned_rows", "1000")):
        command += ["--setting", name, value]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_port(port)
        yield {"datasette": Server(process, port, "datasette")}
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
    rates: dict[str, list[float]] = {server: [] for server in servers}
    for _ in range(rounds):
        for server, running in servers.items():
            sent = [request(running.port, path) for path in paths[server]]
            rates[server].append(rate(running.port, sent, seconds=seconds, clients=CLIENTS)[0])

    def against(one: str, other: str) -> float:
        return statistics.median(a / b for a, b in zip(rates[one], rates[other], strict=True))

    print(f"first page on SQLite against PostgreSQL: {against('sqlite', 'postgresql'):.2f}")
    if "datasette" in rates:
        print(
            f"first page, Datasette against the floor: {against('datasette', 'floor'):.2f}; "
            f"Dateline on SQLite against Datasette: {against('sqlite', 'datasette'):.1f}"
        )
    print(f"on {HOST}: " + ", ".join(f"{server} {statistics.median(found):.0f}" for server, found in rates.items()))
