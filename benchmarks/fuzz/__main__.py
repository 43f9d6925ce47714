"""`python -m benchmarks.fuzz --requests 100000`: schemathesis with all checks, anonymous and with a curator's token.

It serves the demonstration with gunicorn from a database of its own beside the one that DATABASE_URL names (SQLite in a
temporary folder where it names none) and runs until so many requests have been made, half of them with the token. Exit
status 1 where an answer was a server error, was not described, or did not look as described.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.crash import ROOT, database, python
from benchmarks.serving import serving

CONFIG = Path(__file__).with_name("schemathesis.toml")


def attack(site: str, examples: int, *, token: str = "", seed: int = 1, phases: str = "") -> tuple[int, str]:
    """One run of all checks against a site: how many requests were made, and what was wrong ("" where nothing was)."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(Path(sys.executable).with_name("st")), "--config-file", str(CONFIG), "run", f"{site}/api/v1/schema/",
            f"--max-examples={examples}", f"--seed={seed}", "--continue-on-failure", "--no-color", "--warnings=off",
            "--generation-database=none", "--report=json", f"--report-json-path={report}", "--checks=all",
            # A valid request may be refused: two parameters contradict each other, a day is in no calendar, an ETag
            # is old. Our own check asks instead that a refusal says what it refuses.
            "--exclude-checks=positive_data_acceptance",
            *([f"--phases={phases}"] if phases else []),
            *([f"--header=Authorization: Bearer {token}"] if token else []),
        ]  # fmt: skip
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if not report.exists():
            return 0, run.stdout + run.stderr
        found: dict[str, Any] = json.loads(report.read_text())
    whole = found["complete"] and run.returncode == 0
    return found["test_cases"]["generated"], "" if whole else run.stdout + run.stderr


@contextlib.contextmanager
def served(url: str) -> Iterator[tuple[str, str]]:
    """The demonstration served from a database: the address, and a curator's token."""
    assert python(url, "manage.py", "demo", stdout=subprocess.DEVNULL).wait() == 0
    issued = python(url, "manage.py", "issue_token", "admin", "--scope", "curate", stdout=subprocess.PIPE)
    token = issued.communicate()[0].strip()
    with serving(url) as site:
        yield site, token


def main() -> int:
    """Exit status 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000, help="how many at least")
    parser.add_argument("--examples", type=int, default=200, help="of each operation in one run")
    parser.add_argument("--minutes", type=float, default=60, help="after which no further run begins")
    asked = parser.parse_args()
    ends = time.monotonic() + asked.minutes * 60
    made, wrong, seed = {"": 0, "token": 0}, 0, 0
    with database(os.environ.get("DATABASE_URL", "")) as url, served(url) as (site, token):
        while sum(made.values()) < asked.requests and time.monotonic() < ends:
            seed += 1
            who = min(made, key=lambda who: made[who])
            number, faults = attack(site, asked.examples, token=token if who else "", seed=seed)
            made[who] += number
            wrong += bool(faults)
            if faults:
                sys.stdout.write(f"{faults}\n")
            sys.stdout.write(f"run {seed}: {number} requests{' with a token' if who else ''}\n")
            sys.stdout.flush()
    sys.stdout.write(
        f"{sum(made.values())} requests, {made['token']} of them with a token; {wrong} of {seed} runs found faults\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
