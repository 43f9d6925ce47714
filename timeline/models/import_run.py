"""ImportRun: what was read, by which extractor, with which outcome."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class ImportRun(models.Model):
    """One run of an import. Its counts are there once it has ended; a run that was killed has none."""

    extractor = models.CharField(max_length=20, help_text="The extractor's version.")
    settings = models.JSONField(default=dict, help_text="The options of the run.")
    paths = models.JSONField(default=list, help_text="The files and folders that were read.")
    started = models.DateTimeField(default=timezone.now, help_text="When the run began (UTC).")
    ended = models.DateTimeField(
        null=True, blank=True, help_text="When it ended (UTC); empty while it runs, or where it was killed."
    )
    read = models.PositiveIntegerField(default=0, help_text="Articles read.")
    made = models.PositiveIntegerField("created", default=0, help_text="Articles that were new.")
    changed = models.PositiveIntegerField("updated", default=0, help_text="Articles that had changed.")
    unchanged = models.PositiveIntegerField(default=0, help_text="Articles that were already here.")
    rejected = models.PositiveIntegerField(default=0, help_text="Records that could not be read.")
    records_added = models.PositiveIntegerField(default=0, help_text="Statements and events added by reading anew.")
    records_changed = models.PositiveIntegerField(default=0, help_text="Statements and events changed by reading anew.")
    records_gone = models.PositiveIntegerField(default=0, help_text="Statements and events taken away by reading anew.")
    errors = models.JSONField(default=list, help_text="For each rejection the file, record, field and reason.")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="import_run_adds_up",
                condition=Q(read=F("made") + F("changed") + F("unchanged") + F("rejected")),
                violation_error_message="What was read must be created, updated, unchanged or rejected.",
            )
        ]

    def __str__(self) -> str:
        return f"Import {self.pk} of {self.started:%Y-%m-%d %H:%M}"
