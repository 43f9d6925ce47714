"""Pairs that may be one: what resembles a record, and why."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from timeline.ledger.undoing import MODELS
from timeline.models import State, Suggestion


class Alike(NamedTuple):
    """A record that another resembles."""

    suggestion: Suggestion
    other: Any


def waiting(kind: str) -> QuerySet[Suggestion]:
    """The pairs that nobody has answered, and whose records both stand: neither merged away nor rejected."""
    gone = Q(merged_into__isnull=False)
    if kind == "event":
        gone |= Q(state=State.REJECTED)
    either = MODELS[kind]._default_manager.filter(Q(pk=OuterRef("first")) | Q(pk=OuterRef("second")))
    return Suggestion.objects.open().filter(~Exists(either.filter(gone)), kind=kind)


def of_record(kind: str, number: int) -> list[Alike]:
    """What a record resembles, the likeliest first, as far as nobody has answered."""
    if kind == "statement":
        return []
    found = list(waiting(kind).filter(Q(first=number) | Q(second=number)).order_by("-score", "id")[:5])
    numbers = {pair.second if pair.first == number else pair.first for pair in found}
    others = MODELS[kind]._default_manager.in_bulk(numbers)
    pairs = ((pair, others.get(pair.second if pair.first == number else pair.first)) for pair in found)
    return [Alike(pair, other) for pair, other in pairs if other is not None]


def open_pairs(kind: str, most: int) -> list[tuple[Suggestion, Any, Any]]:
    """The likeliest pairs that nobody has answered, with their records."""
    pairs = list(waiting(kind).order_by("-score", "id")[:most])
    rows = MODELS[kind]._default_manager.in_bulk({number for pair in pairs for number in (pair.first, pair.second)})
    return [(pair, rows[pair.first], rows[pair.second]) for pair in pairs if {pair.first, pair.second} <= rows.keys()]


def answer(kind: str, numbers: list[int], word: str) -> None:
    """Keep what a person decided about all pairs of these records, so that none is suggested again."""
    ordered = sorted(set(numbers))
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 :]:
            Suggestion.objects.update_or_create(
                kind=kind,
                first=first,
                second=second,
                defaults={"answer": word},
                create_defaults={"answer": word, "score": 0},
            )
