"""Filters of lists that are work lists."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from timeline.curation.queue import waiting_sources
from timeline.models import Source


class NamedFilter(admin.AllValuesFieldListFilter):
    """The values of a column; the empty one has a name."""

    def choices(self, changelist: Any) -> Any:
        """The choices as the list shows them."""
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not known"}


class EmptyFilter(admin.EmptyFieldListFilter):
    """Whether a column has a value, in words."""

    #: The title, and the words for without and with, by column.
    WORDS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "speaker": ("speaker", "not named", "named"),
        "merged_into": ("merging", "stands by itself", "merged into another"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title, *self.words = self.WORDS[self.field_path]

    def choices(self, changelist: Any) -> Any:
        """The choices as the list shows them: all, without, with."""
        for choice, words in zip(super().choices(changelist), ("All", *self.words), strict=True):
            yield {**choice, "display": words}


class DatedFilter(admin.SimpleListFilter):
    """Records with a date, and those that wait for one."""

    title = "date"
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The choices."""
        return [("no", "undated"), ("ambiguous", "two readings"), ("yes", "dated")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The records of the choice."""
        if self.value() == "no":
            return waiting_sources() if queryset.model is Source else queryset.filter(earliest=None)
        if self.value() == "ambiguous":
            return queryset.exclude(readings=[])
        if self.value() == "yes":
            return queryset.filter(earliest__isnull=False)
        return queryset
