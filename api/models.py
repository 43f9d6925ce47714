"""Tokens and answers given: the two things that writing over HTTP needs to remember."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from knox.models import AbstractAuthToken


class Scope(models.TextChoices):
    """What a token may do, within what its owner may do."""

    PROPOSE = "propose", "propose records"
    CURATE = "curate", "propose, edit, approve and reject records"


class Token(AbstractAuthToken):  # type: ignore[misc]
    """A token of the API: kept as a hash, shown once, gone at once when it is deleted."""

    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.PROPOSE, help_text="What it may do.")

    class Meta:
        ordering: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"{self.token_key}…"


class Answer(models.Model):
    """What was answered to a request with an Idempotency-Key: the same answer is given again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", help_text="Who asked."
    )
    key = models.CharField(max_length=255, help_text="The Idempotency-Key.")
    request = models.CharField(max_length=64, help_text="SHA-256 of method, address and body (hex).")
    status = models.PositiveSmallIntegerField(default=0, help_text="The HTTP status that was answered.")
    body = models.TextField(blank=True, help_text="The body that was answered.")
    location = models.CharField(max_length=200, blank=True, help_text="Its Location.")
    etag = models.CharField(max_length=100, blank=True, help_text="Its ETag.")
    at = models.DateTimeField(auto_now_add=True, help_text="When (UTC): after a day the key may be used anew.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [models.Index(fields=["at"], name="answer_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], name="answer_once", violation_error_message="This key has been used."
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"
