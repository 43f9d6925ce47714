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
#: Four, as many as there are threads, leave a third of the processor idle beside a fast server: while one client reads
#: its page the thread that answered it has nothing to do. A rate is that of a server that is kept busy.
CLIENTS = 8
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
    for name, (requests, statuses) in _cases(servers).items():
        rates: dict[str, list[float]] = {}
        spent: dict[str, list[float]] = {}
        for turn in range(rounds):
            for server, sent in requests.items():
                # Stock answers in seconds: three rounds tell enough.
                if server == "stock" and turn >= 3:
                    continue
                found, before = servers[server], servers[server].spent()
                per_second, _, answered = rate(
                    found.port, sent, seconds=seconds, clients=CLIENTS, status=statuses.get(server, 200)
                )
                rates.setdefault(server, []).append(per_second)
                spent.setdefault(server, []).append((found.spent() - before) / answered * 1000)
        _show(name, rates, spent)


def _cases(servers: dict[str, Server]) -> dict[str, tuple[dict[str, list[bytes]], dict[str, int]]]:
    """What is asked of whom, and what is answered where it is not 200."""
    pages = walk(servers["floor"], servers["dateline"])
    ours = [server for server in servers if server.startswith("dateline")]
    # First pages of ranges that begin on different days: nothing is answered twice in a row.
    days = [f"2019-01-{day:02}" for day in range(1, 29)]
    numbers = range(DEEP, DEEP + TURNS)
    cases = {
        "first page": {
            "floor": [f"/?from={day}&to={LAST}" for day in days],
            "stock": [f"/events/?from={day}&to={LAST}" for day in days],
            **{server: [f"/api/v1/events/?from={day}&to={LAST}" for day in days] for server in ours},
        },
        "deep page": {
            "floor": pages.floor[DEEP:],
            "stock": [f"/events/?from={FIRST}&to={LAST}&page={n}" for n in numbers],
            **dict.fromkeys(ours, pages.ours[DEEP:]),
        },
    }
    found: dict[str, tuple[dict[str, list[bytes]], dict[str, int]]] = {
        name: ({server: [request(servers[server].port, path) for path in paths] for server, paths in asked.items()}, {})
        for name, asked in cases.items()
    }
    known = {server: {"If-None-Match": get(servers[server], OURS)[1]} for server in ours}
    unchanged = {server: [request(servers[server].port, OURS, headers)] for server, headers in known.items()}
    floor = [request(servers["floor"].port, FLOOR)]
    found["304"] = ({"floor": floor, **unchanged}, dict.fromkeys(ours, 304))
    return found


def _show(name: str, rates: dict[str, list[float]], spent: dict[str, list[float]]) -> None:
    """Print medians of the rounds, each round against the floor's of the same round."""
    for server, found in rates.items():
        ratio = statistics.median(a / b for a, b in zip(found, rates["floor"], strict=False))
        processor = statistics.median(spent[server])
        less = statistics.median(b / a for a, b in zip(spent[server], spent["floor"], strict=False))
        print(
            f"{name}, {server}: {ratio:.2f} of the floor ({statistics.median(found):.0f} requests a second); "
            f"{processor:.2f} ms of processor time each, the floor's divided by it {less:.2f}",
            flush=True,
        )
    if "stock" in rates:
        pairs = zip(rates["dateline"], rates["stock"], strict=False)
        print(f"{name}, dateline against stock: {statistics.median(a / b for a, b in pairs):.1f}", flush=True)


def growth(small: Server, large: Server, rounds: int) -> None:
    """Print how long the same pages take of a larger table, with nothing else asked: medians of interleaved rounds."""
    for name, at in (("first page", slice(1)), ("deep page", slice(DEEP, DEEP + TURNS))):
        sent = {server: [request(server.port, path) for path in addresses(server)[at]] for server in (small, large)}
        took: dict[Server, list[float]] = {small: [], large: []}
        for _ in range(rounds):
            for server, requests in sent.items():
                took[server].append(rate(server.port, requests, seconds=0.5, clients=1)[1])
        ratio = statistics.median(b / a for a, b in zip(took[small], took[large], strict=True))
        less, more = (statistics.median(found) for found in took.values())
        print(f"{name} of the larger table: {more:.2f} ms, {ratio:.2f} times the smaller's {less:.2f} ms", flush=True)


def addresses(server: Server) -> list[str]:
    """The addresses of Dateline's pages 1 to DEEP + TURNS."""
    found = [OURS]
    for _ in range(DEEP + TURNS):
        found.append(f"{OURS}&cursor={get(server, found[-1])[0]['next_cursor']}")
    return found
