"""What a migration makes of rows that were there before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Sum
from django.test import Client

from tests.timeline.records import make_event, make_source, make_statement
from timeline.models import Tally

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_the_end() -> Iterator[None]:
    """Leaves the database as the next test expects it, even where this one fails."""
    yield
    call_command("migrate", verbosity=0)


def migrate(name: str) -> None:
    MigrationExecutor(connection).migrate([("timeline", name)])


def independent() -> set[tuple[Any, ...]]:
    rows = Tally.objects.filter(name="independent").values_list("value", "kind", "earliest", "latest")
    return set(rows.annotate(number=Sum("count")).filter(number__gt=0))


def test_what_is_published_already_is_counted_by_its_independent_sources(client: Client, at_the_end: None) -> None:
    sources = [make_source(publisher=f"Paper {number}", url=f"https://paper{number}.example/1") for number in range(7)]
    make_event("2020-02-10", sources=sources[:2])
    make_event("2020-02-10", sources=sources[2:4])
    make_event("2020-11", sources=sources[:3])
    make_event("", sources=sources)  # Seven count as five, without a date, too.
    make_event("2021", sources=sources[:1])
    make_statement("2020-02-16", source=sources[0])
    make_event("2021-05", sources=sources[:4], publish=False)
    counted = independent()
    assert {(value, number) for value, *_, number in counted} == {("2", 2), ("3", 1), ("5", 1)}

    migrate("0010_desk_at_size")
    assert independent() == set()
    migrate("0011_independent")

    assert independent() == counted
    call_command("migrate", verbosity=0)
    assert client.get("/api/v1/timeline/", {"min_sources": "2", "count": "true"}).json()["count"] == 3
