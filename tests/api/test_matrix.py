"""Who may do what over HTTP: every operation of the description, for every kind of visitor."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from api.models import Token
from tests.api.test_writes import token
from tests.timeline.records import make_event, make_source, make_speaker, make_statement
from timeline.models import Event, Source, Speaker, Statement

pytestmark = pytest.mark.django_db
ROLES = ("viewer", "contributor", "curator", "editor", "administrator")
#: Which roles may do it, and whether the scope propose is enough for it.
ALLOWED: dict[str, tuple[tuple[str, ...], bool]] = {
    "create": (ROLES[1:], True),
    "edit": (ROLES[2:], True),
    "edit_source": (ROLES[3:], False),
    "approve": (ROLES[2:], False),
    "reject": (ROLES[2:], False),
}
BODIES: dict[str, dict[str, Any]] = {
    "create_source": {"text": "A text."},
    "create_statement": {"text": "It will hold,"},
    "create_event": {"text": "the council opened the bridge", "title": "Bridge opens"},
    "edit_source": {"title": "Another headline"},
    "edit_statement": {"role": "engineer"},
    "edit_event": {"title": "The bridge opens"},
}
OPERATIONS = [
    (method, path, operation["operationId"])
    for path, methods in yaml.safe_load((settings.BASE_DIR / "docs" / "openapi.yaml").read_text())["paths"].items()
    for method, operation in methods.items()
]


def everybody() -> dict[str, dict[str, str]]:
    """The headers of each visitor."""
    found = {f"{role}, {scope}": token(role, scope) for role in ROLES for scope in ("propose", "curate")}
    User.objects.create_superuser("superuser")
    _, secret = Token.objects.create(user=User.objects.get(username="superuser"), scope="curate")
    found["superuser"] = {"Authorization": f"Bearer {secret}"}
    for name in ("revoked", "run out", "left"):
        user = User.objects.create_superuser(name)
        held, secret = Token.objects.create(user=user, scope="curate")
        found[name] = {"Authorization": f"Bearer {secret}"}
        if name == "revoked":
            held.delete()
        elif name == "run out":
            Token.objects.filter(pk=held.pk).update(expiry=timezone.now() - dt.timedelta(seconds=1))
        else:
            User.objects.filter(pk=user.pk).update(is_active=False)
    return {"anonymous": {}, **found}


def expected(who: str, operation: str) -> set[int]:
    """The statuses that the visitor may get."""
    if who in ("revoked", "run out", "left"):
        return {401}
    deed = operation if operation in ALLOWED else operation.split("_")[0]
    if deed not in ALLOWED:
        return {200}
    if who == "anonymous":
        return {401}
    roles, proposing = ALLOWED[deed]
    role, _, scope = who.partition(", ")
    allowed = who == "superuser" or (role in roles and (proposing or scope == "curate"))
    return {200, 201} if allowed else {403}


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=[operation for *_, operation in OPERATIONS])
def test_every_visitor_gets_what_is_documented(client: Client, method: str, path: str, operation: str) -> None:
    source, speaker = make_source(), make_speaker("Amina Haddad")
    reading = method == "get"
    made = {
        "event": make_event(sources=[source], publish=reading),
        "statement": make_statement(source=source, speaker=speaker, publish=reading),
        "source": source,
        "speaker": speaker,
    }
    kind = next((kind for kind in made if f"/{kind}s/" in path), "event")
    address = path.replace("{number}", str(made[kind].pk))
    body = BODIES.get(operation, {})
    if operation in ("create_statement", "create_event"):
        body = {**body, "source": source.pk}

    for who, headers in everybody().items():
        given = dict(headers)
        if method == "patch":
            made[kind].refresh_from_db()
            given["If-Match"] = f'"{made[kind].version}"'
        response: Any = client.generic(
            method.upper(), address, "" if reading else json.dumps(body), content_type="application/json", headers=given
        )
        assert response.status_code in expected(who, operation), (who, response.status_code, response.content)
        if response.status_code >= 400:
            assert response["Content-Type"] == "application/problem+json"


def standing() -> list[Any]:
    """Every row of the records."""
    return [list(model._base_manager.order_by("pk").values()) for model in (Event, Source, Speaker, Statement)]


@pytest.mark.parametrize("path", sorted({path for _, path, _ in OPERATIONS}))
def test_what_is_not_described_nobody_may_do(client: Client, path: str) -> None:
    source, speaker = make_source(), make_speaker("Amina Haddad")
    made = {
        "event": make_event(sources=[source]),
        "statement": make_statement(source=source, speaker=speaker),
        "source": source,
        "speaker": speaker,
    }
    address = path.replace("{number}", str(made[next((kind for kind in made if f"/{kind}s/" in path), "event")].pk))
    described = {method.upper() for method, found, _ in OPERATIONS if found == path}
    before = standing()
    people = everybody()
    for who in ("anonymous", "viewer, propose", "contributor, propose", "curator, curate", "superuser", "revoked"):
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"} - described:
            response = client.generic(method, address, "{}", content_type="application/json", headers=people[who])
            assert response.status_code == (401 if who == "revoked" else 405), (who, method, response.content)
            assert response["Content-Type"] == "application/problem+json"
        for method in ("POST", "GET"):
            # No header turns a request into another.
            given = {**people[who], "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE"}
            plain = client.generic(method, f"{address}?_method=DELETE", "{}", "application/json", headers=given)
            assert plain.status_code in ((400, 401, 403) if method in described else (401, 405)), (who, method)
    assert standing() == before


def test_the_matrix_knows_every_way_of_writing() -> None:
    assert len(OPERATIONS) == 21
    writing = {operation for method, _, operation in OPERATIONS if method != "get"}
    assert {operation for operation in writing if operation.startswith(("create", "edit"))} == set(BODIES)
    assert {operation.split("_")[0] for operation in writing} == {"create", "edit", "approve", "reject"}
