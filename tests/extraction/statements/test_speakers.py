"""Who speaks: names, roles, pronouns, bodies, and those without a name."""

from __future__ import annotations

import pytest

from extraction.statements import find_statements
from extraction.text import Document

# text; the name, role and organisation of each statement's speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # a role before the name, in capitals or not
    ("“It rained,” Mayor Ada Lund said.", [("Ada Lund", "Mayor", "")]),
    ("“It rained,” said weather analyst Ada Lund.", [("Ada Lund", "weather analyst", "")]),
    # a role after it
    (
        "“It rained,” said Ada Lund, head of the Harbour Board.",
        [("Ada Lund", "head of the Harbour Board", "Harbour Board")],
    ),
    (
        "Ada Lund, who left in May, the former head of the Harbour Board, said it rained.",
        [("Ada Lund", "former head of the Harbour Board", "Harbour Board")],
    ),
    # both
    (
        "Navy Capt. Ada “Storm” Lund, head of Coast Command, said it rained.",
        [("Ada “Storm” Lund", "Navy Capt.; head of Coast Command", "Coast Command")],
    ),
    # the role first, then the name between commas
    ("The board's engineer, Ada Lund, said it rained.", [("Ada Lund", "board's engineer", "")]),
    # a name after the name of a place
    (
        "Prime Minister of the Northern Region Ada Lund said it rained.",
        [("Ada Lund", "Prime Minister of the Northern Region", "Northern Region")],
    ),
    # a surname stands for the full name that the article has
    (
        "Ada Lund left Hamar. “It rained,” Lund said.",
        [("Ada Lund", "", "")],
    ),
    # and only for one that it has
    ("“It rained,” Lund said.", [("Lund", "", "")]),
    # titles tell two of a name apart
    (
        "Ada Lund met Nils Lund and Nils Lund's dog. “It rained,” Mrs. Lund said.",
        [("Ada Lund", "", "")],
    ),
    # bodies, groups, and those whom the source does not name
    ("“It rained,” the Harbour Board said.", [("Harbour Board", "", "Harbour Board")]),
    ("Two senior officials said it rained.", [("Two senior officials", "Two senior officials", "")]),
    (
        "“It rained,” said a source close to the board.",
        [("a source close to the board", "source close to the board", "")],
    ),
    ("Lund, Holm and Berg said it rained.", [("Lund, Holm and Berg", "", "")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_reads_name_role_and_organisation(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_statements(Document(text), None, ())

    assert [(s.speaker_name, s.speaker_role, s.organisation) for s in found] == expected


# text; the speakers' names
CHAINS: list[tuple[str, list[str]]] = [
    # a pronoun is the last speaker whom it fits
    ("Ada Lund said it rained. She said it would rain again.", ["Ada Lund", "Ada Lund"]),
    (
        "Ada Lund said it rained. The Harbour Board said it was open. She said it would rain again.",
        ["Ada Lund", "Harbour Board", "Ada Lund"],
    ),
    (
        "Ada Lund said it rained. Nils Holm said it snowed. She said it would rain again.",
        ["Ada Lund", "Nils Holm", "Ada Lund"],
    ),
    ("Two officials said it rained. They said it would rain again.", ["Two officials", "Two officials"]),
    # a role is the last speaker who holds it, whoever stands between
    (
        "Ada Lund, the harbour engineer, said it rained. Nils Holm, a pilot, said it snowed. "
        "“It thundered as well,” the engineer said.",
        ["Ada Lund", "Nils Holm", "Ada Lund"],
    ),
    # "the official" is whoever spoke last
    ("Ada Lund said it rained. “It thundered as well,” the official said.", ["Ada Lund", "Ada Lund"]),
    # a source stays a source
    ("Ada Lund said it rained. “It thundered as well,” the source said.", ["Ada Lund", "the source"]),
    # a statement speaks for whoever issued it
    ("The Harbour Board said it rained. It thundered as well, according to the statement.", ["Harbour Board"] * 2),
    # the lead's official is named in the next sentence
    (
        "It rained in the harbour, a Norse harbour official said.\n\n"
        "Ada Lund, spokeswoman for the Norse harbour, said on Sunday that it thundered as well.",
        ["Ada Lund", "Ada Lund"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_it_follows_a_speaker_through_the_article(text: str, expected: list[str]) -> None:
    found = find_statements(Document(text), None, ())

    assert [s.speaker_name for s in found] == expected


def test_it_gives_a_speaker_the_role_that_stands_elsewhere() -> None:
    text = "“It rained,” Lund said. “It thundered as well,” the harbour minister said."

    found = find_statements(Document(text), None, ())

    assert [(s.speaker_name, s.speaker_role) for s in found] == [("Lund", "harbour minister")] * 2
