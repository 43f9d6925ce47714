"""Speakers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from timeline.admin.filters import EmptyFilter
from timeline.admin.joinable import JoinableAdmin
from timeline.admin.sheets import SheetAdmin
from timeline.importing.rows import speaker_key
from timeline.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(SheetAdmin, JoinableAdmin):
    """People and bodies that statements are attributed to."""

    list_display = ("name", "organisation", "merged_into", "updated")
    list_filter = (("merged_into", EmptyFilter),)
    search_fields = ("name", "organisation")
    search_help_text = "Words of the name or the organisation."
    ordering = ("name", "id")
    readonly_fields = ("merged_into",)
    fieldsets = ((None, {"fields": ("name", "aliases", "organisation", "merged_into")}),)

    def complete(self, record: Any, form: Any) -> None:
        """The key of a new speaker; a renamed one keeps the key by which articles know it."""
        if record.pk is None:
            record.key = speaker_key(form.cleaned_data["name"])
