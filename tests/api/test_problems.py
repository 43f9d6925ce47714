"""Whatever goes wrong is a problem document that names the fault."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.contrib import admin
from django.db import DataError, OperationalError
from django.test import Client

from api import answers
from tests.api.test_writes import token

PROBLEM = "application/problem+json"
DIGITS = "9" * 40


@pytest.mark.parametrize(
    ("asked", "parameter", "code"),
    [
        ({"form": "2020"}, "form", "unknown"),
        ({"_connector": "OR"}, "_connector", "unknown"),
        ({"source__api_key__startswith": "a"}, "source__api_key__startswith", "unknown"),
        ({"from": "yesterday"}, "from", "invalid"),
        ({"from": "2020-02-30"}, "from", "invalid"),
        ({"from": "0000"}, "from", "invalid"),
        ({"from": "-1"}, "from", "invalid"),
        ({"from": "10000"}, "from", "invalid"),
        ({"from": DIGITS}, "from", "invalid"),
        ({"to": "1e5"}, "to", "invalid"),
        ({"to": "2020-W01"}, "to", "invalid"),
        ({"to": "٢٠٢٠"}, "to", "invalid"),
        ({"from": "2021", "to": "2020"}, "from", "contradiction"),
        ({"from": "2021", "undated": "true"}, "undated", "contradiction"),
        ({"match": "maybe"}, "match", "invalid"),
        ({"undated": "yes"}, "undated", "invalid"),
        ({"undated": "01"}, "undated", "invalid"),
        ({"undated": "TRUE"}, "undated", "invalid"),
        ({"as_of": "2020-01-01", "order": "created"}, "order", "contradiction"),
        ({"as_of": "2020-01-01", "order": "updated"}, "order", "contradiction"),
        ({"limit": "0"}, "limit", "invalid"),
        ({"limit": "-1"}, "limit", "invalid"),
        ({"limit": "1001"}, "limit", "invalid"),
        ({"limit": DIGITS}, "limit", "invalid"),
        ({"limit": "٣"}, "limit", "invalid"),
        ({"limit": ["5", "6"]}, "limit", "invalid"),
        ({"source": "a"}, "source", "invalid"),
        ({"source": DIGITS}, "source", "invalid"),
        ({"source": ["1"] * 51}, "source", "invalid"),
        ({"order": "password"}, "order", "invalid"),
        ({"order": "speaker__name"}, "order", "invalid"),
        ({"order": "\0"}, "order", "invalid"),
        ({"publisher": "a\0b"}, "publisher", "invalid"),
        ({"publisher": " "}, "publisher", "invalid"),
        ({"publisher": "x" * 1001}, "publisher", "invalid"),
        ({"kind": "source"}, "kind", "invalid"),
        ({"min_sources": "0"}, "min_sources", "invalid"),
    ],
)
def test_it_names_the_parameter_at_fault(client: Client, asked: dict[str, Any], parameter: str, code: str) -> None:
    response = client.get("/api/v1/timeline/", asked)

    assert response.status_code == 400
    assert response["Content-Type"] == PROBLEM
    assert [(error["parameter"], error["code"]) for error in response.json()["errors"]] == [(parameter, code)]


@pytest.mark.django_db
@pytest.mark.parametrize("listing", ["sources", "speakers"])
def test_of_the_past_sources_and_speakers_are_listed_as_they_were_made(client: Client, listing: str) -> None:
    assert client.get(f"/api/v1/{listing}/", {"as_of": "2020-01-01", "order": "created"}).status_code == 200


def test_it_names_every_fault_at_once_and_what_is_allowed(client: Client) -> None:
    errors = client.get("/api/v1/events/", {"kinds": "event", "match": "maybe"}).json()["errors"]

    assert [error["parameter"] for error in errors] == ["kinds", "match"]
    assert "precision" in errors[0]["detail"]
    assert errors[1]["detail"] == "must be one of possible, certain"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["events/99/", "statements/99/", "sources/99/", "speakers/99/", "nothing/", f"events/{DIGITS}/", "events/x/"],
)
def test_it_says_not_found_as_a_problem(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 404
    assert response["Content-Type"] == PROBLEM
    assert response.json()["status"] == 404


def test_it_refuses_parameters_on_a_detail(client: Client) -> None:
    assert client.get("/api/v1/events/1/", {"colour": "red"}).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_it_refuses_other_methods_and_lists_those_it_takes(client: Client, method: str) -> None:
    response = client.generic(method, "/api/v1/events/")

    assert response.status_code == 405
    assert response["Content-Type"] == PROBLEM
    assert "GET" in response["Allow"]


@pytest.mark.parametrize("path", ["events/%2F/approve/", "nothing/", ""])
def test_a_wrong_address_is_a_problem_whatever_is_sent_there(path: str) -> None:
    response = Client(enforce_csrf_checks=True).post(f"/api/v1/{path}", {"a": 1})

    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)


@pytest.mark.parametrize("path", ["/foo", "/api/v2/", "/metrics", "/healthz/x"])
def test_outside_the_api_a_wrong_address_is_a_problem_unless_a_page_is_asked_for(client: Client, path: str) -> None:
    asked, shown = client.get(path), client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    assert (asked.status_code, asked["Content-Type"], asked.json()["status"]) == (404, PROBLEM, 404)
    kind = PROBLEM if path.startswith("/api/") else "text/plain"
    assert (shown.status_code, shown["Content-Type"]) == (404, kind)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_the_health_of_the_service_is_read_alone(path: str, method: str) -> None:
    response = Client(enforce_csrf_checks=True).generic(method, path, "{}", content_type="application/json")

    assert (response.status_code, response["Content-Type"]) == (405, PROBLEM)
    assert response["Allow"] == "GET, HEAD"


def test_it_does_not_let_a_header_turn_a_reading_into_a_deletion(client: Client, db: None) -> None:
    assert client.get("/api/v1/events/", headers={"X-HTTP-Method-Override": "DELETE"}).status_code == 200


@pytest.mark.parametrize(
    ("error", "status"), [(OperationalError("gone"), 503), (DataError("bad"), 400), (KeyError("secret"), 500)]
)
def test_it_turns_errors_into_problems_without_telling_secrets(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(answers, "page", fail)

    response = client.get("/api/v1/events/")

    assert response.status_code == status
    assert response["Content-Type"] == PROBLEM
    assert ("Retry-After" in response) == (status == 503)
    assert b"secret" not in response.content


def test_it_refuses_a_foreign_host(client: Client) -> None:
    response = client.get("/api/v1/events/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert b"evil" not in response.content


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["2", "3000000"])
def test_a_body_that_breaks_off_is_the_clients_fault(client: Client, length: str) -> None:
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError("gone")

    given: Any = {"wsgi.input": Broken(), "content_type": "application/json", "CONTENT_LENGTH": length}
    headers = token("contributor", "propose")
    response = client.generic("POST", "/api/v1/sources/", "{}", headers=headers, **given)

    assert (response.status_code, response["Content-Type"]) == (408, "application/problem+json")


@pytest.mark.parametrize(("error", "status"), [(OperationalError("gone"), 503), (KeyError("secret"), 500)])
def test_the_desk_says_when_the_database_is_away(
    db: None, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(admin.site, "each_context", fail)

    response = Client(raise_request_exception=False).get("/admin/login/")

    assert (response.status_code, response["Content-Type"]) == (status, PROBLEM)
    assert ("Retry-After" in response) == (status == 503)
