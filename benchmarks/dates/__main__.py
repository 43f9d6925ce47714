"""Scores the extractor of dates on the reference corpora, beside dateparser's search, in one run.

The corpora lie in the folder that DATELINE_SHARED or --shared names.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.dates.compare import changes
from benchmarks.dates.corpus import Corpora, read_lines, split, write_lines
from benchmarks.dates.runs import Run, dateparsers, ours
from benchmarks.dates.yardstick import both_parts, interval, kinds, plain, same_document, trimmed, wires
from extraction.pipeline import extract
from extraction.records import read_article, write_extraction

#: dateparser is slow: every so manieth document is its sample.
EVERY = 32


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 2 where the corpora are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__)
    parser.add_argument("--shared", type=Path, default=os.environ.get("DATELINE_SHARED"), help="folder of the corpora")
    parser.add_argument("--save", type=Path, help="keep what is found, for --against")
    parser.add_argument("--against", type=Path, help="show what is gained and lost since a run that was kept")
    parser.add_argument("--errors", action="store_true", help="list every error on the documents to develop on")
    parser.add_argument("--no-peer", action="store_true", help="leave dateparser out")
    parser.add_argument("--peer-parts", action="store_true", help="dateparser on both parts whole: some minutes")
    parser.add_argument("--found", type=Path, help="score what `python -m extraction` printed elsewhere")
    options = parser.parse_args(arguments)
    if options.shared is None or not Corpora(Path(options.shared)).timex.exists():
        print("no corpora: name their folder by --shared or DATELINE_SHARED", file=sys.stderr)
        return 2
    corpora = Corpora(Path(options.shared))
    documents = read_lines(corpora.timex)
    develop, unread = split(documents)
    if options.found:
        print(both_parts(develop, unread, read_lines(options.found)))
        return 0
    run = ours(documents)
    print(f"{'':22} {'strict':>7} {'relaxed':>7} {'value':>7}   (F1)")
    for name, part in (("all", documents), ("to develop on", develop), ("never read", unread)):
        _report(f"{name}, {len(part)}", _score(corpora, part, run.records))
    _compare_parts(corpora, develop, unread, run, peer=options.peer_parts)
    _seeds(corpora)
    print(f"tokens a second: {run.speed:,.0f}")
    if not options.no_peer:
        _peer(corpora, documents, run)
    if options.save:
        write_lines(options.save, run.records)
    if options.against:
        print("\n".join(changes(develop, read_lines(options.against), run.records)))
    if options.errors:
        print(_scorer(corpora, develop, run.records, "--errors")[0])
    return 0


def _score(corpora: Corpora, gold: list[dict[str, Any]], records: list[dict[str, Any]]) -> dict[str, Any]:
    return _scorer(corpora, gold, records)[1]


def _scorer(
    corpora: Corpora, gold: list[dict[str, Any]], records: list[dict[str, Any]], *options: str
) -> tuple[str, dict[str, Any]]:
    """The scorer's own text and figures."""
    names = {d["doc_id"] for d in gold}
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("gold", "found", "figures")]
        write_lines(paths[0], gold)
        write_lines(paths[1], [r for r in records if r["doc_id"] in names])
        command = [sys.executable, str(corpora.score_timex), str(paths[0]), str(paths[1]), "--json", str(paths[2])]
        done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
        return done.stdout, json.loads(paths[2].read_text())


def _report(name: str, figures: dict[str, Any]) -> None:
    for group in ("ALL", "DATE,TIME", "only DATE", "only TIME", "only DURATION", "only SET"):
        f1 = " ".join(f"{100 * figures[group][f'{kind}_f1']:7.2f}" for kind in ("strict", "relaxed", "value"))
        print(f"{name + ', all types' if group == 'ALL' else '  ' + group:22} {f1}")


def _compare_parts(
    corpora: Corpora, develop: list[dict[str, Any]], unread: list[dict[str, Any]], run: Run, *, peer: bool
) -> None:
    """The gap between the two parts beside that of yardsticks that were fitted to neither."""
    gap, low, high = interval(develop, unread, run.records)
    print(f"gap of the value F1: {gap:.1f}, by documents drawn anew {low:.1f} to {high:.1f} (95%)")
    print(f"  without the 4 in 100 documents of each part that lose most: {trimmed(develop, unread, run.records):.1f}")
    for name, part in (("to develop on", develop), ("never read", unread)):
        days, most = same_document(part, run.records)
        print(f"  {name}: {days} days named otherwise, {most} of them in one document")
    yardstick = plain(develop + unread)
    rows = [("plain yardstick", yardstick)]
    if peer:
        rows.append(("dateparser's search", dateparsers(develop + unread).records))
    for name, records in rows:
        first, second = (100 * _score(corpora, part, records)["ALL"]["value_f1"] for part in (develop, unread))
        print(f"  {name}: to develop on {first:.2f}, never read {second:.2f}, gap {first - second:.1f}")
    for name, part in (("to develop on", develop), ("never read", unread)):
        read = sorted(kinds(part, yardstick).items())
        plainly = ", ".join(f"{kind} {100 * same / max(n, 1):.0f}% of {n}" for kind, (n, same) in read)
        print(f"  {name}: read as plainly by the gold: {plainly}")
        print(f"  {name}: expressions by wire: {wires(part)}")


def _seeds(corpora: Corpora) -> None:
    """Dates and publication dates of the seeds: with the dates given, and from the text alone."""
    for given in (True, False):
        records = [
            write_extraction(line["doc_id"], extract(read_article(line, use_published=given)))
            for line in read_lines(corpora.seeds)
        ]
        with tempfile.TemporaryDirectory() as folder:
            found, figures = Path(folder) / "found", Path(folder) / "figures"
            write_lines(found, records)
            command = [sys.executable, str(corpora.score_articles), str(corpora.seeds_gold), str(found)]
            subprocess.run([*command, "--json", str(figures)], capture_output=True, text=True, check=True)
            seen = json.loads(figures.read_text())
        print(
            f"seeds, publication {'given' if given else 'from the text'}: dates F1 {seen['dates']['F1']}, "
            f"invented {seen['invented']}, published {seen['published']}, wrong {seen['published_wrong']}"
        )


def _peer(corpora: Corpora, documents: list[dict[str, Any]], run: Run) -> None:
    """dateparser's ngram search on a sample, and ours on the same."""
    sample = sorted(documents, key=lambda d: str(d["doc_id"]))[::EVERY]
    theirs, same = dateparsers(sample), ours(sample)
    print(f"the same {len(sample)} documents:")
    for name, found in (("this extractor", same), ("dateparser's search", theirs)):
        figures = _score(corpora, sample, found.records)
        strict, value = (100 * figures["ALL"][f"{kind}_f1"] for kind in ("strict", "value"))
        print(f"  {name:20} strict {strict:5.2f}, value {value:5.2f}, {found.speed:,.0f} tokens a second")
    print(f"  {run.speed / theirs.speed:.0f} times as fast")


if __name__ == "__main__":
    sys.exit(main())
