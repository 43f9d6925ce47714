"""Hostile and odd requests: each is answered as documented, and never with a server error."""

from __future__ import annotations

import base64
import codecs
import gzip
import io
import json
import re
import threading
import time
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.db.utils import DataError, IntegrityError
from django.test import Client
from gunicorn.http.errors import InvalidChunkSize, NoMoreData

from api import answers
from tests.api.test_writes import EVENTS, SOURCES, STATEMENTS, send, token
from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import approve, unpublish
from timeline.models import Entry, Event, Source, Statement
from timeline.query.declared import PARAMETERS, TABLES
from timeline.query.histogram import PARAMETERS as HISTOGRAM
from timeline.query.parameters import date, instant

pytestmark = pytest.mark.django_db
LISTS = ("timeline", "events", "statements", "sources", "speakers")
PROBLEM = "application/problem+json"
FEEDS = ("atom", "jsonfeed")
FORMATS = ("csv", "ndjson", "array", "geojson", "timelinejs", "vis", "grafana", "ics", *FEEDS)
EDGES = ("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00")
HOSTILE_URLS = [
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "java\tscript:alert(1)",
    "//evil.example",
    "ftp://x/",
]


def everything() -> list[Any]:
    """Every row of the records."""
    return [list(model._base_manager.order_by("pk").values()) for model in (Event, Statement, Source, Entry)]


def faults(response: Any) -> list[str]:
    """The parameters that a refusal names."""
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM), response.content
    return [error["parameter"] for error in response.json()["errors"]]


@pytest.mark.parametrize("listing", [*LISTS, "timeline/histogram"])
def test_no_year_out_of_the_calendar_is_taken(client: Client, listing: str) -> None:
    known = HISTOGRAM if listing.endswith("histogram") else PARAMETERS[listing]
    names = [parameter.name for parameter in known if parameter.read in (date, instant)]
    assert names
    for name in names:
        for year in ("0", "0000", "-1", "10000", "99999999", "9" * 40, "1e5", *EDGES):
            asked = {"from": "2020", "to": "2020", name: year} if name in ("from", "to") else {name: year}
            assert faults(client.get(f"/api/v1/{listing}/", asked)) == [name], (name, year)


@pytest.mark.parametrize("parameter", ["updated_since", "as_of"])
@pytest.mark.parametrize(
    "instant",
    [
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
        "0000-01-01",
        "2016-12-31T23:59:60Z",
        "2020-01-01T24:00:00Z",
    ],
)
def test_an_instant_at_the_edge_of_the_calendar_is_refused(client: Client, parameter: str, instant: str) -> None:
    assert faults(client.get(EVENTS, {parameter: instant})) == [parameter]


@pytest.mark.parametrize("ids", ["a", "1,a", "9" * 40, "-1", ",,,", ",".join(map(str, range(40_000)))])
def test_a_list_of_ids_is_bounded(client: Client, ids: str) -> None:
    assert faults(client.get(EVENTS, {"source": ids})) == ["source"]


@pytest.mark.parametrize("q", ["word " * 1200, "x" * 3000, "\0", '"', "-"])
@pytest.mark.parametrize("listing", [*LISTS, "timeline/histogram"])
def test_a_search_is_bounded(client: Client, listing: str, q: str) -> None:
    assert faults(client.get(f"/api/v1/{listing}/", {"q": q})) == ["q"]


@pytest.mark.parametrize("listing", [*LISTS, "timeline/histogram"])
def test_half_a_character_finds_nothing_and_breaks_nothing(client: Client, listing: str) -> None:
    make_statement(speaker=make_speaker("Amina Haddad"), source=make_source(title="Bridge"))
    # Django reads bytes that are no UTF-8 as U+FFFD, which is no letter.
    assert faults(client.get(f"/api/v1/{listing}/?q=%ED%A0%80")) == ["q"]
    for asked in ("q=bridge+%ED%A0%80", "q=%22bridge", "q=bridge%22+%22x", "publisher=%FF%FE"):
        if listing != "speakers" or not asked.startswith("publisher"):
            assert client.get(f"/api/v1/{listing}/?{asked}").status_code == 200, asked


@pytest.mark.parametrize("listing", [*LISTS, "changes"])
def test_no_page_is_larger_than_the_largest(client: Client, listing: str) -> None:
    for limit in ("1000000000", "1001", "9" * 40, "0", "-1", "1e3", "+1"):
        assert faults(client.get(f"/api/v1/{listing}/", {"limit": limit})) == ["limit"]
    for name in ("page_size", "page", "offset"):
        assert faults(client.get(f"/api/v1/{listing}/", {name: "1000000"})) == [name]


@pytest.mark.parametrize("listing", LISTS)
def test_a_limit_is_given_once(client: Client, listing: str) -> None:
    assert faults(client.get(f"/api/v1/{listing}/?limit=1&limit=2")) == ["limit"]


@pytest.mark.parametrize("listing", LISTS)
def test_no_column_of_any_table_becomes_an_order(client: Client, listing: str) -> None:
    allowed = {"created", "updated", "start", "rank"}
    columns = {field.name for model in apps.get_models() for field in model._meta.get_fields()} - allowed
    columns |= {f"{a}__{b}" for a in ("user", "source", "keys") for b in ("password", "text", "value")}

    assert len(columns) > 100
    for column in [*sorted(columns), "a__b__c", "\0", "?", "-?", "1", "start,id"]:
        assert faults(client.get(f"/api/v1/{listing}/", {"order": column})) == ["order"]
        assert faults(client.get(f"/api/v1/{listing}/", {"order": f"-{column}"})) == ["order"]
    assert faults(client.get(f"/api/v1/{listing}/", {"order": "start," * 3000})) == ["order"]


@pytest.mark.parametrize("depth", [21, 100, 500, 900, 950, 990, 100_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_a_body_that_nests_too_deep_is_refused(client: Client, depth: int, opens: str, closes: str) -> None:
    raw = '{"tags": ' + opens * depth + "1" + closes * depth + "}"

    response = client.generic(
        "POST", EVENTS, raw, content_type="application/json", headers=token("contributor", "propose")
    )

    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)


@pytest.mark.parametrize(
    "date", ["2016-12-31T23:59:60Z", "2021-02-03T04:05:06+99:99", "9999-12-31", "0001-01-01T00:00:00Z", "9" * 5000]
)
def test_a_day_that_would_poison_a_list_is_not_kept(client: Client, date: str) -> None:
    body = {"source": make_source().pk, "text": "It will hold,", "date": date}

    assert send(client, STATEMENTS, body, token("contributor", "propose")).status_code == 400
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    "columns",
    [{"earliest": "9999-12-31", "latest": "9999-12-31"}, {"earliest": "2020-02-02", "latest": "2019-01-01"}],
)
def test_the_database_itself_refuses_what_would_poison_a_list(columns: dict[str, str]) -> None:
    event = make_event()

    with pytest.raises((IntegrityError, DataError)):
        Event.objects.filter(pk=event.pk).update(**columns)


def test_days_look_alike_in_every_time_zone(client: Client, settings: Any) -> None:
    for edtf in ("0001-01-01", "9998-12-31", "2020-02-10", "../0002", "9997/.."):
        make_event(edtf, places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
        make_statement(edtf)
    paths = [f"/api/v1/{listing}/" for listing in LISTS] + [f"{EVENTS}?open=true&format={name}" for name in FORMATS]
    paths += ["/api/v1/timeline/?from=0001&to=9998", "/api/v1/changes/", "/?from=0001&to=9998"]
    for path in paths:
        seen = set()
        for zone in ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
            settings.TIME_ZONE = zone
            response: Any = client.get(path)
            assert response.status_code == 200, (path, zone)
            seen.add(b"".join(response.streaming_content) if response.streaming else response.content)
        assert len(seen) == 1, path


@pytest.mark.parametrize(
    "kind",
    [
        "application/json; charset=idna", "application/json; charset=utf-7", "application/json; charset=nonsense", "",
        "application/x-www-form-urlencoded", "application/json; boundary=x",
    ],
)  # fmt: skip
def test_only_json_in_utf_8_is_read(client: Client, kind: str) -> None:
    response = client.generic("POST", EVENTS, "{}", content_type=kind, headers=token("contributor", "propose"))

    assert (response.status_code, response["Content-Type"]) == (415, PROBLEM)


def in_pieces(client: Client, raw: bytes, body: Any = None) -> Any:
    """Send a body without its length, as gunicorn hands on one that comes in pieces."""
    given: Any = {
        "CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input": body or io.BytesIO(raw),
        "wsgi.input_terminated": True,
    }  # fmt: skip
    holder = token("contributor", "propose")
    return client.generic("POST", STATEMENTS, raw, content_type="application/json", headers=holder, **given)


@pytest.mark.parametrize("size", [1_000_001, 3_000_000])
def test_a_body_without_a_length_is_no_way_around_the_limit(client: Client, size: int) -> None:
    raw = json.dumps({"source": make_source().pk, "text": "x" * size}).encode()

    stated = client.generic(
        "POST", STATEMENTS, raw, content_type="application/json", headers=token("contributor", "propose")
    )
    unstated = in_pieces(client, raw)

    for response in (stated, unstated):
        assert (response.status_code, response["Content-Type"]) == (413, PROBLEM)
    # What is refused has been read: a connection that is kept goes on behind it.
    assert stated.wsgi_request.META["wsgi.input"].read() == b""


def test_a_body_that_comes_in_pieces_is_read_as_any_other(client: Client) -> None:
    class Slow(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise NoMoreData(b"")

    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise InvalidChunkSize(b"zz")

    raw = json.dumps({"source": make_source().pk, "text": "It will hold,"}).encode()

    assert in_pieces(client, raw).status_code == 201
    assert in_pieces(client, b"{}").json()["errors"][0]["pointer"] == "/source"
    late = in_pieces(client, raw, Slow())
    assert (late.status_code, late["Content-Type"]) == (408, PROBLEM)
    broken = in_pieces(client, raw, Broken())
    assert (broken.status_code, broken.json()["errors"][0]["pointer"]) == (400, "")
    assert Statement.objects.count() == 1


def test_a_decision_without_a_body_may_come_in_no_pieces(client: Client) -> None:
    given: Any = {
        "CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input": io.BytesIO(),
        "wsgi.input_terminated": True,
    }  # fmt: skip
    path = f"{EVENTS}{make_event(state='proposed').pk}/approve/"

    response = client.generic(
        "POST", path, b"", content_type="application/x-www-form-urlencoded", headers=token("curator"), **given
    )

    assert response.status_code == 200


def test_a_body_that_cannot_be_read_is_told_why(client: Client) -> None:
    holder = token("contributor", "propose")

    def told(raw: bytes = b"{}", **given: Any) -> Any:
        response = client.generic("POST", STATEMENTS, raw, content_type="application/json", headers=holder, **given)
        return response.status_code, response.json()

    # A server that cannot tell where a body in pieces ends hands on none of it.
    status, found = told(CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")
    assert (status, "Content-Length" in found["errors"][0]["detail"]) == (400, True)
    status, found = told(CONTENT_LENGTH="abc")
    assert (status, "no number" in found["errors"][0]["detail"]) == (400, True)
    status, found = told(codecs.BOM_UTF8 + b"{}")
    assert (status, "byte order mark" in found["errors"][0]["detail"]) == (400, True)
    status, found = told(gzip.compress(b"{}"), HTTP_CONTENT_ENCODING="gzip")
    assert (status, "Content-Encoding" in found["detail"]) == (415, True)


@pytest.mark.parametrize(
    "header",
    [
        "Basic " + base64.b64encode(b"a\0b:c\0d").decode(), "Bearer " + "a" * 60_000, "Basic " + "A" * 200_000,
        "Basic " + base64.b64encode(b"admin:" + b"p" * 200_000).decode(), "Bearer a\0b", "bearer  a",
        "Bearer a b c", "Bearer \xff\xfe", "Bearer", " ", "Bearer " + "0" * 64, "Digest x",
    ],
)  # fmt: skip
def test_what_is_no_token_is_refused_everywhere(client: Client, header: str) -> None:
    status = 200 if not header.strip() else 401
    for path in ("timeline/", "events/1/", "changes/", "timeline/histogram/"):
        began = time.process_time()
        response = client.get(f"/api/v1/{path}", headers={"Authorization": header})
        assert response.status_code in (status, 404 if status == 200 else status)
        assert time.process_time() - began < 1
    for path in (EVENTS, f"{EVENTS}1/approve/"):
        assert send(client, path, {}, {"Authorization": header}).status_code == 401


@pytest.mark.parametrize("name", ["_connector", "_negated", "source__api_key__startswith", "pk__in", "\0", "__class__"])
@pytest.mark.parametrize("listing", LISTS)
def test_no_parameter_reaches_a_lookup(client: Client, listing: str, name: str) -> None:
    assert faults(client.get(f"/api/v1/{listing}/", {name: "1"})) == [name]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no timeout for a statement")
def test_a_statement_that_takes_too_long_is_given_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 20")
            cursor.execute("SELECT pg_sleep(10)")

    monkeypatch.setattr(answers, "page", slow)

    response = client.get(EVENTS)

    assert (response.status_code, response["Retry-After"], response["Content-Type"]) == (503, "5", PROBLEM)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no timeout for a statement")
@pytest.mark.parametrize("format", ["json", "ndjson"])
def test_all_statements_of_a_page_share_the_time_of_one_and_those_of_a_stream_have_their_own(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any, format: str
) -> None:
    """Each of these takes less than the connection grants; together they take longer than a request may."""
    make_event()
    settings.STATEMENT_TIMEOUT_MS = 900
    began = []

    def late(read: Any) -> Any:
        def slowly(query: Any) -> Any:
            for _ in range(4):
                with connection.cursor() as cursor:
                    began.append(read)
                    cursor.execute("SELECT pg_sleep(0.35)")
            return read(query)

        return slowly

    for name in ("page", "stream"):
        monkeypatch.setattr(answers, name, late(getattr(answers, name)))
    response = client.get(EVENTS, {"format": format})

    if format == "json":
        assert (response.status_code, response["Retry-After"], response["Content-Type"]) == (503, "5", PROBLEM)
        assert len(began) < 4
    else:
        assert (response.status_code, len(b"".join(response).splitlines()), len(began)) == (200, 1, 4)
    monkeypatch.undo()
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert (cursor.fetchone()[0], connection.in_atomic_block) == ("5s", False)
    assert client.get(EVENTS).status_code == 200


def test_links_name_no_host_that_a_client_chose(client: Client) -> None:
    for _ in range(2):
        make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
    headers = {
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "host=evil.example",
        "X-Forwarded-Server": "evil.example",
    }

    for name in ("json", *FORMATS):
        response: Any = client.get(EVENTS, {"limit": "1", "format": name}, headers=headers)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert b"evil" not in content + str(response.headers).encode()
        assert (b"http://testserver/" in content) == (name in ("json", "geojson", "grafana", "ics", *FEEDS)), name
    for path in ("/", "/?embed=1", "/api/v1/schema/", "/api/v1/changes/?limit=1", f"{EVENTS}1/", "/admin/", "/nothing"):
        assert b"evil" not in client.get(path, headers=headers).content
        refused = client.get(path, headers={"Host": "evil.example"})
        assert (refused.status_code, b"evil" in refused.content) == (400, False), path


@pytest.mark.parametrize(
    "fields",
    [
        {"id": 5},
        {"created": "2020-01-01"},
        {"state": "published"},
        {"version": 9},
        {"held": []},
        {"status": "published"},
        {"created_at": "2020-01-01"},
        {"owner": 1},
        {"approved": True},
        {"source_hash": "0" * 64},
        {"sha256": "0" * 64},
        {"identity": "url:x"},
        {"user": 1},
        {"erased": None},
        {"numbered": 1},
    ],
)
def test_no_body_sets_what_is_not_its_own(client: Client, fields: dict[str, Any]) -> None:
    curator, editor = token("curator"), token("editor")
    event, source, statement = make_event(publish=False), make_source(), make_statement(publish=False)
    before = everything()
    body = {"source": source.pk, "text": "the council opened the bridge", "title": "Bridge opens"}

    for path, holder in (
        (f"{EVENTS}{event.pk}/", curator),
        (f"{SOURCES}{source.pk}/", editor),
        (f"{STATEMENTS}{statement.pk}/", curator),
    ):
        tagged = {**holder, "If-Match": client.get(path, headers=holder)["ETag"]}
        assert send(client, path, fields, tagged, "PATCH").status_code == 400
    for path, given in (
        (EVENTS, body),
        (STATEMENTS, {**body, "text": "It will hold,"}),
        (SOURCES, {"text": "A text."}),
    ):
        assert send(client, path, {**given, **fields}, curator).status_code == 400
    assert everything() == before


def test_nothing_of_what_is_not_published_shows_anywhere(client: Client) -> None:
    shown = make_event(title="shown")
    surfaces = [
        *(f"/api/v1/{listing}/" for listing in LISTS), f"{EVENTS}?q=secret", f"{EVENTS}?count=true",
        *(f"{EVENTS}?format={name}" for name in FORMATS), f"{EVENTS}?format=geojson&located=false",
        *(f"/api/v1/timeline/histogram/?group_by={name}" for name in ("tag", "place", "speaker", "publisher", "kind")),
        f"{EVENTS}?order=-updated", f"{EVENTS}?updated_since=2000-01-01", f"{EVENTS}?include=sources,speakers",
        "/api/v1/changes/", f"{EVENTS}{shown.pk}/", "/", "/timelinejs/",
    ]  # fmt: skip

    def look() -> list[tuple[bytes, str]]:
        found = []
        for path in surfaces:
            response: Any = client.get(path)
            assert response.status_code == 200, path
            content = b"".join(response.streaming_content) if response.streaming else response.content
            found.append((content, response.get("ETag", "")))
        return found

    before = look()
    secret = make_event(
        title="secret", summary="secret", tags=["secret"], places=[{"name": "secret", "lat": 1.0, "lon": 1.0}],
        sources=[make_source(title="secret", publisher="secret")], publish=False,
    )  # fmt: skip
    make_statement(text="secret", speaker_text="secret", source=Source.objects.get(title="secret"), publish=False)

    assert look() == before
    for path in (f"{EVENTS}{secret.pk}/", f"{STATEMENTS}{Statement.objects.get().pk}/", f"/events/{secret.pk}/"):
        assert client.get(path).status_code == 404
    # Nor of what has been public and is no longer; its tags tell that something has changed, and nothing else.
    approve([secret], AUTHOR)
    assert b"secret" in client.get(EVENTS).content
    unpublish([secret], AUTHOR)
    after = look()
    feed = surfaces.index("/api/v1/changes/")
    for (then, _), (now, _) in zip(before[:feed], after[:feed], strict=True):
        # A feed says when the whole last changed.
        assert re.sub(rb"<updated>[^<]*", b"", now) == re.sub(rb"<updated>[^<]*", b"", then)
    shows = [path for path, (content, _) in zip(surfaces, after, strict=True) if b"secret" in content]
    # What was public then is part of the past, which stays.
    assert shows == ["/api/v1/changes/"]
    assert [change["change"] for change in client.get("/api/v1/changes/").json()["results"]][-1] == "unpublished"
    for path in (f"{EVENTS}{secret.pk}/", f"/events/{secret.pk}/"):
        assert client.get(path).status_code == 404


class SharedCache:
    """A cache between all readers and the service, which keeps to RFC 9111 and no more than that."""

    def __init__(self) -> None:
        self.kept: dict[str, list[tuple[dict[str, str | None], Any]]] = {}

    def get(self, path: str, headers: dict[str, str]) -> tuple[int, bytes]:
        given = {name.lower(): value for name, value in headers.items()}
        kept = self.kept.setdefault(path, [])
        known = next((found for varied, found in kept if all(given.get(n) == v for n, v in varied.items())), None)
        sent = {**headers, **({"If-None-Match": known["ETag"]} if known and "ETag" in known else {})}
        response: Any = Client().get(path, headers=sent)
        if response.status_code == 304 and known:
            return known.status_code, known.content
        # A 404 may be kept as well, unless it says otherwise.
        if response.status_code in (200, 404) and not {"private", "no-store"} & set(
            response.get("Cache-Control", "").split(", ")
        ):
            names = [name.strip().lower() for name in response.get("Vary", "").split(",")]
            kept.append(({name: given.get(name) for name in names}, response))
        return response.status_code, response.content


@pytest.mark.parametrize("first", ["curator", "anonymous"])
def test_what_a_token_sees_is_nobody_elses(client: Client, first: str) -> None:
    curator: dict[str, str] = token("curator")
    event, statement = make_event(publish=False), make_statement(publish=False)
    shown = make_event(title="shown")
    paths = [f"/api/v1/{listing}/" for listing in LISTS] + ["/api/v1/changes/", f"{EVENTS}{shown.pk}/"]
    paths += [f"{EVENTS}{event.pk}/", f"{STATEMENTS}{statement.pk}/", f"{SOURCES}{statement.source_id}/"]
    holders: list[dict[str, str]] = [curator, {}] if first == "curator" else [{}, curator]
    cache = SharedCache()

    for holder in holders * 3:
        for path in paths:
            direct = client.get(path, headers=holder)
            assert cache.get(path, holder) == (direct.status_code, direct.content), path
            assert "Authorization" in direct["Vary"], path
            mine = {"private", "no-store"} & set(direct["Cache-Control"].split(", "))
            assert mine if holder or direct.status_code == 404 else not mine, path

    # Something was kept, and nothing that was shown to a token.
    kept = [found for several in cache.kept.values() for _, found in several]
    assert kept
    assert not [found for found in kept if "HTTP_AUTHORIZATION" in found.wsgi_request.META]


def test_a_list_is_the_same_for_everybody(client: Client) -> None:
    make_event()
    tag = client.get(EVENTS)["ETag"]

    # Whichever token asks, what is kept stays good.
    for headers in ({}, token("curator"), token("viewer"), token("editor")):
        assert client.get(EVENTS, headers={**headers, "If-None-Match": tag}).status_code == 304


def test_the_api_is_for_programs(client: Client) -> None:
    for listing in (*LISTS, "changes", "timeline/histogram"):
        path = f"/api/v1/{listing}/"
        for response in (client.get(path, {"format": "api"}), client.get(path, headers={"Accept": "text/html"})):
            assert (response.status_code, response["Content-Type"]) == (406, PROBLEM)
            assert "json" in response.json()["detail"]
    policy = client.get("/api/v1/docs/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy


@pytest.mark.parametrize("url", HOSTILE_URLS)
def test_only_addresses_of_the_web_are_kept(client: Client, url: str) -> None:
    with pytest.raises((IntegrityError, DataError)):
        Source.objects.filter(pk=make_source().pk).update(url=url)


def test_hostile_addresses_are_refused_over_http(client: Client) -> None:
    for url in HOSTILE_URLS:
        response = send(client, SOURCES, {"text": "A text.", "url": url}, token("contributor", "propose"))
        assert response.status_code == 400
    assert not Source.objects.exists()


MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8", "ndjson": "application/x-ndjson", "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8", "atom": "application/atom+xml", "jsonfeed": "application/feed+json",
}  # fmt: skip


@pytest.mark.parametrize("name", ["json", *FORMATS])
@pytest.mark.parametrize("listing", LISTS)
def test_every_download_is_what_it_says_and_nothing_else(client: Client, listing: str, name: str) -> None:
    make_event(places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
    make_statement(speaker=make_speaker("Amina Haddad"))

    response = client.get(f"/api/v1/{listing}/", {"format": name})

    assert response["X-Content-Type-Options"] == "nosniff"
    if name not in TABLES and listing in ("sources", "speakers"):
        assert response.status_code == 400
        return
    assert (response.status_code, response["Content-Type"]) == (200, MEDIA_TYPES.get(name, "application/json"))
    # JSON Feed is followed where it stands, and no browser runs it.
    disposition = response.get("Content-Disposition", "")
    assert name in ("json", "jsonfeed") or disposition.startswith(f'attachment; filename="{listing}'), disposition


def test_of_two_edits_of_one_version_the_second_is_refused_every_time(client: Client) -> None:
    event, curator = make_event(publish=False), token("curator")
    path = f"{EVENTS}{event.pk}/"
    tag, statuses = client.get(path, headers=curator)["ETag"], []

    for number in range(100):
        tagged = {**curator, "If-Match": tag}
        edits = [send(client, path, {"title": f"{name} {number}"}, tagged, "PATCH") for name in ("first", "second")]
        statuses.append([edit.status_code for edit in edits])
        tag = edits[0]["ETag"]

    assert statuses == [[200, 412]] * 100
    assert Event.objects.get().title == "first 99"


def test_of_many_edits_of_one_version_at_once_one_is_taken(transactional_db: None) -> None:
    from timeline.roles import make_groups

    make_groups(apps)  # they were flushed with the tables
    event, curator = make_event(publish=False), token("curator")
    path = f"{EVENTS}{event.pk}/"
    tagged = {**curator, "If-Match": Client().get(path, headers=curator)["ETag"]}
    statuses: list[int] = []

    def edit(number: int) -> None:
        statuses.append(send(Client(), path, {"title": f"by {number}"}, tagged, "PATCH").status_code)
        connection.close()

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [200] + [412] * 19
    assert Event.objects.get().version == 2


def test_the_page_says_that_the_database_is_away(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("timeline.page.views.page", gone)
    monkeypatch.setattr(answers, "page", gone)

    for path in ("/", EVENTS):
        response = client.get(path)
        assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert json.loads(client.get(EVENTS).content)["status"] == 503
