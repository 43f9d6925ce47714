"""Merging and splitting on the desk: chosen, previewed, done; and undone."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from timeline import ledger
from timeline.admin.base import author
from timeline.admin.pages import page_context
from timeline.curation.history import column_names
from timeline.curation.queue import Queue
from timeline.curation.suggestions import answer, open_pairs
from timeline.curation.wording import counted, difference, notation, when
from timeline.ledger.undoing import MODELS
from timeline.models import Action, Event, Revision, Source, Speaker, Statement, Suggestion

MERGE: dict[str, Any] = {"speaker": ledger.merge_speakers, "event": ledger.merge_events}
#: Records found by a search for another to merge with.
FOUND = 20


def merge(request: HttpRequest, kind: str) -> HttpResponse:
    """Two or more records side by side, which one is kept, and what comes of it."""
    _check(request, f"merge_{kind}")
    ids = _numbers(request.POST.getlist("id") or request.GET.getlist("id"))
    records = sorted(MODELS[kind]._default_manager.filter(pk__in=ids), key=lambda row: ids.index(row.pk))
    chosen = _numbers([request.POST.get("kept") or request.GET.get("kept") or ""])
    kept = chosen[0] if chosen and chosen[0] in ids else (ids[0] if ids else 0)
    if request.method == "POST" and chosen == [kept]:
        others = [number for number in ids if number != kept]
        try:
            MERGE[kind](kept, others, author(request, request.POST.get("reason", "")))
        except (ledger.MergeError, ledger.Conflict) as error:
            messages.error(request, f"Nothing was merged: {error}")
            return HttpResponseRedirect(f"{reverse('admin:merge', args=[kind])}?{'&'.join(f'id={i}' for i in ids)}")
        messages.success(request, f"Merged {len(ids)} {kind}s into one. Its history can undo it.")
        return HttpResponseRedirect(reverse(f"admin:timeline_{kind}_history", args=[kept]))
    words = " ".join(request.GET.get("q", "").split())
    context = page_context(
        request,
        f"Merge {kind}s",
        kind=kind,
        plural=f"{kind}s",
        rows=[(row, _described(row), _looked_at(row)) for row in records],
        ids="&".join(f"id={number}" for number in ids),
        kept=kept,
        outcome=_outcome(kind, kept, ids) if len(records) > 1 else [],
        words=words,
        found=_search(kind, words, ids),
    )
    return TemplateResponse(request, "desk/merge.html", context)


def split(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Some of a speaker's statements, or of an event's reports, become another's."""
    _check(request, f"merge_{kind}")
    record = MODELS[kind]._default_manager.filter(pk=number).first()
    if record is None:
        raise Http404
    if request.method == "POST":
        chosen = _numbers(request.POST.getlist("part"))
        by = author(request, request.POST.get("reason", ""))
        try:
            if kind == "event":
                new: Any = ledger.split_event(number, chosen, by)
            else:
                new = ledger.split_speaker(number, request.POST.get("name", ""), chosen, by)
        except (ledger.MergeError, ledger.Conflict) as error:
            messages.error(request, f"Nothing was split: {error}")
            return HttpResponseRedirect(request.get_full_path())
        messages.success(request, "Split. Its history can undo it.")
        return HttpResponseRedirect(reverse(f"admin:timeline_{kind}_history", args=[new.pk]))
    parts: Any
    if isinstance(record, Event):
        parts = record.mentions.select_related("source").order_by("source_id", "start", "pk")
    else:
        parts = Statement.objects.filter(speaker=number).select_related("source", "speaker").order_by("-id")
    context = page_context(
        request, f"Split {record}", kind=kind, record=record, parts=[(part, when(part)) for part in parts[:200]]
    )
    return TemplateResponse(request, "desk/split.html", context)


def undo(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """What a change did, and taking all of it back."""
    revisions = list(Revision.objects.filter(batch=batch).exclude(action=Action.RENDERED).order_by("id"))
    if not revisions:
        raise Http404
    if not may_undo(request.user, revisions):
        raise PermissionDenied
    back = reverse(f"admin:timeline_{revisions[0].kind}_history", args=[revisions[0].record_id])
    if request.method == "POST" and request.POST.get("confirmed") == "yes":
        try:
            undone = ledger.undo(batch, author(request, f"undo: {revisions[0].get_action_display()}"))
        except (ledger.UndoError, ledger.MergeError, ledger.Conflict) as error:
            messages.error(request, f"Nothing was undone: {error}")
            return HttpResponseRedirect(back)
        if undone.records:
            put_back = "put back as it was" if undone.records == 1 else "put back as they were"
            messages.success(request, f"Undone: {counted(undone.records, 'record')} {put_back}.")
        else:
            messages.warning(request, "Nothing was undone: nothing of this change stands as it was made.")
        for sentence in undone.left:
            messages.warning(request, f"Left: {sentence}.")
        return HttpResponseRedirect(_after_undo(request, revisions, back))
    context = page_context(
        request,
        "Undo this change?",
        changes=_named(revisions[:50]),
        more=max(0, len(revisions) - 50),
        back=back,
        left=_rehearsed(batch),
    )
    return TemplateResponse(request, "desk/undo.html", context)


def restore(request: HttpRequest, kind: str, number: int, version: int) -> HttpResponse:
    """A record as it was at a version; only posted, from its history."""
    if request.method != "POST":
        raise Http404
    _check(request, f"change_{kind}")
    if kind in ("statement", "event"):
        # An earlier state may be published or not: restoring it is deciding again.
        _check(request, f"decide_{kind}")
        _check(request, f"unpublish_{kind}")
    try:
        changed = ledger.restore_version(kind, number, version, author(request, f"back to version {version}"))
        messages.success(request, "Restored." if changed else "It is like that already.")
    except (ledger.UndoError, ledger.Conflict) as error:
        messages.error(request, f"Nothing was restored: {error}")
    return HttpResponseRedirect(reverse(f"admin:timeline_{kind}_history", args=[number]))


def suggestions(request: HttpRequest, kind: str) -> HttpResponse:
    """Pairs that may be one, with the reasons; merged or told apart by a person alone."""
    _check(request, f"view_{kind}")
    if request.method == "POST":
        _check(request, f"merge_{kind}")
        pair = Suggestion.objects.open().filter(pk__in=_numbers([request.POST.get("different", "")])).first()
        if pair:
            answer(kind, [pair.first, pair.second], "different")
            messages.success(request, "Noted: they are not the same. The pair is not suggested again.")
        return HttpResponseRedirect(request.get_full_path())
    context = page_context(
        request,
        f"{kind.capitalize()}s who may be one" if kind == "speaker" else "Events that may be one",
        kind=kind,
        pairs=[
            (pair, [(row, _described(row), _looked_at(row)) for row in rows]) for pair, *rows in open_pairs(kind, 50)
        ],
        may_merge=request.user.has_perm(f"timeline.merge_{kind}"),
    )
    return TemplateResponse(request, "desk/suggestions.html", context)


def may_undo(user: Any, revisions: list[Revision]) -> bool:
    """One's own decisions are everybody's to take back who may decide; anything else is an editor's."""
    kinds = {revision.kind for revision in revisions}
    if all(user.has_perm(f"timeline.merge_{kind}") for kind in ("speaker", "event")):
        return "source" not in kinds or user.has_perm("timeline.change_source")
    own = all(revision.user_id == user.pk for revision in revisions)
    return own and kinds <= {"statement", "event"} and all(user.has_perm(f"timeline.decide_{kind}") for kind in kinds)


def _after_undo(request: HttpRequest, revisions: list[Revision], back: str) -> str:
    """After an undone decision the record is looked at again, in the work list that it was decided in."""
    first = revisions[0]
    if len(revisions) == 1 and first.kind in ("statement", "event"):
        address = reverse("admin:review_record", args=[first.kind, first.record_id])
        return f"{address}?{Queue.read(request.GET).query()}"
    return back


def _rehearsed(batch: uuid.UUID) -> list[str]:
    """What would be left because somebody changed it since; nothing is written."""
    try:
        with transaction.atomic():
            left = ledger.undo(batch, ledger.Author()).left
            transaction.set_rollback(True)
    except (ledger.UndoError, ledger.MergeError, ledger.Conflict) as error:
        return [str(error)]
    return left


def _outcome(kind: str, kept: int, ids: list[int]) -> list[str]:
    """What merging would make of the record that is kept, in words; nothing is written."""
    before = Revision.objects.filter(kind=kind, record_id=kept).exclude(action=Action.RENDERED).order_by("-version")
    old = before.values_list("snapshot", flat=True).first() or {}
    try:
        with transaction.atomic():
            MERGE[kind](kept, [number for number in ids if number != kept], ledger.Author())
            new = before.all().values_list("snapshot", flat=True).first() or {}
            moved = Revision.objects.filter(batch=before.all().values_list("batch", flat=True)[:1])
            statements = moved.filter(kind="statement", action=Action.MERGED).count()
            transaction.set_rollback(True)
    except (ledger.MergeError, ledger.Conflict) as error:
        return [str(error)]
    lines = difference(old, new, column_names(kind))
    if kind == "speaker":
        lines.append(f"{counted(statements, 'statement')} {'moves' if statements == 1 else 'move'} to it")
    return lines


def _described(record: Any) -> list[str]:
    if isinstance(record, Speaker):
        count = Statement.objects.filter(speaker=record).values("pk")[:1000].count()
        roles = Statement.objects.filter(speaker=record).exclude(role="").values_list("role", flat=True)[:20]
        lines = [counted(count, "statement"), record.organisation, *list(dict.fromkeys(roles))[:3]]
        return [line for line in lines if line]
    mentions = record.mentions.select_related("source").order_by("pk")[:3]
    reports = [f"“{mention.text[:160]}” in {_article(mention.source)}" for mention in mentions]
    return [when(record), record.get_state_display(), *reports]


def _article(source: Source) -> str:
    """An article as one is told from another: its title, publisher and date."""
    return ", ".join(filter(None, [str(source), source.publisher, notation(source.edtf) if source.edtf else "undated"]))


def _looked_at(record: Any) -> str:
    """Where a record is looked at."""
    if isinstance(record, Event):
        return reverse("admin:review_record", args=["event", record.pk])
    return reverse("admin:timeline_speaker_change", args=[record.pk])


def _named(revisions: list[Revision]) -> list[str]:
    """Changes with the names of what they changed."""
    names: dict[tuple[str, int], Any] = {}
    for kind in {revision.kind for revision in revisions}:
        rows: Any = MODELS[kind]._default_manager
        rows = rows.select_related("source", "speaker") if kind == "statement" else rows
        found = rows.in_bulk([revision.record_id for revision in revisions if revision.kind == kind])
        names |= {(kind, number): record for number, record in found.items()}
    lines = []
    for revision in revisions:
        record = names.get((revision.kind, revision.record_id), f"number {revision.record_id}, no longer here")
        lines.append(f"{revision.kind} “{record}”: {revision.get_action_display()}")
    return lines


def _search(kind: str, words: str, ids: list[int]) -> list[Any]:
    if not words:
        return []
    manager: Any = MODELS[kind]._default_manager
    rows = manager.filter(merged_into=None).exclude(pk__in=ids)
    column = "name" if kind == "speaker" else "title"
    found = Q()
    for word in words.split()[:8]:
        found &= Q(**{f"{column}__icontains": word})
    return list(rows.filter(found).order_by(column, "pk")[:FOUND])


def _numbers(values: list[str]) -> list[int]:
    return list(dict.fromkeys(int(v) for v in values if v.isascii() and v.isdigit() and len(v) < 19))[:50]


def _check(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(f"timeline.{permission}"):
        raise PermissionDenied
