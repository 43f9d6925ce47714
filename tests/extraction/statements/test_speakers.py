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


# text; the role of its statement's speaker
ROLES = [
    # a time is none, and parts from one
    ("Ada Lund said this month that it rained.", ""),
    ("“It rained,” this month Ada Lund said.", ""),
    ("This month Mayor Ada Lund said it rained.", "Mayor"),
    ("“It rained,” said Ada Lund, mayor of Hamar, on Tuesday.", "mayor of Hamar"),
    ("“It rained,” said Ada Lund, mayor since last year.", "mayor"),
    ("“It rained,” said last year's champion Ada Lund.", "last year's champion"),
    ("“It rained,” Ada Lund, Sunday Times editor, said.", "Sunday Times editor"),
    ("“It rained,” four days after the mayor said.", ""),
    # nor is a bare possessive, or a phrase that is cut
    ("The country's Ada Lund said it rained.", ""),
    ("“It rained,” said Ada Lund, a friend of the mayor's.", "friend of the mayor's"),
    ("The offices in Oslo and Hamar said it rained.", ""),
    # nor is how somebody spoke
    ("“It rained,” said Ada Lund, in a letter.", ""),
    ("“It rained,” said Ada Lund, speaking at a fair in Hamar, Norway.", ""),
    ("“It rained,” said Ada Lund, however.", ""),
    # nor is a thing, or more than one body
    ("“It rained,” the two governments said.", ""),
    ("“It rained,” the report said.", ""),
    ("“It rained,” a review by two engineers said.", ""),
    # people and bodies are
    ("“It rained,” a resident of Hamar said.", "resident of Hamar"),
    ("“It rained,” a 40-year-old carpenter said.", "40-year-old carpenter"),
    ("“It rained,” some of the residents said.", "some of the residents"),
    ("“It rained,” the ministry said.", "ministry"),
    ("“It rained,” the security forces said.", "security forces"),
    ("Gov. Ada Lund said it rained.", "Gov."),
    # what stands in brackets does not end one
    (
        "Ada Lund, adviser to the Harbour (read on Tuesday, 2 May) Board, said it rained.",
        "adviser to the Harbour Board",
    ),
    # an Arabic article begins a name
    ("Prime Minister Nils al-Holm said it rained.", "Prime Minister"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_says_what_a_person_or_a_body_is(text: str, role: str) -> None:
    found = find_statements(Document(text), None, ())

    assert {s.speaker_role for s in found} == {role}


def test_a_name_follows_its_arabic_article() -> None:
    found = find_statements(Document("Prime Minister Nils al-Holm said it rained."), None, ())

    assert [s.speaker_name for s in found] == ["Nils al-Holm"]


def test_whoever_is_described_is_not_the_next_role() -> None:
    text = "The country's Ada Lund said it rained. “It thundered as well,” the judge said."

    found = find_statements(Document(text), None, ())

    assert [s.speaker_name for s in found] == ["Ada Lund", "the judge"]


def test_it_gives_a_speaker_the_role_that_stands_elsewhere() -> None:
    text = "“It rained,” Lund said. “It thundered as well,” the harbour minister said."

    found = find_statements(Document(text), None, ())

    assert [(s.speaker_name, s.speaker_role) for s in found] == [("Lund", "harbour minister")] * 2
