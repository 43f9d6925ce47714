"""`python -m benchmarks.statements`: who said what, scored on the reference corpora, with articles a second.

The corpora and their scorers lie in a folder outside the repository: `--shared`, or the environment's DATELINE_SHARED.
PolNeAR is reported in two parts: what the rules were developed on, and the tenth whose texts and errors nobody reads
(an article is in it where the SHA-256 of its doc_id divides by ten). See docs/extraction-statements.md for the figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from extraction.dates import find_dates, find_published
from extraction.records import read_article, write_extraction
from extraction.statements import find_statements
from extraction.text import Document
from extraction.types import Extraction

Record = dict[str, Any]
FIGURES = ("direct.iou80", "all.iou80", "e2e_direct", "e2e_all")


def is_unread(doc_id: str) -> bool:
    """Whether an article belongs to the tenth that is scored but never read."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % 10 == 0


def read_lines(path: Path) -> list[Record]:
    """The records of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(records: list[Record]) -> tuple[list[Record], float]:
    """What the extractor prints for each record, and the articles a second of the statements alone."""
    printed: list[Record] = []
    spent = 0.0
    for record in records:
        article = read_article(record)
        document = Document(article.text)
        published = find_published(document, article)
        timexes = find_dates(document, published, article).timexes
        fresh = Document(article.text)  # the statements pay for their own tokens and sentences
        began = time.perf_counter()
        statements = find_statements(fresh, published, timexes)
        spent += time.perf_counter() - began
        printed.append(write_extraction(record["doc_id"], Extraction(published, timexes, statements, ())))
    return printed, len(records) / spent if spent else 0.0


def score(shared: Path, scorer: str, gold: Path, printed: list[Record]) -> Record:
    """The scorer's figures for what was printed."""
    with tempfile.TemporaryDirectory() as folder:
        predicted, out = Path(folder, "predicted.jsonl"), Path(folder, "out.json")
        predicted.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in printed), encoding="utf-8")
        command = [sys.executable, str(shared / "corpora" / scorer), str(gold), str(predicted), "--json", str(out)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            sys.exit(run.stderr or run.stdout)
        figures: Record = json.loads(out.read_text(encoding="utf-8"))
    return figures


def score_part(shared: Path, records: list[Record]) -> tuple[Record, float]:
    """The figures for some records of a corpus that holds its gold beside its texts."""
    printed, speed = predict(records)
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder, "gold.jsonl")
        gold.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        return score(shared, "score_quotes.py", gold, printed), speed


def show(name: str, figures: Record, speed: float) -> None:
    """One corpus: F1 of each figure, the speakers' accuracy, articles a second."""
    print(f"{name}: {figures['docs']} articles, {speed:.0f} a second")
    for figure in FIGURES:
        row = figures[figure]
        print(f"  {figure:14} P {row['P']:5.1f}  R {row['R']:5.1f}  F1 {row['F1']:5.1f}   {row['tp']} of {row['gold']}")
    speakers = "; ".join(f"{key} {row['acc']} of {row['n']}" for key, row in figures["speaker"].items())
    print(f"  speakers right: {speakers}")


def main() -> int:
    """Exit status 2 where the folder is not given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.statements", description=__doc__)
    parser.add_argument("--shared", default=os.environ.get("DATELINE_SHARED"), help="the folder of the reference data")
    shared_name = parser.parse_args().shared
    if not shared_name:
        parser.error("name the folder of the reference data with --shared or DATELINE_SHARED")
    shared = Path(shared_name)
    polnear = read_lines(shared / "corpora" / "polnear-dev.jsonl")
    show("PolNeAR, developed on", *score_part(shared, [r for r in polnear if not is_unread(r["doc_id"])]))
    show("PolNeAR, unread tenth", *score_part(shared, [r for r in polnear if is_unread(r["doc_id"])]))
    show("PolNeAR, all", *score_part(shared, polnear))
    show("GUM", *score_part(shared, read_lines(shared / "corpora" / "gum-dev.jsonl")))
    printed, speed = predict(read_lines(shared / "seeds" / "seeds.jsonl"))
    figures = score(shared, "score_articles.py", shared / "seeds" / "gold.json", printed)
    show("seeds", figures["statements"], speed)
    print(f"  dates of statements right: {figures['said']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
