"""Pages: nothing lost, nothing twice, and no cursor that breaks anything."""

from __future__ import annotations

import base64
import datetime as dt
import random
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from tests.timeline.records import plain_entries
from timeline.models import OPEN_END, OPEN_START, Tally
from timeline.query import BadQuery, Query
from timeline.query.changes import ChangesQuery
from timeline.query.cursors import Cursor

pytestmark = pytest.mark.django_db
LIST = "/api/v1/events/"


@pytest.fixture
def ties() -> int:
    """More records of one month than DRF's own cursors can pass, and some undated."""
    dates = (dt.date(2020, 2, 1), dt.date(2020, 2, 29))
    plain_entries((n, *(dates if n < 2400 else (None, None))) for n in range(2500))
    return 2500


@pytest.mark.parametrize("order", ["start", "-start"])
def test_it_passes_thousands_of_ties_without_loss_or_repetition(client: Client, ties: int, order: str) -> None:
    found: list[str] = []
    url: Any = f"{LIST}?limit=700&order={order}"
    while url:
        page = client.get(url).json()
        found += [record["id"] for record in page["results"]]
        url = page["next"]

    assert len(found) == ties
    assert len(set(found)) == ties


@pytest.mark.parametrize("order", ["start", "-start"])
def test_pages_within_the_day_of_many_that_reach_into_a_range_lose_nothing(client: Client, order: str) -> None:
    days = [dt.date(2020, 1, 1), dt.date(2020, 2, 1), dt.date(2020, 2, 20), dt.date(2020, 2, 21)]
    reach = [(n, days[n % 4], dt.date(2020, 2, 29)) for n in range(40)]
    end_before = [(n, days[n % 2], dt.date(2020, 2, 19)) for n in range(40, 50)]
    plain_entries([*reach, *end_before])
    Tally.objects.bulk_create(
        Tally(kind="event", earliest=first, latest=last, count=1) for _, first, last in [*reach, *end_before]
    )
    found: list[int] = []
    url: Any = f"{LIST}?limit=3&from=2020-02-20&order={order}"
    while url:
        page = client.get(url).json()
        found += [int(record["id"].removeprefix("event-")) for record in page["results"]]
        url = page["next"]

    expected = sorted(range(40), key=lambda n: (days[n % 4], n), reverse=order == "-start")
    assert found == expected


def test_a_cursor_among_open_starts_shows_none_to_who_does_not_ask_for_them(client: Client) -> None:
    plain_entries((n, OPEN_START, dt.date(2020, 2, 29)) for n in range(5))
    Tally.objects.create(kind="event", earliest=OPEN_START, latest=dt.date(2020, 2, 29), count=5)
    asked = {"limit": "2", "from": "2020-02-20"}
    page = client.get(LIST, {**asked, "open": "true"}).json()

    assert len(page["results"]) == 2
    assert client.get(LIST, {**asked, "cursor": page["next_cursor"]}).json()["results"] == []


def test_it_gives_the_next_page_in_body_and_header(client: Client, ties: int) -> None:
    response = client.get(LIST, {"limit": "2"})
    page = response.json()

    assert page["next"].endswith(f"?limit=2&cursor={page['next_cursor']}")
    assert response["Link"] == f'<{page["next"]}>; rel="next"'
    last = client.get(LIST, {"limit": "1000", "undated": "true"}).json()
    assert (last["next"], last["next_cursor"], len(last["results"])) == (None, None, 100)


#: Each order that there is, with a place in it; `changes/` has its own.
PLACES = [
    (LIST, "start", str(Cursor("events", "start", "2020-02-01", 20))),
    (LIST, "-start", str(Cursor("events", "-start", None, 20))),
    (LIST, "-updated", str(Cursor("events", "-updated", "2026-01-02T03:04:05.000006+00:00", 20))),
    ("/api/v1/sources/", "created", str(Cursor("sources", "created", "2026-01-02T03:04:05.000006+00:00", 20))),
    ("/api/v1/changes/", "", str(Cursor("changes", "seq", None, 20))),
]


@pytest.mark.parametrize(("path", "order", "whole"), PLACES, ids=[f"{path} {order}" for path, order, _ in PLACES])
def test_it_refuses_ten_thousand_mutated_cursors_or_reads_them_and_never_breaks(
    client: Client, path: str, order: str, whole: str
) -> None:
    plain_entries((n, dt.date(2020, 2, 1), dt.date(2020, 2, 29)) for n in range(30))
    asked = {"order": order} if order else {}
    assert client.get(path, {**asked, "cursor": whole}).status_code == 200
    chance = random.Random(6)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.% \x01é\U0001f600"
    inner = base64.urlsafe_b64decode(whole + "=" * (-len(whole) % 4)).decode()
    statuses, named = [], set()
    for n in range(10_000 // len(PLACES)):
        # By turns what is sent, and what it stands for: most of the first are no base64.
        text = list(inner if n % 2 else whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 2)] = chance.choice(letters)
        mutated = "".join(text)
        cursor = base64.urlsafe_b64encode(mutated.encode()).decode().rstrip("=") if n % 2 else mutated
        given = QueryDict(mutable=True)
        given.update({**asked, "cursor": cursor})
        try:
            if path.endswith("changes/"):
                ChangesQuery.read(given)
            else:
                Query.read(path.split("/")[3], given)
        except BadQuery as error:
            named |= {problem.parameter for problem in error.problems}
            # Refused before the database is asked: a part of them is enough.
            if n % 20:
                continue
        statuses.append(client.get(path, {**asked, "cursor": cursor}).status_code)
    assert (set(statuses), named) == ({200, 400}, {"cursor"})


@pytest.mark.parametrize(
    "cursor",
    [
        "cD0lMDA=", "cD1ub3RhZGF0ZQ==", "cD0=", "cD05OTk5OS0wMS0wMQ==", "5" * 5000, "A" * 150,
        base64.b64encode(b"p=" + b"5" * 5000).decode(),
        "%00", "…", "[]", "null",
        str(Cursor("statements", "start", "2020-02-01", 20)),
        str(Cursor("events", "-start", "2020-02-01", 20)),
        str(Cursor("events", "start", "20200201", 20)),
        str(Cursor("events", "start", "99999-01-01", 20)),
        str(Cursor("events", "start", "2020-02-01", -1)),
        str(Cursor("events", "start", "2020-02-01", 2**63)),
        str(Cursor("events", "start", "\0", 20)),
        str(Cursor("events", "start", "notadate", 20)),
        str(Cursor("events", "start", "", 20)),
        str(Cursor("changes", "seq", None, 20)),
    ],
)  # fmt: skip
def test_it_names_the_cursor_that_it_refuses(client: Client, cursor: str) -> None:
    response = client.get(LIST, {"cursor": cursor})

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("order", ["start", "-start"])
@pytest.mark.parametrize("limit", ["1", "2"])
def test_days_that_stand_for_open_bounds_keep_their_places(client: Client, order: str, limit: str) -> None:
    days = [OPEN_START, OPEN_START, dt.date(2020, 2, 1), OPEN_END, OPEN_END]
    plain_entries((n, day, day) for n, day in enumerate(days, 1))
    found: list[str] = []
    url: Any = f"{LIST}?limit={limit}&order={order}&open=true"
    while url and len(found) <= len(days):
        page = client.get(url).json()
        found += [record["id"] for record in page["results"]]
        url = page["next"]

    wanted = [f"event-{n}" for n in range(1, 6)]
    assert found == (wanted if order == "start" else wanted[::-1])
