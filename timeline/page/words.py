"""Dates in words. The page's script says the same in the reader's own locale (static/timeline/dates.js)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.models.dates import GIVEN

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
OPEN = ".."

#: How the date is known, as `timeline.models.statement.Basis` has it.
BASES = {
    "stated": "The source states the date in this passage.",
    "inherited": "The date is that of the passage or interview in which the words stand.",
    "context": "The date is bounded by what the source says around the passage.",
    "publication": "The source gives no date for it; it is bounded by the date of publication.",
}


def date_words(when: Mapping[str, Any] | None) -> str:
    """A `when` or `published` of a public document in words: "about February 2020", "1 to 10 March 2021"."""
    if not when:
        return "undated"
    # The bounds of these are narrower than the notation: "late 2017" is 2017, from September on.
    if when.get("precision") in ("part-of-year", "part-of-month") and when["start"] and when["end"]:
        return _qualifier(when["edtf"]) + range_words(_day(when["start"]), _day(when["end"]))
    return edtf_words(when["edtf"])


def edtf_words(edtf: str) -> str:
    """An EDTF date of our subset in words; a text that is not in it stays as it is."""
    if "/" not in edtf:
        return _single(edtf)
    first, last = edtf.split("/", 1)
    if first == OPEN:
        return f"no later than {_single(last)}"
    if last == OPEN:
        return f"from {_single(first)} on"
    return f"{_single(first)} to {_single(last)}"


def day_words(day: dt.date) -> str:
    """A day: 23 December 2019."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def range_words(first: dt.date, last: dt.date) -> str:
    """From a day to a day, with what they share said once: whole months are named without days."""
    if first == last:
        return day_words(first)
    whole = first.day == 1 and (last + dt.timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if whole and first.year == last.year:
        months = (first.month, last.month)
        return (
            str(first.year) if months == (1, 12) else f"{MONTHS[months[0] - 1]} to {MONTHS[months[1] - 1]} {first.year}"
        )
    if whole and (first.month, last.month) == (1, 12):
        return f"{first.year} to {last.year}"
    if whole:
        return f"{MONTHS[first.month - 1]} {first.year} to {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def range_edtf(first: dt.date, last: dt.date) -> str:
    """The same range in EDTF: whole years and months without days."""
    parts = 3
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        parts = 1 if (first.month, last.month) == (1, 12) else 2
    begins, ends = ("-".join(day.isoformat().split("-")[:parts]) for day in (first, last))
    return begins if begins == ends else f"{begins}/{ends}"


class Said(NamedTuple):
    """A stretch of a sentence; `edtf` where it is a date, which each reader is told in their own words."""

    text: str
    edtf: str = ""


Sentence = list[Said]


def found_words(when: Mapping[str, Any] | None) -> list[Sentence]:
    """How a date was found, as sentences: on what it rests, from which words, counted from what, by which rule."""
    if not when:
        return [[Said("No source gives a date that could be resolved; the record is undated.")]]
    sentences: list[Sentence] = []
    if when.get("rule") == GIVEN:
        sentences.append([Said("A curator gave the date.")])
    elif basis := BASES.get(when.get("basis") or ""):
        sentences.append([Said(basis)])
    anchor = anchor_words(when["anchor"]) if when.get("anchor") else []
    if text := when.get("text"):
        counted = [Said(", counted from "), *anchor] if anchor else []
        sentences.append([Said(f"It is read from the words “{text}”"), *counted, Said(".")])
    elif anchor:
        sentences.append([Said("It is counted from "), *anchor, Said(".")])
    sentences.append(bounds_words(when))
    return sentences


def bounds_words(when: Mapping[str, Any]) -> Sentence:
    """What the date covers, as a sentence."""
    first = Said(day_words(_day(when["start"])), when["start"]) if when["start"] else None
    last = Said(day_words(_day(when["end"])), when["end"]) if when["end"] else None
    if first and last:
        if first == last:
            return [Said("That is one day, "), first, Said(".")]
        return [Said("It may be any day from "), first, Said(" to "), last, Said(", or last for several of them.")]
    if last:
        return [Said("It lies on "), last, Said(" or before; how long before is not known.")]
    if first:
        return [Said("It begins on "), first, Said(" at the earliest, and no end is known.")]
    return [Said("Neither its first nor its last day is known.")]


def anchor_words(anchor: str) -> Sentence:
    """What a relative date was counted from: "publication 2024-07-14" becomes a phrase."""
    kind, _, date = anchor.partition(" ")
    phrase = {"publication": "the date of publication", "text": "another date in the text"}.get(kind)
    if phrase is None:
        return [Said(anchor)]
    return [Said(f"{phrase}, "), Said(edtf_words(date), date)] if date else [Said(phrase)]


def _single(edtf: str) -> str:
    """A date without a slash."""
    plain, words = edtf.rstrip("~?%"), _qualifier(edtf)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", plain):
        return words + day_words(dt.date(*map(int, match.groups())))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", plain):
        year, part = match.groups()
        if part in SEASONS:
            return f"{words}{SEASONS[part]} {int(year)}"
        if part in QUARTERS:
            return f"{words}the {QUARTERS[part]} quarter of {int(year)}"
        return f"{words}{MONTHS[int(part) - 1]} {int(year)}"
    if match := re.fullmatch(r"(\d{3})X", plain):
        return f"{words}the {int(match[1])}0s"
    if match := re.fullmatch(r"(\d\d)XX", plain):
        return f"{words}{match[1]}00 to {match[1]}99"
    return words + (str(int(plain)) if re.fullmatch(r"\d{4}", plain) else plain)


def _qualifier(edtf: str) -> str:
    return QUALIFIERS.get(edtf[-1:], "")


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
