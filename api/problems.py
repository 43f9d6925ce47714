"""Errors as problem details (RFC 9457), whatever goes wrong."""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from rest_framework.exceptions import (
    APIException,
    AuthenticationFailed,
    MethodNotAllowed,
    NotAcceptable,
    NotAuthenticated,
    ValidationError,
)
from rest_framework.response import Response

from api.bodies import BadBody, step
from api.inputs import NON_FIELD
from api.throttling import Limited
from timeline.ledger.documents import instant
from timeline.problems import away, problem, refused
from timeline.query import BadQuery, Tombstone

logger = logging.getLogger(__name__)
#: What our codes are where the library has its own; all else is `invalid`.
CODES = {"unknown": "unknown", "required": "missing"}


class Erased(APIException):
    """The record was erased on demand: it says so, and when, and on what ground."""

    status_code = 410

    def __init__(self, tombstone: Tombstone) -> None:
        super().__init__("This was erased on demand.")
        self.tombstone = tombstone


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | Response:
    """What an exception becomes: the reader's fault is 400, an absent database 503, all else 500 without details."""
    if isinstance(error, BadQuery):
        return refused(error)
    if isinstance(error, Http404):
        return problem(404, "There is no such record, or it is not public.")
    if isinstance(error, PermissionDenied):
        return problem(403, "This is not allowed.")
    if isinstance(error, ValidationError):
        return problem(400, "The body cannot be taken.", _pointed(error.detail, ""))
    if isinstance(error, BadBody):
        fault = {"pointer": error.pointer, "detail": error.detail, "code": "invalid"}
        return problem(400, "The body cannot be taken.", [fault])
    if isinstance(error, DjangoValidationError):
        faults = [(name, sentence) for name, found in error.message_dict.items() for sentence in found]
        errors = [
            {"pointer": "" if name == "__all__" else f"/{name}", "detail": sentence, "code": "invalid"}
            for name, sentence in faults
        ]
        return problem(400, "The body cannot be taken.", errors)
    if isinstance(error, IntegrityError):
        return problem(409, "The database refuses it: it contradicts what is there.")
    if isinstance(error, NotAuthenticated | AuthenticationFailed):
        # RFC 6750 (3.1): of a request that brings no token nothing is said but how to bring one.
        invalid = ' error="invalid_token"' if isinstance(error, AuthenticationFailed) else ""
        return problem(401, str(error.detail), headers={"WWW-Authenticate": f"Bearer{invalid}"})
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(getattr(context.get("view"), "allowed_methods", []))
        return problem(405, f"The methods here are: {allowed}.", headers={"Allow": allowed})
    if isinstance(error, NotAcceptable):
        types = ", ".join(renderer.media_type for renderer in error.available_renderers or ())
        return problem(406, f"The formats here are: {types or error.detail}.")
    if isinstance(error, Limited):
        wait = str(error.rate.reset)
        headers = {"Retry-After": wait, **error.rate.headers()}
        return problem(429, f"Too many requests; try again in {wait} seconds.", headers=headers)
    if isinstance(error, Erased):
        found = error.tombstone
        return problem(410, str(error.detail), erased={"at": instant(found.at), "ground": found.ground})
    if isinstance(error, APIException):
        return problem(error.status_code, str(error.detail))
    if isinstance(error, UnreadablePostError):
        return problem(408, "The body did not arrive in time.")
    if isinstance(error, DataError | OverflowError | RecursionError):
        return problem(400, "A value is out of bounds.")
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("the database is away", exc_info=error)
        return away()
    logger.error("unexpected", exc_info=error)
    return problem(500, "Something went wrong here; it has been logged.")


def _pointed(detail: Any, at: str) -> list[dict[str, Any]]:
    """Each fault of a body with a JSON Pointer (RFC 6901) to where it is."""
    if isinstance(detail, dict):
        steps = [(at if name == NON_FIELD else step(at, name), found) for name, found in detail.items()]
    elif isinstance(detail, list) and any(isinstance(found, dict) for found in detail):
        steps = [(step(at, n), found) for n, found in enumerate(detail) if found]
    else:
        found = detail if isinstance(detail, list) else [detail]
        codes = [CODES.get(getattr(one, "code", ""), "invalid") for one in found]
        return [{"pointer": at, "detail": str(one), "code": code} for one, code in zip(found, codes, strict=True)]
    return [problem for pointer, found in steps for problem in _pointed(found, pointer)]


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The answer for an address that leads nowhere: a problem, or a plain line where a browser asks for a page."""
    if request.path.startswith("/api/") or "text/html" not in request.META.get("HTTP_ACCEPT", ""):
        return problem(404, "There is nothing at this address.")
    return HttpResponse("Not found", status=404, content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The answer for a request that Django refuses before any view, such as one for a foreign host."""
    return problem(400, "The request cannot be read.")


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer when all else failed; of pages that do not say so themselves, also while the database is away."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return away()
    return problem(500, "Something went wrong here; it has been logged.")
