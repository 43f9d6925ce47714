"""Sources: the articles."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from timeline.admin.base import RecordAdmin
from timeline.admin.filters import DatedFilter, NamedFilter
from timeline.admin.sheets import SheetAdmin
from timeline.models import Source


@admin.register(Source)
class SourceAdmin(SheetAdmin, RecordAdmin):
    """Articles come in by import; here their metadata is put right. The text is what all offsets count from."""

    list_display = ("__str__", "publisher", "shown_date", "language", "retrieved")
    list_filter = (DatedFilter, ("language", NamedFilter), ("read_as", NamedFilter))
    search_fields = ("title", "publisher", "url")
    search_help_text = "Words of the title, the publisher or the address."
    ordering = ("-id",)
    readonly_fields = ("text", "date_text", "anchor", "rule", "read_as", "origin", "retrieved", "agency")
    raw_id_fields = ("copy_of",)
    fieldsets = (
        (None, {"fields": ("title", "publisher", "url", "record_id", "language", "dateline", "copy_of")}),
        ("Published", {"fields": ("edtf", "earliest", "latest", "precision", "date_text", "anchor", "rule")}),
        ("Text", {"fields": ("text",)}),
        (
            "How it was read",
            {"classes": ("collapse",), "fields": ("read_as", "origin", "retrieved", "agency")},
        ),
    )

    def get_list_display(self, request: HttpRequest) -> Any:
        """The columns; with a way to the date for those who may give one."""
        return (*self.list_display, "dating") if request.user.has_perm("timeline.date_source") else self.list_display

    @admin.display(description="give a date")
    def dating(self, source: Source) -> str:
        """A way to the page that dates the article, where its day is not known."""
        if source.erased or source.precision == "day":
            return ""
        return format_html('<a href="{}">Date…</a>', reverse("admin:date_source", args=[source.pk]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in by import, which cleans, recognises and extracts them."""
        return False
