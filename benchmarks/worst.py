"""`DATABASE_URL=... python -m benchmarks.worst`: the most expensive questions (RELIABILITY row A20).

They are asked of what `python -m benchmarks.api --load` has loaded. Every order is combined with filters that few,
many or no records pass, with searches for words in every record, in few and in none, and with lists and histograms.
Each must be answered, or refused with 503 and Retry-After, and no statement may run longer than five seconds; the
slowest are printed. Exit status 1 where one runs longer, or where an answer is anything else.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import sys
import threading
import time
from collections import Counter
from itertools import product
from urllib.parse import urlencode, urlsplit

import psycopg2

from benchmarks.serving import serving

#: Seconds that a statement may run, and what is granted for looking at it late.
LONGEST, LATE = 5.0, 0.5
ORDERS = ("start", "-start", "created", "-created", "updated", "-updated", "rank")
RANGES: tuple[dict[str, str], ...] = (
    {},
    {"from": "2019", "to": "2024"},
    {"from": "2024-11-20", "to": "2024-11-20"},
    {"undated": "true"},
)
SEARCHES = (
    "", "report", "report -event", "e*", "term4000 OR term4001", '"the report of an event"', "nowhere", "a* b* c* d*",
    "report event words number place -term1 -term2 -term3",
)  # fmt: skip
FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"place": "place 17"},
    {"place": "nowhere"},
    {"precision": "year", "min_sources": "2"},
    {"precision": "decade"},
    {"min_sources": "5"},
    {"located": "true"},
    {"bbox": "179,-90,-179,90"},
    {"updated_since": "2030-01-01"},
    {"match": "certain", "open": "true"},
    {"tag": "tag 3", "place": "place 17", "actor": "nobody"},
)
LISTS = ("/api/v1/timeline/", "/api/v1/events/", "/api/v1/timeline/histogram/")


def questions(chance: random.Random, number: int) -> list[str]:
    """So many of all combinations."""
    every = list(product(LISTS, ORDERS, RANGES, SEARCHES, FILTERS, ("", "true")))
    found = []
    for path, order, days, search, filters, count in chance.sample(every, len(every)):
        histogram = path.endswith("histogram/")
        if (order == "rank" and not search) or (histogram and (order != "start" or not days.get("from"))):
            continue
        asked = {**days, **filters, **({"q": search} if search else {})}
        if histogram:
            asked = {**asked, "interval": "week", **({"group_by": "place"} if count else {})}
            asked.pop("match", None)
        else:
            asked |= {"order": order, "limit": "1000", **({"count": count} if count else {})}
        found.append(f"{path}?{urlencode(asked)}")
        if len(found) == number:
            break
    return found


class Watch(threading.Thread):
    """Looks how long the statements of the service run."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True
        self.over = threading.Event()
        self.longest = 0.0

    def run(self) -> None:
        """Until it is over."""
        with self.connection.cursor() as cursor:
            while not self.over.wait(0.2):
                cursor.execute(
                    "SELECT extract(epoch FROM max(clock_timestamp() - query_start)) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()"
                )
                self.longest = max(self.longest, float((cursor.fetchone() or (0,))[0] or 0))
        self.connection.close()


def main() -> int:
    """Exit status 0 where everything was answered in time or refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    url = os.environ["DATABASE_URL"]
    took: list[tuple[float, int, str]] = []
    wrong: list[str] = []
    with serving(url) as site:
        watch = Watch(url)
        watch.start()
        connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=120)
        for path in questions(random.Random(asked.seed), asked.questions):
            began = time.monotonic()
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
            took.append((time.monotonic() - began, response.status, path))
            if response.status != 200 and not (response.status == 503 and response.getheader("Retry-After")):
                wrong.append(f"{response.status} {path}\n{body[:300]!r}")
        watch.over.set()
        watch.join()
    for seconds, status, path in sorted(took, reverse=True)[:10]:
        sys.stdout.write(f"{seconds:.2f} s  {status}  {path}\n")
    sys.stdout.write("\n".join([*wrong, ""]))
    statuses = ", ".join(f"{number} times {status}" for status, number in Counter(found[1] for found in took).items())
    sys.stdout.write(f"{len(took)} questions, {statuses}; no statement ran longer than {watch.longest:.1f} s\n")
    return int(bool(wrong) or watch.longest > LONGEST + LATE)


if __name__ == "__main__":
    sys.exit(main())
