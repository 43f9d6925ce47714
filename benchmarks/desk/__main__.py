"""`python -m benchmarks.desk --rounds 100 | --review 50 | --size`: the desk under many hands, by keyboard, at size.

Each works in a database of its own beside the one that DATABASE_URL names (SQLite in a temporary folder where it
names none) and drops it afterwards.
"""

from __future__ import annotations

import argparse
import os
import sys

from benchmarks.crash import database
from benchmarks.desk import review, rounds, size


def main() -> int:
    """Exit status 0 where nothing is wrong and no figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--rounds", type=int, help="rounds in each of four processes that write at once")
    what.add_argument("--review", type=int, metavar="RECORDS", help="records of the demonstration decided one by one")
    what.add_argument("--size", action="store_true", help="lists and searches of many rows (PostgreSQL)")
    parser.add_argument("--sources", type=int, default=300_000, help="articles for --size")
    parser.add_argument("--events", type=int, default=1_000_000, help="events for --size")
    given = parser.parse_args()
    with database(os.environ.get("DATABASE_URL", "")) as url:
        if given.rounds:
            lines, wrong = rounds.run(url, given.rounds)
        elif given.review:
            lines, wrong = review.run(url, given.review)
        else:
            lines, wrong = size.run(url, given.sources, given.events)
    sys.stdout.write("".join(f"{line}\n" for line in (*lines, *wrong[:50])))
    sys.stdout.write(f"{len(wrong)} problems\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
