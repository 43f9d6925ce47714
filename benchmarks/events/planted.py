"""Copies and same events among planted duplicates (tests/data/planted, retold), to develop on and for measuring."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Hashable, Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.events.funnel import Funnel
from extraction.matching import Mention, Text, aliases, group_sources, joined, mention_of, suggest
from extraction.pipeline import extract
from extraction.types import Article, Event, Extraction

Row = dict[str, Any]
# What is told of, and by which article.
Told = tuple[str, str]


def report(folder: Path, *, errors: bool) -> None:
    """Prints, for each part, how many copies were found as one source and how many mentions joined as one event."""
    rows, gold = _read(folder)
    sources = _sources(rows)
    told, found, texts = told_in(folder)
    names = aliases(texts)
    suggestions = suggest(told, names)
    groups = joined([mention.key for mention in told], suggestions)
    events = {key: number for number, group in enumerate(groups) for key in group}
    funnel = Funnel(told, names, suggestions)
    for part in sorted({row["split"] for row in rows.values()}):
        inside = [key for key, row in rows.items() if row["split"] == part]
        same = {doc: number for number, group in enumerate(gold["copies"]) for doc in group}
        copies = [(a, b) for a, b in combinations(inside, 2) if a in same and same[a] == same.get(b)]
        alone = [(a, b) for a, b in combinations(inside, 2) if a not in same or same[a] != same.get(b)]
        one_source = f"copies as one source: {_share(copies, sources)}; independent: {_share(alone, sources)}"
        print(f"{folder.name} {part} {one_source}")
        mentions = [told for told in found if rows[told[0]]["split"] == part]
        one = [(a, b) for a, b in combinations(mentions, 2) if found[a] == found[b]]
        two = [(a, b) for a, b in combinations(mentions, 2) if found[a] != found[b]]
        friends = [pair for pair in map(_pair, gold["distinct"]) if rows[pair[0][0]]["split"] == part]
        seen = sum(told in events for told in mentions)
        print(f"{folder.name} {part} mentions found as events: {seen} of {len(mentions)}")
        print(f"{folder.name} {part} same events joined: {_share(one, events)}; different ones: {_share(two, events)}; "
              f"false friends: {_share(friends, events)}")  # fmt: skip
        missed = [pair for pair in one if not _together(pair, events)]
        print(f"{folder.name} {part} same events lost: {funnel.lost(missed)}")
        if errors and part == "dev":
            _list("copies missed", copies, sources, joined_wanted=True)
            _list("independent ones joined", alone, sources, joined_wanted=False)
            print(f"  same events missed: {len(missed)}")
            for first, second in missed:
                print("   ", first, "|", second, "|", funnel.stage(first, second))
            _list("different events joined", two, events, joined_wanted=False)


def _read(folder: Path) -> tuple[dict[str, Row], Row]:
    """The articles of a set by name, and what is to be found in them."""
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    gold: Row = json.loads((folder / "gold.json").read_text("utf-8"))
    return {row["doc_id"]: row for row in map(json.loads, lines)}, gold


def told_in(folder: Path) -> tuple[list[Mention], dict[Told, int], list[str]]:
    """The mentions of a set that the extractor finds; the gold's number for each; the articles' texts."""
    rows, gold = _read(folder)
    articles, extracted = _extracted(rows)
    meant = {(m["doc_id"], m["words"]): number for number, event in enumerate(gold["events"]) for m in event}
    mentions: list[Mention] = []
    for doc, words in meant:
        event = _telling(rows[doc]["text"], words, extracted[doc].events)
        if event is not None:
            mentions.append(mention_of((doc, words), doc, event, articles[doc], extracted[doc].published))
    return mentions, meant, [row["text"] for row in rows.values()]


def labelled(folder: Path, part: str) -> tuple[list[Mention], dict[tuple[str, int], int], list[str]]:
    """All events found in a part, keyed by article and place; the gold's number where it names one; the texts."""
    rows, gold = _read(folder)
    rows = {key: row for key, row in rows.items() if row["split"] == part}
    articles, extracted = _extracted(rows)
    meant: dict[tuple[str, int], int] = {}
    for number, told in enumerate(gold["events"]):
        for m in told:
            doc = m["doc_id"]
            event = _telling(rows[doc]["text"], m["words"], extracted[doc].events) if doc in rows else None
            if event is not None:
                meant[doc, event.start] = number
    mentions = [
        mention_of((doc, event.start), doc, event, articles[doc], found.published)
        for doc, found in extracted.items()
        for event in found.events
    ]
    return mentions, meant, [row["text"] for row in rows.values()]


def _extracted(rows: dict[str, Row]) -> tuple[dict[str, Article], dict[str, Extraction]]:
    articles = {k: Article(r["text"], title=r["title"], published=r["published"][:10]) for k, r in rows.items()}
    return articles, {key: extract(article) for key, article in articles.items()}


def _sources(rows: dict[str, Row]) -> dict[Hashable, int]:
    """The number of its source for each article."""
    texts = [Text(key, row["text"], _day(row), publisher=row.get("publisher", "")) for key, row in rows.items()]
    return {key: number for number, group in enumerate(group_sources(texts)) for key in group}


def _telling(text: str, words: str, events: Iterable[Event]) -> Event | None:
    """The event that overlaps the words most; of two that hold them all the one that tells least besides."""
    start = text.index(words)
    over = {event: min(event.end, start + len(words)) - max(event.start, start) for event in events}
    best = max(over, key=lambda event: (over[event], event.start - event.end), default=None)
    return best if best is not None and over[best] > 0 else None


def _pair(pair: list[Row]) -> tuple[Told, Told]:
    one, other = ((told["doc_id"], told["words"]) for told in pair)
    return one, other


def _day(row: Row) -> dt.date:
    return dt.date.fromisoformat(row["published"][:10])


def _together(pair: tuple[Hashable, Hashable], groups: dict[Hashable, int]) -> bool:
    return pair[0] in groups and groups[pair[0]] == groups.get(pair[1])


def _share(pairs: list[Any], groups: dict[Hashable, int]) -> str:
    hit = sum(_together(pair, groups) for pair in pairs)
    return f"{hit} of {len(pairs)} pairs ({100 * hit / max(1, len(pairs)):.1f} %)"


def _list(title: str, pairs: list[Any], groups: dict[Hashable, int], *, joined_wanted: bool) -> None:
    wrong = [pair for pair in pairs if _together(pair, groups) != joined_wanted]
    print(f"  {title}: {len(wrong)}")
    for one, other in wrong:
        print("   ", one, "|", other)
