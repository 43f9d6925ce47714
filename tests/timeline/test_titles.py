"""The line that stands for a statement in lists, feeds and calendars."""

from __future__ import annotations

import pytest

from timeline.models.statement import first_words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“We will rebuild the bridge,”", "We will rebuild the bridge,"),
        ("'We will rebuild it'", "We will rebuild it"),
        ('The bridge is "still very much open"', 'The bridge is "still very much open"'),
        ("“Not finished,” but “open”", "“Not finished,” but “open”"),
        ("that the bridge\nis open", "that the bridge is open"),
        ("word " * 30, " ".join(["word"] * 16) + "…"),
    ],
)
def test_marks_around_all_of_it_are_left_out_and_those_of_a_part_stay(text, line):
    assert first_words(text) == line
