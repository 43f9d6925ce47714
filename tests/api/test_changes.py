"""The change feed and the past: nothing missed, nothing altered."""

from __future__ import annotations

import datetime as dt
import random
import threading
import time
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import Author, edit, erase_name, merge_events, number_changes, unpublish
from timeline.models import Event, Revision
from timeline.query.declared import FORMATS

EVENTS = "/api/v1/events/"
CHANGES = "/api/v1/changes/"


def follow(client: Client, copy: dict[str, Any], cursor: str | None, limit: int = 50) -> str:
    """What docs/api.md shows: keep a copy of everything that is public."""
    while True:
        asked: dict[str, Any] = {"limit": limit, **({"cursor": cursor} if cursor else {})}
        page = client.get(CHANGES, asked).json()
        for change in page["results"]:
            if change["change"] == "upsert":
                copy[change["id"]] = change["record"]
            else:
                copy.pop(change["id"], None)
        cursor = page["next_cursor"]
        if not page["next"]:
            return str(cursor)


def everything(client: Client) -> dict[str, Any]:
    found = {}
    for listing in ("events", "statements"):
        for record in client.get(f"/api/v1/{listing}/", {"limit": 1000}).json()["results"]:
            found[record["id"]] = record
    for listing, kind in (("sources", "source"), ("speakers", "speaker")):
        for record in client.get(f"/api/v1/{listing}/", {"limit": 1000}).json()["results"]:
            found[f"{kind}-{record['id']}"] = record
    return found


@pytest.mark.django_db(transaction=True)
def test_a_copy_follows_every_change(client: Client) -> None:
    copy: dict[str, Any] = {}
    kept, other, gone = make_event(title="kept"), make_event(title="other"), make_event(title="gone")
    make_event(title="proposed", publish=False)
    cursor = follow(client, copy, None, limit=2)
    assert copy == everything(client)

    merge_events(kept.pk, [other.pk], AUTHOR)
    unpublish([gone], AUTHOR)
    edit(Event.objects.get(pk=kept.pk), {"title": "renamed"}, AUTHOR)
    make_statement()
    changed = client.get(CHANGES, {"cursor": cursor}).json()["results"]
    follow(client, copy, cursor)

    assert copy == everything(client)
    assert ("merged", f"event-{kept.pk}") in [(change["change"], change["merged_into"]) for change in changed]
    assert "unpublished" in [change["change"] for change in changed]
    assert b"proposed" not in client.get(CHANGES, {"limit": 1000}).content.replace(b'"status":"proposed"', b"")


@pytest.mark.django_db
def test_the_feed_says_where_to_go_on_when_nothing_is_new(client: Client) -> None:
    make_event()
    cursor = follow(client, {}, None)
    page = client.get(CHANGES, {"cursor": cursor}).json()

    assert (page["results"], page["next"], page["next_cursor"]) == ([], None, cursor)
    assert client.get(CHANGES, {"cursor": "x"}).status_code == 400


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer, so nothing is ever late")
@pytest.mark.django_db(transaction=True)
def test_a_copy_misses_nothing_beside_writers_with_long_transactions(client: Client) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        chance = random.Random(number)
        try:
            for _ in range(4):
                with transaction.atomic():
                    event = make_event(title=f"by {number}", sources=[make_source()])
                    time.sleep(chance.random() / 10)
                    edit(event, {"title": f"again by {number}"}, AUTHOR)
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    copy: dict[str, Any] = {}
    cursor = None
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        cursor = follow(client, copy, cursor, limit=7)
    for writer in writers:
        writer.join()
    follow(client, copy, cursor)

    assert not failures
    assert sum(record["kind"] == "event" for record in copy.values()) == 24
    assert copy == everything(client)


@pytest.mark.django_db(transaction=True)
def test_what_shows_an_erased_name_says_so_of_itself(client: Client) -> None:
    speaker = make_speaker("Amina Haddad")
    statement = make_statement(speaker=speaker)
    other = make_event("2020-02-10")
    before = client.get(CHANGES, {"limit": 1000}).json()

    erase_name(speaker.pk, Author(reason="a court order"))
    edit(other, {"title": "after"}, AUTHOR)
    found = client.get(CHANGES, {"cursor": before["next_cursor"]}).json()["results"]

    grounds = {change["id"]: change["ground"] for change in found}
    assert grounds[f"statement-{statement.pk}"] == grounds[f"speaker-{speaker.pk}"] == "a court order"
    assert grounds[f"event-{other.pk}"] is None
    assert all(change["ground"] is None for change in before["results"])


@pytest.mark.django_db(transaction=True)
def test_the_past_has_the_same_bytes_in_each_format(client: Client) -> None:
    make_event("2020-02-10", places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
    then = timezone.now().isoformat()

    def found(chosen: str) -> bytes:
        answer: Any = client.get(EVENTS, {"as_of": then, "format": chosen, "limit": "1"})
        assert answer.status_code == 200
        return b"".join(answer.streaming_content) if answer.streaming else answer.content

    first = {chosen: found(chosen) for chosen in FORMATS}
    time.sleep(1.1)  # feeds tell whole seconds
    make_event("2020-02-11", places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])

    assert [chosen for chosen in FORMATS if found(chosen) != first[chosen]] == []


@pytest.mark.django_db(transaction=True)
def test_the_past_stays_as_it_was(client: Client) -> None:
    event = make_event("2020-02-10", title="before")
    gone = make_event("2020-02-11", title="gone")
    then = timezone.now().isoformat()
    asked = {"as_of": then, "limit": "1"}
    first = client.get("/api/v1/events/", asked)
    edit(event, {"title": "after"}, AUTHOR)
    unpublish([gone], AUTHOR)
    make_event("2020-02-09", title="new")

    again = client.get("/api/v1/events/", asked)

    assert again.content == first.content
    assert again["ETag"] == first["ETag"]
    assert [r["title"] for r in again.json()["results"]] == ["before"]
    assert [r["title"] for r in client.get(again.json()["next"]).json()["results"]] == ["gone"]
    assert client.get(f"/api/v1/events/{event.pk}/", {"as_of": then}).json()["title"] == "before"
    assert client.get(f"/api/v1/events/{gone.pk}/", {"as_of": then}).status_code == 200
    assert client.get(f"/api/v1/events/{gone.pk}/").status_code == 404
    earlier = (timezone.now() - dt.timedelta(days=1)).isoformat()
    assert client.get("/api/v1/events/", {"as_of": earlier}).json()["results"] == []


@pytest.mark.django_db
def test_it_knows_nothing_of_the_future(client: Client) -> None:
    response = client.get("/api/v1/events/", {"as_of": "9000-01-01"})

    assert [error["parameter"] for error in response.json()["errors"]] == ["as_of"]


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_has_it_is_told_so_and_never_after_a_change(client: Client) -> None:
    event = make_event()
    for path in ("/api/v1/timeline/", f"/api/v1/events/{event.pk}/", "/api/v1/timeline/histogram/", CHANGES):
        tag = client.get(path)["ETag"]
        held = client.get(path, headers={"If-None-Match": tag})
        assert (held.status_code, held.content) == (304, b"")
        edit(Event.objects.get(pk=event.pk), {"summary": path}, AUTHOR)
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 200
    make_event(publish=False)
    assert client.get(CHANGES, headers={"If-None-Match": client.get(CHANGES)["ETag"]}).status_code == 304


@pytest.mark.django_db(transaction=True)
def test_numbers_never_go_back_with_the_clock(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_event(title="first")
    before = client.get(CHANGES).json()["results"][-1]["at"]
    past = timezone.now() - dt.timedelta(hours=1)
    monkeypatch.setattr("timeline.ledger.changes.timezone.now", lambda: past)

    make_event(title="second")
    number_changes()

    assert client.get(CHANGES, {"limit": 1000}).json()["results"][-1]["at"] > before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # What has a date, with the change counter; what has none.
        ("/api/v1/timeline/", 1),
        ("/api/v1/events/", 2),
        ("/api/v1/events/?from=2020&count=true&include=sources,speakers", 4),
        ("/api/v1/events/?q=bridge", 3),
        ("/api/v1/events/?order=rank&q=bridge", 5),
        ("/api/v1/statements/?speaker=Amina", 3),
        ("/api/v1/statements/?speaker=1", 4),
        ("/api/v1/sources/", 2),
        ("/api/v1/timeline/histogram/?group_by=place", 6),
        ("/api/v1/timeline/?format=csv", 4),
        (CHANGES, 5),
    ],
)
def test_a_page_costs_the_same_whatever_it_holds(
    client: Client, path: str, queries: int, django_assert_max_num_queries: Any
) -> None:
    if connection.vendor == "sqlite":
        queries += 2  # It is asked in this process, for each part of the answer by itself.
    make_event(places=[{"name": "Here"}])
    number_changes()
    with django_assert_max_num_queries(queries):
        client.get(path)
    for _ in range(5):
        make_event(places=[{"name": "Here"}])
        make_statement()
    number_changes()

    with django_assert_max_num_queries(queries):
        client.get(path)


@pytest.mark.django_db
def test_a_page_read_while_a_change_waits_for_its_number_is_tagged_after_it(client: Client) -> None:
    make_event("2020-02-10", title="first")
    number_changes()
    before = client.get(EVENTS)
    make_event("2020-02-11", title="second")
    assert Revision.objects.filter(seq=None, public=True).exists()

    found = client.get(EVENTS)

    assert len(found.json()["results"]) == 2
    assert found["ETag"] != before["ETag"]
    assert client.get(EVENTS, headers={"If-None-Match": found["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_a_page_says_the_same_of_itself_whoever_asks(client: Client) -> None:
    make_event("2020-02-10")
    for query in ({}, {"from": "2020"}, {"from": "2021"}, {"undated": "true"}, {"q": "bridge"}, {"place": "nowhere"}):
        # The first is read with the change counter, the second after it.
        alone, compared = client.get(EVENTS, query), client.get(EVENTS, query, headers={"If-None-Match": '"other"'})
        for name in ("ETag", "Vary", "Cache-Control"):
            assert alone[name] == compared[name]
        assert alone.content == compared.content
