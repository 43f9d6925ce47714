"""The extractor of dates and dateparser's search, run over documents and timed."""

from __future__ import annotations

import datetime as dt
import time
import warnings
from dataclasses import dataclass
from typing import Any

from dateparser.search import search_dates

from extraction import Article
from extraction.dates import find_dates, find_published
from extraction.text import Document

Record = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """What was found in each document, and how fast, in tokens a second of processor time."""

    records: list[Record]
    speed: float


def ours(documents: list[Record]) -> Run:
    """Publication date and time expressions of each document, as `python -m extraction` prints them."""
    records, tokens = [], 0
    begun = time.process_time()
    for record in documents:
        article = Article(text=record["text"], published=record.get("published") or "")
        document = Document(article.text)
        found = find_dates(document, find_published(document, article), article)
        records.append({"doc_id": record["doc_id"], "timexes": [_timex(t) for t in found.timexes]})
    spent = time.process_time() - begun
    for record in documents:
        tokens += len(Document(record["text"]).tokens)
    return Run(records, tokens / spent)


def _timex(found: Any) -> Record:
    names = ("start", "end", "text", "type", "value", "rule")
    return {name: getattr(found, name) for name in names}


def dateparsers(documents: list[Record]) -> Run:
    """What dateparser's ngram search finds, told the language and the publication date."""
    records, tokens = [], 0
    begun = time.process_time()
    for record in documents:
        base = dt.datetime.fromisoformat(record["published"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = search_dates(
                record["text"],
                languages=["en"],
                settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"},
                strategy="ngram",
            )
        records.append({"doc_id": record["doc_id"], "timexes": _placed(record["text"], found or [])})
    spent = time.process_time() - begun
    for record in documents:
        tokens += len(Document(record["text"]).tokens)
    return Run(records, tokens / spent)


def _placed(text: str, found: list[Any]) -> list[Record]:
    """Its findings with offsets, which it does not give: each is looked for after the one before."""
    timexes, after = [], 0
    for words, moment in ((f[0], f[1]) for f in found):
        at = text.find(words, after)
        if at < 0:
            continue
        after = at + len(words)
        value = moment.date().isoformat()
        timexes.append({"start": at, "end": after, "text": words, "type": "DATE", "value": value})
    return timexes
