"""Speakers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from timeline.admin.base import RecordAdmin
from timeline.admin.sheets import SheetAdmin
from timeline.importing.rows import speaker_key
from timeline.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(SheetAdmin, RecordAdmin):
    """People and bodies that statements are attributed to."""

    list_display = ("name", "organisation", "merged_into", "updated")
    list_filter = (("merged_into", admin.EmptyFieldListFilter),)
    search_fields = ("name", "organisation")
    search_help_text = "Words of the name or the organisation."
    ordering = ("name", "id")
    actions = ("merge",)
    readonly_fields = ("merged_into",)
    fieldsets = ((None, {"fields": ("name", "aliases", "organisation", "merged_into")}),)

    def complete(self, record: Any, form: Any) -> None:
        """The key of a new speaker; a renamed one keeps the key by which articles know it."""
        if record.pk is None:
            record.key = speaker_key(form.cleaned_data["name"])

    @admin.action(description="Merge…", permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: Any) -> HttpResponseRedirect:
        """Put the selected side by side."""
        chosen = "&".join(f"id={number}" for number in queryset.values_list("pk", flat=True)[:50])
        return HttpResponseRedirect(f"{reverse('admin:merge', args=['speaker'])}?{chosen}")

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whether the person may merge."""
        return request.user.has_perm("timeline.merge_speaker")
