"""The table of rules: each row finds what it says that it finds, and leaves what it must leave."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extraction.dates import find_dates, find_published
from extraction.dates.rules import PREFIXES, RULES
from extraction.text import Document
from extraction.types import Article

PUBLISHED = "2016-11-17"  # A Thursday.
ROWS: tuple[Any, ...] = (*RULES, *PREFIXES)


def _found(text: str) -> list[str]:
    article = Article(text=text, published=PUBLISHED)
    document = Document(text)
    return [t.text for t in find_dates(document, find_published(document, article), article).timexes]


@pytest.mark.parametrize(("name", "marked"), [(row.name, text) for row in ROWS for text in row.finds])
def test_it_finds_what_the_rule_says(name: str, marked: str) -> None:
    wanted = re.findall(r"\[(.*?)\]", marked)

    found = _found(marked.replace("[", "").replace("]", ""))

    assert set(wanted) <= set(found), name


@pytest.mark.parametrize(("name", "text"), [(row.name, text) for row in ROWS for text in row.leaves])
def test_it_leaves_what_the_rule_must_not_match(name: str, text: str) -> None:
    assert _found(text) == []


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    names = [row.name for row in ROWS]

    assert len(names) == len(set(names))
    assert all(row.source for row in ROWS)
    assert [row.name for row in RULES if not row.finds] == []
