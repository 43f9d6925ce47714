"""Quotation marks of every kind, paired without ever losing the document."""

from __future__ import annotations

import itertools

import pytest

from extraction.quotes import find_quotations, quotation_spans

CASES = [
    # straight, curly, typewriter, guillemets both ways, low-high
    ('The mayor said "we begin today" and left.', ['"we begin today"']),
    ("“The bridge is open,” she said.", ["“The bridge is open,”"]),
    ("''The road is closed,'' the guard said.", ["''The road is closed,''"]),
    ("``The road is closed,'' the guard said.", ["``The road is closed,''"]),
    ("«La route est ouverte», dit-il.", ["«La route est ouverte»"]),
    ("»Die Straße ist offen«, sagte er.", ["»Die Straße ist offen«"]),
    ("„Die Straße ist offen“, sagte er.", ["„Die Straße ist offen“"]),
    # single marks are told from apostrophes
    ("‘The well is dry,’ the farmer said.", ["‘The well is dry,’"]),
    ("'The well is dry,' the farmer said.", ["'The well is dry,'"]),
    ("The farmers’ wells in the ’90s weren’t dry, it’s said.", []),
    ("The farmers' wells weren't dry, 'til that year.", []),
    # a mark of one kind closed by another
    ('“The bridge is open," she said.', ['“The bridge is open,"']),
    # nested quotations are part of the outer one
    ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
    ("“He told me “never” twice,” she said.", ["“He told me “never” twice,”"]),
    # split
    ("“Rain,” he said, “is coming.”", ["“Rain,”", "“is coming.”"]),
    # inches and stray closing marks open nothing
    ('A 5" pipe beside a 6" pipe.', []),
    ('of the harvest," the farmer said.', []),
    # no words, no quotation
    ('He wrote "" and " ".', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_pairs_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotation_spans(text)] == expected


def test_it_ends_an_unclosed_quotation_with_its_paragraph() -> None:
    text = "“We never closed this.\n\nThe council met. “Later,” it said."

    found = find_quotations(text)

    assert [(text[q.start : q.end], q.closed) for q in found] == [("“We never closed this.", False), ("“Later,”", True)]


def test_it_starts_anew_where_a_second_opening_mark_shows_that_the_first_was_never_closed() -> None:
    text = '"One thing is sure. "The other is not," he said.'

    assert [text[a:b] for a, b in quotation_spans(text)] == ['"One thing is sure.', '"The other is not,"']


def test_it_tells_the_words_from_the_marks() -> None:
    text = "He said ``no'' twice."

    (found,) = find_quotations(text)

    assert text[found.inner_start : found.inner_end] == "no"


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", "‘", "''", "``", "'a ", "‘a ", '"x ', "«»", "\n", '"\n'])
def test_it_survives_nothing_but_marks(unit: str) -> None:
    text = unit * 20_000

    spans = quotation_spans(text)

    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
