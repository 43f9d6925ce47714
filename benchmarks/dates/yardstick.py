"""Whether the unread documents are harder by themselves: a yardstick that learnt from neither part, and chance.

The yardstick is a handful of expressions with the plainest reading of each, written without looking at any document.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter, defaultdict
from typing import Any

from benchmarks.dates.compare import right

Record = dict[str, Any]

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
STEPS = {"last": -1, "this": 0, "next": 1}
PLAIN = re.compile(
    rf"\b(?:{MONTH} (?P<day>\d\d?)(?:, (?P<year>\d{{4}}))?\b"
    rf"|(?P<named>yesterday|today|tomorrow)\b"
    rf"|(?P<weekday>{'|'.join(DAYS)})\b"
    rf"|(?P<which>last|this|next) (?P<unit>week|month|year)\b"
    rf"|(?P<bare>(?:19|20)\d\d)\b"
    rf"|(?P<count>\d+|{'|'.join(NUMBERS)})[ -](?P<length>day|week|month|year)s?\b)",
    re.IGNORECASE,
)
#: How many samples of the documents the interval of the gap is drawn from.
SAMPLES = 2000
#: The share of the documents that `trimmed` leaves out.
WORST = 0.04
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def plain(documents: list[Record]) -> list[Record]:
    """The yardstick's expressions of each document; `rule` is their kind."""
    records = []
    for document in documents:
        published = dt.date.fromisoformat(document["published"][:10])
        timexes = [_timex(match, published) for match in PLAIN.finditer(document["text"])]
        records.append({"doc_id": document["doc_id"], "timexes": timexes})
    return records


def _timex(m: re.Match[str], published: dt.date) -> Record:
    kind = next(k for k in ("day", "named", "weekday", "unit", "bare", "length") if m[k])
    value = {"day": _day, "named": _named, "weekday": _weekday, "unit": _unit, "bare": _bare, "length": _length}[kind](
        m, published
    )
    found = "DURATION" if kind == "length" else "DATE"
    return {"start": m.start(), "end": m.end(), "text": m[0], "type": found, "value": value, "rule": kind}


def _day(m: re.Match[str], published: dt.date) -> str:
    return f"{m['year'] or published.year}-{MONTHS.index(m['month'].lower()) + 1:02}-{int(m['day']):02}"


def _named(m: re.Match[str], published: dt.date) -> str:
    return (published + dt.timedelta(["yesterday", "today", "tomorrow"].index(m["named"].lower()) - 1)).isoformat()


def _weekday(m: re.Match[str], published: dt.date) -> str:
    back = (published.weekday() - DAYS.index(m["weekday"].lower())) % 7
    return (published - dt.timedelta(back)).isoformat()


def _unit(m: re.Match[str], published: dt.date) -> str:
    step, unit = STEPS[m["which"].lower()], m["unit"].lower()
    if unit == "year":
        return str(published.year + step)
    if unit == "week":
        year, week, _ = (published + dt.timedelta(7 * step)).isocalendar()
        return f"{year}-W{week:02}"
    month = published.year * 12 + published.month - 1 + step
    return f"{month // 12}-{month % 12 + 1:02}"


def _bare(m: re.Match[str], published: dt.date) -> str:
    return m["bare"]


def _length(m: re.Match[str], published: dt.date) -> str:
    count = m["count"].lower()
    return f"P{count if count.isdigit() else NUMBERS.index(count) + 1}{m['length'][0].upper()}"


def kinds(gold: list[Record], found: list[Record]) -> dict[str, tuple[int, int]]:
    """For each kind of the yardstick: how many it found that the gold has, and how many of these with its value."""
    records = {r["doc_id"]: r["timexes"] for r in found}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for document in gold:
        for timex in records[document["doc_id"]]:
            same = [g for g in document["timexes"] if g["start"] < timex["end"] and timex["start"] < g["end"]]
            counts[timex["rule"]][0] += bool(same)
            counts[timex["rule"]][1] += any(g["value"] == timex["value"] for g in same)
    return {kind: (count[0], count[1]) for kind, count in counts.items()}


def interval(develop: list[Record], unread: list[Record], found: list[Record]) -> tuple[float, float, float]:
    """The gap in value F1 between the parts, and the bounds that 95 of 100 samples of the documents keep to."""
    parts = [_counts(part, found) for part in (develop, unread)]
    chance = random.Random(1)
    gaps = []
    for _ in range(SAMPLES):
        first, second = (_f1([chance.choice(part) for _ in part]) for part in parts)
        gaps.append(first - second)
    gaps.sort()
    return _f1(parts[0]) - _f1(parts[1]), gaps[SAMPLES // 40], gaps[-SAMPLES // 40 - 1]


def trimmed(develop: list[Record], unread: list[Record], found: list[Record]) -> float:
    """The gap without the WORST of the documents of each part that lose most: whether a few make it."""
    kept = []
    for part in (develop, unread):
        counts = sorted(_counts(part, found), key=lambda c: c[1] - 2 * c[0])
        kept.append(_f1(counts[: len(counts) - round(WORST * len(counts))]))
    return kept[0] - kept[1]


def same_document(gold: list[Record], found: list[Record]) -> tuple[int, int]:
    """How many days the gold and what was found name otherwise, and how many of them stand in one document."""
    records = {r["doc_id"]: r["timexes"] for r in found}
    counts = [
        sum(
            g["start"] < f["end"] and f["start"] < g["end"] and _differ(g["value"], f["value"])
            for g in document["timexes"]
            for f in records[document["doc_id"]]
        )
        for document in gold
    ]
    return sum(counts), max(counts, default=0)


def _differ(value: str, other: str) -> bool:
    return value != other and bool(DAY.fullmatch(value)) and bool(DAY.fullmatch(other))


def both_parts(develop: list[Record], unread: list[Record], found: list[Record]) -> str:
    """One line: the value F1 of a run on each part, and the gap."""
    first, second = (_f1(_counts(part, found)) for part in (develop, unread))
    return f"values: to develop on {first:.2f}, never read {second:.2f}, gap {first - second:.1f}"


def _counts(gold: list[Record], found: list[Record]) -> list[tuple[int, int]]:
    """Of each document: how many expressions are right, and how many there are in gold and findings together."""
    hits = Counter(key[0] for key in right(gold, found))
    sizes = {r["doc_id"]: len(r["timexes"]) for r in found}
    return [(hits[d["doc_id"]], len(d["timexes"]) + sizes[d["doc_id"]]) for d in gold]


def _f1(counts: list[tuple[int, int]]) -> float:
    return 200 * sum(c[0] for c in counts) / max(sum(c[1] for c in counts), 1)


def wires(documents: list[Record]) -> str:
    """How many gold expressions come from which wire, by the letters that document names begin with."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts[re.split(r"[\d_]", document["doc_id"])[0].upper()] += len(document["timexes"])
    total = sum(counts.values())
    return ", ".join(f"{name} {100 * n / total:.0f}%" for name, n in counts.most_common())
