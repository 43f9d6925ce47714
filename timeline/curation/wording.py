"""Dates and changes in plain words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from extraction import edtf
from timeline.models.dates import GIVEN, Dated, opened

MONTHS = ("January February March April May June July August September October November December").split()
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
BASES = {
    "stated": "The text states the date.",
    "inherited": "The date is that of the passage or interview around it.",
    "context": "The date is bounded by what the text says around it.",
    "publication": "Nothing in the text says when: it is bounded by the publication date alone.",
}
#: Columns that say nothing to people, or that another line says already.
SILENT = frozenset(
    {"id", "version", "created", "updated", "held", "sha256", "fingerprint", "identity", "key", "erased_fields"}
)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number of things.

    >>> counted(1, "statement"), counted(2, "pair of events", "pairs of events")
    ('1 statement', '2 pairs of events')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def day(value: dt.date) -> str:
    """A day: 14 July 2024.

    >>> day(dt.date(2024, 7, 14))
    '14 July 2024'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def notation(text: str) -> str:
    """An EDTF date in words; one that is not in the subset as it stands.

    >>> notation("2019-36")
    'the fourth quarter of 2019'
    """
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return text
    first, _, last = text.partition("/")
    if not last:
        return _single(first)
    if first == "..":
        return f"before or on {_single(last)}"
    if last == "..":
        return f"since {_single(first)}"
    return f"{_single(first)} to {_single(last)}"


def _single(text: str) -> str:
    doubt = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(text[-1], "")
    text = text.rstrip("~?%")
    year, *rest = text.split("-")
    if year.endswith("XX"):
        return f"{doubt}the century {year[:2]}00 to {year[:2]}99"
    if year.endswith("X"):
        return f"{doubt}the {year[:3]}0s"
    if not rest:
        return f"{doubt}{int(year)}"
    part = int(rest[0])
    if len(rest) == 2:
        return f"{doubt}{day(dt.date(int(year), part, int(rest[1])))}"
    if part in SEASONS:
        return f"{doubt}{SEASONS[part]} {int(year)}"
    if part in QUARTERS:
        return f"{doubt}the {QUARTERS[part]} quarter of {int(year)}"
    return f"{doubt}{MONTHS[part - 1]} {int(year)}"


def when(record: Dated) -> str:
    """A record's date in words, with its bounds where they are narrower or wider than its notation."""
    if record.earliest is None or record.latest is None:
        if record.readings:
            return "either " + " or ".join(notation(reading) for reading in record.readings)
        return "no date"
    words = notation(record.edtf)
    try:
        plain = edtf.parse(record.edtf)
    except edtf.EdtfError:
        return words
    bounds = (opened(record.earliest), opened(record.latest))
    if bounds == (plain.earliest, plain.latest):
        return words
    first = day(bounds[0]) if bounds[0] else "an unknown day"
    last = day(bounds[1]) if bounds[1] else "now"
    return f"{words}: between {first} and {last}"


def explained(record: Dated) -> str:
    """How the date was found: “Sunday”, counted from the publication date 14 July 2024."""
    sentence = f"“{record.date_text}”" if record.date_text else ""
    if record.rule == GIVEN:
        # How the machine knew a date is no reason for the one that a person gave instead.
        return f"Given by a curator{f', for {sentence}' if sentence else ''}."
    if record.anchor:
        kind, _, value = record.anchor.partition(" ")
        counted = {"publication": "the publication date", "text": "a date before it in the text,"}.get(kind, kind)
        sentence += f", counted from {counted} {notation(value)}".rstrip() if sentence else f"Counted from {counted}"
    if not sentence:
        sentence = BASES.get(getattr(record, "basis", ""), "") if record.earliest else "No date could be worked out"
    elif record.date_text and record.earliest is None and not record.readings:
        sentence += ": nothing says which day this is, for want of a date to count it from"
    return sentence.rstrip(".") + "." if sentence else ""


def difference(old: dict[str, Any], new: dict[str, Any], names: dict[str, str]) -> list[str]:
    """What changed between two snapshots, a sentence each. `names` gives columns the words of people."""
    lines = []
    for column in [*new, *(name for name in old if name not in new)]:
        if column in SILENT or old.get(column) == new.get(column):
            continue
        if column == "mentions":
            lines += _reports(old.get(column) or [], new.get(column) or [])
            continue
        label = names.get(column, column)
        before, after = shown(old.get(column)), shown(new.get(column))
        if not before:
            lines.append(f"{label} set to {after}")
        elif not after:
            lines.append(f"{label} taken away (it was {before})")
        else:
            lines.append(f"{label} changed from {before} to {after}")
    return lines


def _reports(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[str]:
    before, after = ({report["id"]: report for report in reports} for reports in (old, new))
    lines = [f"report added: {shown(after[key]['text'])}" for key in after.keys() - before.keys()]
    lines += [f"report moved away: {shown(before[key]['text'])}" for key in before.keys() - after.keys()]
    for key in sorted(before.keys() & after.keys()):
        if before[key] != after[key]:
            lines.append(f"report changed: {shown(after[key]['text'])}")
    return lines


def shown(value: Any, limit: int = 200) -> str:
    """A kept value for people, cut where it is long; nothing for what is empty."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(filter(None, (shown(part, limit) for part in value)))
    if isinstance(value, dict):
        return str(value.get("name") or ", ".join(f"{key} {part}" for key, part in value.items() if part is not None))
    text = str(value)
    return f"“{text[:limit]}…”" if len(text) > limit else f"“{text}”"
