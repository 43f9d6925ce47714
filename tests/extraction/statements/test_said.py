"""When a statement was made, and how that is known."""

from __future__ import annotations

import pytest

from extraction import Article, extract

# text; for each statement the first day, the last day and the basis, of an article of Tuesday, 4 May 2021
CASES: list[tuple[str, list[tuple[str | None, str | None, str]]]] = [
    # beside the attribution
    ("Ada Lund said on Monday that it rained.", [("2021-05-03", "2021-05-03", "stated")]),
    ("“It rained,” Ada Lund said on 3 May 2021.", [("2021-05-03", "2021-05-03", "stated")]),
    ("On Monday, Ada Lund said it rained.", [("2021-05-03", "2021-05-03", "stated")]),
    # a date within what is said is no date of saying
    ("Ada Lund said it rained on 12 January 2019.", [("2021-04-27", "2021-05-04", "publication")]),
    # the same speaker goes on
    (
        "Ada Lund said on Monday that it rained. “It thundered as well,” Lund said.",
        [("2021-05-03", "2021-05-03", "stated"), ("2021-05-03", "2021-05-03", "inherited")],
    ),
    # another does not
    (
        "Ada Lund said on Monday that it rained. Nils Holm said it snowed.",
        [("2021-05-03", "2021-05-03", "stated"), ("2021-04-27", "2021-05-04", "publication")],
    ),
    # any time before
    ("Ada Lund has warned that it rains.", [(None, "2021-05-04", "context")]),
    # nothing but the article
    ("Ada Lund said it rained.", [("2021-04-27", "2021-05-04", "publication")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_dates_a_statement(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    found = extract(Article(text=text, published="2021-05-04")).statements

    assert [
        (
            s.said.date.earliest.isoformat() if s.said.date and s.said.date.earliest else None,
            s.said.date.latest.isoformat() if s.said.date and s.said.date.latest else None,
            s.said.basis,
        )
        for s in found
    ] == expected


def test_it_keeps_the_expression_that_states_the_date() -> None:
    (found,) = extract(Article(text="Ada Lund said on Monday that it rained.", published="2021-05-04")).statements

    assert found.said.timex is not None
    assert found.said.timex.text == "Monday"


def test_it_guesses_nothing_without_a_publication_date() -> None:
    (found,) = extract(Article(text="Ada Lund said it rained.")).statements

    assert found.said.date is None
    assert found.said.basis == "publication"


def test_it_bounds_a_statement_by_an_interval_of_publication() -> None:
    (found,) = extract(Article(text="Ada Lund said it rained.", published="2021-05-03/2021-05-04")).statements

    assert found.said.date is not None
    assert found.said.date.edtf == "2021-04-26/2021-05-04"
