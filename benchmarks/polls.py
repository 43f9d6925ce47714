"""`python -m benchmarks.polls`: a dashboard that polls 10,000 times, by turns with several tokens and none (row E16).

While nothing changes every answer must be 304 with the same ETag, whoever asks; after each of a hundred edits the next
poll must bring what was written. It serves the demonstration from a database of its own beside the one that
DATABASE_URL names (SQLite in a temporary folder where it names none). Exit status 1 where that fails.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import time
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

from benchmarks.crash import database, python
from benchmarks.serving import serving

LIST = "/api/v1/events/?limit=1000"
TOKENS, EDITS = 4, 100


class Site:
    """One kept connection."""

    def __init__(self, site: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, str, Any]:
        """Status, ETag and body of an answer."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent["Content-Type"] = "application/json"
        self.connection.request(method, path, body=json.dumps(body) if body is not None else None, headers=sent)
        response = self.connection.getresponse()
        content = response.read()
        return response.status, response.getheader("ETag", ""), json.loads(content) if content else None


def polled(site: Site, times: int, holders: list[dict[str, str]]) -> tuple[int, int]:
    """How many of so many polls were answered 304, and by how many different tags."""
    _, tag, _ = site.ask("GET", LIST)
    unchanged, tags = 0, {tag}
    for _, holder in zip(range(times), cycle(holders), strict=False):
        status, found, _ = site.ask("GET", LIST, If_None_Match=tag, **holder)
        unchanged += status == 304
        tags.add(found)
    return unchanged, len(tags)


def stale(site: Site, curator: dict[str, str], holders: list[dict[str, str]]) -> int:
    """After how many of the edits a poll did not bring what was written."""
    _, tag, page = site.ask("GET", LIST)
    record, missed = page["results"][0], 0
    for number, holder in zip(range(EDITS), cycle(holders), strict=False):
        address, title = urlsplit(record["url"]).path, f"{record['title']} ({number})"
        _, version, _ = site.ask("GET", address, **curator)
        status, _, answer = site.ask("PATCH", address, {"title": title}, If_Match=version, **curator)
        assert status == 200, answer
        status, tag, page = site.ask("GET", LIST, If_None_Match=tag, **holder)
        missed += status != 200 or all(found["title"] != title for found in page["results"])
    return missed


def main() -> int:
    """Exit status 0 where nothing unchanged was sent again and nothing changed was kept back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polls", type=int, default=10_000)
    asked = parser.parse_args()
    with database(os.environ.get("DATABASE_URL", "")) as url:
        assert python(url, "manage.py", "demo", stdout=subprocess.DEVNULL).wait() == 0
        tokens = []
        for _ in range(TOKENS):
            issued = python(url, "manage.py", "issue_token", "admin", "--scope", "curate", stdout=subprocess.PIPE)
            tokens.append({"Authorization": f"Bearer {issued.communicate()[0].strip()}"})
        with serving(url) as address:
            site, holders = Site(address), [{}, *tokens]
            began = time.monotonic()
            unchanged, tags = polled(site, asked.polls, holders)
            took = time.monotonic() - began
            missed = stale(site, tokens[0], holders)
    sys.stdout.write(
        f"{asked.polls} polls in {took:.0f} s: {unchanged} times 304, {tags} tag(s); "
        f"{missed} of {EDITS} edits not seen by the next poll\n"
    )
    return int(unchanged < 0.99 * asked.polls or tags > 1 or missed > 0)


if __name__ == "__main__":
    sys.exit(main())
