"""The reference corpora and how they are split: what may be looked at, and what may not."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Documents of TBAQ that nobody reads: they tell whether a rule has learned the language or the corpus.
UNREAD = 56


@dataclass(frozen=True)
class Corpora:
    """The files that DATELINE_SHARED holds."""

    root: Path

    @property
    def timex(self) -> Path:
        """News with gold TIMEX3."""
        return self.root / "corpora" / "tbaq.jsonl"

    @property
    def score_timex(self) -> Path:
        """The scorer of time expressions."""
        return self.root / "corpora" / "score_timex.py"

    @property
    def score_articles(self) -> Path:
        """The scorer of whole articles."""
        return self.root / "corpora" / "score_articles.py"

    @property
    def seeds(self) -> Path:
        """The seed articles, as JSON lines."""
        return self.root / "seeds" / "seeds.jsonl"

    @property
    def seeds_gold(self) -> Path:
        """What is to be found in the seeds."""
        return self.root / "seeds" / "gold.json"


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_lines(path: Path, records: list[dict[str, Any]]) -> None:
    """Writes records as JSON lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def split(documents: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The documents to develop on and those that nobody reads, chosen by the hash of their names."""
    ordered = sorted(documents, key=lambda d: hashlib.sha256(d["doc_id"].encode()).hexdigest())
    unread = {d["doc_id"] for d in ordered[:UNREAD]}
    return [d for d in documents if d["doc_id"] not in unread], [d for d in documents if d["doc_id"] in unread]
