"""Imports that are killed, and imports side by side. `benchmarks.crash` does it at length."""

from __future__ import annotations

import os

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
