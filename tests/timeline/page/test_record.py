"""The page of one record."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.timeline.records import AUTHOR, dated, make_event, make_source, make_statement
from timeline.ledger import Author, Change, approve, edit, unpublish, write
from timeline.models import Action, Event, Mention
from timeline.page.citation import cite

pytestmark = pytest.mark.django_db


def show(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_the_words_of_each_source_with_the_passage_marked(client: Client) -> None:
    source = make_source(publisher="Daily Herald", title="Bridge opens", url="https://herald.example/1")
    event = make_event(sources=[make_source(), source])

    html = show(client, f"/events/{event.pk}/")

    assert html.count("<mark>On Sunday the council opened the bridge.</mark>") == 2
    assert "“It will hold,” said the" in html
    assert '<a href="https://herald.example/1" rel="noopener external">Bridge opens</a>' in html
    assert "Daily Herald" in html


def test_it_marks_the_words_of_the_date_within_the_passage(client: Client) -> None:
    statement = make_statement(spans=[[0, 40]], date_text="On Sunday", text="On Sunday the council opened the bridge.")

    html = show(client, f"/statements/{statement.pk}/")

    assert '<mark><span class="date-words">On Sunday</span> the council opened the bridge.</mark>' in html


def test_it_says_how_the_date_was_found(client: Client) -> None:
    event = make_event(date_text="on Sunday", anchor="publication 2020-02-16", rule="weekday", basis="stated")

    html = show(client, f"/events/{event.pk}/")

    assert "The source states the date in this passage." in html
    told = re.sub(r"<[^>]+>", "", html)
    assert "“on Sunday”, counted from the date of publication, 16 February 2020." in told
    assert "<code>weekday</code>" in html


def test_it_sets_other_datings_beside_the_date(client: Client) -> None:
    event = Event(title="The bridge opens", **dated("2020-02-16"))
    mentions = [
        Mention(
            source=make_source(publisher=publisher), start=0, end=40, text="x", **{**dated(edtf), "date_text": words}
        )
        for publisher, edtf, words in (
            ("Wire", "2020-02-16", "On Sunday"),
            ("Herald", "2020-02-17", "on Monday"),
            ("Courier", "2020-02-17", "on Monday"),
        )
    ]
    write([Change(event, Action.CREATED, mentions=mentions)], AUTHOR)
    approve([event], AUTHOR)

    html = show(client, f"/events/{event.pk}/")

    others = re.sub(r"<[^>]+>", "", html.split("Other datings")[1].split("</ul>")[0])
    assert others == "17 February 2020, from “on Monday”: Herald, Courier"


def test_it_tells_its_history_without_names_or_reasons(client: Client, curator) -> None:
    event = make_event(title="The bridge opened")
    edit(event, {"title": "The bridge opens"}, Author(user=curator, reason="as Jane told me"))

    html = show(client, f"/events/{event.pk}/")

    assert "edited (new: title)" in html
    assert "approved" in html
    assert "Version 1" not in html  # Before it was public it was the desk's alone.
    assert "curator" not in html
    assert "Jane" not in html


def test_it_says_how_to_cite_it(client: Client, settings) -> None:
    settings.SITE_URL = "https://timeline.example.org"
    event = make_event(title="The bridge opens")

    html = show(client, f"/events/{event.pk}/")

    assert f'<link rel="canonical" href="https://timeline.example.org/events/{event.pk}/">' in html
    assert f"Dateline, event {event.pk}, version {event.version}" in html
    assert f"@misc{{dateline-event-{event.pk}-v{event.version}," in html


def test_bibtex_takes_titles_as_they_are() -> None:
    record = {
        "id": "event-1",
        "kind": "event",
        "title": "50% of {A} & _B_ #1\\",
        "version": 2,
        "updated": "2026-01-02T",
    }

    bibtex = cite(record, "https://x.example/events/1/", "Dateline").bibtex

    assert r"title = {{50\% of \{A\} \& \_B\_ \#1\textbackslash{}}}" in bibtex
    assert r"howpublished = {\url{https://x.example/events/1/}}" in bibtex


def test_a_merged_record_leads_to_what_it_became(client: Client) -> None:
    old, new = make_event(title="old"), make_event(title="new")
    old.merged_into = new
    write([Change(old, Action.MERGED)], AUTHOR)

    response = client.get(f"/events/{old.pk}/")

    assert (response.status_code, response["Location"]) == (301, f"/events/{new.pk}/")


def test_what_is_not_public_is_not_here(client: Client) -> None:
    proposed = make_event(publish=False)
    withdrawn = make_event()
    unpublish([withdrawn], AUTHOR)

    for path in (f"/events/{proposed.pk}/", f"/events/{withdrawn.pk}/", "/statements/999/"):
        response = client.get(path)
        assert response.status_code == 404
        assert "<h1>Not here</h1>" in response.content.decode()
    assert client.get(f"/events/{10**30}/").status_code in (400, 404)


def test_it_shows_words_that_no_longer_stand_in_the_article(client: Client) -> None:
    statement = make_statement(spans=[])

    assert "The article has changed since" in show(client, f"/statements/{statement.pk}/")


@pytest.mark.django_db(transaction=True)  # Changes take their place in the feed when they are committed.
def test_a_version_that_was_cited_can_still_be_read(client: Client) -> None:
    event = make_event(title="The bridge opened")
    edit(event, {"title": "The bridge opens"}, AUTHOR)

    html = show(client, f"/events/{event.pk}/")
    older = re.findall(r'<a class="version" href="([^"]+)"', html)[-1]
    then = show(client, older)

    assert '<h1 dir="auto">The bridge opened</h1>' in then
    assert "as it stood on" in then
    assert client.get(f"/events/{event.pk}/?as_of=soon").status_code == 400


def test_it_names_the_licence_of_the_data(client: Client, settings) -> None:
    settings.DATA_LICENSE, settings.DATA_LICENSE_URL = "CC BY 4.0", "https://licence.example/by"
    event = make_event()

    for path in ("/", f"/events/{event.pk}/"):
        assert '<a rel="license" href="https://licence.example/by">CC BY 4.0</a>' in show(client, path)


def test_it_names_whose_the_coordinates_are_and_why_a_place_was_chosen(client: Client) -> None:
    place = {"name": "Paris", "lat": 33.66, "lon": -95.56, "reason": "Texas stands beside <the> name"}
    event = make_event(places=[place])

    for path in ("/", f"/events/{event.pk}/"):
        assert 'Places: <a href="https://www.geonames.org/">GeoNames, CC BY 4.0</a>' in show(client, path)
    assert "Texas stands beside &lt;the&gt; name" in show(client, f"/events/{event.pk}/")
