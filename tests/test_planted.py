"""The planted duplicates are consistent: what their gold names stands in the articles, once."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

PLANTED = Path(__file__).parent / "data" / "planted"
GOLD: dict[str, Any] = json.loads((PLANTED / "gold.json").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, str]] = {
    record["doc_id"]: record
    for record in map(json.loads, (PLANTED / "articles.jsonl").read_text(encoding="utf-8").splitlines())
}


def test_there_are_more_than_sixty_articles_and_a_quarter_is_held_out() -> None:
    held_out = sum(article["split"] == "test" for article in ARTICLES.values())

    assert len(ARTICLES) >= 64
    assert 0.2 <= held_out / len(ARTICLES) <= 0.3


def test_every_mention_stands_in_its_article_exactly_once() -> None:
    mentions = itertools.chain(*GOLD["events"], *GOLD["distinct"])

    assert all(ARTICLES[mention["doc_id"]]["text"].count(mention["words"]) == 1 for mention in mentions)


def test_a_mention_belongs_to_one_event_and_an_article_to_one_source() -> None:
    mentions = [(mention["doc_id"], mention["words"]) for group in GOLD["events"] for mention in group]
    copied = list(itertools.chain(*GOLD["copies"]))

    assert len(mentions) == len(set(mentions))
    assert len(copied) == len(set(copied))


def test_false_friends_are_mentions_of_different_events() -> None:
    event_of = {(m["doc_id"], m["words"]): number for number, group in enumerate(GOLD["events"]) for m in group}

    for one, other in GOLD["distinct"]:
        assert event_of[one["doc_id"], one["words"]] != event_of[other["doc_id"], other["words"]]


def test_no_group_spans_the_split() -> None:
    groups = [*GOLD["copies"], *([mention["doc_id"] for mention in group] for group in GOLD["events"])]

    assert all(len({ARTICLES[name]["split"] for name in group}) == 1 for group in groups)
