from collections.abc import Callable
from pathlib import Path

import pytest

from extraction.articles import ReadArticle, Rejection, read_articles

Read = Callable[..., tuple[list[ReadArticle], list[Rejection]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write one file and read it: what was accepted and what was rejected."""

    def write_and_read(name: str, content: str | bytes, **options: str):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return split(read_articles(path, **options))

    return write_and_read


def split(results) -> tuple[list[ReadArticle], list[Rejection]]:
    found = list(results)
    for item in found:
        if isinstance(item, Rejection):
            # One line, and nothing that a terminal obeys.
            assert str(item).isprintable()
    return (
        [item for item in found if isinstance(item, ReadArticle)],
        [item for item in found if isinstance(item, Rejection)],
    )
