"""The review queue: one record beside its article, and the decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from timeline import ledger
from timeline.admin import review_forms
from timeline.admin.base import author
from timeline.admin.pages import page_context, refuse
from timeline.curation import evidence
from timeline.curation.dating import choose_reading
from timeline.curation.history import erasure
from timeline.curation.queue import LISTS, Place, Queue, place
from timeline.curation.suggestions import of_record
from timeline.curation.wording import explained, notation, when
from timeline.models import Event, Revision, Speaker, State, Statement

#: Reasons that come up every day, each with its key; any other is typed.
REASONS = {
    "statement": ("not a statement", "wrong speaker", "words cut wrongly", "repeats another", "not about the subject"),
    "event": ("not an event", "not about the subject", "repeats another", "too vague to date", "words cut wrongly"),
}
MODELS: dict[str, Any] = {"statement": Statement, "event": Event}


def start(request: HttpRequest) -> HttpResponse:
    """The first record of the list, or what to do where there is none."""
    _may_look(request)
    queue = Queue.read(request.GET)
    first = queue.next()
    if first:
        return HttpResponseRedirect(_address(queue, first))
    heading, meaning = LISTS[queue.name]
    context = page_context(request, f"{heading}: nothing left", lists=LISTS, meaning=meaning, queue=queue)
    return TemplateResponse(request, "desk/done.html", context)


def review(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One record: what the article says, and approve, edit, reject, skip."""
    _may_look(request)
    queue = Queue.read(request.GET)
    rows = MODELS[kind].objects
    record = (rows.select_related("source", "speaker") if kind == "statement" else rows).filter(pk=number).first()
    if record is None:
        raise Http404
    if request.method != "POST":
        return _page(request, queue, kind, record, review_forms.review_form(record))
    if request.POST.get("decision") == "skip":
        return _onward(queue, place(kind, record))
    if not request.user.has_perm(f"timeline.decide_{kind}"):
        raise PermissionDenied
    return _decide(request, queue, kind, record)


def _decide(request: HttpRequest, queue: Queue, kind: str, record: Any) -> HttpResponse:
    quick = request.POST.get("quick", "")
    decision = "reject" if quick else request.POST.get("decision", "")
    here = place(kind, record)
    reason = " ".join((quick or request.POST.get("reason", "")).split())
    by = author(request, reason)
    record.version = _version(request)
    if getattr(record, "merged_into_id", None):
        messages.error(request, "Nothing was saved: this has been merged into another.")
        return HttpResponseRedirect(request.get_full_path())
    try:
        if decision == "approve":
            ledger.approve([record], by)
        elif decision == "reject":
            if not reason:
                messages.error(request, "Give a reason: whoever looks at this later will want it.")
                return HttpResponseRedirect(request.get_full_path())
            if record.state == State.PUBLISHED and not request.user.has_perm(f"timeline.unpublish_{kind}"):
                raise PermissionDenied
            ledger.reject([record], by)
        elif decision == "choose":
            choose_reading(record, request.POST.get("reading", ""), by)
            return HttpResponseRedirect(request.get_full_path())
        elif decision in ("save", "save-and-approve"):
            form = review_forms.review_form(MODELS[kind].objects.get(pk=record.pk), request.POST)
            if not form.is_valid():
                return _page(request, queue, kind, form.instance, form, status=422)
            with transaction.atomic():
                saved = review_forms.save(form, by)
                if decision == "save":
                    messages.success(request, "Saved.")
                    return HttpResponseRedirect(request.get_full_path())
                ledger.approve([saved], by)
        else:
            raise Http404
    except ledger.Conflict:
        return refuse(request, _address(queue, here), kind, record.pk)
    except (ValidationError, ValueError) as error:
        words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        messages.error(request, f"Nothing was saved: {words}")
        return HttpResponseRedirect(request.get_full_path())
    # Its number alone: a session would keep words that are erased elsewhere.
    request.session["last_decision"] = [kind, record.pk]
    return _onward(queue, here)


def _decided(last: list[Any] | None) -> dict[str, Any] | None:
    """What was decided last, so that the next page can offer to undo it."""
    if not last:
        return None
    kind, number = last
    record = MODELS[kind].objects.filter(pk=number).first()
    revisions = Revision.objects.filter(kind=kind, record_id=number).exclude(action="rendered")
    revision = revisions.order_by("-version").first()
    if record is None or revision is None or revision.action not in ("approved", "rejected"):
        return None
    return {"word": revision.get_action_display().capitalize(), "title": str(record), "batch": revision.batch}


def _page(request: HttpRequest, queue: Queue, kind: str, record: Any, form: Any, *, status: int = 200) -> HttpResponse:
    articles = evidence.of_statement(record) if kind == "statement" else evidence.of_event(record)
    heading, _ = LISTS[queue.name]
    merged_into = getattr(record, "merged_into", None)
    source = articles[0].source if articles else None
    names: list[str] = []
    if kind == "statement":
        cited = Statement.objects.filter(source=record.source_id).exclude(speaker=None).values("speaker")
        names = list(Speaker.objects.filter(pk__in=cited).order_by("name").values_list("name", flat=True)[:50])
    context = page_context(
        request,
        f"Review: {heading.lower()}",
        queue=queue,
        heading=heading,
        kind=kind,
        record=record,
        waiting=record.state == State.PROPOSED and not merged_into,
        merged_into=merged_into,
        may_decide=request.user.has_perm(f"timeline.decide_{kind}"),
        may_unpublish=record.state == State.PUBLISHED
        and not merged_into
        and request.user.has_perm(f"timeline.unpublish_{kind}"),
        list_url=reverse(f"admin:timeline_{kind}_changelist"),
        may_date=request.user.has_perm("timeline.date_source"),
        articles=articles,
        source=source,
        when=when(record),
        explained=explained(record),
        readings=[(reading, notation(reading)) for reading in record.readings],
        erasure=erasure(kind, record.pk) if record.state != State.PROPOSED else None,
        suggestions=of_record(kind, record.pk),
        reasons=list(enumerate(REASONS[kind], 1)),
        form=form,
        names=names,
        last=_decided(request.session.pop("last_decision", None)) if request.method == "GET" else None,
        edit_url=reverse(f"admin:timeline_{kind}_change", args=[record.pk]),
        history_url=reverse(f"admin:timeline_{kind}_history", args=[record.pk]),
    )
    return TemplateResponse(request, "desk/review.html", context, status=status)


def _version(request: HttpRequest) -> int:
    """The version that was on the screen; none at all is none that can match."""
    value = request.POST.get("version", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1


def _onward(queue: Queue, here: Place) -> HttpResponse:
    following = queue.next(here)
    if following:
        return HttpResponseRedirect(_address(queue, following))
    return HttpResponseRedirect(f"{reverse('admin:review')}?{queue.query()}&again=1")


def _address(queue: Queue, at: Place) -> str:
    return f"{reverse('admin:review_record', args=[at.kind, at.id])}?{queue.query()}"


def _may_look(request: HttpRequest) -> None:
    if not (request.user.has_perm("timeline.view_statement") and request.user.has_perm("timeline.view_event")):
        raise PermissionDenied
