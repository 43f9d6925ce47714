"""Each format is read back by the reader that it is for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import feedparser
import icalendar
import pandas
import pytest
from django.test import Client

from tests.timeline.records import make_event, make_source, make_speaker, make_statement
from timeline.query.declared import FORMATS

pytestmark = pytest.mark.django_db
EVENTS = "/api/v1/events/"
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1,1);=2",
    "-2+3",
    "\t=1+1",
    "\r=1+1",
    "a;=1+1",
    "a,=1+1",
    'a;"=1+1',
    "a;-1+1,+1;@A1",
    "\x1b]0;title\x07 URL:javascript:alert(1)\r\nURL:javascript:alert(1)",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nX:1",
    "line\u2028separator\x1b[31mred\x07",
    "]]><b>cdata</b>&amp;",
    "w" * 290,
]


def body(response: Any) -> bytes:
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content) if response.streaming else response.content


def get(client: Client, format: str, **asked: Any) -> bytes:
    return body(client.get(EVENTS, {"format": format, **asked}))


@pytest.fixture
def hostile() -> list[str]:
    for payload in PAYLOADS:
        make_event(title=payload, summary=payload, tags=["a", payload], actors=["b", payload, "=c"],
                   places=[{"name": payload[:100], "lat": -1.5, "lon": 2.0}],
                   sources=[make_source(publisher=payload[:150], title=payload)])  # fmt: skip
    return PAYLOADS


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("text/csv;q=0.9, application/json;q=0.1", "text/csv; charset=utf-8"),
        ("application/geo+json", "application/geo+json"),
        ("text/calendar", "text/calendar; charset=utf-8"),
        ("application/atom+xml", "application/atom+xml"),
        ("application/feed+json", "application/feed+json"),
        # What is said of a type counts more than what is said of all.
        ("application/json;q=0, */*", "application/x-ndjson"),
        ("*/*, application/json;q=0.1", "application/x-ndjson"),
        ("application/*;q=0.2, application/json;q=0, text/*;q=0.1", "application/x-ndjson"),
        ("*/*;q=0.1, text/*;q=0.5, text/csv;q=0.2", "text/calendar; charset=utf-8"),
        ("text/csv;q=0.1, text/csv, application/json;q=0.9", "text/csv; charset=utf-8"),
        ("text/html, */*;q=0.1", "application/json"),
    ],
)
def test_it_answers_in_the_format_that_is_accepted(client: Client, accept: str, media_type: str) -> None:
    response = client.get(EVENTS, headers={"Accept": accept})

    assert (response.status_code, response["Content-Type"]) == (200, media_type)
    assert "Accept" in response["Vary"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_it_says_which_formats_there_are(client: Client) -> None:
    response = client.get(EVENTS, headers={"Accept": "image/png"})

    assert response.status_code == 406
    assert "text/csv" in response.json()["detail"]
    assert client.get("/api/v1/changes/", headers={"Accept": "application/json;q=0, */*"}).status_code == 406
    assert client.get(EVENTS, headers={"Accept": "*/*;q=0"}).status_code == 406
    assert client.get(EVENTS, {"format": "xls"}).json()["errors"][0]["parameter"] == "format"
    assert client.get("/api/v1/sources/", {"format": "ics"}).status_code == 400


@pytest.mark.parametrize(
    "path", [*(f"{kind}s/{{{kind}}}/" for kind in ("event", "statement", "source", "speaker")), "changes/",
             "timeline/histogram/"],
)  # fmt: skip
def test_where_there_is_one_format_the_same_word_asks_for_it(client: Client, path: str) -> None:
    speaker, source = make_speaker("Amina Haddad"), make_source()
    statement, event = make_statement(source=source, speaker=speaker), make_event(sources=[source])
    address = f"/api/v1/{path}".format(
        event=event.pk, statement=statement.pk, source=source.pk, speaker=speaker.pk
    )  # fmt: skip

    assert (
        client.get(address, {"format": "json"}, headers={"Accept": "text/html"}).content == client.get(address).content
    )
    refused = client.get(address, {"format": "csv"})
    assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (400, "format")


def test_pandas_reads_the_table(client: Client, hostile: list[str]) -> None:
    response = client.get(EVENTS, {"format": "csv", "bom": "true"})
    content = body(response)
    table = pandas.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype={"edtf": str})

    assert content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"] == 'attachment; filename="events.csv"'
    assert len(table) == len(hostile)
    assert list(table["start"].unique()) == ["2020-02-16"]
    assert (table["lat"] == -1.5).all()
    texts = table.select_dtypes(exclude="number").fillna("").astype(str).to_numpy().ravel()
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    # Nor where a spreadsheet divides at semicolons or tabs, or takes quotation marks for plain ones.
    for delimiter in (";", "\t", ","):
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            lines = io.StringIO(content.decode("utf-8-sig"), newline="")
            for row in csv.reader(lines, delimiter=delimiter, quoting=quoting):
                cells = [cell.strip('" ') for cell in row if not re.fullmatch(r"-?[0-9.]+", cell)]
                assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], row


def test_an_address_in_a_table_stays_an_address(client: Client) -> None:
    make_event(sources=[make_source(url="https://news.example/a;=1,-2,@b")])

    assert '"https://news.example/a;%3D1,%2D2,%40b"' in get(client, "csv").decode()


@pytest.mark.parametrize(("word", "digit"), [("true", "1"), ("false", "0")])
@pytest.mark.parametrize("name", ["open", "undated", "located", "count", "bom"])
def test_flags_are_words_or_digits(client: Client, name: str, word: str, digit: str) -> None:
    make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
    make_event("")
    format = "csv" if name == "bom" else "json"

    assert get(client, format, **{name: digit}) == get(client, format, **{name: word})


def test_pandas_reads_the_lines(client: Client, hostile: list[str]) -> None:
    table = pandas.read_json(io.BytesIO(get(client, "ndjson", fields="id,title")), lines=True)

    assert list(table["title"]) == hostile
    assert json.loads(get(client, "array", limit="3", order="-created"))[0]["title"] == hostile[-1]


def test_it_exports_everything_in_order_whatever_the_page(client: Client) -> None:
    source = make_source()
    for n in range(120):
        make_event("2020-02" if n % 3 else "2020-02-11", title=str(n), sources=[source])

    listed = [json.loads(line)["id"] for line in get(client, "ndjson").splitlines()]

    assert len(listed) == 120
    assert listed[:100] == [record["id"] for record in client.get(EVENTS).json()["results"]]


def test_icalendar_reads_the_calendar(client: Client, hostile: list[str]) -> None:
    make_event("2020-02", title="A month, all of it; with a backslash \\", sources=[make_source()])
    make_event("2014/..", title="without an end")
    make_event(title="t" * 290, summary="long " * 2000)
    content = get(client, "ics")
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")

    assert len(events) == len(hostile) + 2
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert not any(c < 32 for c in content.replace(b"\r\n", b""))
    month = next(event for event in events if str(event["SUMMARY"]).startswith("A month"))
    assert month["SUMMARY"] == "A month, all of it; with a backslash \\"
    assert (month.decoded("DTSTART"), month.decoded("DTEND")) == (dt.date(2020, 2, 1), dt.date(2020, 3, 1))
    assert len({event["UID"] for event in events}) == len(events)
    assert {event["TRANSP"] for event in events} == {"TRANSPARENT"}
    assert all(str(event["URL"]).startswith("http://testserver/api/v1/events/") for event in events)


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_licence_stands_where_the_documentation_says(client: Client, settings: Any, chosen: str) -> None:
    settings.DATA_LICENSE = "Licence of the desk"
    make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])

    shown = b"Licence of the desk" in get(client, chosen)

    assert shown == (chosen in ("geojson", "timelinejs", "ics", "atom", "jsonfeed"))


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("json", {"2020", "../2020", "2020/..", ""}),
        ("vis", {"2020", "2020/.."}),
        ("grafana", {"2020", "2020/.."}),
        ("timelinejs", {"2020", "../2020", "2020/.."}),
        ("ics", {"2020"}),
        ("atom", {"2020", "../2020", "2020/..", ""}),
    ],
)
def test_charts_and_calendars_leave_out_what_the_documentation_says(
    client: Client, chosen: str, shown: set[str]
) -> None:
    titles = {edtf: f"event {n} of four" for n, edtf in enumerate(("2020", "../2020", "2020/..", ""))}
    for edtf, title in titles.items():
        make_event(edtf, title=title)

    content = get(client, chosen).decode()

    assert {edtf for edtf, title in titles.items() if title in content} == shown


def test_a_map_names_whose_its_coordinates_are(client: Client) -> None:
    make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])

    assert json.loads(get(client, "geojson"))["attribution"] == (
        "Places: GeoNames, CC BY 4.0 (https://www.geonames.org/)"
    )


def test_a_place_says_why_it_was_chosen(client: Client) -> None:
    read = {"name": "Paris", "lat": 33.66, "lon": -95.56, "reason": "Texas stands beside the name"}
    make_event(places=[read, {"name": "Norvik", "lat": 1.5, "lon": 2.0}])

    places = json.loads(get(client, "json"))["results"][0]["places"]

    assert list(places[0].items()) == list(read.items())
    assert places[1] == {"name": "Norvik", "lat": 1.5, "lon": 2.0, "reason": None}


def test_statements_have_no_place_on_a_map(client: Client) -> None:
    make_statement()

    assert json.loads(body(client.get("/api/v1/statements/", {"format": "geojson"})))["features"] == []


@pytest.mark.parametrize(("licence", "comment"), [("CC BY 4.0", "CC BY 4.0"), ("", None)])
def test_a_calendar_names_the_licence_where_there_is_one(
    client: Client, settings: Any, licence: str, comment: str | None
) -> None:
    settings.DATA_LICENSE = licence

    assert icalendar.Calendar.from_ical(get(client, "ics")).get("COMMENT") == comment


def test_feedparser_reads_the_feed_the_last_changed_first(client: Client, hostile: list[str], settings: Any) -> None:
    settings.DATA_LICENSE, settings.DATA_LICENSE_URL = "CC BY 4.0", "https://licence.example/by"
    feed = feedparser.parse(get(client, "atom"))

    assert not feed.bozo
    assert len(feed.entries) == len(hostile)
    assert feed.entries[0].updated > feed.entries[-1].updated
    assert feed.feed.rights == "CC BY 4.0"
    # Plain text: what looks like markup is shown, not read.
    assert any("&lt;script&gt;" in entry.title or "<script>" in entry.title for entry in feed.entries)
    assert {entry.title_detail.type for entry in feed.entries} == {"text/plain"}


def test_the_json_feed_has_what_version_1_1_asks(client: Client, hostile: list[str]) -> None:
    feed = json.loads(get(client, "jsonfeed"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all({"id", "content_text", "url", "date_modified"} <= item.keys() for item in feed["items"])


def test_the_charts_get_escaped_texts_and_exclusive_ends(client: Client, hostile: list[str]) -> None:
    make_event("2020-36", title="last quarter")
    make_event("", title="undated")
    timeline = json.loads(get(client, "timelinejs"))
    items = json.loads(get(client, "vis"))

    quarter = timeline["events"][-1]
    assert quarter["display_date"] == "Quarter 4 of 2020"
    assert (quarter["start_date"], quarter["end_date"]) == (
        {"year": 2020, "month": 10, "day": 1},
        {"year": 2020, "month": 12, "day": 31},
    )
    assert (items[-1]["start"], items[-1]["end"], items[-1]["type"]) == ("2020-10-01", "2021-01-01", "range")
    texts = [item["content"] for item in items] + [item["title"] for item in items]
    texts += [event["text"]["headline"] for event in timeline["events"]]
    assert not [text for text in texts if "<" in text]
    assert all("<script" not in event["text"]["text"] for event in timeline["events"])


def test_timelinejs_leaves_out_what_is_not_known_and_stops_at_two_hundred(client: Client) -> None:
    make_event("2020-02")

    assert json.loads(get(client, "timelinejs"))["events"][0]["start_date"] == {"year": 2020, "month": 2}
    assert client.get(EVENTS, {"format": "timelinejs", "limit": "201"}).status_code == 400


def test_grafana_gets_instants_and_a_raw_cursor(client: Client) -> None:
    make_event("2020-02-10")
    make_event("2020-02-11")

    page = json.loads(get(client, "grafana", limit="1", **{"from": "1580000000000", "to": "1590000000000"}))

    assert page["results"][0]["time"] == 1581292800000
    assert page["results"][0]["timeEnd"] == 1581379199999
    following = json.loads(get(client, "grafana", limit="1", cursor=page["next_cursor"]))
    assert following["results"][0]["time"] == 1581379200000


def test_a_map_gets_located_records_unless_it_asks_for_all(client: Client, hostile: list[str]) -> None:
    make_event(title="nowhere")

    located = json.loads(get(client, "geojson"))
    everything = json.loads(get(client, "geojson", located="false"))

    assert {feature["geometry"]["type"] for feature in located["features"]} == {"Point"}
    assert located["features"][0]["geometry"]["coordinates"] == [2.0, -1.5]
    assert len(everything["features"]) == len(located["features"]) + 1


def test_it_selects_fields_includes_records_and_counts(client: Client) -> None:
    source = make_source()
    make_statement(source=source, speaker_text="somebody")
    asked = {"fields": "id,when", "include": "sources", "count": "true"}

    page = client.get("/api/v1/statements/", asked).json()

    assert [sorted(record) for record in page["results"]] == [["id", "when"]]
    assert page["included"] == {"sources": [client.get(f"/api/v1/sources/{source.pk}/").json()]}
    assert page["count"] == 1


def test_a_table_has_the_columns_of_the_fields_that_are_asked_for(client: Client) -> None:
    make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])

    content = get(client, "csv", fields="when,title,places").decode()

    header, row = content.splitlines()
    assert header == '"title","start","end","precision","edtf","date_text","places","lat","lon"'
    assert row.endswith('"Norvik",1.5,2.0')
    refused = client.get(EVENTS, {"format": "csv", "fields": "when_alternatives"}).json()["errors"]
    assert (refused[0]["parameter"], refused[0]["code"]) == ("fields", "contradiction")


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ({"format": "csv", "count": "true"}, "count"),
        ({"format": "ndjson", "count": "true"}, "count"),
        ({"format": "geojson", "count": "true"}, "count"),
        ({"format": "csv", "include": "sources"}, "include"),
        ({"format": "ics", "fields": "title"}, "fields"),
        ({"bom": "true"}, "bom"),
    ],
)
def test_what_a_format_cannot_hold_is_refused_not_forgotten(
    client: Client, asked: dict[str, str], parameter: str
) -> None:
    response = client.get(EVENTS, asked)

    assert response.status_code == 400
    assert [(error["parameter"], error["code"]) for error in response.json()["errors"]] == [
        (parameter, "contradiction")
    ]


def test_a_record_on_its_own_brings_what_it_names_as_a_page_does(client: Client) -> None:
    source = make_source()
    statement = make_statement(source=source)

    found = client.get(f"/api/v1/statements/{statement.pk}/", {"include": "sources,speakers", "fields": "id"}).json()

    assert [record["id"] for record in found["included"]["sources"]] == [source.pk]
    assert found["included"]["speakers"] == []


def test_it_marks_what_was_found_and_nothing_else(client: Client) -> None:
    make_event(title="x", summary="<b>The Bridge</b> & the bridge-keeper's bridges")

    marked = client.get(EVENTS, {"q": '"the bridge"'}).json()["results"][0]["highlights"]

    assert marked == ["&lt;b&gt;<mark>The Bridge</mark>&lt;/b&gt; &amp; <mark>the bridge</mark>-keeper&#x27;s bridges"]


@pytest.mark.parametrize("q", ["!!!", "-bridge", "a " * 21, "x" * 301])
def test_it_refuses_a_search_that_cannot_be_made(client: Client, q: str) -> None:
    assert [error["parameter"] for error in client.get(EVENTS, {"q": q}).json()["errors"]] == ["q"]


@pytest.mark.parametrize(
    "q", ['"unbalanced', "' OR 1=1 --", "AND OR NOT NEAR(", "a:* & !b", "col:word", "^start", "{}[]", "\u0301e", "漢字"]
)
def test_no_search_breaks_it(client: Client, q: str) -> None:
    make_event()

    assert client.get(EVENTS, {"q": q}).status_code in (200, 400)
