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
    ("“Is the harbour open?” Ada Lund asked.", [("“Is the harbour open?”", "Ada Lund", "direct")]),
    ("“It rained. It poured,” Ada Lund said.", [("“It rained. It poured,”", "Ada Lund", "direct")]),
    ("“The harbour is open,” Ada Lund chuckled.", [("“The harbour is open,”", "Ada Lund", "direct")]),
    ("“The harbour is open.” ― Ada Lund", [("“The harbour is open.”", "Ada Lund", "direct")]),
    # marks of other kinds
    ("''The harbour is open,'' Ada Lund said.", [("''The harbour is open,''", "Ada Lund", "direct")]),
    ("‘The harbour is open,’ Ada Lund said.", [("‘The harbour is open,’", "Ada Lund", "direct")]),
    # split by its attribution, or followed by more in the same paragraph
    ("“The harbour,” Ada Lund said, “is open.”", [("“The harbour,”|“is open.”", "Ada Lund", "direct")]),
    (
        "“It rained all night,” Ada Lund said. “Nobody slept in the village.”",
        [
            ("“It rained all night,”", "Ada Lund", "direct"),
            ("“Nobody slept in the village.”", "Ada Lund", "direct"),
        ],
    ),
    # indirect speech, with and without "that", before and after
    ("Ada Lund said that the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("Ada Lund said the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("Ada Lund said her boat was lost.", [("her boat was lost", "Ada Lund", "indirect")]),
    ("The harbour was open, Ada Lund said on Friday.", [("The harbour was open", "Ada Lund", "indirect")]),
    ("The harbour, Ada Lund said, was open.", [("The harbour|was open", "Ada Lund", "indirect")]),
    ("The harbour was open, according to Ada Lund.", [("The harbour was open", "Ada Lund", "indirect")]),
    ("According to Ada Lund, the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("As Ada Lund said, the harbour was open.", [("the harbour was open", "Ada Lund", "indirect")]),
    ("Ada Lund vowed to open the harbour.", [("to open the harbour", "Ada Lund", "indirect")]),
    ("Ada Lund asked whether the harbour was open.", [("whether the harbour was open", "Ada Lund", "indirect")]),
    # a partial quotation within indirect speech
    ("Ada Lund said the harbour was “wide open” again.", [("the harbour was “wide open” again", "Ada Lund", "mixed")]),
    ("Ada Lund hailed the day as “a new start.”", [("the day as “a new start.”", "Ada Lund", "mixed")]),
    # whoever is spoken to, and when and where, is no part of it
    ("Ada Lund told the Coast News on Monday that it rained.", [("it rained", "Ada Lund", "indirect")]),
    ("Ada Lund said in a statement that it rained.", [("it rained", "Ada Lund", "indirect")]),
    ("Ada Lund said at a rally in Hamar, Norway, that it rained.", [("it rained", "Ada Lund", "indirect")]),
    # nor is the dateline
    ("OSLO, May 3 (Agency) - It rained, Ada Lund said.", [("It rained", "Ada Lund", "indirect")]),
    # a second verb shares the speaker, and bounds what the first says
    (
        "Ada Lund said it rained, adding that the road was closed.",
        [("it rained", "Ada Lund", "indirect"), ("the road was closed", "Ada Lund", "indirect")],
    ),
    (
        "Ada Lund said it rained, but Nils Holm said it snowed.",
        [("it rained", "Ada Lund", "indirect"), ("it snowed", "Nils Holm", "indirect")],
    ),
    # what follows a whole quotation is the article's again
    ("Ada Lund shouted: “Run for it!” before the wall fell.", [("“Run for it!”", "Ada Lund", "direct")]),
    # a dependent clause ends with its comma
    ("When Ada Lund said the well was dry, the crowd left.", [("the well was dry", "Ada Lund", "indirect")]),
    # announced by a colon at the end of a paragraph
    (
        "Ada Lund wrote:\n\n“The harbour has been open since May.”",
        [("“The harbour has been open since May.”", "Ada Lund", "direct")],
    ),
    # a transcript
    (
        "LUND: It rained. We left.\nHOLM: Did you?\nLUND: Yes, we did.\nHOLM: I see.",
        [
            ("It rained. We left.", "LUND", "direct"),
            ("Did you?", "HOLM", "direct"),
            ("Yes, we did.", "LUND", "direct"),
            ("I see.", "HOLM", "direct"),
        ],
    ),
    # nobody says anything
    ("The harbour was open on Friday.", []),
    ("In December the council declared victory over the flood.", []),
    ("Ada Lund did not say that the harbour was open.", []),
    ("Ada Lund would say that the harbour was open.", []),
    ("Ada Lund was told that the harbour was open.", []),
    ("The proposed harbour and the reported storm are on “Radio Coast” today.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_finds_who_said_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_statements(Document(text), None, ())

    assert [("|".join(text[a:b] for a, b in s.spans), s.speaker_name, s.speech) for s in found] == expected


def test_it_keeps_the_words_that_attribute() -> None:
    text = "“It rained,” the mayor of Hamar said on Friday."

    (found,) = find_statements(Document(text), None, ())

    assert found.cue == "said"
    assert found.speaker_text == "the mayor of Hamar"
    assert found.cue_span is not None
    assert text[slice(*found.cue_span)] == "said"
    assert found.speaker_span is not None
    assert text[slice(*found.speaker_span)] == "the mayor of Hamar"


def test_it_does_not_let_an_unclosed_mark_swallow_the_next_paragraph() -> None:
    text = "“It rained all night, Ada Lund said.\n\nNils Holm said it snowed."

    found = find_statements(Document(text), None, ())

    assert [(text[slice(*s.spans[0])], s.speaker_name) for s in found][-1] == ("it snowed", "Nils Holm")


def test_it_gives_a_paragraph_of_quotation_to_whoever_spoke_last() -> None:
    text = "“It rained all night,” Ada Lund said.\n\n“Nobody in the village slept at all.”"

    found = find_statements(Document(text), None, ())

    assert [s.speaker_name for s in found] == ["Ada Lund", "Ada Lund"]


FURNITURE = [
    "Storm was ‘very loud’, must be taken seriously: PM Lund",
    "FILE - Ada Lund said the harbour was open, Hamar, May 3, 2021.",
    "The Coast News moderates all comments, and it said that rules apply.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_it_finds_nothing_in_headlines_captions_and_site_furniture(line: str) -> None:
    text = f"{line}\n\nThe harbour was open on Friday, as it is every year in May and in June."

    assert find_statements(Document(text), None, ()) == ()


def test_it_finds_nothing_below_the_end_of_the_article() -> None:
    body = "The harbour was open on Friday, as it is every year in May.\n\n"
    text = (
        body + body.replace("Friday", "Monday") + body.replace("Friday", "Sunday") + body.replace("Friday", "Tuesday")
    )
    text += "Popular posts from this blog\n\n“Anglers are the real villains,” said Nils Holm."

    assert find_statements(Document(text), None, ()) == ()


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "' ",
        "said ",
        "he said, ",
        '"a," he said, ',
        "A said B ",
        ", said ",
        "according to ",
        "\n“",
        "A: b.\n",
        "Lund, ",
    ],
)
def test_it_survives_texts_that_are_no_prose(unit: str) -> None:
    text = unit * 4_000

    found = find_statements(Document(text), None, ())

    assert all(0 <= a < b <= len(text) for s in found for a, b in s.spans)
