"""Pairs that may be one: what resembles a record, and why."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Q

from timeline.ledger.undoing import MODELS
from timeline.models import Suggestion


class Alike(NamedTuple):
    """A record that another resembles."""

    suggestion: Suggestion
    other: Any


def of_record(kind: str, number: int) -> list[Alike]:
    """What a record resembles, the likeliest first, as far as nobody has answered."""
    if kind == "statement":
        return []
    found = list(
        Suggestion.objects.open().filter(Q(first=number) | Q(second=number), kind=kind).order_by("-score", "id")[:5]
    )
    numbers = {pair.second if pair.first == number else pair.first for pair in found}
    others = MODELS[kind]._default_manager.in_bulk(numbers)
    pairs = ((pair, others.get(pair.second if pair.first == number else pair.first)) for pair in found)
    return [Alike(pair, other) for pair, other in pairs if other is not None]


def open_pairs(kind: str, most: int) -> list[tuple[Suggestion, Any, Any]]:
    """The likeliest pairs that nobody has answered, with their records; pairs of which one is merged are left out."""
    pairs = list(Suggestion.objects.open().filter(kind=kind).order_by("-score", "id")[: 2 * most])
    rows = MODELS[kind]._default_manager.in_bulk({number for pair in pairs for number in (pair.first, pair.second)})
    found: list[tuple[Suggestion, Any, Any]] = []
    for pair in pairs:
        one: Any = rows.get(pair.first)
        other: Any = rows.get(pair.second)
        if one is None or other is None or one.merged_into_id or other.merged_into_id:
            continue
        found.append((pair, one, other))
    return found[:most]


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
