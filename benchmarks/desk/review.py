"""A curator goes through the demonstration: how long the server takes for each page and each decision."""

from __future__ import annotations

import logging
import re
import statistics
import time
from functools import partial
from typing import Any

from benchmarks.crash import ARTICLES, ask, python

#: Milliseconds that no page and no decision may take.
MOST = 300


def run(url: str, records: int) -> tuple[list[str], list[str]]:
    """What it took, in lines; and what took too long."""
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    assert python(url, "manage.py", "import_articles", str(ARTICLES), stdout=-3).wait() == 0
    assert python(url, "manage.py", "suggest", stdout=-3).wait() == 0
    took = ask(url, f"__import__('benchmarks.desk.review', fromlist=['review']).decide({records})")
    lines = [
        f"{what}: {len(times)} requests, median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms"
        for what, times in took.items()
    ]
    return lines, [f"{what}: over {MOST} ms" for what, times in took.items() if max(times) > MOST]


def decide(records: int) -> dict[str, list[float]]:
    """Milliseconds of the server: of each page of the queue, and of each decision."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    logging.disable(logging.CRITICAL)
    client = Client()
    client.force_login(User.objects.create_superuser("curator"))
    found: dict[str, list[float]] = {"front page": [], "page": [], "approve": [], "reject": []}
    for _ in range(3):
        # The first fills what every process keeps: templates, addresses, the connection.
        _timed(partial(client.get, "/admin/"), found["front page"])
    del found["front page"][0]
    address = client.get("/admin/review/").headers["Location"]
    client.get(address)
    for number in range(records):
        here = address
        shown: Any = _timed(partial(client.get, here), found["page"])
        data = {"version": re.findall(r'name="version" value="(\d+)"', shown.content.decode())[0]}
        name = "reject" if number % 4 == 3 else "approve"
        data |= {"quick": "not about the subject"} if name == "reject" else {"decision": "approve"}
        address = _timed(partial(client.post, here, data), found[name]).headers["Location"]
        assert address != here
    return found


def _timed(do: Any, times: list[float]) -> Any:
    began = time.perf_counter()
    answer = do()
    times.append(round((time.perf_counter() - began) * 1000, 1))
    return answer
