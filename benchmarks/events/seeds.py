"""Events of the seeds against their gold, and the pairs that it calls the same event."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from extraction.matching import aliases, mention_of, suggest
from extraction.pipeline import extract
from extraction.records import read_article, write_extraction
from extraction.types import Article, Event, Extraction

Gold = dict[str, Any]


def report(shared: Path, *, errors: bool) -> None:
    """Prints events and events_dated (score_articles.py), speed, and the pairs suggested."""
    lines = (shared / "seeds" / "seeds.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    articles = [read_article(record) for record in records]
    extract(articles[0])  # reads the gazetteer
    began = time.perf_counter()
    found = [extract(article) for article in articles]
    rate = len(articles) / (time.perf_counter() - began)
    scores = _scored(shared, [write_extraction(r["doc_id"], x) for r, x in zip(records, found, strict=True)])
    for name in ("events", "events_dated"):
        score = scores[name]
        print(f"seeds {name:13} P {score['P']:5.1f}  R {score['R']:5.1f}  F1 {score['F1']:5.1f}")
    print(f"seeds extracted whole: {rate:.0f} articles a second")
    gold = json.loads((shared / "seeds" / "gold.json").read_text("utf-8"))["documents"]
    _pairs(gold, articles, found, errors=errors)


def _scored(shared: Path, printed: list[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        predictions, scores = Path(folder, "found.jsonl"), Path(folder, "scores.json")
        predictions.write_text("".join(json.dumps(line) + "\n" for line in printed), "utf-8")
        scorer = shared / "corpora" / "score_articles.py"
        subprocess.run(
            [sys.executable, scorer, shared / "seeds" / "gold.json", predictions, "--json", scores],
            check=True,
            capture_output=True,
        )
        loaded: dict[str, Any] = json.loads(scores.read_text("utf-8"))
        return loaded


def _pairs(documents: list[Gold], articles: list[Article], found: list[Extraction], *, errors: bool) -> None:
    wanted = {frozenset((e["id"], o)) for d in documents for e in d["events"] for o in e["same_as"] or []}
    mentions = []
    meant: dict[Hashable, tuple[list[str], str]] = {}
    for document, article, extraction in zip(documents, articles, found, strict=True):
        for number, event in enumerate(extraction.events):
            key = document["file"], number
            meant[key] = _gold_of(document, event), event.title
            mentions.append(mention_of(key, document["file"], event, article, extraction.published))
    right, others = set(), []
    for suggestion in suggest(mentions, aliases(article.text for article in articles)):
        (one, _), (other, _) = meant[suggestion.first], meant[suggestion.second]
        pairs = {frozenset((a, b)) for a in one for b in other} & wanted
        right |= pairs
        if not pairs:
            others.append(suggestion)
    print(f"seeds pairs: {len(right)} of {len(wanted)} suggested, {len(others)} others")
    if errors:
        for suggestion in others:
            print("  other:", meant[suggestion.first][1], "|", meant[suggestion.second][1], suggestion.score)
        for pair in sorted(map(sorted, wanted - right)):
            print("  missed:", *pair)


def _gold_of(document: Gold, event: Event) -> list[str]:
    """The gold events that an extracted one overlaps, those of the same bounds where there are such."""
    date = event.date
    bounds = tuple(day.isoformat() if day else None for day in ((date.earliest, date.latest) if date else (None, None)))
    over = [e for e in document["events"] if min(e["end"], event.end) > max(e["start"], event.start)]
    exact = [e for e in over if (e["when"]["earliest"], e["when"]["latest"]) == bounds]
    return [e["id"] for e in exact or over]
