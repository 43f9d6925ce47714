"""Verb forms as newspapers spell them."""

from __future__ import annotations

import pytest

from extraction.events.lexicon import verb_forms


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("stepped", "step"),
        ("controlled", "control"),
        ("acquitted", "acquit"),
        ("ramming", "ram"),
        # both sides of the Atlantic
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("legalised", "legalize"),
        ("hospitalizing", "hospitalize"),
        # no rule gives these
        ("withheld", "withhold"),
        ("stolen", "steal"),
        # what doubles nothing
        ("bombed", "bomb"),
        ("looted", "loot"),
    ],
)
def test_a_form_is_read_as_its_verb(word: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in verb_forms()[word]}
