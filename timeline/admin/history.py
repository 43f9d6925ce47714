"""What happened: revisions and imports, to look at."""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from timeline.admin.base import ReadOnlyAdmin
from timeline.models import ImportRun, Revision


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every change to every record."""

    list_display = ("__str__", "user", "run", "reason", "at", "of_record")
    # The latest first, which is their only order: sorting millions by another column takes seconds.
    sortable_by = ()
    list_filter = ("action", "kind")
    list_select_related = ("user", "run")
    search_fields = ("=record_id",)
    search_help_text = "The number of a record."
    ordering = ("-id",)

    @admin.display(description="in words")
    def of_record(self, revision: Revision) -> str:
        """The way to what the record's history tells of it."""
        address = reverse(f"admin:timeline_{revision.kind}_history", args=[revision.record_id])
        return format_html('<a href="{}">History of {} {}</a>', address, revision.kind, revision.record_id)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """What was read, by which extractor, with which outcome."""

    list_display = (
        "__str__",
        "extractor",
        "read",
        "made",
        "changed",
        "unchanged",
        "rejected",
        "records_added",
        "records_gone",
        "ended",
    )
    list_filter = ("extractor",)
    search_fields = ("=id",)
    search_help_text = "The number of an import."
    ordering = ("-id",)
