"""The table of reporting verbs."""

from __future__ import annotations

from importlib.resources import files

from extraction.statements.cues import CUES

FRAMES = set("quote that zero wh to person object quoted of about against for at on".split())


def lines() -> list[list[str]]:
    text = files("extraction.statements").joinpath("cues.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def test_it_says_of_every_verb_what_it_takes() -> None:
    assert all(len(line) == 5 and set(line[4].split()) <= FRAMES for line in lines())


def test_it_lists_no_verb_twice() -> None:
    verbs = [line[0] for line in lines()]

    assert len(verbs) == len(set(verbs))


def test_it_knows_every_form_of_a_verb() -> None:
    assert [CUES[form].form for form in ("tell", "tells", "told", "telling")] == [
        "base",
        "present",
        "past",
        "participle",
    ]
