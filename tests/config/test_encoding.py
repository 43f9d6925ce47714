"""Which codings a client is taken to want."""

from __future__ import annotations

import pytest
from django.test import Client

from config.encoding import wanted
from tests.timeline.records import make_event


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "gzip, br"),
        ("gzip;q=0", ""),
        ("gzip; q=0.000", ""),
        ("GZIP;Q=1", "gzip"),
        ("x-gzip", "gzip"),
        ("br, gzip;q=0.5", "gzip, br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "gzip, br"),
        ("*;q=0", ""),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=0, *", "br"),
        ("identity", ""),
        ("identity;q=0", ""),
        ("identity;q=0, gzip", "gzip"),
        ("identity;q=0.5, gzip;q=1.0", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("gzip;q=x", ""),
        ("gzip;q=nan", ""),
        ("deflate", ""),
        ("not-gzip, gzipped", ""),
        (",;,", ""),
    ],
)
def test_a_coding_is_wanted_as_its_quality_says(header: str, codings: str) -> None:
    assert wanted(header) == codings


@pytest.mark.django_db
@pytest.mark.parametrize(("header", "coding"), [("br, gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("*;q=0", None)])
def test_an_answer_has_a_coding_that_is_wanted(client: Client, header: str, coding: str | None) -> None:
    make_event()
    for path in ("/api/v1/events/", "/api/v1/events/?format=csv"):
        response = client.get(path, headers={"Accept-Encoding": header})

        assert response.get("Content-Encoding") == coding
        assert "Accept-Encoding" in response["Vary"]
