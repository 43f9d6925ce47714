"""`DATABASE_URL=postgres://... python -m benchmarks.api [--events N] [--load]`: load, serve, compare.

It prints the floor, stock DRF and Dateline without and with its limit of requests on PostgreSQL; what single questions
cost; the export beside COPY; then Dateline on a copy in SQLite, and Datasette on the plain tables of that copy where it
is installed (`pip install datasette`: it is no requirement of ours). For ten million events beside one:

    DATABASE_URL=postgres://.../large python -m benchmarks.api --load --pages-alone --events 10000000
    DATABASE_URL=postgres://... python -m benchmarks.api --large postgres://.../large
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time

import django


def main() -> None:
    """Load where asked, then compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--load", action="store_true", help="make the rows anew; the timeline's own are dropped")
    parser.add_argument("--pages-alone", action="store_true", help="load what pages are read from, and end")
    parser.add_argument("--large", help="a database with more events, loaded before: the same pages are compared alone")
    parser.add_argument("--lite", help="keep the copy in SQLite in this file, or take one that stands there")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=0.5)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from benchmarks.api import lite, queries
    from benchmarks.api.load import load
    from benchmarks.api.pages import compare, growth
    from benchmarks.api.servers import served

    if options.load:
        began = time.perf_counter()
        load(options.events, found=not options.pages_alone)
        print(f"loaded {options.events} events in {time.perf_counter() - began:.0f} s", flush=True)
    if options.pages_alone:
        return
    if options.large:
        with served(small="config.wsgi", large=f"config.wsgi|DATABASE_URL={options.large}") as servers:
            growth(servers["small"], servers["large"], options.rounds)
        return
    modules = {"floor": "benchmarks.api.floor", "stock": "benchmarks.api.stock", "dateline": "config.wsgi"}
    throttled = "config.wsgi|RATE_LIMIT=100000000"
    with served(**modules, dateline_throttled=throttled) as servers:
        queries.explain()
        compare(servers, options.rounds, options.seconds)
        queries.single(servers["dateline"])
        queries.export(servers["dateline"])
    with tempfile.TemporaryDirectory() as folder:
        lite.compare(options.lite or f"{folder}/copy.sqlite3", options.rounds, options.seconds)


if __name__ == "__main__":
    main()
