"""`DATABASE_URL=postgres://... python -m benchmarks.api [--events N] [--load]`: load, serve side by side, compare."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import secrets
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

SERVERS = {
    "floor": ("benchmarks.api.floor", 8801),
    "stock": ("benchmarks.api.stock", 8802),
    "dateline": ("config.wsgi", 8803),
}
CLIENTS = 4
RANGE = "from=2019&to=2024"


@contextmanager
def served() -> Iterator[None]:
    """All servers, each with two workers, under the settings of production; the throttle off."""
    environment = {
        **os.environ, "RATE_LIMIT": "0", "DEBUG": "false", "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_URL": f"http://127.0.0.1:{SERVERS['dateline'][1]}",
    }  # fmt: skip
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "gunicorn", f"{module}:application", "--bind", f"127.0.0.1:{port}", "--workers", "2",
             "--worker-class", "gthread", "--threads", "1", "--log-level", "error"],
            env=environment, stderr=subprocess.DEVNULL,
        )
        for module, port in SERVERS.values()
    ]  # fmt: skip
    try:
        time.sleep(6)
        yield
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def get(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> tuple[int, bytes, str]:
    """Status, body and ETag."""
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return response.status, response.read(), response.getheader("ETag", "")


def rate(server: str, path: str, seconds: float, headers: dict[str, str] | None = None) -> float:
    """Requests a second of several clients."""
    end = time.perf_counter() + seconds

    def ask(_: int) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", SERVERS[server][1], timeout=60)
        done = 0
        while time.perf_counter() < end:
            status = get(connection, path, headers or {})[0]
            assert status in (200, 304), status
            done += 1
        return done

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(ask, range(CLIENTS))) / seconds


def once(path: str) -> tuple[float, bytes, str]:
    """Milliseconds of one request to Dateline: the median of seven."""
    connection = http.client.HTTPConnection("127.0.0.1", SERVERS["dateline"][1], timeout=120)
    times = []
    for _ in range(7):
        began = time.perf_counter()
        status, body, tag = get(connection, path, {})
        times.append((time.perf_counter() - began) * 1000)
        assert status == 200, (path, body[:500])
    return statistics.median(times), body, tag


def compare(rounds: int, seconds: float) -> None:
    """Print the ratios of interleaved rounds, and single latencies."""
    floor, deep_floor = "/", "/"
    connection = http.client.HTTPConnection("127.0.0.1", SERVERS["floor"][1])
    for _ in range(50):
        deep_floor = f"/?after={json.loads(get(connection, deep_floor, {})[1])['next']}"
    first = f"/api/v1/events/?{RANGE}"
    deep = first
    for _ in range(50):
        deep = f"{first}&cursor={json.loads(once(deep)[1])['next_cursor']}" if _ < 1 else _following(first, deep)
    tag = once(first)[2]
    cases: list[tuple[str, list[tuple[str, str, dict[str, str]]]]] = [
        ("first page", [("floor", floor, {}), ("stock", "/events/", {}), ("dateline", first, {})]),
        ("deep page", [("floor", deep_floor, {}), ("stock", "/events/?page=51", {}), ("dateline", deep, {})]),
        ("304", [("floor", floor, {}), ("dateline", first, {"If-None-Match": tag})]),
    ]
    for name, servers in cases:
        ratios: dict[str, list[float]] = {}
        for _ in range(rounds):
            rates = {server: rate(server, path, seconds, headers) for server, path, headers in servers}
            for server, found in rates.items():
                ratios.setdefault(server, []).append(found / rates["floor"])
        shown = ", ".join(f"{server} {statistics.median(found):.2f}" for server, found in ratios.items())
        print(f"{name}, against the floor: {shown} ({rates['dateline']:.0f} requests a second)", flush=True)
    for name, path in (
        ("histogram by month of six years", f"/api/v1/timeline/histogram/?{RANGE}"),
        ("the same by place", f"/api/v1/timeline/histogram/?{RANGE}&group_by=place"),
        ("q with a range", "/api/v1/events/?from=2021&to=2022&q=term4000"),
        ("q of a word in every record", "/api/v1/events/?from=2021&to=2022&q=report"),
        ("one place in a year", "/api/v1/events/?from=2021&to=2021&place=place+17"),
        ("a day", "/api/v1/events/?from=2021-05-05&to=2021-05-05"),
        ("count of a range", f"/api/v1/events/?{RANGE}&limit=1&count=true"),
    ):
        print(f"{name}: {once(path)[0]:.1f} ms", flush=True)
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", SERVERS["dateline"][1], timeout=600)
    connection.request("GET", "/api/v1/events/?format=ndjson")
    response, lines = connection.getresponse(), 0
    while block := response.read(1 << 20):
        lines += block.count(b"\n")
    print(f"NDJSON export: {lines} rows, {lines / (time.perf_counter() - began):.0f} a second")


def _following(first: str, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", SERVERS["dateline"][1], timeout=60)
    return f"{first}&cursor={json.loads(get(connection, path, {})[1])['next_cursor']}"


def main() -> None:
    """Load where asked, then compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--load", action="store_true", help="make the rows anew; the timeline's own are dropped")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    if options.load:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        from benchmarks.api.load import load

        began = time.perf_counter()
        load(options.events)
        print(f"loaded {options.events} events in {time.perf_counter() - began:.0f} s", flush=True)
    with served():
        compare(options.rounds, options.seconds)


if __name__ == "__main__":
    main()
