"""Scores events on the seeds, matching on the seeds and on the planted duplicates, and matching's growth, in one run.

The seeds lie in the folder that DATELINE_SHARED or --shared names; without it they are left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks.events import growth, planted, seeds

DATA = Path(__file__).parents[2] / "tests" / "data"
SETS = ("planted", "retold", "newsroom", "regional", "followups", "outlets", "desks")
PLANTED = tuple(DATA / name for name in SETS)


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 2 where there is nothing to measure on."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=__doc__)
    parser.add_argument("--shared", type=Path, default=os.environ.get("DATELINE_SHARED"), help="folder of the seeds")
    parser.add_argument("--planted", type=Path, nargs="*", default=PLANTED, help="folders of planted duplicates")
    parser.add_argument("--errors", action="store_true", help="list what is missed and wrong (planted: the dev parts)")
    parser.add_argument("--no-growth", action="store_true", help="leave out the matching of 100,000 mentions")
    options = parser.parse_args(arguments)
    folder = Path(options.shared) if options.shared else None
    if folder is None or not (folder / "seeds" / "gold.json").exists():
        print("no seeds: name their folder by --shared or DATELINE_SHARED", file=sys.stderr)
        folder = None
    if folder is not None:
        seeds.report(folder, errors=options.errors)
    sets = [one for one in options.planted if (one / "gold.json").exists()]
    if not sets and folder is None:
        return 2
    for one in sets:
        planted.report(one, errors=options.errors)
    if not options.no_growth:
        growth.report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
