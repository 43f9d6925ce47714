"""How the service behaves towards readers, proxies and whoever runs it."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import logging
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date, parse_http_date
from gunicorn.glogging import Logger as GunicornLogger

from api import validators
from config.logs import JSONFormatter
from tests.timeline.records import AUTHOR, make_event, make_source, make_statement
from timeline.ledger import Author, erase_source, merge_events, number_changes

pytestmark = pytest.mark.django_db
EVENTS = "/api/v1/events/"


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


def test_it_limits_requests_by_the_address_that_a_client_cannot_choose(client: Client, settings: Any) -> None:
    settings.RATE_LIMIT = 5
    answers = [client.get(EVENTS, headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(7)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    assert answers[0]["RateLimit-Policy"] == '"default";q=5;w=60'
    assert answers[0]["RateLimit"].startswith('"default";r=4;t=')
    assert answers[-1]["Content-Type"] == "application/problem+json"
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    for answer in answers[-2:]:
        assert answer["RateLimit-Policy"] == '"default";q=5;w=60'
        assert answer["RateLimit"] == f'"default";r=0;t={answer["Retry-After"]}'


def test_it_counts_clients_apart_behind_a_trusted_proxy(client: Client, settings: Any) -> None:
    settings.RATE_LIMIT, settings.TRUSTED_PROXIES = 1, 1

    assert client.get(EVENTS, headers={"X-Forwarded-For": "6.6.6.6, 10.0.0.1"}).status_code == 200
    assert client.get(EVENTS, headers={"X-Forwarded-For": "7.7.7.7, 10.0.0.1"}).status_code == 429
    assert client.get(EVENTS, headers={"X-Forwarded-For": "10.0.0.2"}).status_code == 200


def test_it_answers_without_its_cache(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def add(self, *_: object) -> None:
            raise ConnectionError

    settings.RATE_LIMIT = 5
    monkeypatch.setattr("api.throttling.cache", Gone())

    assert client.get(EVENTS).status_code == 200


def test_a_reader_who_has_the_answer_is_told_so_counted_and_let_through_by_browsers(
    client: Client, settings: Any, django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_event()
    settings.RATE_LIMIT = 3
    given = client.get(EVENTS)
    counted: list[str] = []
    incr = cache.incr

    def count(key: str) -> int:
        counted.append(key)
        return incr(key)

    monkeypatch.setattr(cache, "incr", count, raising=False)
    asked = {"If-None-Match": given["ETag"], "Origin": "https://dashboard.example"}
    with django_assert_max_num_queries(1):
        answers = [client.get(EVENTS, headers=asked)]
    answers += [client.get(EVENTS, headers=asked) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [304, 304, 429]
    assert len(counted) == 3, "each is counted once, the one that is refused, too"
    assert answers[0]["RateLimit"].startswith('"default";r=1;t=')
    for name in ("ETag", "Vary", "Cache-Control"):
        assert answers[0][name] == given[name]
    assert "Accept-Encoding" in given["Vary"]
    assert answers[0]["Access-Control-Allow-Origin"] == "*"


def test_a_tag_of_another_address_says_nothing(client: Client) -> None:
    tag = client.get(EVENTS)["ETag"]

    assert client.get(f"{EVENTS}?limit=1", headers={"If-None-Match": tag}).status_code == 200
    assert client.get(f"{EVENTS}?limit=x", headers={"If-None-Match": tag}).status_code == 400
    assert client.get(EVENTS, headers={"If-None-Match": tag, "Authorization": "Bearer x"}).status_code == 401
    make_event()
    assert client.get(EVENTS, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("condition", [{"If-None-Match": "*"}, {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}])
def test_conditions_are_about_an_answer_of_200(
    client: Client, monkeypatch: pytest.MonkeyPatch, condition: dict[str, str]
) -> None:
    kept, merged, gone = make_event(), make_event("2020-03"), make_statement(source=make_source())
    merge_events(kept.pk, [merged.pk], AUTHOR)
    erase_source(gone.source_id, Author(reason="a court order"))
    monkeypatch.setattr(validators, "UNSETTLED", -1)
    paths = [EVENTS, f"{EVENTS}{kept.pk}/", f"{EVENTS}999/", f"{EVENTS}{merged.pk}/", f"/api/v1/statements/{gone.pk}/",
             f"{EVENTS}?format=csv&count=true"]  # fmt: skip

    plain, conditional = [client.get(path) for path in paths], [client.get(path, headers=condition) for path in paths]

    assert [answer.status_code for answer in plain] == [200, 200, 404, 301, 410, 400]
    assert [answer.status_code for answer in conditional] == [304, 304, 404, 301, 410, 400]
    assert [answer.has_header("ETag") for answer in plain] == [True, True, False, False, False, False]
    assert plain[3]["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    "path", ["events/", "events/?format=csv&from=2020", "timeline/histogram/", "changes/", "speakers/"]
)
def test_a_date_alone_is_enough_and_spares_the_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any, path: str
) -> None:
    monkeypatch.setattr(validators, "UNSETTLED", -1)
    make_event()
    given = client.get(f"/api/v1/{path}")

    with django_assert_max_num_queries(1):
        known = client.get(f"/api/v1/{path}", headers={"If-Modified-Since": given["Last-Modified"]})
    assert (known.status_code, known["ETag"], known.content) == (304, given["ETag"], b"")
    earlier = http_date(parse_http_date(given["Last-Modified"]) - 1)
    for date in (earlier, "yesterday", "Sun, 06 Nov 1994 08:49:37 GMT"):
        assert client.get(f"/api/v1/{path}", headers={"If-Modified-Since": date}).status_code == 200
    # A tag counts more than a date (RFC 9110, 13.1.3).
    both = {"If-Modified-Since": given["Last-Modified"], "If-None-Match": '"x"'}
    assert client.get(f"/api/v1/{path}", headers=both).status_code == 200


def test_a_date_alone_refuses_what_is_asked_wrongly(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators, "UNSETTLED", -1)
    make_event()
    asked = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}

    for query in ("limit=x", "format=csv&count=true", "cursor=x", "fields=actors&format=csv&colour=red"):
        assert client.get(f"{EVENTS}?{query}", headers=asked).status_code == 400
    assert client.get("/api/v1/timeline/histogram/?from=2020", headers=asked).status_code == 400


def test_a_reader_of_the_past_learns_of_an_erasure_by_date_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validators, "UNSETTLED", -1)
    statement = make_statement(source=make_source())
    number_changes()
    then = timezone.now()
    path = f"/api/v1/statements/?as_of={quote(then.isoformat())}"
    given = client.get(path)["Last-Modified"]
    assert client.get(path, headers={"If-Modified-Since": given}).status_code == 304

    monkeypatch.setattr(timezone, "now", lambda: then + dt.timedelta(minutes=1))
    erase_source(statement.source_id, Author(reason="a court order"))
    number_changes()

    answer = client.get(path, headers={"If-Modified-Since": given})
    assert answer.status_code == 200
    assert client.get(path, headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 304


def test_a_reader_of_the_past_finds_the_tombstone_from_the_erasure_on(client: Client) -> None:
    source = make_source()
    seen, unseen = make_event(sources=[source]), make_event(sources=[source], publish=False)
    number_changes()
    before = timezone.now()
    erase_source(source.pk, Author(reason="a court order"))
    number_changes()
    after = timezone.now()
    early = before - dt.timedelta(days=1)

    def status(pk: int, then: dt.datetime) -> int:
        return client.get(f"{EVENTS}{pk}/?as_of={quote(then.isoformat())}").status_code

    assert [status(seen.pk, then) for then in (early, before, after)] == [404, 200, 410]
    assert [status(unseen.pk, then) for then in (early, before, after)] == [404, 404, 404]
    page = client.get(f"/events/{seen.pk}/?as_of={quote(after.isoformat())}")
    assert (page.status_code, "a court order" in page.content.decode()) == (410, True)


@pytest.mark.parametrize("query", ["", "?fields=id,title", "?include=sources&fields=id&fields=when"])
def test_a_merged_record_leads_on_with_what_was_asked(client: Client, query: str) -> None:
    kept, merged = make_event(), make_event("2020-03")
    merge_events(kept.pk, [merged.pk], AUTHOR)

    moved = client.get(f"{EVENTS}{merged.pk}/{query}")

    assert (moved.status_code, moved["Location"]) == (301, f"{EVENTS}{kept.pk}/{query}")


def test_nobody_makes_a_tag_who_knows_the_counter_alone(client: Client, settings: Any) -> None:
    tag = client.get(EVENTS)["ETag"]
    settings.SECRET_KEY = "another" * 10

    assert client.get(EVENTS)["ETag"] != tag


@pytest.mark.parametrize("name", ["DATA_LICENSE", "DATA_LICENSE_URL", "TIMELINE_START", "TIMELINE_END"])
def test_what_the_operator_sets_and_an_answer_shows_changes_its_tag(client: Client, settings: Any, name: str) -> None:
    tags = {client.get(EVENTS)["ETag"], client.get(EVENTS, headers={"If-None-Match": '"x"'})["ETag"]}
    setattr(settings, name, "2021")

    assert client.get(EVENTS)["ETag"] not in tags
    assert len(tags) == 1


def test_it_compresses(client: Client) -> None:
    for n in range(5):
        make_event(title=str(n))
    response = client.get(EVENTS, headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert len(json.loads(gzip.decompress(response.content))["results"]) == 5
    assert "Accept-Encoding" in response["Vary"]


def test_it_lets_any_page_read_and_none_write(client: Client) -> None:
    response = client.get(EVENTS, headers={"Origin": "https://dashboard.example"})

    assert response["Access-Control-Allow-Origin"] == "*"
    exposed = set(response["Access-Control-Expose-Headers"].split(", "))
    assert {"ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"} <= exposed
    assert "Access-Control-Allow-Credentials" not in response


@pytest.mark.parametrize("header", ["if-none-match", "if-modified-since", "x-request-id", "authorization"])
def test_it_lets_any_page_send_what_readers_send(client: Client, header: str) -> None:
    asked = {"Origin": "https://dashboard.example", "Access-Control-Request-Method": "GET"}
    response = client.options(EVENTS, headers={**asked, "Access-Control-Request-Headers": header})

    assert response.status_code == 200
    assert header in response["Access-Control-Allow-Headers"].split(", ")


@pytest.mark.parametrize("path", ["docs/", "schema/", "events/", "events/1/", "changes/"])
def test_it_says_which_methods_there_are(client: Client, path: str) -> None:
    response = client.options(f"/api/v1/{path}")

    assert (response.status_code, response.content) == (200, b"")
    assert {"GET", "HEAD", "OPTIONS"} <= set(response["Allow"].split(", "))
    assert '</api/v1/schema/>; rel="service-desc"' in response["Link"]


@pytest.mark.parametrize("path", ["events", "events/12", "timeline/histogram", "schema", "statements/7/approve"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client: Client, path: str, method: str) -> None:
    response = client.generic(method, f"/api/v1/{path}?from=2020%2F2021&q=a+b")

    assert (response.status_code, response["Location"]) == (308, f"/api/v1/{path}/?from=2020%2F2021&q=a+b")
    assert response.json()["detail"] == f"This address ends in a slash: /api/v1/{path}/"


@pytest.mark.parametrize("path", ["event", "events/x", "events/12/approved", "", "nothing/", "/events"])
def test_of_other_addresses_it_says_where_they_are_described(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 404
    assert "/api/v1/schema/" in response.json()["detail"]


def test_it_numbers_requests(client: Client) -> None:
    assert client.get(EVENTS, headers={"X-Request-ID": "abc-1"})["X-Request-ID"] == "abc-1"
    assert len(client.get(EVENTS, headers={"X-Request-ID": "a b\n"})["X-Request-ID"]) == 32


def test_a_line_of_the_log_stays_one_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "a\r\nb\x1b[31m\u202e %s", ("\u2028",), None)

    line = JSONFormatter().format(record)

    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["message"] == "a\r\nb\x1b[31m\u202e \u2028"


def test_what_a_stranger_asks_for_stays_one_line_each(client: Client) -> None:
    nasty = "%0d%0a%1b%5b31m%E2%80%AE%E2%80%A8%7f%c2%85"
    told = {"User-Agent": "a\x1b[31m\u202e", "Referer": "\x1b]0;x\x07", "X-Request-ID": "a\x1b[2J"}
    paths = [f"/{nasty}", f"/api/v1/{nasty}/", f"{EVENTS}?q={nasty}", f"/?from={nasty}", f"{EVENTS}?{nasty}=1"]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JSONFormatter())
    logging.getLogger().addHandler(handler)
    try:
        for path in paths:
            client.get(path, headers=told)
            client.get(path, headers={**told, "Host": "evil\x1b[31m"})
    finally:
        logging.getLogger().removeHandler(handler)

    lines = stream.getvalue().split("\n")[:-1]
    assert len(lines) >= 2 * len(paths)
    for line in lines:
        assert line.isascii()
        assert line.isprintable()
        assert json.loads(line)["message"]


def test_what_others_write_of_a_record_is_there() -> None:
    record = logging.getLogger("gunicorn.error").makeRecord("gunicorn.error", logging.INFO, "", 0, "Booting", (), None)
    formatters = [GunicornLogger.error_fmt, "%(thread)d %(threadName)s %(processName)s %(lineno)d %(message)s"]

    for form in formatters:
        assert logging.Formatter(form).format(record).endswith("Booting")


def test_it_says_that_it_lives_and_that_it_is_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 200

    def gone() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", gone)

    assert client.get("/healthz").status_code == 200
    away = client.get("/readyz")
    assert (away.status_code, away["Content-Type"], away["Retry-After"]) == (503, "application/problem+json", "5")


def test_it_shows_figures_to_whoever_has_the_token(client: Client, settings: Any) -> None:
    settings.DEBUG, settings.METRICS_TOKEN = True, ""
    client.get(EVENTS)
    for given in ("", "Bearer ", "Bearer x"):
        assert client.get("/metrics", headers={"Authorization": given}).status_code == 404
    settings.METRICS_TOKEN = "secret"

    assert client.get("/metrics").status_code == 404
    response = client.get("/metrics", headers={"Authorization": "Bearer secret"})
    assert b'dateline_requests_total{method="GET",status="200",view="events"}' in response.content
