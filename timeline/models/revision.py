"""Revision: every change to every record, kept for ever."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from timeline.models.import_run import ImportRun


class Action(models.TextChoices):
    """What was done."""

    CREATED = "created", "created"
    EDITED = "edited", "edited"
    APPROVED = "approved", "approved"
    REJECTED = "rejected", "rejected"
    UNPUBLISHED = "unpublished", "unpublished"
    MERGED = "merged", "merged"
    SPLIT = "split", "split"
    RESTORED = "restored", "restored"
    DELETED = "deleted", "deleted"
    RENDERED = "rendered", "shown anew"
    ERASED = "erased", "erased"


class Revision(models.Model):
    """What a record became. Audit, differences, undo, the change feed and `as_of` all read this one table."""

    kind = models.CharField(max_length=10, help_text="Which kind of record: source, speaker, statement, event.")
    record_id = models.BigIntegerField(help_text="The record's number.")
    version = models.PositiveIntegerField(
        help_text="Counts the record's changes; what the state goes by stands in the snapshot."
    )
    action = models.CharField(max_length=12, choices=Action.choices, help_text="What was done.")
    snapshot = models.JSONField(help_text="All fields of the record after the change.")
    document = models.TextField(
        blank=True, help_text="The public JSON of the record after the change; empty where it was not public."
    )
    public = models.BooleanField(
        default=False, help_text="Whether readers saw a difference: the record was public before or after."
    )
    earliest = models.DateField(null=True, help_text="The first day of the record's date after the change.")
    latest = models.DateField(null=True, help_text="The last day of the record's date after the change.")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who did it; empty for an import.",
    )
    run = models.ForeignKey(
        ImportRun,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="revisions",
        help_text="Which import did it.",
    )
    reason = models.CharField(max_length=500, blank=True, help_text="Why.")
    batch = models.UUIDField(
        null=True, help_text="What was written together has the same number: a merge is undone as a whole."
    )
    at = models.DateTimeField(default=timezone.now, help_text="When it was written (UTC).")
    seq = models.BigIntegerField(
        null=True,
        help_text="Its place in the change feed, given after the commit: numbers follow the order of commits, "
        "so that a late commit is never skipped.",
    )
    numbered = models.DateTimeField(null=True, help_text="When it took its place in the change feed (UTC).")

    class Meta:
        ordering: ClassVar[list[str]] = []
        permissions = [("issue_token", "Can issue and revoke tokens of the API")]
        indexes = [
            models.Index(fields=["id"], name="revision_unnumbered", condition=models.Q(seq__isnull=True)),
            models.Index(fields=["run", "id"], name="revision_run"),
            models.Index(fields=["id"], name="revision_erased", condition=models.Q(action="erased")),
            models.Index(fields=["batch"], name="revision_batch"),
            models.Index(fields=["seq"], name="revision_public", condition=models.Q(public=True)),
            # What was public at some time, in the order in which lists show it.
            models.Index(
                fields=["kind", "earliest", "record_id"], name="revision_shown", condition=~models.Q(document="")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "version"],
                name="revision_version_once",
                violation_error_message="Somebody else changed this record first.",
            ),
            models.UniqueConstraint(
                fields=["seq"],
                name="revision_seq_once",
                violation_error_message="Each change has one place in the feed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} version {self.version}: {self.get_action_display()}"


class FeedMark(models.Model):
    """How far the change feed is settled: one row. What is numbered from now on is numbered after `at`."""

    at = models.DateTimeField(help_text="No change will ever take a place at this instant or before (UTC).")

    class Meta:
        ordering: ClassVar[list[str]] = []
        constraints = [
            models.CheckConstraint(
                name="feed_mark_alone", condition=models.Q(id=1), violation_error_message="There is one mark."
            )
        ]

    def __str__(self) -> str:
        return self.at.isoformat()
