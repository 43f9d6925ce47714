"""Event: something that happened; Mention: one article's report of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from timeline.models.dates import Dated, date_constraints
from timeline.models.record import Reviewed, State, state_constraint
from timeline.models.source import Source
from timeline.models.statement import Basis


class Occurrence(models.TextChoices):
    """Whether it happened, as the source has it."""

    OCCURRED = "occurred", "occurred"
    ONGOING = "ongoing", "ongoing"
    PLANNED = "planned", "planned"
    ALLEGED = "alleged", "alleged"
    DENIED = "denied", "denied"


class Event(Dated, Reviewed):
    """A happening, reported by one or more sources."""

    KIND: ClassVar[str] = "event"

    title = models.CharField(max_length=300, help_text="A short line, taken from the source's sentence.")
    summary = models.TextField(blank=True, help_text="What happened, in a sentence or two.")
    occurrence = models.CharField(
        max_length=10,
        choices=Occurrence.choices,
        default=Occurrence.OCCURRED,
        help_text="Whether it happened, as the source has it.",
    )
    background = models.BooleanField(default=False, help_text="Told as background, not as the news of the day.")
    places = models.JSONField(
        default=list,
        blank=True,
        help_text="Places, as a list of objects with name, and lat and lon in degrees where known.",
    )
    actors = models.JSONField(default=list, blank=True, help_text="Who took part, as a list of names.")
    tags = models.JSONField(default=list, blank=True, help_text="Words that curators file it under, as a list.")
    basis = models.CharField(max_length=12, choices=Basis.choices, blank=True, help_text="How the date is known.")
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text="The event that this one turned out to be; its address redirects there.",
    )
    # Of the reports, and kept by the ledger: ordered by their articles, a million events would be sorted for each page.
    first_source = models.BigIntegerField(
        default=0,
        db_default=0,
        editable=False,
        help_text="The number of the first article that reports it: its place in the review queue; 0 where none does.",
    )

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["state", "first_source", "id"], name="event_queue"),
            models.Index(fields=["state", "id"], name="event_state"),
            # Duplicates are looked for among the events of the same days.
            models.Index(fields=["earliest", "id"], name="event_earliest"),
            models.Index(
                fields=["first_source", "id"],
                name="event_undated",
                condition=Q(state=State.PROPOSED, earliest__isnull=True),
            ),
        ]
        permissions = [
            ("decide_event", "Can approve and reject events"),
            ("unpublish_event", "Can unpublish events"),
            ("merge_event", "Can merge and split events"),
        ]
        constraints = [
            *date_constraints("event"),
            state_constraint("event"),
            models.CheckConstraint(
                name="event_has_title", condition=~Q(title=""), violation_error_message="An event needs a title."
            ),
            models.CheckConstraint(
                name="event_occurrence_known",
                condition=Q(occurrence__in=Occurrence.values),
                violation_error_message="Occurrence must be occurred, ongoing, planned, alleged or denied.",
            ),
            models.CheckConstraint(
                name="event_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                violation_error_message="An event cannot be merged into itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Mention(Dated):
    """One article's report of an event: its words, and the date as that article has it."""

    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, related_name="mentions", help_text="The event that is reported."
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="mentions", help_text="The article that reports it."
    )
    start = models.PositiveIntegerField(
        null=True, help_text="Where the words begin in the source's text (code points)."
    )
    end = models.PositiveIntegerField(null=True, help_text="Where the words end in the source's text (code points).")
    text = models.TextField(help_text="The words that report the event, as the source has them.")
    date_start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where the date's words begin in the text."
    )
    date_end = models.PositiveIntegerField(null=True, blank=True, help_text="Where the date's words end in the text.")
    basis = models.CharField(
        max_length=12, choices=Basis.choices, blank=True, default="", db_default="", help_text="How the date is known."
    )
    occurrence = models.CharField(
        max_length=10,
        choices=Occurrence.choices,
        blank=True,
        default="",
        db_default="",
        help_text="Whether it happened, as this source has it; empty where that is not known.",
    )

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [models.Index(fields=["latest", "id"], name="mention_latest")]
        constraints = [
            *date_constraints("mention"),
            models.CheckConstraint(
                name="mention_has_words", condition=~Q(text=""), violation_error_message="A mention needs its words."
            ),
            models.CheckConstraint(
                name="mention_span_in_order",
                condition=Q(start__isnull=True, end__isnull=True) | Q(start__lt=models.F("end")),
                violation_error_message="A span must end after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
