"""`python -m tests`: the whole suite on SQLite, and again on PostgreSQL where DATABASE_URL names one.

The last lines count what was left out, so that a green run never hides what it did not do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

#: Processes that share the tests, each with a database and a browser of its own. They take them in the order of the
#: suite, so that none meets a database which was emptied for tests that commit.
PROCESSES = min(os.cpu_count() or 1, 4)


def main() -> int:
    """Exit status 0 where every run passed."""
    given = os.environ.get("DATABASE_URL", "")
    runs = [("SQLite", "")]
    left_out: Counter[str] = Counter()
    if given.startswith(("postgres://", "postgresql://")):
        runs.append(("PostgreSQL", given))
    else:
        left_out["the whole suite on PostgreSQL: DATABASE_URL names none"] += 1
    passed = failed = 0
    statuses = []
    for name, url in runs:
        print(f"== The suite on {name}", flush=True)
        status, counts, skipped = _run(url, sys.argv[1:])
        statuses.append(status)
        passed += counts["passed"]
        failed += counts["failed"]
        left_out.update({f"on {name}: {reason}": number for reason, number in skipped.items()})
    print(f"\n{sum(left_out.values())} left out")
    for reason, number in sorted(left_out.items()):
        print(f"  {number} x {reason}")
    print(f"{passed} passed, {failed} failed, {sum(left_out.values())} skipped")
    return max(statuses)


def _run(url: str, arguments: list[str]) -> tuple[int, Counter[str], Counter[str]]:
    """Exit status, counts of tests by outcome, and counts of skips by reason."""
    with TemporaryDirectory() as folder:
        # Named even for SQLite: a .env may name another database.
        url = url or f"sqlite:///{folder}/suite.sqlite3"
        environment = {"DEBUG": "true", **os.environ, "DATABASE_URL": url}
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", f"--junit-xml={report}", f"--numprocesses={PROCESSES}", *arguments]
        status = subprocess.run(command, env=environment, check=False).returncode
        counts: Counter[str] = Counter()
        skipped: Counter[str] = Counter()
        if report.exists():
            for case in ET.parse(report).iter("testcase"):
                skip = case.find("skipped")
                if skip is not None:
                    skipped[skip.get("message", "")] += 1
                elif case.find("failure") is not None or case.find("error") is not None:
                    counts["failed"] += 1
                else:
                    counts["passed"] += 1
    return status, counts, skipped


if __name__ == "__main__":
    sys.exit(main())
