"""What all records have in common: a version, instants, and what a person has decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone


class State(models.TextChoices):
    """Where a record stands. Approving publishes."""

    PROPOSED = "proposed", "proposed"
    PUBLISHED = "published", "published"
    REJECTED = "rejected", "rejected"


class Record(models.Model):
    """A row that is written through `timeline.ledger` alone, which counts its versions and keeps each one."""

    KIND: ClassVar[str]

    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Names the state; a new one has the number of its revision."
    )
    held = models.JSONField(
        "decided by a person",
        default=list,
        blank=True,
        editable=False,
        help_text="The fields that a person has set. No import and no extractor changes them again.",
    )
    created = models.DateTimeField(default=timezone.now, editable=False, help_text="When the record was made (UTC).")
    updated = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When this state of the record was first reached (UTC)."
    )

    class Meta:
        abstract = True


class Reviewed(Record):
    """A record that is proposed, and that a person publishes or rejects."""

    state = models.CharField(
        max_length=10,
        choices=State.choices,
        default=State.PROPOSED,
        help_text="Proposed records wait for a decision; published ones are public; rejected ones are kept, unseen.",
    )

    class Meta:
        abstract = True

    @property
    def touched(self) -> bool:
        """Whether a person has decided anything about it: then imports leave it alone."""
        return bool(self.held) or self.state != State.PROPOSED


def state_constraint(record: str) -> models.CheckConstraint:
    """The state is one of the three."""
    return models.CheckConstraint(
        name=f"{record}_state_known",
        condition=models.Q(state__in=State.values),
        violation_error_message="The state must be proposed, published or rejected.",
    )
