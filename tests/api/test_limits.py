"""How much one client may ask, and what everybody is told while that is too much, or while the database is away."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from rest_framework.exceptions import Throttled

from api import throttling
from tests.api.test_matrix import BODIES, OPERATIONS
from tests.api.test_writes import EVENTS, send, token
from timeline.roles import make_groups

PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def fresh_counts() -> Iterator[None]:
    """One minute, of which nothing has been counted."""
    cache.clear()
    with time_machine.travel("2026-03-04T05:06:00Z", tick=False):
        yield
    cache.clear()


def forged(chance: random.Random) -> str:
    return ", ".join(".".join(str(chance.randrange(256)) for _ in range(4)) for _ in range(chance.randint(1, 3)))


@pytest.mark.django_db
@pytest.mark.parametrize(("proxies", "seen"), [(0, ""), (1, ", 203.0.113.9")])
def test_a_thousand_forged_addresses_are_one_client(client: Client, settings: Any, proxies: int, seen: str) -> None:
    settings.RATE_LIMIT, settings.TRUSTED_PROXIES = 50, proxies
    chance = random.Random(3)

    statuses = [
        client.get(f"{EVENTS}?limit=1", headers={"X-Forwarded-For": forged(chance) + seen}).status_code
        for _ in range(1000)
    ]

    assert statuses == [200] * 50 + [429] * 950


def test_parallel_requests_do_not_slip_through_the_limit(settings: Any) -> None:
    settings.RATE_LIMIT = 50
    outcomes: list[str] = []
    barrier = threading.Barrier(100)

    def ask() -> None:
        request = RequestFactory().get(EVENTS, REMOTE_ADDR="10.1.2.3")
        barrier.wait()
        try:
            throttling.take(request)
        except Throttled:
            outcomes.append("refused")
        else:
            outcomes.append("admitted")

    threads = [threading.Thread(target=ask) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Counter(outcomes) == {"admitted": 50, "refused": 50}


@pytest.fixture
def everywhere() -> list[tuple[str, str, dict[str, Any]]]:
    """Every operation of the description, with a body where it takes one."""
    return [
        (method.upper(), path.replace("{number}", "1"), BODIES.get(operation, {}))
        for method, path, operation in OPERATIONS
    ]


def ask(client: Client, method: str, path: str, body: dict[str, Any], holder: dict[str, str]) -> Any:
    return client.get(path, headers=holder) if method == "GET" else send(client, path, body, holder, method)


@pytest.mark.django_db
def test_every_operation_says_when_to_come_again(
    client: Client, settings: Any, everywhere: list[tuple[str, str, dict[str, Any]]]
) -> None:
    settings.RATE_LIMIT = 1
    client.get(EVENTS)
    for holder in ({}, token("editor")):
        for method, path, body in everywhere:
            refused = ask(client, method, path, body, holder)

            assert (refused.status_code, refused["Content-Type"], refused["Retry-After"]) == (429, PROBLEM, "60"), path
            assert refused.json()["detail"] == "Too many requests; try again in 60 seconds."


@pytest.fixture
def away(transactional_db: None) -> Iterator[dict[str, str]]:
    """A database that is not there, and a token that was issued while it was."""
    make_groups(apps)  # they were flushed with the tables
    holder = token("editor")
    connection.close()
    gone = {"HOST": "127.0.0.1", "PORT": "1"} if connection.vendor == "postgresql" else {"NAME": "/nowhere/at/all"}
    kept = {name: connection.settings_dict[name] for name in gone}
    connection.settings_dict.update(gone)
    yield holder
    connection.close()
    connection.settings_dict.update(kept)


def test_every_operation_says_that_the_database_is_away(
    client: Client, everywhere: list[tuple[str, str, dict[str, Any]]], away: dict[str, str]
) -> None:
    for holder in ({}, away):
        for method, path, body in everywhere:
            refused = ask(client, method, path, body, holder)

            if method != "GET" and not holder:
                assert refused.status_code == 401
                continue
            assert (refused.status_code, refused["Content-Type"], refused["Retry-After"]) == (503, PROBLEM, "5"), path
            assert refused.json()["detail"] == "The database is away; try again."
