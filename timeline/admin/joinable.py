"""What lists of speakers and events offer beside their records' own pages: merge, split, undo."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from timeline.admin.base import RecordAdmin
from timeline.models import Action, Revision

#: Records put side by side at once.
MOST = 50
#: A record's making is not taken back, nor is an erasure.
NEVER_UNDONE = (Action.CREATED, Action.ERASED)


class JoinableAdmin(RecordAdmin):
    """Records of which two can turn out to be one, and one to be two."""

    actions: tuple[str, ...] = ("merge", "split", "undo")

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whether the person may merge, split and take back what others did."""
        return request.user.has_perm(f"timeline.merge_{self.opts.model_name}")

    @admin.action(description="Merge…", permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: Any) -> HttpResponseRedirect:
        """Put the selected side by side."""
        chosen = "&".join(f"id={number}" for number in queryset.values_list("pk", flat=True)[:MOST])
        return HttpResponseRedirect(f"{reverse('admin:merge', args=[self.model.KIND])}?{chosen}")

    @admin.action(description="Split…", permissions=["merge"])
    def split(self, request: HttpRequest, queryset: Any) -> HttpResponseRedirect | None:
        """Show what the selected record consists of."""
        record = self._only(request, queryset, "split")
        return HttpResponseRedirect(reverse("admin:split", args=[self.model.KIND, record.pk])) if record else None

    @admin.action(description="Undo the last change…", permissions=["merge"])
    def undo(self, request: HttpRequest, queryset: Any) -> HttpResponseRedirect | None:
        """Show what the last change of the selected record did, and what taking it back leaves."""
        record = self._only(request, queryset, "undo")
        if record is None:
            return None
        changes = Revision.objects.filter(kind=self.model.KIND, record_id=record.pk, batch__isnull=False)
        last = changes.exclude(action=Action.RENDERED).order_by("-version").first()
        if last is None or last.action in NEVER_UNDONE:
            self.message_user(request, f"Nothing was undone: there is no change of “{record}”.", messages.ERROR)
            return None
        return HttpResponseRedirect(reverse("admin:undo", args=[last.batch]))

    def _only(self, request: HttpRequest, queryset: Any, word: str) -> Any:
        """The record that is selected; None, and a sentence, where there are several."""
        records = list(queryset[:2])
        if len(records) == 1:
            return records[0]
        self.message_user(request, f"Choose one {self.opts.verbose_name} to {word}, not several.", messages.ERROR)
        return None
