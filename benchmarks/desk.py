"""`python -m benchmarks.desk --rounds 100`: curators and imports at the same records at once, and what stands after.

Four processes edit, approve, reject, merge, undo and re-import the same articles. Afterwards every history must be
complete, every decision must stand in it, no import may have changed what a person held, no statement may hang on a
speaker who was merged away, and every public document must be what a fresh rendering gives.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from itertools import pairwise
from typing import Any

from benchmarks.crash import ask, database, python

PROCESSES = 4
ARTICLES = 6
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
    from timeline.models import Revision, Speaker, Statement

    chance = random.Random(number)
    by = ledger.Author(user=User.objects.get(username=f"curator{number}"), reason=f"process {number}")
    for turn in range(rounds):
        try:
            act = chance.choice(("edit", "edit", "decide", "merge", "undo", "import", "import"))
            statements = Statement.objects.select_related("source", "speaker").order_by("?")
            if act == "edit" and (statement := statements.first()):
                value = f"role {number}.{turn}"
                ledger.edit(statement, {"role": value}, by)
                print(json.dumps([statement.pk, statement.version, value]), flush=True)
            elif act == "decide" and (statement := statements.first()):
                chance.choice((ledger.approve, ledger.reject))([statement], by)
            elif act == "merge":
                pair = list(Speaker.objects.filter(merged_into=None).order_by("?").values_list("pk", flat=True)[:2])
                if len(pair) == 2:
                    ledger.merge_speakers(pair[0], pair[1:], by)
            elif act == "undo":
                merged = Revision.objects.filter(action="merged", kind="speaker").order_by("-id").first()
                if merged and merged.batch:
                    ledger.undo(merged.batch, by)
            elif act == "import":
                import_article(article(chance.randrange(ARTICLES), chance.randrange(9)), ledger.Author())
        except (ledger.Conflict, ledger.MergeError, ledger.UndoError, OperationalError):
            # Told and nothing written: a person would look again.
            continue


def problems(accepted: list[list[Any]]) -> list[str]:
    """What is wrong with what stands, a sentence each."""
    from timeline.ledger import documents
    from timeline.ledger.snapshots import snapshot
    from timeline.ledger.undoing import MODELS
    from timeline.models import Entry, Revision, Statement

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
    roles = {
        (r.record_id, r.version): r.snapshot["role"] for r in Revision.objects.filter(kind="statement", action="edited")
    }
    found += [
        f"statement {pk}: “{value}” is in no history"
        for pk, version, value in accepted
        if roles.get((pk, version)) != value
    ]
    lost = Statement.objects.filter(speaker__merged_into__isnull=False).count()
    if lost:
        found.append(f"{lost} statements hang on a speaker who was merged away")
    for statement in Statement.objects.filter(state="published").select_related("source", "speaker"):
        entry = Entry.objects.filter(kind="statement", record_id=statement.pk).first()
        if entry is None or entry.document != documents.dumps(documents.statement_document(statement)):
            found.append(f"statement {statement.pk}: its public document is not what a fresh rendering gives")
    return found


def run(url: str, rounds: int) -> tuple[int, list[str]]:
    """So many rounds in each process: decisions accepted, and what is wrong."""
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    _in(url, "desk.prepare()")
    code = (
        "import django, sys; django.setup(); from benchmarks import desk; desk.work(int(sys.argv[1]), int(sys.argv[2]))"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ.update(environment)
    workers = [
        python(url, "-c", code, str(number), str(rounds), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(PROCESSES)
    ]
    accepted, failed = [], []
    for worker in workers:
        printed, errors = worker.communicate()
        accepted += [json.loads(line) for line in printed.splitlines()]
        if worker.returncode:
            failed.append(errors.strip().splitlines()[-1])
    return len(accepted), failed + _in(url, f"desk.problems({accepted!r})")


def _in(url: str, expression: str) -> Any:
    return ask(url, f"__import__('benchmarks.desk', fromlist=['desk']).{expression.removeprefix('desk.')}")


def main() -> int:
    """Exit status 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100, help="rounds in each of four processes")
    rounds = parser.parse_args().rounds
    with database(os.environ.get("DATABASE_URL", "")) as url:
        accepted, wrong = run(url, rounds)
    for sentence in wrong[:50]:
        sys.stdout.write(f"{sentence}\n")
    sys.stdout.write(f"{PROCESSES} processes, {rounds} rounds each: {accepted} edits accepted, {len(wrong)} problems\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
