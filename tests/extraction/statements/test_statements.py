"""Who said what: text in, statements out."""

from __future__ import annotations

import pytest

from extraction.statements import find_statements
from extraction.text import Document

# text; then for each statement its content, its speaker, its kind of speech
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # direct speech, in every order
    ("“The harbour is open,” Ada Lund said.", [("“The harbour is open,”", "Ada Lund", "direct")]),
    ("“The harbour is open,” said Ada Lund.", [("“The harbour is open,”", "Ada Lund", "direct")]),
    ("Ada Lund said: “The harbour is open.”", [("“The harbour is open.”", "Ada Lund", "direct")]),
    ("Ada Lund told reporters, “The harbour is open.”", [("“The harbour is open.”", "Ada Lund", "direct")]),
    # split by its attribution
    ("“The harbour,” Ada Lund said, “is open.”", [("“The harbour,”|“is open.”", "Ada Lund", "direct")]),
    # indirect speech, with and without "that", before and after
    ("Ada Lund said that the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("Ada Lund said the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("The harbour was open, Ada Lund said on Friday.", [("The harbour was open", "Ada Lund", "indirect")]),
    ("The harbour was open, according to Ada Lund.", [("The harbour was open", "Ada Lund", "indirect")]),
    ("According to Ada Lund, the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    # a partial quotation within indirect speech
    ("Ada Lund said the harbour was “wide open” again.", [("the harbour was “wide open” again", "Ada Lund", "mixed")]),
    # whoever is spoken to, and where, is no part of it
    ("Ada Lund told the Coast News on Monday that it rained.", [("it rained", "Ada Lund", "indirect")]),
    ("Ada Lund said in a statement that it rained.", [("it rained", "Ada Lund", "indirect")]),
    # a second verb shares the speaker
    (
        "Ada Lund said it rained, adding that the road was closed.",
        [("it rained", "Ada Lund", "indirect"), ("the road was closed", "Ada Lund", "indirect")],
    ),
    # nobody says anything
    ("The harbour was open on Friday.", []),
    ("Ada Lund did not say that the harbour was open.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_finds_who_said_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_statements(Document(text), None, ())

    assert [("|".join(text[a:b] for a, b in s.spans), s.speaker_name, s.speech) for s in found] == expected


@pytest.mark.parametrize(
    "unit", ['"', "“", "' ", "said ", "he said, ", '"a," he said, ', "A said B ", ", said ", "according to ", "\n“"]
)
def test_it_survives_texts_that_are_no_prose(unit: str) -> None:
    text = unit * 5_000

    found = find_statements(Document(text), None, ())

    assert all(0 <= a < b <= len(text) for s in found for a, b in s.spans)
