"""Idempotency-Key: a request that is sent again is answered again, and done once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import orjson
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.exceptions import APIException

from api.models import Answer
from timeline.query import BadQuery, Problem

KEPT = dt.timedelta(days=1)
LONGEST = 255


class OtherBody(APIException):
    """The key has come before with something else."""

    status_code = 422
    default_detail = "This Idempotency-Key came before with another request."


def scrub(sender: Any, change: Callable[[Any], Any], **kwargs: Any) -> None:
    """Take what is erased out of the answers that are kept."""
    for answer in Answer.objects.exclude(body="").iterator():
        if (body := orjson.dumps(change(orjson.loads(answer.body))).decode()) != answer.body:
            Answer.objects.filter(pk=answer.pk).update(body=body)


def once(request: Any, do: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer of `do`, done once for each key: its change and the kept answer stand in one transaction.

    Whoever comes second with a key waits for the first, and then reads what it was told.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        with transaction.atomic():
            return do()
    # An empty one protects nobody, who yet believes to be protected.
    if not 1 <= len(key) <= LONGEST or not key.isascii() or not key.isprintable():
        detail = f"must be 1 to {LONGEST} printable characters of ASCII"
        raise BadQuery([Problem("Idempotency-Key", detail, "invalid")])
    parts = (request.method.encode(), request.path.encode(), request._request.body)
    mark = hashlib.sha256(b"\0".join(parts)).hexdigest()
    Answer.objects.filter(user=request.user, key=key, at__lt=timezone.now() - KEPT).delete()
    try:
        with transaction.atomic():
            answer = Answer.objects.create(user=request.user, key=key, request=mark)
            response = do()
            answer.status, answer.body = response.status_code, response.content.decode()
            answer.location, answer.etag = response.get("Location", ""), response.get("ETag", "")
            answer.save()
            return response
    except IntegrityError:
        kept = Answer.objects.filter(user=request.user, key=key).first()
        if kept is None:
            raise
    if kept.request != mark:
        raise OtherBody
    response = HttpResponse(kept.body.encode(), status=kept.status, content_type="application/json")
    for name, value in (("Location", kept.location), ("ETag", kept.etag)):
        if value:
            response[name] = value
    response["Idempotency-Replayed"] = "true"
    return response
