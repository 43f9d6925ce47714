"""Entry: the published timeline as one table to read from.

The public JSON of a record is the same for every reader until the record changes. So the
ledger renders it once, when the record changes, and readers join what is kept here.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

KINDS = ("event", "statement")


class Entry(models.Model):
    """A published event or statement, rendered, with what the timeline is ordered and filtered by."""

    id = models.BigIntegerField(
        primary_key=True, help_text="Twice the record's number, plus one for statements: stable, and unique among both."
    )
    kind = models.CharField(max_length=10, help_text="event or statement.")
    record_id = models.BigIntegerField(help_text="The record's number.")
    earliest = models.DateField(null=True, help_text="As in the record.")
    latest = models.DateField(null=True, help_text="As in the record.")
    precision = models.CharField(max_length=16, blank=True, help_text="As in the record.")
    speech = models.CharField(max_length=10, blank=True, help_text="As in the statement.")
    occurrence = models.CharField(max_length=10, blank=True, help_text="As in the event.")
    independent_sources = models.PositiveIntegerField(default=1, help_text="Sources that do not copy each other.")
    created = models.DateTimeField(help_text="As in the record.")
    updated = models.DateTimeField(help_text="As in the record.")
    document = models.TextField(help_text="The record's public JSON.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        verbose_name_plural = "entries"
        indexes = [
            # What begins within a range streams from the first; what began before it and still
            # overlaps it can only be an interval, and is found in the second.
            models.Index(fields=["earliest", "id"], name="entry_start"),
            models.Index(
                fields=["earliest", "id", "latest"], name="entry_interval", condition=Q(latest__gt=F("earliest"))
            ),
            models.Index(fields=["created", "id"], name="entry_created"),
            models.Index(fields=["updated", "id"], name="entry_updated"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="entry_once", violation_error_message="A record is shown once."
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}-{self.record_id}"

    @staticmethod
    def number(kind: str, record_id: int) -> int:
        """The entry's id for a record."""
        return 2 * record_id + KINDS.index(kind)


class EntryKey(models.Model):
    """What an entry is found by: its publisher, speaker, place. The dates stand here too, for one index scan."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="keys", help_text="The entry.")
    name = models.CharField(max_length=12, help_text="What is filtered by: publisher, speaker, place, actor, tag.")
    value = models.CharField(max_length=200, help_text="The value, folded as names are compared.")
    earliest = models.DateField(null=True, help_text="As in the entry.")
    latest = models.DateField(null=True, help_text="As in the entry.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["name", "value", "earliest", "entry", "latest"], name="entry_key_dates"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "name", "value"],
                name="entry_key_once",
                violation_error_message="A key stands once for each entry.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


class Profile(models.Model):
    """A source or speaker that a published record cites, rendered. Nobody else sees the others."""

    kind = models.CharField(max_length=10, help_text="source or speaker.")
    record_id = models.BigIntegerField(help_text="The record's number.")
    name = models.CharField(
        max_length=500, help_text="The publisher or the speaker's name, folded as names are compared."
    )
    earliest = models.DateField(null=True, help_text="Of a source: the first day of its publication date.")
    latest = models.DateField(null=True, help_text="Of a source: the last day of its publication date.")
    created = models.DateTimeField(help_text="As in the record.")
    updated = models.DateTimeField(help_text="As in the record.")
    document = models.TextField(help_text="The record's public JSON.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["kind", "name", "record_id"], name="profile_name"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="profile_once", violation_error_message="A record is shown once."
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}-{self.record_id}"
