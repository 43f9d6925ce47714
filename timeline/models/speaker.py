"""Speaker: a person or body that statements are attributed to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from timeline.models.record import Record


class Speaker(Record):
    """One person or body. Roles belong to statements: they are what the source said that day."""

    KIND: ClassVar[str] = "speaker"

    name = models.CharField(max_length=200, help_text="The full name, as the sources print it.")
    key = models.CharField(
        max_length=200,
        editable=False,
        help_text="The name without case, accents and marks: what makes it the same name when it is read again.",
    )
    aliases = models.JSONField(default=list, blank=True, help_text="Other names and spellings, as a list.")
    organisation = models.CharField(max_length=200, blank=True, help_text="The body that the speaker speaks for.")
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text="The speaker that this one turned out to be; its address redirects there.",
    )

    class Meta:
        ordering: ClassVar[list[str]] = []
        indexes = [models.Index(fields=["name"], name="speaker_name")]
        permissions = [
            ("merge_speaker", "Can merge and split speakers"),
            ("erase_speaker", "Can erase a person's name"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="speaker_key_once",
                violation_error_message="A speaker of this name is already here.",
            ),
            models.CheckConstraint(
                name="speaker_has_name", condition=~Q(name=""), violation_error_message="A speaker needs a name."
            ),
            models.CheckConstraint(
                name="speaker_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                violation_error_message="A speaker cannot be merged into itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
