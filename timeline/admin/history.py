"""What happened: revisions and imports, to look at."""

from __future__ import annotations

from django.contrib import admin

from timeline.admin.base import ReadOnlyAdmin
from timeline.models import ImportRun, Revision


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every change to every record."""

    list_display = ("__str__", "user", "run", "reason", "at")
    # The latest first, which is their only order: sorting millions by another column takes seconds.
    sortable_by = ()
    list_filter = ("action", "kind")
    list_select_related = ("user", "run")
    search_fields = ("=record_id",)
    search_help_text = "The number of a record."
    ordering = ("-id",)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """What was read, by which extractor, with which outcome."""

    list_display = ("__str__", "extractor", "read", "made", "changed", "unchanged", "rejected", "ended")
    list_filter = ("extractor",)
    search_fields = ("=id",)
    search_help_text = "The number of an import."
    ordering = ("-id",)
