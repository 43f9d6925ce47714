"""Connections that are kept between requests, and what is done around every request."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg2
import pytest
from django.db import connection
from django.test import Client


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no connection to lose")
def test_a_reader_does_not_notice_that_the_server_ended_the_connection(client: Client) -> None:
    assert client.get("/api/v1/events/").status_code == 200
    kept = connection.connection
    with psycopg2.connect(kept.dsn) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [kept.info.backend_pid])
    other.close()

    # As at the beginning of the next request.
    setattr(connection, "health_check_enabled", True)  # noqa: B010
    connection.close_if_unusable_or_obsolete()

    assert client.get("/api/v1/events/").status_code == 200
    assert connection.connection is not kept


def test_a_connection_is_looked_at_before_each_request_of_a_server_and_never_after() -> None:
    asked = (
        "import config.wsgi\n"
        "from django.core.signals import request_finished, request_started\n"
        "from django.db import close_old_connections as look\n"
        "print([look in signal._live_receivers(None)[0] for signal in (request_started, request_finished)])\n"
    )
    served = {**os.environ, "DEBUG": "false", "SECRET_KEY": "k" * 50}

    found = subprocess.run([sys.executable, "-c", asked], env=served, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[True, False]"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/events/", "/"])
def test_readers_have_no_session(client: Client, path: str) -> None:
    client.cookies["sessionid"] = "of-some-other-day"
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "origin", "allowed", "varies"),
    [
        ("/api/v1/events/", "https://other.example", "*", True),
        ("/api/v1/events/", None, None, True),
        ("/", "https://other.example", None, False),
        ("/", None, None, False),
    ],
)
def test_pages_of_other_sites_read_the_api_and_caches_know(
    client: Client, path: str, origin: str | None, allowed: str | None, varies: bool
) -> None:
    response = client.get(path, headers={"Origin": origin} if origin else {})

    assert response.get("Access-Control-Allow-Origin") == allowed
    assert ("origin" in response.get("Vary", "").lower()) == varies
