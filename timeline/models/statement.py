"""Statement: words that a source attributes to somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from timeline.models.dates import Dated, date_constraints
from timeline.models.record import Reviewed, State, state_constraint
from timeline.models.source import Source
from timeline.models.speaker import Speaker

#: Double quotation marks: single ones are apostrophes, too.
MARKS = '"“”«»'


class Speech(models.TextChoices):
    """How the words are given."""

    DIRECT = "direct", "direct"
    INDIRECT = "indirect", "indirect"
    MIXED = "mixed", "mixed"


class Basis(models.TextChoices):
    """How the date is known."""

    STATED = "stated", "the text states it"
    INHERITED = "inherited", "from the passage or interview that it stands in"
    CONTEXT = "context", "bounded by what the text says around it"
    PUBLICATION = "publication", "bounded by the publication date alone"


class Statement(Dated, Reviewed):
    """What somebody said, in which role, and when, with the exact words of the source."""

    KIND: ClassVar[str] = "statement"

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="statements", help_text="The article that reports it."
    )
    speaker = models.ForeignKey(
        Speaker,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="statements",
        help_text="Who said it; empty where the source does not name anybody.",
    )
    speaker_text = models.CharField(
        "speaker in the text",
        max_length=300,
        blank=True,
        help_text="The words that stand for the speaker: 'the adviser'.",
    )
    role = models.CharField(max_length=300, blank=True, help_text="The speaker's role as the source gives it that day.")
    organisation = models.CharField(
        max_length=200, blank=True, help_text="The organisation as the source gives it that day."
    )
    speech = models.CharField(max_length=10, choices=Speech.choices, help_text="Direct, indirect, or both mixed.")
    text = models.TextField(help_text="The words attributed, as the source has them.")
    cue = models.CharField(max_length=100, blank=True, help_text="The words that attribute: 'said', 'according to'.")
    relayed_via = models.CharField(
        max_length=200, blank=True, help_text="Through whom it was said: another outlet, a spokesman, a tweet."
    )
    spans = models.JSONField(
        default=list, help_text="Where the words stand in the source's text: pairs of start and end, in code points."
    )
    date_start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where the date's words begin in the text."
    )
    date_end = models.PositiveIntegerField(null=True, blank=True, help_text="Where the date's words end in the text.")
    basis = models.CharField(max_length=12, choices=Basis.choices, blank=True, help_text="How the date is known.")

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [
            models.Index(fields=["state", "source", "id"], name="statement_queue"),
            models.Index(fields=["speaker", "earliest", "id"], name="statement_speaker"),
            # The work lists of the desk: a few rows among a million.
            models.Index(
                fields=["source", "id"],
                name="statement_undated",
                condition=Q(state=State.PROPOSED, earliest__isnull=True),
            ),
            models.Index(
                fields=["source", "id"],
                name="statement_unresolved",
                condition=Q(state=State.PROPOSED, speaker__isnull=True),
            ),
        ]
        permissions = [
            ("decide_statement", "Can approve and reject statements"),
            ("unpublish_statement", "Can unpublish statements"),
        ]
        constraints = [
            *date_constraints("statement"),
            state_constraint("statement"),
            models.CheckConstraint(
                name="statement_has_words",
                condition=~Q(text=""),
                violation_error_message="A statement needs its words.",
            ),
            models.CheckConstraint(
                name="statement_speech_known",
                condition=Q(speech__in=Speech.values),
                violation_error_message="Speech must be direct, indirect or mixed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shown_speaker or 'Unnamed'}: {first_words(self.text)}"

    @property
    def shown_speaker(self) -> str:
        """The speaker's name, or the source's own words where there is none."""
        return self.speaker.name if self.speaker else self.speaker_text


def first_words(text: str, limit: int = 80) -> str:
    """The beginning of a text, cut between words and marked as cut; marks around all of it are left out."""
    flat = " ".join(text.split())
    bare = flat.strip(f"{MARKS}'‘’ ")
    # Where a part is quoted, its marks belong to it, also where it ends the text.
    flat = flat if any(mark in bare for mark in MARKS) else bare
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0].rstrip(",;:– ") + "…"


__all__ = ["Basis", "Speech", "State", "Statement", "first_words"]
