"""What a change gains and loses: two runs against the gold, expression by expression."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]
Key = tuple[str, int, int]


def right(gold: list[Record], found: list[Record]) -> dict[Key, str]:
    """The gold expressions that a run finds with their value, by document and span; with what they are."""
    spans = {record["doc_id"]: record["timexes"] for record in found}
    return {
        (d["doc_id"], g["start"], g["end"]): f"{g['text']!r} {g['value']}"
        for d in gold
        for g, t in aligned(d["timexes"], spans.get(d["doc_id"], []))
        if t["value"] == g["value"]
    }


def aligned(gold: list[Record], found: list[Record]) -> list[tuple[Record, Record]]:
    """Each gold expression with at most one that was found, as TempEval-3 scores.

    The same span comes first, then the longer overlap, then the earlier expression.
    """
    pairs = sorted(
        (
            ((g["start"], g["end"]) != (t["start"], t["end"]), max(g["start"], t["start"]) - min(g["end"], t["end"])),
            g["start"],
            t["start"],
            at,
            place,
        )
        for at, g in enumerate(gold)
        for place, t in enumerate(found)
        if _overlap(g, t)
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for *_, at, place in pairs:
        if at not in taken[0] and place not in taken[1]:
            taken[0].add(at)
            taken[1].add(place)
            chosen.append((gold[at], found[place]))
    return chosen


def invented(gold: list[Record], found: list[Record]) -> dict[Key, str]:
    """The expressions of a run that are none of the gold's, by document and span; with their rule."""
    spans = {d["doc_id"]: d["timexes"] for d in gold}
    return {
        (record["doc_id"], t["start"], t["end"]): f"{t['text']!r} {t['value']} ({t.get('rule', '?')})"
        for record in found
        if record["doc_id"] in spans
        for t in record["timexes"]
        if not any(_overlap(g, t) for g in spans[record["doc_id"]])
    }


def changes(gold: list[Record], before: list[Record], after: list[Record]) -> list[str]:
    """Lines that tell what is now right, what no longer is, what is now found for nothing, and what no longer is."""
    was, now = right(gold, before), right(gold, after)
    false_before, false_now = invented(gold, before), invented(gold, after)
    groups = {
        "gained": _fresh(now, was),
        "lost": _fresh(was, now),
        "spurious, new": _fresh(false_now, false_before),
        "spurious, gone": _fresh(false_before, false_now),
    }
    lines = []
    for name, items in groups.items():
        lines.append(f"{name}: {len(items)}")
        lines += [f"  {key[0]} {key[1]}: {what}" for key, what in items]
    return lines


def _fresh(these: dict[Key, str], those: dict[Key, str]) -> list[tuple[Key, str]]:
    return [(key, what) for key, what in sorted(these.items()) if key not in those]


def _overlap(a: Record, b: Record) -> bool:
    return bool(min(a["end"], b["end"]) > max(a["start"], b["start"]))
