"""`python -m benchmarks.retries`: requests that are sent again, by many at once (RELIABILITY rows E06, E07).

It serves the demonstration with gunicorn from a database of its own beside the one that DATABASE_URL names (SQLite in
a temporary folder where it names none). A hundred rounds: fifty clients send one statement with one Idempotency-Key at
once; all must get one answer, one row must stand, another body under the key must be refused, and two edits of its
version sent at once must leave one. In twenty more the process is killed with SIGKILL after the commit, before the
reply; the request is sent again. Last, keys of more than a day ago are used again, and must write anew. Exit status 1
where anything is otherwise.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from urllib.parse import urlsplit

from benchmarks.crash import ask, database, python
from benchmarks.serving import serving

CLIENTS, KILLED = 50, 20
TEXT = "The bridge was closed on Sunday, Mayor Ida Holm said."
STATEMENTS = "/api/v1/statements/"


def rows(key: str) -> int:
    """How many statements were written in a round: its mark stands in the role."""
    from timeline.models import Statement

    return Statement.objects.filter(role=key).count()


def age() -> int:
    """Make every kept answer older than a day."""
    import datetime as dt

    from django.utils import timezone

    from api.models import Answer

    return Answer.objects.update(at=timezone.now() - dt.timedelta(hours=24, seconds=1))


class Desk:
    """What a round needs to know."""

    def __init__(self, site: str, token: str) -> None:
        self.host = urlsplit(site).netloc
        self.holder = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        status, _, made = self.send("POST", "/api/v1/sources/", {"text": TEXT})
        assert status == 201, made
        self.source = json.loads(made)["id"]

    def send(self, method: str, path: str, body: Any, **headers: str) -> tuple[int, str, bytes]:
        """Status, ETag and body of an answer; status 0 where the connection broke."""
        sent = {**self.holder, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection = http.client.HTTPConnection(self.host, timeout=120)
        try:
            connection.request(method, path, json.dumps(body), sent)
            response = connection.getresponse()
            return response.status, response.getheader("ETag", ""), response.read()
        except (OSError, http.client.HTTPException):
            return 0, "", b""
        finally:
            connection.close()

    def body(self, key: str) -> dict[str, Any]:
        """A statement that its round can be told by."""
        return {"source": self.source, "text": "The bridge was closed", "role": key}


def together(number: int, do: Any) -> list[Any]:
    """What so many get who begin at once."""
    barrier = Barrier(number)

    def one(which: int) -> Any:
        barrier.wait()
        return do(which)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def shared(desk: Desk, url: str, key: str) -> dict[str, bool]:
    """Fifty with one key; then another body; then two edits of one version."""
    answers = together(CLIENTS, lambda _: desk.send("POST", STATEMENTS, desk.body(key), Idempotency_Key=key))
    status, tag, made = answers[0]
    other = desk.send("POST", STATEMENTS, {**desk.body(key), "speech": "direct"}, Idempotency_Key=key)
    path = urlsplit(json.loads(made)["url"]).path if status == 201 else STATEMENTS
    edits = together(2, lambda which: desk.send("PATCH", path, {"organisation": f"by {which}"}, If_Match=tag))
    return {
        "one answer to all": len(set(answers)) == 1 and status == 201,
        "another body refused": other[0] == 422,
        "one of two edits": sorted(edit[0] for edit in edits) == [200, 412],
    }


def killed(desk: Desk, key: str) -> dict[str, bool]:
    """The process dies after the commit; the request is sent again until it is answered."""
    untold = desk.send("POST", STATEMENTS, desk.body(key), Idempotency_Key=key, X_Die_Untold="1")
    answers: list[tuple[int, str, bytes]] = []
    for _ in range(200):
        found = desk.send("POST", STATEMENTS, desk.body(key), Idempotency_Key=key)
        answers += [found] if found[0] else []
        if len(answers) == 2:
            break
        time.sleep(0.1)
    return {
        "killed before the reply": untold[0] == 0,
        "answered when sent again": len(set(answers)) == 1 and answers[0][0] == 201,
    }


def main() -> int:
    """Exit status 0 where everything was done once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    with database(os.environ.get("DATABASE_URL", "")) as url:
        assert python(url, "manage.py", "demo", stdout=subprocess.DEVNULL).wait() == 0
        issued = python(url, "manage.py", "issue_token", "admin", "--scope", "curate", stdout=subprocess.PIPE)
        token = issued.communicate()[0].strip()
        with serving(url, "benchmarks.killed") as site:
            desk = Desk(site, token)
            keys = [f"round {number}" for number in range(asked.rounds)]
            deaths = [f"death {number}" for number in range(KILLED)]
            sys.stdout.flush()
            for key in keys:
                counts.update(name for name, right in shared(desk, url, key).items() if right)
            for key in deaths:
                counts.update(name for name, right in killed(desk, key).items() if right)
            query = f"[__import__('benchmarks.retries').retries.rows(key) for key in {[*keys, *deaths]!r}]"
            written = ask(url, query)
            aged = ask(url, "__import__('benchmarks.retries').retries.age()")
            later = [desk.send("POST", STATEMENTS, desk.body(key), Idempotency_Key=key)[0] for key in keys]
            anew = ask(url, query)[: asked.rounds]
    right = (
        all(counts[name] == asked.rounds for name in ("one answer to all", "another body refused", "one of two edits"))
        and all(counts[name] == KILLED for name in ("killed before the reply", "answered when sent again"))
        and written == [1] * (asked.rounds + KILLED)
        and aged == asked.rounds + KILLED
        and later == [201] * asked.rounds
        and anew == [2] * asked.rounds
    )
    sys.stdout.write(
        f"{asked.rounds} rounds of {CLIENTS}: {dict(counts)}; one row in {written.count(1)} of {len(written)} rounds; "
        f"after a day written anew in {anew.count(2)}\n"
    )
    return int(not right)


if __name__ == "__main__":
    sys.exit(main())
