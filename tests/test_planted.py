"""The planted duplicates are consistent: what their gold names stands in the articles, once."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

#: Sets that were developed on whole, once they had been measured unread.
DEVELOPED = frozenset(("followups",))
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Planted:
    """A set: its gold, and its articles by name."""

    gold: dict[str, Any]
    articles: dict[str, dict[str, str]]
    developed: bool


@pytest.fixture(scope="module", params=["planted", "retold", "newsroom", "regional", "followups", "outlets", "desks"])
def planted(request: pytest.FixtureRequest) -> Planted:
    folder = DATA / request.param
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Planted(gold, {record["doc_id"]: record for record in map(json.loads, lines)}, request.param in DEVELOPED)


def test_there_are_more_than_sixty_articles_and_a_part_is_held_out(planted: Planted) -> None:
    held_out = sum(article["split"] == "test" for article in planted.articles.values())

    assert len(planted.articles) >= 64
    assert 0.2 <= held_out / len(planted.articles) <= 0.5 or (planted.developed and not held_out)


def test_every_mention_stands_in_its_article_exactly_once(planted: Planted) -> None:
    mentions = itertools.chain(*planted.gold["events"], *planted.gold["distinct"])

    assert all(planted.articles[mention["doc_id"]]["text"].count(mention["words"]) == 1 for mention in mentions)


def test_a_mention_belongs_to_one_event_and_an_article_to_one_source(planted: Planted) -> None:
    mentions = [(mention["doc_id"], mention["words"]) for group in planted.gold["events"] for mention in group]
    copied = list(itertools.chain(*planted.gold["copies"]))

    assert len(mentions) == len(set(mentions))
    assert len(copied) == len(set(copied))


def test_false_friends_are_mentions_of_different_events(planted: Planted) -> None:
    groups = enumerate(planted.gold["events"])
    event_of = {(m["doc_id"], m["words"]): number for number, group in groups for m in group}

    for one, other in planted.gold["distinct"]:
        assert event_of[one["doc_id"], one["words"]] != event_of[other["doc_id"], other["words"]]


def test_no_group_spans_the_split(planted: Planted) -> None:
    events = ([mention["doc_id"] for mention in group] for group in planted.gold["events"])

    for group in (*planted.gold["copies"], *events):
        assert len({planted.articles[name]["split"] for name in group}) == 1
