"""The timeline page, as it comes from the server."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import edit, reject
from timeline.page import views
from timeline.query import facets

pytestmark = pytest.mark.django_db


def show(client: Client, **asked: Any) -> str:
    response = client.get("/", asked)
    assert response.status_code == 200, response.content
    return response.content.decode()


def records(html: str) -> list[str]:
    return re.findall(r'<li id="([a-z]+-\d+)"', html)


def test_it_lists_what_the_api_lists_in_the_same_order(client: Client) -> None:
    make_statement("2020-02-03", speaker_text="an engineer")
    make_event("2020-02-04")
    make_event("2020-02")
    make_event("2019-05-06", publish=False)

    for asked in ({}, {"order": "-start"}, {"kind": "event"}, {"from": "2020-02-04", "to": "2020-02-04"}):
        expected = [record["id"] for record in client.get("/api/v1/timeline/", asked).json()["results"]]
        assert records(show(client, **asked)) == expected


def test_it_shows_place_actors_speaker_and_role(client: Client) -> None:
    make_event(title="The bridge opens", places=[{"name": "Norvik"}], actors=["Town Council"])
    make_statement(speaker=make_speaker("Amina Haddad"), role="engineer", organisation="Bridge Office")

    html = show(client)

    for words in ("16 February 2020", "Norvik", "Town Council", "Amina Haddad", "engineer", "Bridge Office"):
        assert words in html


def test_it_says_which_records_only_may_lie_in_the_range(client: Client) -> None:
    make_event("2020", title="some time that year")
    make_event("2020-02-10", title="that day")

    html = show(client, **{"from": "2020-02", "to": "2020-02"})

    assert html.count("possibly in this range") == 1
    assert html.index("some time that year") > html.index("possibly in this range")
    assert "possibly in this range" not in show(client, match="certain", **{"from": "2020-02", "to": "2020-02"})


def test_it_pages_without_a_script(client: Client) -> None:
    for day in range(1, 6):
        make_event(f"2020-02-0{day}")

    seen = []
    address = "/?limit=2&kind=event"
    for _ in range(3):
        html = client.get(address).content.decode()
        seen += records(html)
        following = re.search(r'<a id="next" rel="next" href="([^"]+)"', html)
        address = following[1].replace("&amp;", "&") + "&limit=2" if following else ""
        assert not address or "kind=event" in address

    assert len(seen) == len(set(seen)) == 5
    assert address == ""


def test_scrolling_asks_for_the_list_alone(client: Client, django_assert_max_num_queries: Any) -> None:
    for day in range(1, 6):
        make_event(f"2020-02-0{day}", places=[{"name": "Norvik"}])
    whole = client.get("/?limit=2&place=Norvik")

    with django_assert_max_num_queries(3):
        part = client.get("/?limit=2&place=Norvik", headers={"Dateline-Part": "list"})

    html = part.content.decode()
    assert records(html) == records(whole.content.decode())
    assert 'id="next"' in html
    assert 'id="strip"' not in html
    assert "Dateline-Part" in part["Vary"]
    assert part["Content-Security-Policy"] == whole["Content-Security-Policy"]


def test_it_carries_filters_that_its_form_has_no_field_for(client: Client) -> None:
    make_event(actors=["Council"])

    html = show(client, actor="Council")

    assert '<input type="hidden" name="actor" value="Council">' in html
    assert re.search(r'<a href="/"><span class="unseen">Take off </span>actor', html)


def test_it_names_what_is_wrong_with_a_query(client: Client) -> None:
    response = client.get("/", {"frm": "2020", "from": "soon"})

    assert response.status_code == 400
    assert "<strong>frm</strong>" in response.content.decode()
    assert "<strong>from</strong>" in response.content.decode()


def test_it_shows_text_as_text(client: Client) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    source = make_source(publisher=nasty, title=nasty)
    event = make_event(title=nasty, places=[{"name": nasty}], actors=[nasty], tags=[nasty], sources=[source])
    statement = make_statement(text=nasty, speaker_text=nasty, role=nasty, source=source, spans=[])

    for path in ("/", f"/?publisher={nasty}&embed=1", f"/events/{event.pk}/", f"/statements/{statement.pk}/"):
        html = client.get(path).content.decode()
        assert "&lt;script&gt;alert" in html
        assert "<script>alert" not in html
        assert "<img" not in html


def test_it_lets_in_nothing_from_elsewhere(client: Client) -> None:
    event = make_event()

    for path in ("/", f"/events/{event.pk}/", "/events/999999/", "/?nonsense=1"):
        response = client.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "style-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert response["X-Frame-Options"] == "DENY"
        html = response.content.decode()
        assert not re.search(r"<script(?![^>]* src=)", html)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
        assert not response.cookies


def test_only_the_embedded_view_may_be_framed(client: Client) -> None:
    make_event()

    response = client.get("/?embed=1&from=2020")

    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert 'id="filters"' not in response.content.decode()
    assert "X-Frame-Options" in client.get("/?embed=0")


def test_it_gives_the_code_that_embeds_the_same_view(client: Client, settings) -> None:
    settings.SITE_URL = "https://timeline.example.org"

    html = show(client, kind="event", **{"from": "2020"})

    assert (
        "&lt;iframe src=&quot;https://timeline.example.org/?kind=event&amp;amp;from=2020&amp;amp;embed=1&quot;" in html
    )


def test_an_embedded_view_pages_as_an_embedded_view(client: Client) -> None:
    for day in range(1, 4):
        make_event(f"2020-02-0{day}")

    html = show(client, embed="1", limit="2", kind="event", **{"from": "2020"})

    links = re.findall(r'<a (?![^>]*target=)[^>]*href="(/[^"]*)"', html)
    assert len(links) > 3
    assert all("embed=1" in link for link in links)


def test_it_says_when_the_database_is_away(client: Client, monkeypatch) -> None:
    def fail(query: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(views, "page", fail)

    response = client.get("/")

    assert response.status_code == 503
    assert response["Retry-After"]
    assert "database is away" in response.content.decode()


def test_who_asks_for_json_is_told_of_faults_in_json(client: Client, monkeypatch) -> None:
    def told(path: str, accept: str) -> tuple[int, str]:
        found = client.get(path, headers={"Accept": accept})
        return found.status_code, found["Content-Type"]

    def fail(query: object) -> None:
        raise OperationalError("gone")

    page, json = "text/html; charset=utf-8", "application/problem+json"
    for accept, kind in (("text/html, application/json", page), ("*/*", page), ("application/json", json)):
        assert told("/events/99999/", accept) == (404, kind)
        assert told("/?from=bad", accept) == (400, kind)
    asked = client.get("/?from=bad", headers={"Accept": "application/json"}).json()
    assert [fault["parameter"] for fault in asked["errors"]] == ["from"]
    monkeypatch.setattr(views, "page", fail)
    assert told("/", "application/json") == (503, json)


def test_it_has_an_icon_wherever_a_browser_looks_for_one(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/timeline/icon.svg"
    assert finders.find("timeline/icon.svg")


def test_it_takes_only_questions(client: Client) -> None:
    for path in ("/", "/events/5/"):
        refused = Client(enforce_csrf_checks=True).post(path)
        assert (refused.status_code, refused["Content-Type"]) == (405, "application/problem+json")
        assert refused["Allow"] == "GET, HEAD"
    assert client.head("/").status_code == 200


def test_it_shows_undated_records_where_they_are_asked_for(client: Client) -> None:
    event = make_event("")

    assert records(show(client)) == []
    html = show(client, undated="true")
    assert records(html) == [f"event-{event.pk}"]
    assert "Undated records" in html


def test_it_offers_the_values_of_each_filter_with_their_counts(client: Client) -> None:
    make_event(places=[{"name": "Norvik"}], tags=["Works"])
    make_event("2020-03", places=[{"name": "Norvik"}, {"name": "Sundby"}])
    speaker = make_speaker("Amina Haddad")
    make_statement(speaker=speaker, source=make_source(publisher="Daily Herald"))

    def offered(**asked: Any) -> dict[str, str]:
        boxes = re.findall(
            r'type="checkbox"[^>]* name="([a-z]+)" value="([^"]+)".*? class="count">(\d+)<', show(client, **asked)
        )
        return {f"{name}={value}": number for name, value, number in boxes}

    assert offered() == {
        "kind=event": "2", "kind=statement": "1", "place=Norvik": "2", "place=Sundby": "1", "tag=Works": "1",
        "publisher=Example Wire": "2", "publisher=Daily Herald": "1", "speaker=Amina Haddad": "1",
    }  # fmt: skip
    # A filter does not narrow its own values, and narrows all others.
    assert offered(place="sundby") == {
        "kind=event": "1", "kind=statement": "0", "place=sundby": "1", "place=Norvik": "2",
        "publisher=Example Wire": "1",
    }  # fmt: skip
    assert offered(**{"from": "2020-03", "to": "2020-03"})["place=Norvik"] == "1"


def test_it_counts_as_the_api_counts(client: Client) -> None:
    make_event("2020-02-10")
    make_event("2020")
    make_event("2021", places=[{"name": "Norvik"}])

    for asked in ({}, {"place": "Norvik"}, {"kind": "statement"}, {"q": "bridge"}):
        buckets = client.get("/api/v1/timeline/histogram/", {**asked, "interval": "month"}).json()["results"]
        expected = [(str(bucket["certain"]), str(bucket["possible"])) for bucket in buckets]
        assert re.findall(r'data-certain="(\d+)" data-possible="(\d+)"', show(client, **asked)) == expected
        whole = client.get("/api/v1/timeline/", {**asked, "count": "true"}).json()["count"]
        assert f"{whole} record" in show(client, **asked) or whole == 0


def test_it_asks_the_database_the_same_few_questions_however_long_the_list(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for day in range(1, 29):
        make_event(f"2020-02-{day:02}", places=[{"name": "Norvik"}], tags=["works"])

    # The page of records (2), the strip, the total, kinds, sources, and for each of four filters its values and labels.
    with django_assert_max_num_queries(14):
        show(client)


def test_it_links_to_every_format_of_the_same_view(client: Client) -> None:
    make_event(places=[{"name": "Norvik"}])

    html = show(client, place="Norvik", limit="10", **{"from": "2020"})

    links = re.findall(r'<li><a href="(/api/v1/timeline/[^"]*)" type=', html)
    assert len(links) == 5
    for link in links:
        response = client.get(link.replace("&amp;", "&"))
        assert response.status_code == 200
        assert "place=Norvik" in link
        assert b"bridge" in (b"".join(response) if response.streaming else response.content)


@pytest.mark.django_db(transaction=True)  # Changes take their place in the feed when they are committed.
def test_it_shows_the_timeline_as_it_was(client: Client) -> None:
    event = make_event(title="The bridge opened")
    before = timezone.now().isoformat()
    edit(event, {"title": "The bridge opens"}, AUTHOR)

    then = show(client, as_of=before)
    assert "The bridge opened" in then
    assert "This is what was public on" in then
    assert "is not counted" in then
    assert "1 record here." in then
    # A range is chosen on a strip without counts, a place by its name; and from there it is a step to the present.
    assert re.search(r'<a href="/\?as_of=[^"]*&amp;from=2020&amp;to=2020">2020</a>', then)
    assert "data-counted" not in then
    assert 'class="count"' not in then
    assert '<input id="place-other" name="place"' in then
    assert '<a href="/">The timeline as it is now</a>' in then
    record = re.search(r'href="(/events/[^"#]+)#evidence"', then)
    assert record
    assert "The bridge opened" in client.get(record[1]).content.decode()
    assert "The bridge opens" in show(client)


def test_it_counts_independent_sources(client: Client) -> None:
    two = make_event(sources=[make_source(), make_source(publisher="Daily Herald")])
    make_event("2019-05", sources=[make_source(), make_source(), make_source()], places=[{"name": "Norvik"}])
    make_event("2020")

    def offered(**asked: str) -> list[str]:
        return re.findall(r"<option[^>]*>\d or more \((\d+)\)<", show(client, **asked))

    assert offered() == offered(min_sources="3") == ["2", "1", "0", "0"]
    # What reaches into a range counts, too.
    narrow = {"from": "2019-05-03", "to": "2020-02-16"}
    assert offered(**narrow) == ["2", "1", "0", "0"]
    assert offered(match="certain", **narrow) == ["1", "0", "0", "0"]
    # Counted by the records themselves.
    assert offered(place="Norvik") == ["1", "1", "0", "0"]
    reject([two], AUTHOR)
    assert offered() == ["1", "1", "0", "0"]


def test_every_choice_has_a_count_however_many_records_there_are(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(facets, "MOST_COUNTED", 9)
    for number in range(60):
        where, who = ("Norvik", "Clerk") if number % 3 else ("Sundby", "Mayor")
        make_event(f"2020-0{1 + number % 4}-03", places=[{"name": where}], tags=["works"], actors=["Council", who])

    # The sums that are kept know the whole and one value of one filter, however many there are.
    assert "60 records, 50 of them here." in show(client)
    assert "sample" not in show(client)
    one = show(client, place="Norvik")
    assert "40 records." in one
    assert 'data-words="February 2020" data-certain="10" data-possible="10"' in one
    # What they do not know is told from a sample, and marked as such. Here 15 are about 20.
    many = show(client, actor="Council", tag="works", publisher="Nobody's")
    assert "No record matches" in many
    many = show(client, actor="Council")
    assert "About 60 records, 50 of them here." in many
    assert 'data-words="February 2020" data-certain="20" data-possible="20"' in many
    assert "told from a sample" in many
    boxes = re.findall(r'type="checkbox"[^>]* name="([a-z]+)" value="([^"]+)".*?>([^<]*)</label>', many)
    counts = re.findall(r'class="count">([^<]+)<', many)
    assert len(boxes) == len(counts) == 6
    assert all(re.fullmatch(r"(about|under) [0-9]+", count) for count in counts)
    assert "about 60</span>" in many
    options = re.findall(r"<option[^>]*>(?:any number|\d or more) \(([^)]+)\)<", many)
    assert options == ["about 60", "under 4", "under 4", "under 4", "under 4"]
    # Fewer are counted one by one.
    narrow = {"from": "2020-02-03", "to": "2020-02-03", "tag": "works"}
    assert "5 records." in show(client, actor=["Mayor", "Nobody"], **narrow)


def test_a_choice_that_is_on_has_a_count_however_rare_it_is(client: Client) -> None:
    for number in range(12):
        for _ in range(2):
            make_event(places=[{"name": f"Town {number}"}], tags=[f"tag {number}"])
    make_event(places=[{"name": "Holm"}])
    make_statement(speaker=make_speaker("Amina Haddad"))

    def offered(**asked: Any) -> list[tuple[str, str]]:
        return re.findall(r'checked> <span dir="auto">([^<]+)</span> <span class="count">(\d+)<', show(client, **asked))

    assert offered(place=["holm", "Nowhere"]) == [("holm", "1"), ("Nowhere", "0")]
    assert offered(place="Holm", q="bridge") == [("Holm", "1")]
    assert offered(speaker="Amina Haddad", kind="event") == [("Amina Haddad", "0")]
    sources = re.findall(r"<option[^>]* selected>([^<]+)<", show(client, min_sources="7"))
    assert sources[0] == "7 or more (0)"
