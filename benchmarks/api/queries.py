"""What single questions cost: in the database by EXPLAIN ANALYZE, and as one request."""

from __future__ import annotations

import http.client
import re
import statistics
import time

from django.db import connection, connections
from django.http import QueryDict

from benchmarks.api.client import HOST
from benchmarks.api.servers import Server
from timeline.prepared import named
from timeline.query import Query, live, page

RANGES = {
    "a day": "from=2021-05-05&to=2021-05-05",
    "a month": "from=2021-05&to=2021-05",
    "a year": "from=2021&to=2021",
    "six years": "from=2019&to=2024",
    # The later a range begins, the more lies before it that does not reach it.
    "a day late": "from=2024-11-20&to=2024-11-20",
    "a day late, backwards": "from=2024-11-20&to=2024-11-20&order=-start",
}
SINGLE = (
    ("histogram by month of six years", "/api/v1/timeline/histogram/?from=2019&to=2024"),
    ("the same by place", "/api/v1/timeline/histogram/?from=2019&to=2024&group_by=place"),
    ("q with a range", "/api/v1/events/?from=2021&to=2022&q=term4000"),
    ("q of a word in every record", "/api/v1/events/?from=2021&to=2022&q=report"),
    ("one place in a year", "/api/v1/events/?from=2021&to=2021&place=place+17"),
    ("a day", "/api/v1/events/?from=2021-05-05&to=2021-05-05"),
    ("count of a range", "/api/v1/events/?from=2019&to=2024&limit=1&count=true"),
)


def explain() -> None:
    """Print the execution time of overlap queries of any length: the median of seven."""
    for name, text in RANGES.items():
        _print(name, text)
        cursor = None
        for _ in range(50):
            found = page(Query.read("events", QueryDict(f"{text}&cursor={cursor}" if cursor else text)))
            cursor = found.next or cursor
        _print(f"{name}, deep", f"{text}&cursor={cursor}")


def _print(name: str, text: str) -> None:
    times = []
    for _ in range(7):
        query = Query.read("events", QueryDict(text))
        for statement in live.statements(query, query.limit + 1)[:1]:
            # With the plan that pages are read by, made at the first reading.
            statement.rows(live.values(query))
            _, _, execute = named(statement.sql, len(statement.parameters))
            with connection.cursor() as cursor:
                cursor.execute(
                    f"EXPLAIN ANALYZE {execute}", statement.filled(live.values(query), connections["default"])
                )
                plan = "\n".join(row[0] for row in cursor.fetchall())
            found = re.search(r"Execution Time: ([\d.]+) ms", plan)
            assert found
            times.append(float(found[1]))
    print(f"overlap query of {name}: {statistics.median(times):.2f} ms by EXPLAIN ANALYZE", flush=True)


def single(server: Server) -> None:
    """Print the latency of one request: the median of seven."""
    asked = http.client.HTTPConnection(HOST, server.port, timeout=120)
    for name, path in SINGLE:
        times = []
        for _ in range(7):
            began = time.perf_counter()
            asked.request("GET", path)
            response = asked.getresponse()
            body = response.read()
            times.append((time.perf_counter() - began) * 1000)
            assert response.status == 200, body[:500]
        print(f"{name}: {statistics.median(times):.1f} ms", flush=True)


def export(server: Server, rounds: int = 3) -> None:
    """Print the rate of the NDJSON export beside COPY of the same documents, and the memory of the worker."""
    rates: dict[str, list[float]] = {}
    for _ in range(rounds):
        began = time.perf_counter()
        lines = _exported(server)
        rates.setdefault("ours", []).append(lines / (time.perf_counter() - began))
        for name, order in (("in the same order", " ORDER BY earliest, id"), ("in no order", "")):
            began = time.perf_counter()
            with connection.cursor() as cursor:
                cursor.execute("SET statement_timeout = 0")
                cursor.copy_expert(f"COPY (SELECT document FROM timeline_entry{order}) TO STDOUT", _Counted())
            rates.setdefault(name, []).append(lines / (time.perf_counter() - began))
    ours = rates.pop("ours")
    print(f"NDJSON export: {statistics.median(ours):.0f} rows a second of {lines}", flush=True)
    for name, theirs in rates.items():
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"NDJSON export: {ratio:.2f} of COPY {name} ({statistics.median(theirs):.0f})", flush=True)
    print(f"NDJSON export: the worker held {server.peak()} MB at most", flush=True)


def _exported(server: Server) -> int:
    """Read the whole export: how many lines it had."""
    asked = http.client.HTTPConnection(HOST, server.port, timeout=900)
    asked.request("GET", "/api/v1/events/?format=ndjson")
    response, lines = asked.getresponse(), 0
    while block := response.read(1 << 20):
        lines += block.count(b"\n")
    return lines


class _Counted:
    """A file that forgets what is written."""

    def write(self, data: bytes) -> int:
        """Take it."""
        return len(data)
