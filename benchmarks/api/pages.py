"""The same pages of every server, in interleaved rounds: requests a second against the floor."""

from __future__ import annotations

import http.client
import json
import statistics
from typing import Any, NamedTuple

from benchmarks.api.client import HOST, rate, request
from benchmarks.api.servers import Server

FIRST, LAST = "2019-01-01", "2024-12-31"
OURS, FLOOR = f"/api/v1/events/?from={FIRST}&to={LAST}", f"/?from={FIRST}&to={LAST}"
CLIENTS = 4
#: So many pages in stands a deep page; and so many pages are asked in turn.
DEEP, TURNS = 50, 20


def get(server: Server, path: str) -> tuple[Any, str]:
    """One answer as JSON, and its ETag."""
    connection = http.client.HTTPConnection(HOST, server.port, timeout=120)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    assert response.status == 200, (path, body[:500])
    return json.loads(body), response.getheader("ETag", "")


class Walk(NamedTuple):
    """Addresses of the pages of both servers, in order."""

    floor: list[str]
    ours: list[str]


def walk(floor: Server, ours: Server) -> Walk:
    """The addresses of pages 1 to DEEP + TURNS. Both servers must answer the same, to the letter."""
    found = Walk([FLOOR], [OURS])
    for _ in range(DEEP + TURNS):
        theirs, _tag = get(floor, found.floor[-1])
        own, _tag = get(ours, found.ours[-1])
        assert theirs["results"] == own["results"], "the floor answers another page"
        found.floor.append(f"{FLOOR}&after={theirs['next']}")
        found.ours.append(f"{OURS}&cursor={own['next_cursor']}")
    return found


def compare(servers: dict[str, Server], rounds: int, seconds: float) -> None:
    """Print the ratios of interleaved rounds."""
    pages = walk(servers["floor"], servers["dateline"])
    tag = get(servers["dateline"], OURS)[1]
    # First pages of ranges that begin on different days: nothing is answered twice in a row.
    days = [f"2019-01-{day:02}" for day in range(1, 29)]
    first = {
        "floor": [f"/?from={day}&to={LAST}" for day in days],
        "stock": [f"/events/?from={day}&to={LAST}" for day in days],
    }
    ours = [f"/api/v1/events/?from={day}&to={LAST}" for day in days]
    deep = {
        "floor": pages.floor[DEEP:],
        "stock": [f"/events/?from={FIRST}&to={LAST}&page={n}" for n in range(DEEP, DEEP + TURNS)],
    }
    asked: list[tuple[str, dict[str, list[str]], list[str], dict[str, str]]] = [
        ("first page", first, ours, {}),
        ("deep page", deep, pages.ours[DEEP:], {}),
        ("304", {"floor": [FLOOR]}, [OURS], {"If-None-Match": tag}),
    ]
    for name, others, own, headers in asked:
        ratios: dict[str, list[float]] = {}
        latest: dict[str, float] = {}
        for _ in range(rounds):
            for server, found in servers.items():
                paths = others.get(server, own if server.startswith("dateline") else [])
                if paths:
                    sent = [request(path, headers if server.startswith("dateline") else {}) for path in paths]
                    latest[server] = rate(found.port, sent, seconds=seconds, clients=CLIENTS)[0]
                    ratios.setdefault(server, []).append(latest[server] / latest["floor"])
        shown = ", ".join(f"{server} {statistics.median(found):.2f}" for server, found in ratios.items())
        if "stock" in ratios:
            pairs = zip(ratios["dateline"], ratios["stock"], strict=True)
            shown += f"; dateline against stock {statistics.median(a / b for a, b in pairs):.1f}"
        print(f"{name}, against the floor: {shown} (floor {latest['floor']:.0f} requests a second)", flush=True)


def latency(servers: dict[str, Server]) -> None:
    """Print how long a page takes where nothing else is asked: to compare tables of different sizes."""
    pages = walk(servers["floor"], servers["dateline"])
    for name, paths in (("first page", [OURS]), ("deep page", pages.ours[DEEP:])):
        sent = [request(path, {}) for path in paths]
        found = [rate(servers["dateline"].port, sent, seconds=1, clients=1)[1] for _ in range(5)]
        print(f"{name}: {statistics.median(found):.2f} ms", flush=True)
