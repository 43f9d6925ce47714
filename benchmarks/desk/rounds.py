"""Curators and imports at the same records at once, and what stands after.

Four processes edit, approve, reject, merge and split speakers and events, undo and re-import the same articles.
Afterwards every history must be complete, every decision must stand in it, no import may have changed what a person
held, no statement may hang on a speaker who was merged away and no report on an event that was, and every public
document must be what a fresh rendering gives.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections import Counter
from itertools import pairwise
from typing import Any

from benchmarks.crash import ask, python

PROCESSES = 4
ARTICLES = 6
ACTS = ("edit", "edit", "decide", "decide", "merge", "split", "undo", "import", "import")
NAMES = ("Anna Berg", "Bo Dahl", "Carl Ek", "Dora Falk", "Eva Gran", "Finn Holm")


def article(number: int, version: int) -> Any:
    """One of the articles, in one of its versions."""
    from extraction import Article

    name, other = NAMES[number % len(NAMES)], NAMES[(number + version) % len(NAMES)]
    text = (
        f"OSLO, {3 + number} May 2021 - “We will rebuild the bridge before the winter,” {name} said on Sunday. "
        f"“Nobody told us about the cost of it,” {other} said on Monday. "
        f"Two soldiers were killed in Oslo on Saturday. Version {version % 3} of the report."
    )
    return Article(text=text, url=f"https://news.example/{number}", publisher="Gazette")


def prepare() -> None:
    """The articles, imported once, and a person for each process."""
    from django.contrib.auth.models import User

    from timeline.importing import import_article
    from timeline.ledger import Author

    for number in range(ARTICLES):
        import_article(article(number, 0), Author())
    for number in range(PROCESSES):
        User.objects.create_user(f"curator{number}")


def work(number: int, rounds: int) -> None:
    """What one process does; prints each decision that was accepted as a line of JSON."""
    from django.contrib.auth.models import User
    from django.db import OperationalError

    from timeline import ledger
    from timeline.importing import import_article
    from timeline.models import Revision

    chance = random.Random(number)
    by = ledger.Author(user=User.objects.get(username=f"curator{number}"), reason=f"process {number}")
    for turn in range(rounds):
        act = chance.choice(ACTS)
        kind = chance.choice(("statement", "event"))
        try:
            if act == "edit":
                done = _edit(kind, f"{number}.{turn}", by)
            elif act == "decide":
                record = _any(kind)
                done = [] if record and chance.choice((ledger.approve, ledger.reject))([record], by) else None
            elif act == "merge":
                done = _merge("speaker" if kind == "statement" else "event", by)
            elif act == "split":
                done = _split(by)
            elif act == "undo":
                merged = Revision.objects.filter(action="merged", kind__in=("speaker", "event")).order_by("-id").first()
                done = [] if merged and merged.batch and ledger.undo(merged.batch, by).records else None
            else:
                import_article(article(chance.randrange(ARTICLES), chance.randrange(9)), ledger.Author())
                done = []
        except (ledger.Conflict, ledger.MergeError, ledger.UndoError, OperationalError):
            # Told and nothing written: a person would look again.
            continue
        if done is not None:
            print(json.dumps([act, *done]), flush=True)


def _any(kind: str) -> Any:
    """Any record that stands for itself."""
    from timeline.models import Event, Statement

    if kind == "statement":
        return Statement.objects.select_related("source", "speaker").order_by("?").first()
    return Event.objects.filter(merged_into=None).order_by("?").first()


def _edit(kind: str, mark: str, by: Any) -> list[Any] | None:
    """Edit any record; which, at which version, the column and what it was set to."""
    from timeline import ledger

    record = _any(kind)
    if record is None:
        return None
    column, value = ("role", f"role {mark}") if kind == "statement" else ("summary", f"summary {mark}")
    ledger.edit(record, {column: value}, by)
    return [kind, record.pk, record.version, column, value]


def _merge(kind: str, by: Any) -> list[Any] | None:
    from timeline import ledger
    from timeline.models import Event, Speaker

    model: Any = Speaker if kind == "speaker" else Event
    pair = list(model.objects.filter(merged_into=None).order_by("?").values_list("pk", flat=True)[:2])
    if len(pair) < 2:
        return None
    (ledger.merge_speakers if kind == "speaker" else ledger.merge_events)(pair[0], pair[1:], by)
    return []


def _split(by: Any) -> list[Any] | None:
    """Take a report out of an event that has several."""
    from django.db.models import Count

    from timeline import ledger
    from timeline.models import Event

    events = Event.objects.annotate(reports=Count("mentions")).filter(reports__gt=1, merged_into=None)
    event = events.order_by("?").first()
    report = event.mentions.order_by("?").first() if event else None
    if event is None or report is None:
        return None
    ledger.split_event(event.pk, [report.pk], by)
    return []


def problems(accepted: list[list[Any]]) -> list[str]:
    """What is wrong with what stands, a sentence each."""
    from timeline.ledger import documents
    from timeline.ledger.snapshots import snapshot
    from timeline.ledger.undoing import MODELS
    from timeline.models import Entry, Event, Revision, Statement

    found = []
    histories: dict[tuple[str, int], list[Revision]] = {}
    for revision in Revision.objects.order_by("kind", "record_id", "version"):
        histories.setdefault((revision.kind, revision.record_id), []).append(revision)
    for (kind, pk), history in histories.items():
        if [r.version for r in history] != list(range(1, len(history) + 1)):
            found.append(f"{kind} {pk}: versions {[r.version for r in history]}")
        kept = [r for r in history if r.action != "rendered"]
        for before, after in pairwise(kept):
            if after.user_id is None and after.action == "edited":
                for name in before.snapshot.get("held", []):
                    if name in after.snapshot and before.snapshot[name] != after.snapshot[name]:
                        found.append(f"{kind} {pk}: an import changed {name}, which a person held")
        row = MODELS[kind]._default_manager.filter(pk=pk).first()
        if row is None:
            if history[-1].action != "deleted":
                found.append(f"{kind} {pk} is gone without a trace")
            continue
        now = snapshot(row)
        for name, value in kept[-1].snapshot.items():
            if name not in ("version", "updated", "mentions") and now[name] != value:
                found.append(f"{kind} {pk}: {name} is {now[name]!r}, and its history says {value!r}")
    edited = {(r.kind, r.record_id, r.version): r.snapshot for r in Revision.objects.filter(action="edited")}
    found += [
        f"{kind} {pk}: “{value}” is in no history"
        for kind, pk, version, column, value in accepted
        if edited.get((kind, pk, version), {}).get(column) != value
    ]
    lost = Statement.objects.filter(speaker__merged_into__isnull=False).count()
    if lost:
        found.append(f"{lost} statements hang on a speaker who was merged away")
    for statement in Statement.objects.filter(state="published").select_related("source", "speaker"):
        entry = Entry.objects.filter(kind="statement", record_id=statement.pk).first()
        if entry is None or entry.document != documents.dumps(documents.statement_document(statement)):
            found.append(f"statement {statement.pk}: its public document is not what a fresh rendering gives")
    for event in Event.objects.filter(state="published", merged_into=None):
        entry = Entry.objects.filter(kind="event", record_id=event.pk).first()
        reports = list(event.mentions.select_related("source").order_by("source_id", "start", "pk"))
        if entry is None or entry.document != documents.dumps(documents.event_document(event, reports)):
            found.append(f"event {event.pk}: its public document is not what a fresh rendering gives")
    return found + _reports()


def _reports() -> list[str]:
    """What is wrong with the reports of events: each hangs on an event that stands, as its history has it."""
    from timeline.ledger.snapshots import snapshot
    from timeline.models import Event, Mention, Revision

    astray = Mention.objects.filter(event__merged_into__isnull=False).count()
    found = [f"{astray} reports hang on an event that was merged away"] if astray else []
    for event in Event.objects.filter(merged_into=None):
        now = {mention.pk: snapshot(mention) for mention in event.mentions.all()}
        kept = Revision.objects.filter(kind="event", record_id=event.pk).exclude(action="rendered").latest("version")
        then = {mention["id"]: mention for mention in kept.snapshot["mentions"]}
        if now != then:
            found.append(f"event {event.pk}: its reports are not those of its history")
        if not now:
            found.append(f"event {event.pk}: nobody reports it any more")
    return found


def run(url: str, rounds: int) -> tuple[list[str], list[str]]:
    """So many rounds in each process: what was done, in lines, and what is wrong."""
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    _in(url, "prepare()")
    code = (
        "import django, sys; django.setup(); from benchmarks.desk import rounds; "
        "rounds.work(int(sys.argv[1]), int(sys.argv[2]))"
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    workers = [
        python(url, "-c", code, str(number), str(rounds), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(PROCESSES)
    ]
    accepted: list[list[Any]] = []
    done: Counter[str] = Counter()
    failed = []
    for worker in workers:
        printed, errors = worker.communicate()
        for act, *written in map(json.loads, printed.splitlines()):
            done[act] += 1
            accepted += [written] if written else []
        if worker.returncode:
            failed.append(errors.strip().splitlines()[-1])
    acts = ", ".join(f"{count} {act}" for act, count in sorted(done.items()))
    lines = [f"{PROCESSES} processes, {rounds} rounds each; accepted: {acts}"]
    return lines, failed + _in(url, f"problems({accepted!r})")


def _in(url: str, expression: str) -> Any:
    return ask(url, f"__import__('benchmarks.desk.rounds', fromlist=['rounds']).{expression}")
