"""The timeline as its readers ask for it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import Author, Change, merge_speakers, number_changes, unpublish, write
from timeline.models import Action

pytestmark = pytest.mark.django_db


def titles(client: Client, path: str = "events/", **asked: Any) -> list[str]:
    response = client.get(f"/api/v1/{path}", asked)
    assert response.status_code == 200, response.content
    return [record["title"] for record in response.json()["results"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        # A range is made of whole days, both ends counted.
        ({"from": "2020-02-10", "to": "2020-02-10"}, ["the day", "the month", "the year", "since"]),
        ({"from": "2020-02-11", "to": "2020-02-12"}, ["the month", "the year", "since"]),
        # Any EDTF date will do: a month from its first day, a year to its last.
        ({"from": "2020-02", "to": "2020-02", "match": "certain"}, ["the day", "the month"]),
        ({"from": "2020", "to": "2020", "match": "certain"}, ["the day", "the month", "the year"]),
        ({"to": "2019"}, ["since"]),
        ({"from": "2021", "to": "2021"}, ["since"]),
        # What is only known to lie before a date is found where it is asked for.
        ({"to": "2019", "open": "true"}, ["before", "since"]),
        ({"from": "2020-02-10", "to": "2020-02-10", "open": "true", "match": "certain"}, ["the day"]),
        # An undated record is in no range.
        ({"undated": "true"}, ["never"]),
        ({"undated": "false"}, ["before", "since", "the day", "the month", "the year"]),
        ({}, ["before", "never", "since", "the day", "the month", "the year"]),
        ({"precision": "day"}, ["the day"]),
        ({"precision": ["day", "month"]}, ["the day", "the month"]),
        # An empty value is as if absent.
        ({"from": "", "precision": "day"}, ["the day"]),
    ],
)
def test_it_answers_a_range(client: Client, asked: dict[str, Any], found: list[str]) -> None:
    for title, edtf in (
        ("the day", "2020-02-10"),
        ("the month", "2020-02"),
        ("the year", "2020"),
        ("since", "2014/.."),
        ("before", "../2020-02-15"),
        ("never", ""),
    ):
        make_event(edtf, title=title)

    assert sorted(titles(client, **asked)) == sorted(found)


def test_it_shows_the_configured_window_unless_asked_otherwise(client: Client, settings: Any) -> None:
    settings.TIMELINE_START, settings.TIMELINE_END = "2019", "2024"
    for edtf in ("2018-12-31", "2019-01-01", "2024-12-31", "2025-01-01", ""):
        make_event(edtf, title=edtf or "undated")

    assert titles(client, "timeline/") == ["2019-01-01", "2024-12-31"]
    assert titles(client, "timeline/", **{"from": "2025"}) == ["2025-01-01"]
    assert titles(client, "timeline/", undated="true") == ["undated"]


def test_it_interleaves_events_and_statements_in_order_of_their_first_day(client: Client) -> None:
    make_statement("2020-02-03", speaker_text="second")
    make_event("2020-02-04", title="third")
    make_event("2020-02", title="first")

    assert titles(client, "timeline/") == ["first", "second: It will hold,", "third"]
    assert titles(client, "timeline/", order="-start") == ["third", "second: It will hold,", "first"]
    assert titles(client, "timeline/", kind="event") == ["first", "third"]


@pytest.mark.parametrize(
    ("path", "asked", "found"),
    [
        ("events/", {"place": "al asad"}, ["at the base"]),
        ("events/", {"actor": "COUNCIL"}, ["at the base", "elsewhere"]),
        ("events/", {"actor": "council", "tag": "works"}, ["elsewhere"]),
        ("events/", {"place": ["Al-Asad", "Nowhere"]}, ["at the base", "elsewhere"]),
        ("events/", {"occurrence": "planned"}, ["elsewhere"]),
        ("events/", {"min_sources": "2"}, ["at the base"]),
        ("events/", {"publisher": "daily herald"}, ["at the base"]),
        ("statements/", {"speaker": "amina haddad"}, ["Amina Haddad: It will hold,"]),
        ("statements/", {"speaker": "A. Haddad"}, ["Amina Haddad: It will hold,"]),
        ("statements/", {"organisation": "bridge office"}, ["Amina Haddad: It will hold,"]),
        ("statements/", {"speech": "indirect"}, []),
    ],
)
def test_it_filters(client: Client, path: str, asked: dict[str, Any], found: list[str]) -> None:
    herald = make_source(publisher="Daily Herald")
    make_event(
        title="at the base",
        places=[{"name": "Al-Asad"}],
        actors=["Council"],
        sources=[make_source(), herald],
    )
    make_event(
        "2020-03", title="elsewhere", places=[{"name": "Nowhere"}], actors=["Council"], tags=["Works"],
        occurrence="planned",
    )  # fmt: skip
    speaker = make_speaker("Amina Haddad", aliases=["A. Haddad"])
    make_statement(speaker=speaker, organisation="Bridge Office")

    assert titles(client, path, **asked) == found


def test_it_finds_a_speaker_by_number(client: Client) -> None:
    speaker = make_speaker("Amina Haddad")
    make_statement(speaker=speaker)
    make_statement(speaker_text="somebody else")

    assert titles(client, "statements/", speaker=speaker.pk) == ["Amina Haddad: It will hold,"]


def test_it_shows_nothing_that_is_not_published(client: Client) -> None:
    make_event(title="proposed", publish=False)
    withdrawn = make_event(title="withdrawn")
    unpublish([withdrawn], Author(reason="test"))

    for path in ("timeline/", "events/", "sources/", "statements/", "speakers/"):
        assert client.get(f"/api/v1/{path}").json()["results"] == []
    assert client.get(f"/api/v1/events/{withdrawn.pk}/").status_code == 404


def test_it_lists_the_sources_and_speakers_that_published_records_cite(client: Client) -> None:
    source = make_source("2020-02", publisher="Daily Herald", title="Bridge opens")
    speaker = make_speaker("Amina Haddad")
    make_source(title="never cited")
    make_speaker("Never Cited")
    make_statement(source=source, speaker=speaker)

    assert titles(client, "sources/") == ["Bridge opens"]
    assert titles(client, "sources/", publisher="daily herald", **{"from": "2020-02-29"}) == ["Bridge opens"]
    assert titles(client, "sources/", match="certain", **{"from": "2020-02-29"}) == []
    names = [record["name"] for record in client.get("/api/v1/speakers/").json()["results"]]
    assert names == ["Amina Haddad"]


def test_it_shows_one_record_with_its_evidence(client: Client) -> None:
    event = make_event("2020-02", title="The bridge opens")

    record = client.get(f"/api/v1/events/{event.pk}/").json()

    assert record["id"] == f"event-{event.pk}"
    assert record["when"] == {
        "edtf": "2020-02", "text": "", "precision": "month", "start": "2020-02-01", "end": "2020-02-29",
        "anchor": None, "rule": None, "basis": None,
    }  # fmt: skip
    assert record["sources"][0]["evidence"][0]["exact"] == "On Sunday the council opened the bridge."


def test_it_shows_an_open_end_as_null(client: Client) -> None:
    event = make_event("2014/..")

    when = client.get(f"/api/v1/events/{event.pk}/").json()["when"]

    assert (when["start"], when["end"]) == ("2014-01-01", None)


def test_it_leads_from_a_merged_record_to_what_it_became(client: Client) -> None:
    old, new = make_event(title="old"), make_event(title="new")
    old.merged_into = new
    write([Change(old, Action.MERGED)], Author(reason="test"))

    response = client.get(f"/api/v1/events/{old.pk}/")

    assert response.status_code == 301
    assert response["Location"] == f"/api/v1/events/{new.pk}/"


def settled() -> str:
    """This instant, with all before it in the feed."""
    number_changes()
    return timezone.now().isoformat()


def numbers(client: Client, path: str, **asked: Any) -> list[Any]:
    return [record["id"] for record in client.get(f"/api/v1/{path}", asked).json()["results"]]


def test_the_number_of_a_merged_speaker_goes_on_finding(client: Client) -> None:
    kept, old, older = make_speaker("Amina Haddad"), make_speaker("A. Haddad"), make_speaker("Haddad")
    for speaker in (kept, old, older):
        make_statement(speaker=speaker)
    make_statement(speaker=make_speaker("Somebody Else"))
    before = settled()
    merge_speakers(old.pk, [older.pk], AUTHOR)
    between = settled()
    merge_speakers(kept.pk, [old.pk], AUTHOR)
    after = settled()

    for path, found in (("statements/", 3), ("timeline/", 3), ("speakers/", 1)):
        assert len(numbers(client, path, speaker=kept.pk)) == found
        for merged in (old, older):
            assert numbers(client, path, speaker=merged.pk) == numbers(client, path, speaker=kept.pk)
            assert numbers(client, path, speaker=merged.pk, as_of=after) == numbers(client, path, speaker=kept.pk)
        assert len(numbers(client, path, speaker=older.pk, as_of=before)) == 1
        assert numbers(client, path, speaker=[older.pk], as_of=between) == numbers(
            client, path, speaker=old.pk, as_of=between
        )
    asked: dict[str, Any] = {"from": "2020", "to": "2020", "interval": "year", "speaker": older.pk}
    assert client.get("/api/v1/timeline/histogram/", asked).json()["results"][0]["possible"] == 3


def test_the_address_of_a_merged_record_leads_on_in_the_past_too(client: Client) -> None:
    kept, old = make_speaker("Amina Haddad"), make_speaker("A. Haddad")
    for speaker in (kept, old):
        make_statement(speaker=speaker)
    before = quote(settled())
    merge_speakers(kept.pk, [old.pk], AUTHOR)
    after = quote(settled())
    path = "/api/v1/speakers/"

    assert client.get(f"{path}{old.pk}/?as_of={before}").json()["name"] == "A. Haddad"
    moved = client.get(f"{path}{old.pk}/?as_of={after}")
    assert (moved.status_code, moved["Location"]) == (301, f"{path}{kept.pk}/?as_of={after}")
    assert client.get(f"{path}999/?as_of={after}").status_code == 404
