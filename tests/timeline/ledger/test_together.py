"""Curators and imports at the same records at once; `benchmarks.desk` does it at length."""

from __future__ import annotations

import os

from benchmarks import crash
from benchmarks.desk import rounds


def test_nothing_decided_is_lost():
    with crash.database(os.environ.get("DATABASE_URL", "")) as url:
        [done], wrong = rounds.run(url, 6)

    assert wrong == []
    assert "import" in done
