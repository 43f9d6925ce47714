"""Pages: nothing lost, nothing twice, and no cursor that breaks anything."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from tests.timeline.records import plain_entries
from timeline.query import BadQuery, Query
from timeline.query.cursors import Cursor

pytestmark = pytest.mark.django_db
LIST = "/api/v1/events/"


@pytest.fixture
def ties() -> int:
    """More records of one month than DRF's own cursors can pass, and some undated."""
    dates = ("2020-02-01", "2020-02-29")
    plain_entries((n, *(dates if n < 2400 else (None, None)), f'{{"id":{n}}}') for n in range(2500))
    return 2500


@pytest.mark.parametrize("order", ["start", "-start"])
def test_it_passes_thousands_of_ties_without_loss_or_repetition(client: Client, ties: int, order: str) -> None:
    found: list[int] = []
    url: Any = f"{LIST}?limit=700&order={order}"
    while url:
        page = client.get(url).json()
        found += [record["id"] for record in page["results"]]
        url = page["next"]

    assert len(found) == ties
    assert len(set(found)) == ties


def test_it_gives_the_next_page_in_body_and_header(client: Client, ties: int) -> None:
    response = client.get(LIST, {"limit": "2"})
    page = response.json()

    assert page["next"].endswith(f"?limit=2&cursor={page['next_cursor']}")
    assert response["Link"] == f'<{page["next"]}>; rel="next"'
    last = client.get(LIST, {"limit": "1000", "undated": "true"}).json()
    assert (last["next"], last["next_cursor"], len(last["results"])) == (None, None, 100)


def test_it_refuses_ten_thousand_mutated_cursors_or_reads_them_and_never_breaks(client: Client, ties: int) -> None:
    chance = random.Random(6)
    whole = str(Cursor("events", "start", "2020-02-01", 20))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.% \x01é\U0001f600"
    read, refused = 0, set()
    for n in range(10_000):
        text = list(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 2)] = chance.choice(letters)
        asked = QueryDict(mutable=True)
        asked["cursor"] = "".join(text)
        try:
            Query.read("events", asked)
        except BadQuery as error:
            refused.add(error.problems[0].parameter)
            continue
        read += 1
        if n % 10 == 0:
            assert client.get(LIST, asked).status_code == 200
    assert read < 10_000
    assert refused == {"cursor"}


@pytest.mark.parametrize(
    "cursor",
    [
        "cD0lMDA=", "cD1ub3RhZGF0ZQ==", "cD0=", "cD05OTk5OS0wMS0wMQ==", "5" * 5000, "A" * 150, "%00", "…", "[]", "null",
        str(Cursor("statements", "start", "2020-02-01", 20)),
        str(Cursor("events", "-start", "2020-02-01", 20)),
        str(Cursor("events", "start", "20200201", 20)),
        str(Cursor("events", "start", "99999-01-01", 20)),
        str(Cursor("events", "start", "2020-02-01", -1)),
        str(Cursor("events", "start", "2020-02-01", 2**63)),
    ],
)  # fmt: skip
def test_it_names_the_cursor_that_it_refuses(client: Client, cursor: str) -> None:
    response = client.get(LIST, {"cursor": cursor})

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == ["cursor"]
