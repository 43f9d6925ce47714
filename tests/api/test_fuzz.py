"""Requests that schemathesis makes up from the description: no server error, and nothing that it does not describe."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps

from benchmarks.fuzz.__main__ import attack
from tests.api.test_writes import token
from tests.timeline.records import AUTHOR, make_event, make_source, make_speaker, make_statement
from timeline.ledger import merge_events
from timeline.roles import make_groups

#: Of each operation, enough for 2,000 requests in both runs; `python -m benchmarks.fuzz` makes as many as one likes.
EXAMPLES = 38
PHASES = "examples,fuzzing,stateful"


@pytest.fixture
def silence() -> Iterator[None]:
    """Thousands of refusals need no line each."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("silence")
def test_two_thousand_requests_find_nothing_undescribed(live_server: Any) -> None:
    make_groups(apps)  # they were flushed with the tables
    source = make_source(url="")
    events = [make_event(edtf, sources=[source]) for edtf in ("2020-02-10", "2020-36", "../2020-05", "2014/..", "")]
    make_event("2020-02", places=[{"name": "Norvik", "lat": 1.5, "lon": -2}], tags=["works"], actors=["Council"])
    merge_events(events[0].pk, [events[1].pk], AUTHOR)
    make_statement(source=source, speaker=make_speaker("Amina Haddad"))
    make_statement("", speaker_text="a resident", publish=False)
    secret = token("curator")["Authorization"].removeprefix("Bearer ")

    requests = 0
    for holder in ("", secret):
        made, faults = attack(live_server.url, EXAMPLES, token=holder, phases=PHASES)
        if faults:
            pytest.fail(faults, pytrace=False)
        requests += made
    assert requests >= 2000
