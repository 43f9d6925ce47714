"""Public documents as the pages show them: dates in words, bars, and the words of sources with what matters marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

import orjson

from extraction.names import folded
from timeline.models.event import Occurrence
from timeline.page.extent import Bar, Window, bar
from timeline.page.words import date_words, found_words

#: How an event that did not simply happen is marked.
OCCURRENCES = {value: label for value, label in Occurrence.choices if value != Occurrence.OCCURRED}


class Piece(NamedTuple):
    """A stretch of a source's words; `is_date` where it is what gives the date."""

    text: str
    is_date: bool


class Row(NamedTuple):
    """A record of the list."""

    record: dict[str, Any]
    path: str
    date: str
    bar: Bar | None
    occurrence: str
    publishers: list[str]
    role: str

    @property
    def year(self) -> str:
        """The year under which the list has it: that of its first day."""
        when = self.record["when"]
        if not when:
            return "Undated"
        return str(int(when["start"][:4])) if when["start"] else "Start unknown"


class Group(NamedTuple):
    """Records that begin in one year, in the order of the list."""

    year: str
    rows: list[Row]


def row(document: str, window: Window, as_of: str = "") -> Row:
    """A record of the list, from its kept document; of the past, its address leads to what it was then."""
    record = orjson.loads(document)
    return Row(
        record=record,
        path=record_path(record) + (f"?{urlencode({'as_of': as_of})}" if as_of else ""),
        date=date_words(record["when"]),
        bar=bar(record["when"], window),
        occurrence=OCCURRENCES.get(record.get("occurrence", ""), ""),
        role=role(record),
        publishers=list(dict.fromkeys(source["publisher"] for source in record["sources"] if source["publisher"])),
    )


def grouped(rows: list[Row], *, by_year: bool = True) -> list[Group]:
    """The rows under their years, or all together where they are in another order than that of dates."""
    if not by_year:
        return [Group("In this order", rows)] if rows else []
    groups: list[Group] = []
    for found in rows:
        if not groups or groups[-1].year != found.year:
            groups.append(Group(found.year, []))
        groups[-1].rows.append(found)
    return groups


def record_path(record: Mapping[str, Any]) -> str:
    """The address of a record's page: /events/12/."""
    kind, number = record["id"].split("-")
    return f"/{kind}s/{number}/"


def role(record: Mapping[str, Any]) -> str:
    """A speaker's role and organisation as the source gives them, without what the name says already."""
    speaker = record.get("speaker")
    if not speaker:
        return ""
    name = folded(speaker["name"])
    parts = [part for part in (speaker["role"], speaker["organisation"]) if part and folded(part) not in name]
    return ", ".join(dict.fromkeys(parts))


def shown(record: dict[str, Any]) -> dict[str, Any]:
    """What a record's own page says of it."""
    when = record["when"]
    return {
        "record": record,
        "date": date_words(when),
        "found": found_words(when),
        "occurrence": OCCURRENCES.get(record.get("occurrence", ""), ""),
        "role": role(record),
        "alternatives": [
            {"when": other, "date": date_words(other), "publishers": _dating(record, other)}
            for other in record["when_alternatives"]
        ],
        "sources": [
            {
                "source": source,
                "published": date_words(source["published"]),
                "evidence": [passage(evidence) for evidence in source["evidence"]],
            }
            for source in record["sources"]
        ],
    }


def _dating(record: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The publishers of the sources that give another date; where they are not numbered, those that have its words."""
    text, numbers = other["text"], other.get("sources")
    found = (
        source["publisher"]
        for source in record["sources"]
        if (
            source["id"] in numbers
            if numbers is not None
            else text and any(evidence["date_text"] == text for evidence in source["evidence"])
        )
    )
    return list(dict.fromkeys(filter(None, found)))


def passage(evidence: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a source in their surroundings, those that give the date told apart wherever they stand."""
    exact, date_text = evidence["exact"], evidence["date_text"]
    around = {name: evidence[name] or "" for name in ("prefix", "suffix")}
    if date_text and date_text not in exact:
        return {
            "quote": evidence,
            "pieces": [Piece(exact, False)],
            **{name: list(pieces(words, date_text)) for name, words in around.items()},
        }
    return {
        "quote": evidence,
        "pieces": list(pieces(exact, date_text)),
        **{name: list(pieces(words, None)) for name, words in around.items()},
    }


def pieces(words: str, date_text: str | None) -> Iterator[Piece]:
    """Words, cut where those of the date begin and end."""
    at = words.find(date_text) if date_text else -1
    if at < 0 or not date_text:
        parts = [Piece(words, False)]
    else:
        end = at + len(date_text)
        parts = [Piece(words[:at], False), Piece(date_text, True), Piece(words[end:], False)]
    return (part for part in parts if part.text)


def own_window(when: Mapping[str, Any] | None) -> Window | None:
    """The days within which a record's own page draws its bars: whole years around the date."""
    if not when or not (when["start"] or when["end"]):
        return None
    first = dt.date.fromisoformat(when["start"] or when["end"])
    last = dt.date.fromisoformat(when["end"] or when["start"])
    return Window(dt.date(first.year, 1, 1), dt.date(last.year, 12, 31))
