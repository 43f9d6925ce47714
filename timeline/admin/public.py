"""What the public sees, to look at: the ledger keeps it true to the records."""

from __future__ import annotations

from django.contrib import admin

from timeline.admin.base import ReadOnlyAdmin
from timeline.admin.filters import NamedFilter
from timeline.models import Entry, Mention, Profile


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """The published timeline."""

    list_display = ("__str__", "earliest", "latest", "precision", "updated")
    list_filter = ("kind", ("precision", NamedFilter))
    search_fields = ("=record_id",)
    search_help_text = "The number of a record."
    ordering = ("-id",)


@admin.register(Profile)
class ProfileAdmin(ReadOnlyAdmin):
    """Sources and speakers that the published timeline cites."""

    list_display = ("__str__", "name", "updated")
    list_filter = ("kind",)
    search_fields = ("name",)
    search_help_text = "Words of the name, without accents and capitals."
    ordering = ("-id",)


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    """Reports of events in articles."""

    list_display = ("__str__", "event", "source", "edtf")
    list_select_related = ("event", "source")
    search_fields = ("text",)
    search_help_text = "Words of the report."
    ordering = ("-id",)
