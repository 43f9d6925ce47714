"""The tables of docs/roles.md, tried cell by cell over HTTP: each role, each scope, no token, a revoked one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from api.models import Token
from tests.roles import table
from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, edit
from timeline.models import Event, Revision, Source, Speaker, Statement

pytestmark = pytest.mark.django_db
ROLES, TABLE = table("action")
SCOPES, HTTP = table("over HTTP")
#: Sends a request with a body: method, address, body; returns the status.
Send = Callable[..., int]
CELLS = [
    (action, role, scope.removeprefix("scope "), allowed and action in HTTP and HTTP[action][at])
    for action, row in TABLE.items()
    for role, allowed in zip(ROLES, row, strict=True)
    for at, scope in enumerate(SCOPES)
    # What the API has no address for is tried with the widest scope alone.
    if action in HTTP or scope == SCOPES[-1]
]


def sender(headers: dict[str, str]) -> Send:
    def send(method: str, path: str, body: Any = None, **more: str) -> int:
        data = "" if body is None else json.dumps(body)
        answer = Client().generic(method, f"/api/v1/{path}", data, "application/json", headers={**headers, **more})
        assert answer.status_code < 500
        return answer.status_code

    return send


def holder(role: str, scope: str) -> tuple[Send, User]:
    user = User.objects.create_user(role)
    user.groups.add(Group.objects.get(name=role))
    _, secret = Token.objects.create(user=user, scope=scope)
    return sender({"Authorization": f"Bearer {secret}"}), user


def refused(status: int) -> bool:
    """Whether the answer says that it is not allowed, or that there is no such thing."""
    assert status in (200, 201, 401, 403, 404, 405), status
    return status > 201


def look(send: Send, user: Any) -> bool:
    records = (a_statement(speaker=a_speaker()), an_event())
    found = {send("GET", f"{record.KIND}s/{record.pk}/") for record in records}
    assert len(found) == 1
    return found == {200}


def upload(send: Send, user: Any) -> bool:
    status = send("POST", "sources/", {"text": "The minister spoke."})
    assert Source.objects.exists() is not refused(status)
    return Source.objects.exists()


def propose(send: Send, user: Any) -> bool:
    body = {"source": a_source().pk, "text": "We will rebuild the bridge,"}
    found = {
        send("POST", "statements/", {**body, "speaker": "Bo Dahl"}),
        send("POST", "events/", {**body, "title": "X"}),
    }
    made = {Statement.objects.count(), Speaker.objects.count(), Event.objects.count()}
    assert (len(found), len(made)) == (1, 1)
    return made == {1}


def edit_record(send: Send, user: Any) -> bool:
    statement, event = a_statement(), an_event()
    match = {"If-Match": '"1"'}
    send("PATCH", f"statements/{statement.pk}/", {"role": "X"}, **match)
    send("PATCH", f"events/{event.pk}/", {"title": "X"}, **match)
    changed = {Statement.objects.get().role == "X", Event.objects.get().title == "X"}
    assert len(changed) == 1
    return changed == {True}


def decide(decision: str) -> Callable[[Send, Any], bool]:
    def attempt(send: Send, user: Any) -> bool:
        records = (a_statement(), an_event())
        for record in records:
            send("POST", f"{record.KIND}s/{record.pk}/{decision}/")
        states = {Statement.objects.get().state, Event.objects.get().state}
        assert len(states) == 1
        return states != {"proposed"}

    return attempt


def set_source(name: str, value: str, column: str) -> Callable[[Send, Any], bool]:
    def attempt(send: Send, user: Any) -> bool:
        source = a_source()
        send("PATCH", f"sources/{source.pk}/", {name: value}, **{"If-Match": '"1"'})
        return bool(getattr(Source.objects.get(), column) == value)

    return attempt


def nothing(*requests: tuple[str, str]) -> Callable[[Send, Any], bool]:
    """What the API has no address for: whatever is tried, nothing is written."""

    def attempt(send: Send, user: Any) -> bool:
        statement = published(a_statement(speaker=a_speaker()))
        event = published(an_event())
        edit(statement, {"role": "X"}, Author(user=user))
        numbers = {"statement": statement.pk, "event": event.pk, "speaker": statement.speaker_id}
        numbers |= {"source": statement.source_id, "version": 1, "batch": Revision.objects.latest("id").batch}
        before = (Revision.objects.count(), Token.objects.count())
        for method, path in requests:
            assert refused(
                send(method, path.format(**numbers), {"ground": "x", "confirmed": "yes", "state": "proposed"})
            )
        return (Revision.objects.count(), Token.objects.count()) != before

    return attempt


ACTIONS: dict[str, Callable[[Send, Any], bool]] = {
    "look at records, evidence and history": look,
    "upload articles": upload,
    "propose a speaker, statement or event": propose,
    "edit a speaker, statement or event": edit_record,
    "approve, which publishes": decide("approve"),
    "reject": decide("reject"),
    "take back one's own decision": nothing(("POST", "undo/{batch}/"), ("POST", "statements/{statement}/undo/")),
    "give an article its date": set_source("published", "2024", "edtf"),
    "edit what is known of an article": set_source("title", "X", "title"),
    "merge and split": nothing(
        ("POST", "speakers/{speaker}/merge/"), ("POST", "events/{event}/merge/"), ("PATCH", "speakers/{speaker}/")
    ),
    "take back anybody's change": nothing(("POST", "undo/{batch}/"), ("DELETE", "changes/")),
    "restore an earlier state": nothing(("POST", "statements/{statement}/restore/{version}/")),
    "unpublish": nothing(("POST", "events/{event}/unpublish/"), ("POST", "statements/{statement}/unpublish/")),
    "erase": nothing(
        ("POST", "sources/{source}/erase/"), ("DELETE", "sources/{source}/"), ("DELETE", "speakers/{speaker}/")
    ),
    "issue and revoke tokens": nothing(("POST", "tokens/"), ("DELETE", "tokens/1/"), ("GET", "tokens/")),
    "delete a record": nothing(
        *(("DELETE", f"{kind}s/{{{kind}}}/") for kind in ("statement", "event", "source", "speaker"))
    ),
    "change a revision or an import": nothing(("PATCH", "changes/"), ("PUT", "changes/1/"), ("DELETE", "changes/1/")),
}


def test_the_tables_name_the_same_actions() -> None:
    assert list(TABLE) == list(ACTIONS)
    assert list(HTTP) == [action for action in TABLE if action in HTTP]


@pytest.mark.parametrize(("action", "role", "scope", "allowed"), CELLS)
def test_each_token_may_do_what_the_tables_say(action: str, role: str, scope: str, allowed: bool) -> None:
    assert ACTIONS[action](*holder(role, scope)) is allowed


@pytest.mark.parametrize("action", list(ACTIONS))
def test_nobody_without_a_token_may_do_anything(action: str) -> None:
    assert ACTIONS[action](sender({}), None) is False


@pytest.mark.parametrize("action", list(HTTP))
def test_a_revoked_token_may_do_nothing(action: str) -> None:
    send, user = holder("administrator", "curate")
    Token.objects.all().delete()

    assert ACTIONS[action](send, user) is False
    assert send("GET", "timeline/") == 401


def test_what_is_published_is_edited_with_the_scope_curate_alone() -> None:
    statement = published(a_statement())
    match = {"If-Match": f'"{statement.version}"'}
    send, user = holder("curator", "propose")
    assert send("PATCH", f"statements/{statement.pk}/", {"role": "X"}, **match) == 403

    _, secret = Token.objects.create(user=user, scope="curate")

    send = sender({"Authorization": f"Bearer {secret}"})
    assert send("PATCH", f"statements/{statement.pk}/", {"role": "X"}, **match) == 200
