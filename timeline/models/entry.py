"""Entry: the published timeline as one table to read from, and what it is found by.

The public JSON of a record is the same for every reader until the record changes. So the
ledger renders it once, when the record changes, and readers join what is kept here.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact

#: In order of the alphabet, so that (record, kind) and the number sort alike.
KINDS = ("event", "source", "speaker", "statement")


def number(kind: str, record_id: int) -> int:
    """A record's number among the records of all kinds."""
    return len(KINDS) * record_id + KINDS.index(kind)


#: Each seventh record by its number: an index has these alone, so that a sample of millions is read from few pages.
SAMPLED = Q(Exact(F("id") % 7, 0))


class Shown(models.Model):
    """A public record, rendered."""

    id = models.BigIntegerField(
        primary_key=True,
        help_text="Four times the record's number, plus its kind's place: stable, and unique among all kinds.",
    )
    kind = models.CharField(max_length=10, help_text="event, source, speaker or statement.")
    record_id = models.BigIntegerField(help_text="The record's number.")
    earliest = models.DateField(null=True, help_text="As in the record.")
    latest = models.DateField(null=True, help_text="As in the record.")
    created = models.DateTimeField(help_text="As in the record.")
    updated = models.DateTimeField(help_text="As in the record.")
    document = models.TextField(help_text="The record's public JSON.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind}-{self.record_id}"


class Entry(Shown):
    """A published event or statement, rendered, with what the timeline is ordered and filtered by."""

    precision = models.CharField(max_length=16, blank=True, help_text="As in the record.")
    speech = models.CharField(max_length=10, blank=True, help_text="As in the statement.")
    occurrence = models.CharField(max_length=10, blank=True, help_text="As in the event.")
    independent_sources = models.PositiveIntegerField(default=1, help_text="Sources that do not copy each other.")

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
            models.Index(fields=["earliest", "id", "latest"], name="entry_sample", condition=SAMPLED),
            models.Index(fields=["created", "id"], name="entry_created"),
            models.Index(fields=["updated", "id"], name="entry_updated"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="entry_once", violation_error_message="A record is shown once."
            )
        ]

    @staticmethod
    def number(kind: str, record_id: int) -> int:
        """The entry's id for a record."""
        return number(kind, record_id)


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


class EntryPoint(models.Model):
    """Where an entry lies on the map."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="points", help_text="The entry.")
    lat = models.FloatField(help_text="Degrees north (WGS 84).")
    lon = models.FloatField(help_text="Degrees east (WGS 84).")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [models.Index(fields=["lat", "lon", "entry"], name="entry_point_place")]

    def __str__(self) -> str:
        return f"{self.lat}, {self.lon}"


class Profile(Shown):
    """A source or speaker that a published record cites, rendered. Nobody else sees the others."""

    name = models.CharField(
        max_length=500, help_text="The publisher or the speaker's name, folded as names are compared."
    )
    organisation = models.CharField(max_length=200, blank=True, help_text="Of a speaker, folded.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["kind", "name", "record_id"], name="profile_name"),
            models.Index(fields=["kind", "created", "id"], name="profile_created"),
            models.Index(fields=["kind", "earliest", "id"], name="profile_start"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="profile_once", violation_error_message="A record is shown once."
            )
        ]


class SearchText(models.Model):
    """The words of a public record, folded; each database keeps its own index of them (see the migration)."""

    id = models.BigIntegerField(primary_key=True, help_text="The id of the entry or profile.")
    text = models.TextField(help_text="Title, words, names and places, folded as names are compared.")

    class Meta:
        ordering: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.text[:80]


#: Independent sources are told apart up to here: five or more count alike.
MOST_SOURCES = 5


class Tally(models.Model):
    """How many entries have a date: what counts and histograms are made of, so that they need not read the entries.

    Rows are only ever added, with a count of one or minus one, so that writers never wait for each
    other; the ledger folds them together from time to time. The sum is what counts.
    """

    name = models.CharField(
        max_length=12, blank=True, help_text="What is counted by: a key's name, `independent`; empty for all."
    )
    value = models.CharField(max_length=200, blank=True, help_text="The key's value.")
    label = models.CharField(max_length=200, blank=True, help_text="The value as people write it.")
    kind = models.CharField(max_length=10, help_text="event or statement.")
    earliest = models.DateField(null=True, help_text="The first day of the entries counted.")
    latest = models.DateField(null=True, help_text="Their last day.")
    count = models.IntegerField(help_text="How many there are more, or less.")
    folded = models.BooleanField(default=False, help_text="Whether the row is a sum already.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        verbose_name_plural = "tallies"
        indexes = [
            # With all that is summed up, so that sums are read from the index alone.
            models.Index(fields=["name", "value", "earliest", "latest", "kind", "count"], name="tally_sums"),
            models.Index(fields=["id"], name="tally_unfolded", condition=Q(folded=False)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value} {self.earliest}: {self.count}"
