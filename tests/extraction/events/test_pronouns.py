"""Whom "it", "he" and "they" mean in titles, and what is left where that is not sure."""

from __future__ import annotations

import pytest

from extraction import extract
from extraction.types import Article


def titles(text: str) -> list[str]:
    """The titles of an article's events."""
    return [event.title for event in extract(Article(text=text, published="2024-05-17")).events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Viktor Lund fled on Sunday. They have burned the mill.", "They have burned the mill"),
        ("The rebels fled on Sunday. They have burned the mill.", "The rebels have burned the mill"),
        ("Gunmen came on Sunday. They burned the mill.", "Gunmen burned the mill"),
        ("Portugal closed the border on Sunday. He made a bow.", "He made a bow"),
    ],
)
def test_a_pronoun_means_whom_it_fits(text: str, title: str) -> None:
    assert extract(Article(text=text, published="2024-06-10")).events[-1].title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Rebels seized a bridge on Monday. The army said it had repelled them on Monday.",
            "The army had repelled them",
        ),
        (
            "The union walked out on Monday. The minister said on Tuesday that he would resign.",
            "The minister would resign",
        ),
        ("Norwick Steel said on Tuesday that it would buy Halden Mining.", "Norwick Steel would buy Halden Mining"),
        (
            "The minister Anna Berg resigned on Monday. She was replaced on Tuesday.",
            "The minister Anna Berg was replaced",
        ),
    ],
)
def test_a_pronoun_is_replaced_by_whom_it_means(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Police arrested forty people on Tuesday. They were charged on Wednesday.", "They were charged"),
        ("The president dismissed the general on Monday. He was arrested on Tuesday.", "He was arrested"),
        (
            "The rebels surrendered on Monday. It signed a truce with the army on Tuesday.",
            "It signed a truce with the army",
        ),
    ],
)
def test_a_pronoun_stays_where_it_may_mean_another(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    "name",
    ["Luiz Inacio da Silva", "Ursula von der Berg", "Juan Carlos de la Cruz", "Joao dos Santos", "Mette van den Brink"],
)
def test_particles_belong_to_a_name(name: str) -> None:
    (event,) = extract(Article(text=f"The court sentenced {name} on Monday.", published="2024-05-17")).events

    assert name in event.actors
