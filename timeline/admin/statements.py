"""Statements."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from timeline.admin.base import ReviewedAdmin
from timeline.admin.filters import DatedFilter, EmptyFilter
from timeline.admin.sheets import SheetAdmin
from timeline.models import Statement
from timeline.models.statement import first_words


@admin.register(Statement)
class StatementAdmin(SheetAdmin, ReviewedAdmin):
    """Words that a source attributes to somebody."""

    list_display = ("words", "shown_speaker", "shown_date", "state", "source")
    list_filter = ("state", DatedFilter, "speech", "basis", ("speaker", EmptyFilter))
    list_select_related = ("speaker", "source")
    search_fields = ("text", "speaker__name", "speaker_text")
    search_help_text = "Words of the statement or of the speaker's name."
    ordering = ("-id",)
    autocomplete_fields = ("source", "speaker")
    readonly_fields = ("date_text", "anchor", "rule", "basis")
    made_with = ("source", "text")
    fieldsets = (
        (None, {"fields": ("state", "source", "text", "speech", "cue", "relayed_via")}),
        ("Who", {"fields": ("speaker", "speaker_text", "role", "organisation")}),
        ("When", {"fields": ("edtf", "earliest", "latest", "precision", "date_text", "anchor", "rule", "basis")}),
    )

    @admin.display(description="statement")
    def words(self, statement: Statement) -> str:
        """The first words."""
        return first_words(statement.text)

    @admin.display(description="speaker", ordering="speaker__name")
    def shown_speaker(self, statement: Statement) -> str:
        """The speaker's name, or the source's words for them."""
        return statement.shown_speaker

    def complete(self, record: Any, form: Any) -> None:
        """Where the words of a statement that is made by hand stand in its source."""
        if record.pk is None and record.source_id:
            at = record.source.text.find(record.text)
            record.spans = [[at, at + len(record.text)]] if at >= 0 else []
