"""Suggestion: two records that may be one. Machines suggest, people merge."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Suggestions."""

    def open(self) -> SuggestionQuerySet:
        """Those that nobody has answered."""
        return self.filter(answer="")


class Suggestion(models.Model):
    """A pair of speakers or of events, with the reasons why they may be one. An answered one is never made again.

    A merge is no answer: the pair rests while one of the two is merged away, and waits again where that is undone.
    """

    kind = models.CharField(max_length=10, help_text="speaker or event.")
    first = models.BigIntegerField(help_text="The number of the record that came first.")
    second = models.BigIntegerField(help_text="The number of the other.")
    score = models.FloatField(help_text="How alike they are, from 0 to 1.")
    reasons = models.JSONField(default=list, help_text="Why, in sentences for people.")
    answer = models.CharField(
        max_length=10,
        blank=True,
        choices=[("different", "not the same")],
        help_text="What a person decided; empty until then.",
    )
    made = models.DateTimeField(default=timezone.now, help_text="When it was made (UTC).")

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["kind", "answer", "-score", "id"], name="suggestion_queue"),
            models.Index(fields=["kind", "second"], name="suggestion_second"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "first", "second"],
                name="suggestion_once",
                violation_error_message="This pair is suggested already.",
            ),
            models.CheckConstraint(
                name="suggestion_in_order",
                condition=Q(first__lt=F("second")),
                violation_error_message="The record that came first stands first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} and {self.second}"
