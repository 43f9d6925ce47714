"""What the admins of all records share: everything is written through the ledger, nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from timeline import ledger
from timeline.admin.forms import RecordForm, list_field
from timeline.admin.lists import Capped, Ordered
from timeline.admin.searching import COLUMNS, find, too_much
from timeline.curation.history import erasure, steps
from timeline.curation.wording import when
from timeline.models import Action, State
from timeline.models.record import Record, Reviewed

#: Records decided in one transaction: enough to be quick, few enough that nobody waits for a lock.
BATCH = 200
OVERTAKEN = "somebody else saved something a moment ago that this contradicts. Look again."
WORDS = {"approve": "approved", "reject": "rejected", "unpublish": "unpublished"}


def author(request: HttpRequest, reason: str = "") -> ledger.Author:
    """The signed-in person as the author of a change."""
    return ledger.Author(user=request.user, reason=reason)  # type: ignore[arg-type]


class ListAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Lists that open at once, however many rows there are."""

    paginator = Capped
    show_full_result_count = False
    list_per_page = 50
    # Counting what each filter would find reads the whole table once for each.
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[Ordered]:
        """A list that is sorted by its sortable columns alone."""
        return Ordered

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """Only what the list's own filters ask: any other lookup could read what is not shown, or overflow."""
        name, _, rest = lookup.partition("__")
        return name in filtered_by(self.list_filter) and rest in ("", "exact", "isempty", "isnull")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list; a search of more words than anybody types is refused."""
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            # PostgreSQL has no such character, and nobody types it.
            return HttpResponseBadRequest("The address holds a NUL.", content_type="text/plain")
        if too_much(request.GET.get("q", "")):
            context = {**self.admin_site.each_context(request), "title": "That is too much to search for"}
            return TemplateResponse(request, "desk/too_much.html", context, status=400)
        return super().changelist_view(request, extra_context)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The rows that hold all words, by the database's index where the table has one."""
        if too_much(search_term):
            return queryset.none(), False
        if self.opts.db_table not in COLUMNS:
            return super().get_search_results(request, queryset, search_term)
        return (find(queryset, search_term) if search_term.split() else queryset), False


class ReadOnlyAdmin(ListAdmin):
    """Rows that are only looked at."""

    actions = None
    # The admin's own log of them is empty: the button for it leads nowhere.
    change_form_template = "desk/read_only.html"

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes here."""
        return False


class RecordAdmin(ListAdmin):
    """Records that people edit."""

    form = RecordForm
    save_on_top = True
    actions_on_bottom = True
    change_form_template = "desk/change_form.html"
    #: Columns that are set when the record is made and never again.
    made_with: tuple[str, ...] = ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Records are rejected, merged or erased, never deleted from here."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What only the maker of a record sets is fixed once it is made."""
        fixed = self.made_with if obj else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The version that was read travels with the form, where there is one to send."""
        fieldsets = super().get_fieldsets(request, obj)
        if not obj or not self.has_change_permission(request, obj):
            return fieldsets
        (name, options), *rest = fieldsets
        return [(name, {**options, "fields": (*options["fields"], "read_version")}), *rest]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Lists are typed a line each; an address without its scheme is meant as https."""
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return list_field(db_field) or super().formfield_for_dbfield(db_field, request, **kwargs)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Tell the second of two curators instead of overwriting the first."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ledger.Conflict as conflict:
            self.message_user(request, f"Nothing was saved: {conflict}", messages.ERROR)
        except ValidationError as error:
            self.message_user(request, f"Nothing was saved: {' '.join(error.messages)}", messages.ERROR)
        except IntegrityError:
            # What the form checked was true then: a name or an address that was free.
            self.message_user(request, f"Nothing was saved: {OVERTAKEN}", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form, with what else can be done to the record."""
        found = self.model._default_manager.filter(pk=object_id).first() if object_id.isdecimal() else None
        more = {"tools": self.tools(request, found), "erasure": erasure(found.KIND, found.pk)} if found else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **more})

    @admin.display(description="date", ordering="edtf")
    def shown_date(self, record: Any) -> str:
        """The date in words."""
        return when(record)

    def tools(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """Links to what can be done to a record: the label and the address."""
        kind = self.model.KIND
        found = []
        mergeable = kind in ("speaker", "event") and not record.merged_into_id
        if mergeable and request.user.has_perm(f"timeline.merge_{kind}"):
            found.append(("Merge…", f"{reverse('admin:merge', args=[kind])}?id={record.pk}"))
            found.append(("Split…", reverse("admin:split", args=[kind, record.pk])))
        if kind in ("statement", "event"):
            found.append(("Evidence", reverse("admin:review_record", args=[kind, record.pk])))
        if kind == "source" and not record.erased and request.user.has_perm("timeline.date_source"):
            found.append(("Date…", reverse("admin:date_source", args=[record.pk])))
        if kind in ("source", "speaker") and request.user.has_perm(f"timeline.erase_{kind}"):
            found.append(("Erase…", reverse("admin:erase", args=[kind, record.pk])))
        return found

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every change of the record, as a difference in words."""
        record = self.get_object(request, object_id)
        if record is None:
            self.message_user(request, f"There is no {self.opts.verbose_name} {object_id[:20]}.", messages.WARNING)
            return HttpResponseRedirect(reverse("admin:index"))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        kind = self.model.KIND
        user = request.user
        reviewed = [f"timeline.{word}_{kind}" for word in ("decide", "unpublish")] if hasattr(record, "state") else []
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of “{record}”",
            "opts": self.opts,
            "object": record,
            "kind": kind,
            "steps": steps(kind, record.pk),
            "erasure": erasure(kind, record.pk),
            "may_restore": user.has_perms([f"timeline.change_{kind}", *reviewed]),
            "may_undo": user.has_perm("timeline.change_statement"),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "desk/history.html", context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write through the ledger, in the signed-in person's name."""
        fields = form.decided()
        if not change:
            obj.held = sorted(fields)
            self.complete(obj, form)
            obj.full_clean(exclude=["source", "speaker"])
            ledger.write([self.creation(obj, form)], author(request, "made by hand"))
            return
        # The form has changed its own copy already; the ledger compares with what is stored.
        record = self.model._default_manager.get(pk=obj.pk)
        record.version = form.cleaned_data["read_version"]
        self.complete(record, form)
        ledger.edit(record, fields, author(request))

    def complete(self, record: Any, form: Any) -> None:
        """Fill in what follows from what the person typed."""

    def creation(self, record: Any, form: Any) -> ledger.Change:
        """The change that makes the record."""
        return ledger.Change(record, Action.CREATED)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Never: see has_delete_permission."""
        raise PermissionDenied

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Never: see has_delete_permission."""
        raise PermissionDenied

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Revisions are the log; a second one would keep names that are erased from the first."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """As log_addition."""


class ReviewedAdmin(RecordAdmin):
    """Records with a state: approved and rejected by hand, one or many."""

    actions: tuple[str, ...] = ("approve", "reject", "unpublish")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The state is changed by a decision, not by a field."""
        return (*super().get_readonly_fields(request, obj), "state")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether the person may approve and reject."""
        return request.user.has_perm(f"timeline.decide_{self.opts.model_name}")

    def has_unpublish_permission(self, request: HttpRequest) -> bool:
        """Whether the person may take back what is published."""
        return request.user.has_perm(f"timeline.unpublish_{self.opts.model_name}")

    @admin.action(description="Approve and publish", permissions=["decide"])
    def approve(self, request: HttpRequest, queryset: QuerySet[Reviewed]) -> HttpResponse | None:
        """Publish the selected records, after the count is confirmed."""
        return self._decide(request, queryset, "approve", ledger.approve)

    @admin.action(description="Reject", permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Reviewed]) -> HttpResponse | None:
        """Put the selected records aside, with a reason; what readers see, where the person may take that back."""
        if not self.has_unpublish_permission(request) and queryset.filter(state=State.PUBLISHED).exists():
            self.message_user(request, "What is published is rejected by who may unpublish.", messages.ERROR)
            return None
        return self._decide(request, queryset, "reject", ledger.reject)

    @admin.action(description="Unpublish", permissions=["unpublish"])
    def unpublish(self, request: HttpRequest, queryset: QuerySet[Reviewed]) -> HttpResponse | None:
        """Take the selected records back to proposed, with a reason."""
        return self._decide(request, queryset, "unpublish", ledger.unpublish)

    def _decide(self, request: HttpRequest, queryset: QuerySet[Any], name: str, decide: Any) -> HttpResponse | None:
        if any(field.name == "merged_into" for field in self.opts.concrete_fields):
            # They stand under another, which has the state of both: counted here, they would promise too much.
            queryset = queryset.filter(merged_into=None)
            if not queryset.exists():
                self.message_user(request, "Nothing was done: all of it was merged into others.", messages.ERROR)
                return None
        if request.POST.get("confirmed") != name:
            return self._confirm(request, queryset, name)
        reason = " ".join(request.POST.get("reason", "").split())
        if not reason and name != "approve":
            self.message_user(request, "Give a reason: whoever looks at this later will want it.", messages.ERROR)
            return self._confirm(request, queryset, name)
        done = 0
        missed = 0
        for batch in _batches(queryset.order_by("pk").values_list("pk", flat=True)):
            records = list(decidable(self.model).filter(pk__in=batch).order_by("pk"))
            try:
                done += decide(records, author(request, reason))
            except ledger.Conflict:
                missed += len(records)
        self.message_user(request, f"{done} {WORDS[name]}.", messages.SUCCESS)
        if missed:
            self.message_user(
                request,
                f"{missed} left as before: somebody else changed one of them meanwhile. Try again.",
                messages.ERROR,
            )
        return None

    def _confirm(self, request: HttpRequest, queryset: QuerySet[Any], name: str) -> HttpResponse:
        count = queryset.count()
        plural = self.opts.verbose_name if count == 1 else self.opts.verbose_name_plural
        context = {
            **self.admin_site.each_context(request),
            "title": f"{name.capitalize()} {count} {plural}?",
            "opts": self.opts,
            "decision": name,
            "count": count,
            "counted": f"{count} {plural}",
            "records": queryset.order_by("pk")[:20],
            "more": max(0, count - 20),
            "selected": request.POST.getlist("_selected_action"),
            "across": request.POST.get("select_across", "0"),
            "reason": request.POST.get("reason", ""),
        }
        return TemplateResponse(request, "desk/decide.html", context)


def filtered_by(filters: Iterable[Any]) -> set[str]:
    """The names of what a list is filtered by: columns, or the parameters of our own filters."""
    firsts = (part[0] if isinstance(part, tuple) else part for part in filters)
    return {part if isinstance(part, str) else part.parameter_name for part in firsts}


def decidable(model: type[models.Model]) -> QuerySet[Any]:
    """Records with what their documents show."""
    parents = [f.name for f in model._meta.concrete_fields if f.name in ("source", "speaker")]
    records = model._default_manager.all()
    return records.select_related(*parents) if parents else records


def _batches(ids: Any) -> Iterator[list[int]]:
    # Read before the first is decided: a decision changes what a filter of the list finds.
    rest = iter(list(ids))
    while batch := list(islice(rest, BATCH)):
        yield batch


__all__ = ["ReadOnlyAdmin", "Record", "RecordAdmin", "ReviewedAdmin", "author", "decidable"]
