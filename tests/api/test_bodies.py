"""What stands in a body: each fault named, in one voice."""

from __future__ import annotations

import json
from typing import Any

import hypothesis
import pytest
from django.test import Client
from hypothesis import strategies as st

from tests.api.test_writes import EVENTS, SOURCES, STATEMENTS, send, token
from tests.timeline.records import make_event, make_source
from timeline.models import Source, Statement

pytestmark = pytest.mark.django_db
EVENT = {"text": "the council opened the bridge", "title": "Bridge opens"}


@pytest.mark.parametrize(
    ("path", "changed", "pointer", "detail", "code"),
    [
        (EVENTS, {"colour": "red"}, "/colour", "is not a field here; these are: actors, background", "unknown"),
        (EVENTS, {"title": None}, "/title", "must not be null", "invalid"),
        (EVENTS, {"title": " "}, "/title", "must not be blank", "invalid"),
        (EVENTS, {"title": 5}, "/title", "must be a string", "invalid"),
        (EVENTS, {"title": "x" * 301}, "/title", "may be 300 characters long", "invalid"),
        (EVENTS, {"source": 0}, "/source", "must be at least 1", "invalid"),
        (EVENTS, {"source": True}, "/source", "must be a whole number", "invalid"),
        (EVENTS, {"occurrence": "maybe"}, "/occurrence", "must be one of occurred, ongoing, planned", "invalid"),
        (EVENTS, {"occurrence": []}, "/occurrence", "must be one of occurred, ongoing, planned", "invalid"),
        (EVENTS, {"background": "yes"}, "/background", "must be true or false", "invalid"),
        (EVENTS, {"tags": "works"}, "/tags", "must be a list", "invalid"),
        (EVENTS, {"tags": ["x"] * 51}, "/tags", "may hold 50 items", "invalid"),
        (EVENTS, {"tags": ["ok", 5]}, "/tags/1", "must be a string", "invalid"),
        (EVENTS, {"places": {}}, "/places", "must be a list", "invalid"),
        (EVENTS, {"places": [{"lat": 1}]}, "/places/0/name", "is needed", "missing"),
        (EVENTS, {"places": [{"name": "a", "lat": 91}]}, "/places/0/lat", "must be at most 90", "invalid"),
        (SOURCES, {"language": "english language"}, "/language", "must be a language tag (BCP 47)", "invalid"),
        (SOURCES, {"url": "javascript:alert(1)"}, "/url", "", "invalid"),
        (SOURCES, {"text": ""}, "/text", "must not be blank", "invalid"),
    ],
)
def test_it_names_the_field_and_what_is_allowed(
    client: Client, path: str, changed: dict[str, Any], pointer: str, detail: str, code: str
) -> None:
    body = {"text": "A text."} if path == SOURCES else {**EVENT, "source": make_source().pk}

    response = send(client, path, {**body, **changed}, token("contributor", "propose"))

    assert response.status_code == 400
    [error] = response.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert error["detail"].startswith(detail)


@pytest.mark.parametrize(
    ("raw", "pointer"),
    [
        ('{"text": "a\\u0000b"}', "/text"),
        ('{"tags": ["ok", "\\ud800"]}', "/tags/1"),
        ('{"places": [{"name": "\\u0000"}]}', "/places/0/name"),
        ('{"\\u0000": 1}', ""),
        ('{"meta": {"k": "\\u0000"}}', "/meta/k"),
        ('{"meta": {"\\u0000": 1}}', "/meta"),
        ('{"\\ud800": 1}', ""),
    ],
)
def test_it_names_the_text_that_cannot_be_kept(client: Client, raw: str, pointer: str) -> None:
    event = make_event(publish=False)
    curator = token("curator")
    for method, path in (("POST", EVENTS), ("POST", STATEMENTS), ("POST", SOURCES), ("PATCH", f"{EVENTS}{event.pk}/")):
        headers = {**curator, "If-Match": f'"{event.version}"'}
        response = client.generic(method, path, raw, content_type="application/json", headers=headers)

        assert response.status_code == 400
        assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [(pointer, "invalid")]


#: Numbers as texts of JSON: those that readers read differently, and those that all read alike.
NUMBERS = st.one_of(
    st.sampled_from(["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "9" * 5000, "-" + "9" * 5000, "true", "false"]),
    st.sampled_from(["-0", "-0.0", "0", "1e2", "1E-400", "01", "+1", ".5", "1.", "0x1", "1_0", '"1"', "null", "[]"]),
    st.integers().map(str),
    st.floats().map(json.dumps),
)


@hypothesis.settings(max_examples=60, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(field=st.sampled_from(["lat", "source"]), number=NUMBERS)
@hypothesis.example(field="lat", number="-0.0")
@hypothesis.example(field="lat", number="1e400")
def test_no_number_is_kept_that_is_none(client: Client, field: str, number: str) -> None:
    if not Source.objects.exists():
        make_source()
    holder, source = token("contributor", "propose"), Source.objects.get().pk
    numbers = {"lat": "1.5", "source": str(source), field: number}
    raw = (
        f'{{"source": {numbers["source"]}, "text": "the council opened the bridge", "title": "Bridge opens", '
        f'"places": [{{"name": "Norvik", "lat": {numbers["lat"]}, "lon": 2.0}}]}}'
    )

    response = client.generic("POST", EVENTS, raw, content_type="application/json", headers=holder)

    assert response.status_code in (201, 400), number
    if response.status_code == 201:
        lat = client.get(response["Location"], headers=holder).json()["places"][0]["lat"]
        # Whichever database keeps it: a number of the sphere, and no zero below zero.
        assert -90 <= lat <= 90
        assert lat or str(lat) in ("0", "0.0")


@pytest.mark.parametrize(
    ("raw", "pointer", "detail"),
    [
        ('{"title": "a", "title": "b"}', "/title", "stands twice in one object"),
        ('{"places": [{"name": "a"}, {"a/b": 1, "a/b": 2}]}', "/places/1/a~1b", "stands twice in one object"),
        ('{"title": "a", "\\u0000": 1, "\\u0000": 2}', "", "must not contain NUL"),
        ('{"title": }', "", "is no JSON from line 1, column 11 on"),
        ('{"title": "a"} x', "", "is no JSON from line 1, column 16 on"),
        (b'{"title": "\xff"}', "", "is no UTF-8 from byte 12 on"),
        ("[1]", "", "must be a JSON object"),
        ('{"source": NaN}', "/source", "must be JSON, which NaN is not"),
        ('{"places": [{"lat": 1e999}]}', "/places/0/lat", "is a number that is too large"),
        ('{"places": [{"name": "Norvik", "lat": 1.5, "lon": -0}]}', "/places/0/lon", "must be 0:"),
        ('{"source": 1234567890123456789}', "/source", "is a number that is too large"),
        ('{"tags": ' + "[" * 21 + "]" * 21 + "}", "/tags" + "/0" * 20, "nests deeper than 20 levels"),
        ("[" * 100_000, "", "nests deeper than 20 levels"),
        ('{"a":' * 100_000, "", "nests deeper than 20 levels"),
    ],
)
def test_it_names_what_cannot_be_read(client: Client, raw: str | bytes, pointer: str, detail: str) -> None:
    response = client.generic(
        "POST", EVENTS, raw, content_type="application/json", headers=token("contributor", "propose")
    )

    assert (response.status_code, response.json()["detail"]) == (400, "The body cannot be taken.")
    [error] = response.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, "invalid")
    assert error["detail"].startswith(detail)


def test_it_says_what_is_missing(client: Client) -> None:
    errors = send(client, STATEMENTS, {}, token("contributor", "propose")).json()["errors"]

    assert [(error["pointer"], error["detail"], error["code"]) for error in errors] == [
        ("/source", "is needed", "missing"),
        ("/text", "is needed", "missing"),
    ]


@pytest.mark.parametrize("key", ["", "k" * 256, "k\x7f", "é"])
def test_a_key_that_cannot_be_taken_is_named(client: Client, key: str) -> None:
    holder = {**token("contributor", "propose"), "Idempotency-Key": key}

    response = send(client, STATEMENTS, {"source": make_source().pk, "text": "It will hold,"}, holder)

    assert [error["parameter"] for error in response.json()["errors"]] == ["Idempotency-Key"]
    assert not Statement.objects.exists()


def test_a_source_is_put_right_by_whoever_has_its_version(client: Client) -> None:
    source = make_source(publisher="Exmaple Wire")
    make_event(sources=[source])
    path, editor = f"{SOURCES}{source.pk}/", token("editor")
    tag = client.get(path, headers=editor)["ETag"]

    edited = send(client, path, {"publisher": "Example Wire"}, {**editor, "If-Match": tag}, "PATCH")
    again = send(client, path, {"publisher": "Other Wire"}, {**editor, "If-Match": tag}, "PATCH")
    unguarded = send(client, path, {"publisher": "Other Wire"}, editor, "PATCH")

    assert (edited.status_code, again.status_code, unguarded.status_code) == (200, 412, 428)
    assert edited.json()["publisher"] == "Example Wire"
    assert client.get(EVENTS).json()["results"][0]["sources"][0]["publisher"] == "Example Wire"
    assert "publisher" in Source.objects.get().held


def test_whose_text_an_article_carries_can_be_said(client: Client) -> None:
    first, second = make_source(), make_source()
    make_event(sources=[first, second])
    path, editor = f"{SOURCES}{second.pk}/", token("editor")

    def say(number: object) -> Any:
        tag = client.get(path, headers=editor)["ETag"]
        return send(client, path, {"copy_of": number}, {**editor, "If-Match": tag}, "PATCH")

    assert say(None).json()["copy_of"] is None
    assert "copy_of" in Source.objects.get(pk=second.pk).held
    assert say(first.pk).json()["copy_of"] == first.pk
    assert client.get(EVENTS).json()["results"][0]["independent_sources"] == 1
    assert [say(number).status_code for number in (10**9, second.pk, "1")] == [400, 400, 400]


def test_an_article_that_gets_its_date_is_read_anew(client: Client) -> None:
    made = send(
        client, SOURCES, {"text": "The bridge was closed on Sunday, Mayor Ida Holm said."}, token("curator")
    ).json()
    curator = token("curator")
    path = f"{SOURCES}{made['id']}/"
    tag = client.get(path, headers=curator)["ETag"]
    statement = Statement.objects.get()
    assert statement.edtf == ""

    response = send(client, path, {"published": "2021-05-03"}, {**curator, "If-Match": tag}, "PATCH")

    assert response.json()["published"] == {"edtf": "2021-05-03", "start": "2021-05-03", "end": "2021-05-03"}
    assert Statement.objects.get().edtf != ""
    tag = response["ETag"]
    # A curator dates articles; what else is known of them is an editor's to put right.
    assert send(client, path, {"title": "x"}, {**curator, "If-Match": tag}, "PATCH").status_code == 403
    contributor = {**token("contributor"), "If-Match": tag}
    assert send(client, path, {"published": "2021"}, contributor, "PATCH").status_code == 403
    assert send(client, path, {"published": ""}, {**curator, "If-Match": tag}, "PATCH").status_code == 400
    other = send(client, path, {"published": "2021-05-04"}, {**curator, "If-Match": tag}, "PATCH")
    assert (other.status_code, other.json()["published"]["edtf"]) == (200, "2021-05-04")
    tag = other["ETag"]
    assert send(client, path, {"text": "x"}, {**token("editor"), "If-Match": tag}, "PATCH").status_code == 400
