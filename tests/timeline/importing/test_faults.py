"""Imports that are killed, and imports side by side. `benchmarks.crash` does it at length."""

from __future__ import annotations

import os
import signal

import pytest

from benchmarks import crash


@pytest.fixture(scope="module")
def url():
    with crash.database(os.environ.get("DATABASE_URL", "")) as found:
        yield found


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """A few articles, for time."""
    folder = tmp_path_factory.mktemp("articles")
    for number, path in enumerate(sorted(crash.ARTICLES.glob("*.txt"))):
        (folder / f"{number}.txt").write_bytes(path.read_bytes())
    return folder


def test_a_killed_import_leaves_whole_articles_and_can_be_resumed(url, articles):
    assert crash.kill_imports(url, articles, kills=3) == []
    crash.ask(url, "crash.empty()")


def test_importers_side_by_side_make_the_same_rows_as_one(url, articles):
    assert crash.import_together(url, articles, importers=4) == []
    crash.ask(url, "crash.empty()")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_import_prints_its_report_and_says_so(url, number, status):
    assert crash.python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    process = crash.importer(url, crash.ARTICLES)
    assert process.stdout is not None
    crash.go(process)
    process.stdout.readline()  # the first article is there
    process.send_signal(number)
    printed, errors = process.communicate()

    assert process.returncode == status
    assert "read:" in printed.splitlines()[-1]
    assert errors.splitlines()[-1].startswith("Stopped: ")
    crash.ask(url, "crash.empty()")
