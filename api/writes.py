"""The endpoints that write, declared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

from api import writing
from api.base import Public
from api.bodies import in_pieces, read_body
from api.idempotency import once
from api.inputs import EventEdit, EventInput, Input, SourceEdit, SourceInput, StatementEdit, StatementInput
from api.models import Scope
from api.schema import described_decision
from api.tokens import demand, may
from timeline.ledger import Author
from timeline.query.parameters import read


def author(request: Request) -> Author:
    """Who writes."""
    return Author(user=request.user, reason="by the API")  # type: ignore[arg-type]


def checked(request: Request, shape: type[Input]) -> dict[str, Any]:
    """The values of the body; its address has no parameters. Raises ValidationError, BadQuery."""
    read((), request._request.GET)
    found = shape(data=read_body(request))
    found.is_valid(raise_exception=True)
    return dict(found.validated_data)


def bodiless(request: Request) -> None:
    """Refuse what a decision does not take: it may come without a body, or with an empty object.

    Raises ValidationError, BadQuery.
    """
    read((), request._request.GET)
    # What is sent in pieces has no length, and is looked at, too.
    if request.META.get("CONTENT_LENGTH") in (None, "", "0") and not in_pieces(request):
        return
    if found := read_body(request):
        detail = ErrorDetail("is not a field here; a decision takes none", "unknown")
        raise ValidationError({name[:100]: [detail] for name in found})


class Creates:
    """A list to which holders of a token add."""

    kind: ClassVar[str]

    def post(self, request: Request) -> HttpResponse:
        """Propose a record."""
        demand(request, f"add_{self.kind}", Scope.PROPOSE)
        revise = may(request, "change_source", Scope.CURATE)
        shapes: dict[str, tuple[type[Input], Callable[[dict[str, Any], Author], HttpResponse]]] = {
            "source": (SourceInput, partial(writing.create_source, revise=revise)),
            "statement": (StatementInput, writing.create_statement),
            "event": (EventInput, writing.create_event),
        }
        shape, create = shapes[self.kind]
        values = checked(request, shape)
        return once(request, lambda: create(values, author(request)))


class Edits:
    """A record whose fields holders of a token set."""

    kind: ClassVar[str]

    def patch(self, request: Request, number: int) -> HttpResponse:
        """Set fields; If-Match is needed. What is published, and any source, needs the scope curate."""
        # Who dates articles need not be one who puts right what else is known of them.
        least = "date_source" if self.kind == "source" else f"change_{self.kind}"
        demand(request, least, Scope.PROPOSE)
        shapes = {"statement": StatementEdit, "event": EventEdit, "source": SourceEdit}

        def edit() -> HttpResponse:
            # What depends on the record is asked here: who repeats a request is told what was done, whatever the
            # record is by now.
            if not writing.proposed(writing.held(self.kind, number)):
                demand(request, least, Scope.CURATE)
            values = checked(request, shapes[self.kind])
            if set(values) - {"published"}:
                demand(request, f"change_{self.kind}", Scope.PROPOSE)
            match = request.headers.get("If-Match", "")
            return writing.edit_record(self.kind, number, values, author(request), match)

        return once(request, edit)


class Decision(Public):
    """A decision about a record."""

    kind: ClassVar[str]
    decision: ClassVar[str]

    def post(self, request: Request, number: int) -> HttpResponse:
        """Decide, with If-Match about the version that was read; deciding the same again changes nothing."""
        demand(request, f"decide_{self.kind}", Scope.CURATE)
        bodiless(request)

        def decide() -> HttpResponse:
            if self.decision == "reject" and writing.public(writing.held(self.kind, number)):
                # To put aside what is published takes it from readers.
                demand(request, f"unpublish_{self.kind}", Scope.CURATE)
            match = request.headers.get("If-Match")
            return writing.decide(self.kind, number, self.decision, author(request), match)

        return once(request, decide)


@described_decision("Event", "approve")
class ApproveEvent(Decision):
    """Publish an event."""

    kind, decision = "event", "approve"


@described_decision("Event", "reject")
class RejectEvent(Decision):
    """Reject an event."""

    kind, decision = "event", "reject"


@described_decision("Statement", "approve")
class ApproveStatement(Decision):
    """Publish a statement."""

    kind, decision = "statement", "approve"


@described_decision("Statement", "reject")
class RejectStatement(Decision):
    """Reject a statement."""

    kind, decision = "statement", "reject"
