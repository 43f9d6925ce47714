"""A typed Python client, generated from docs/openapi.yaml as its users would, and used against a service."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from tests.api.test_writes import token
from tests.timeline.records import make_event, make_source
from timeline.roles import make_groups

#: Gives a module of the generated client by its path within it.
Module = Callable[[str], Any]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Module]:
    """The client's modules; nothing is fetched to make them."""
    folder = tmp_path_factory.mktemp("client")
    # The generator would otherwise run formatters on what it wrote.
    (folder / "config.yml").write_text("post_hooks: []\n")
    command = [
        str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--fail-on-warning", "--meta=none",
        f"--path={settings.BASE_DIR / 'docs' / 'openapi.yaml'}", f"--output-path={folder / 'dateline_client'}",
        f"--config={folder / 'config.yml'}",
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "warning" not in (run.stdout + run.stderr).lower()
    sys.path.insert(0, str(folder))
    yield lambda name: importlib.import_module(f"dateline_client.{name}")
    sys.path.remove(str(folder))


@pytest.fixture
def connect(generated: Module, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Makes clients of the service, which are closed in the end."""
    opened = []

    def client(token: str = "") -> Any:
        made = generated("client")
        opened.append(
            made.AuthenticatedClient(base_url=live_server.url, token=token)
            if token
            else made.Client(base_url=live_server.url)
        )
        return opened[-1]

    yield client
    for found in opened:
        found.get_httpx_client().close()


@pytest.mark.django_db(transaction=True)
def test_the_generated_client_reads(generated: Module, connect: Callable[..., Any]) -> None:
    for day in ("2020-02-10", "2020-02-11", "2020-03"):
        event = make_event(day, title=f"on {day}", places=[{"name": "Norvik", "lat": 1.5, "lon": 2.0}])
    events, models = generated("api.events.list_events"), generated("models")
    client = connect()

    first = events.sync(client=client, limit=2, count=True)
    second = events.sync(client=client, limit=2, cursor=first.next_cursor)

    assert isinstance(first, models.EventsPage)
    assert [record.title for record in first.results + second.results] == [
        "on 2020-02-10",
        "on 2020-02-11",
        "on 2020-03",
    ]
    assert (first.count, second.next_) == (3, None)
    assert str(first.results[0].when.start) == "2020-02-10"
    assert first.results[0].sources[0].evidence[0].exact.startswith("On Sunday")
    found = events.sync(client=client, from_="2020-02", to="2020-02", match=models.ListEventsMatch.CERTAIN)
    assert len(found.results) == 2
    detail = generated("api.events.read_event").sync(event.pk, client=client)
    assert (detail.id, detail.places[0].lat) == (f"event-{event.pk}", 1.5)
    changes = generated("api.changes.list_changes").sync(client=client)
    assert {change.record.kind.value for change in changes.results} == {"event", "source"}
    fields = [models.ListEventsFieldsItem.TITLE]
    assert events.sync(client=client, fields=fields).results[0].title == "on 2020-02-10"


@pytest.mark.django_db(transaction=True)
def test_the_generated_client_writes_with_a_token_and_reads_problems(
    generated: Module, connect: Callable[..., Any]
) -> None:
    make_groups(apps)  # they were flushed with the tables
    secret = token("curator")["Authorization"].removeprefix("Bearer ")
    models = generated("models")
    client = connect(secret)
    body = models.StatementInputRequest(source=make_source().pk, text="It will hold,", date="2020-02")
    create = generated("api.statements.create_statement")

    made = create.sync_detailed(client=client, body=body, idempotency_key="one")
    number = int(made.parsed.id.removeprefix("statement-"))
    edited = generated("api.statements.edit_statement").sync(
        number,
        client=client,
        body=models.PatchedStatementEditRequest(role="engineer"),
        if_match=made.headers["ETag"],
    )
    approved = generated("api.statements.approve_statement").sync(number, client=client)

    assert made.status_code == 201
    assert edited.speaker.role == "engineer"
    assert approved.status.value == "published"
    body.text = "words that nobody printed"
    problem = create.sync(client=client, body=body)
    assert isinstance(problem, models.Problem)
    assert (problem.status, problem.errors[0].pointer) == (400, "/text")
    assert create.sync(client=connect("0" * 64), body=body).status == 401
