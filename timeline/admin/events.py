"""Events, with the articles that report them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from timeline.admin.base import ReviewedAdmin
from timeline.admin.filters import DatedFilter, EmptyFilter
from timeline.admin.joinable import JoinableAdmin
from timeline.admin.sheets import SheetAdmin
from timeline.models import Event, Mention


class MentionInline(admin.TabularInline):  # type: ignore[type-arg]
    """The articles that report the event, and their words; to look at."""

    model = Mention
    fields = ("source", "text", "edtf", "date_text", "anchor", "rule")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = False
    verbose_name_plural = "Reported by"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Mentions come from articles."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Mentions are moved by merging and splitting events."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees an event sees what it rests on."""
        return request.user.has_perm("timeline.view_event") or request.user.has_perm("timeline.change_event")


@admin.register(Event)
class EventAdmin(SheetAdmin, ReviewedAdmin, JoinableAdmin):
    """Happenings."""

    list_display = ("title", "shown_date", "occurrence", "state", "merged_into")
    list_filter = (
        "state",
        DatedFilter,
        "occurrence",
        "background",
        "basis",
        ("merged_into", EmptyFilter),
    )
    search_fields = ("title", "summary")
    search_help_text = "Words of the title or the summary."
    ordering = ("-id",)
    inlines = (MentionInline,)
    actions = (*ReviewedAdmin.actions, *JoinableAdmin.actions)
    readonly_fields = ("date_text", "anchor", "rule", "basis", "merged_into")
    fieldsets = (
        (None, {"fields": ("state", "title", "summary", "occurrence", "background", "merged_into")}),
        ("When", {"fields": ("edtf", "earliest", "latest", "precision", "date_text", "anchor", "rule", "basis")}),
        ("Where and who", {"fields": ("places", "actors", "tags")}),
    )

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new event has no reports yet."""
        return self.inlines if obj else ()
