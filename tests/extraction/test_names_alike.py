"""Names that may be one person's are suggested with a reason; those that are not are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.names_alike import compare, skeleton, suggest


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("Masrour Barzani", "Masrur Barzani", "spellings"),
        ("Mustafa al-Kadhimi", "Mustafa Kadhimi", "particles"),
        ("Mustafa al-Kadhimi", "Mustafa Al-Kazimi", "spellings"),
        ("Qubad Talabani", "Qubad Talabany", "spellings"),
        ("Muhammad Hussein", "Mohammed Husayn", "spellings"),
        ("Hussein Mohammed", "Mohammed Hussein", "another order"),
        ("J. Smith", "John Smith", "initial"),
        ("Kadhimi", "Mustafa al-Kadhimi", "last name"),
        ("Anna Maria Berg", "Anna Berg", "a name more"),
        ("Kenneth McKenzie", "Kenneth MacKenzie", ""),
        ("Katherine Johnson", "Katharine Johnsen", "spellings"),
        ("Abdulkareem Saleh", "Abdul Karim Salih", "spellings"),
        ("Abd al-Rahman Said", "Abdurrahman Said", "particles"),
        ("Abdel Fattah Nour", "Abdulfattah Nur", "spellings"),
        ("Abdallah Said", "Abd Allah Said", "particles"),
        ("Rahman", "Abdul Rahman", "last name"),
        ("Élodie Marchand", "Elodie Marchand", "particles"),
    ],
)
def test_it_suggests_names_that_may_be_one(one, other, word):
    found = compare(one, other)

    assert found is not None
    assert word in found[1]
    assert compare(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Bo Berg"),
        ("Omar Hassan", "Amir Hassan"),
        ("Ali", "Aliya"),
        ("Abdul Rahman Said", "Abdul Rahim Said"),
        ("Abdulrahman Said", "Rahman Said"),
        ("Abdi Said", "Abdul Said"),
        ("John Smith", "Jane Smith"),
        ("The ministry", "The minister of defence"),
        ("Masoud Barzani", "Masrour Barzani"),
        ("Smith", "Smithson"),
        ("", "Anna Berg"),
        ("—", "Anna Berg"),
        ("United States", "United Nations"),
        ("the coalition", "the US-led coalition"),
        ("The statement", "the Iraqi statement"),
    ],
)
def test_it_leaves_different_names_alone(one, other):
    assert compare(one, other) is None


def test_it_finds_pairs_among_many_by_key():
    found = suggest({1: ["Masrour Barzan"], 2: ["Bo Dahl"], 3: ["M. B.", "Masrur Barzan"]})

    assert [(pair.first, pair.second) for pair in found] == [(1, 3)]


def test_its_work_grows_with_the_names_alone():
    names = {number: [f"Anna Berg {chr(97 + number % 26)}{number}"] for number in range(2000)}

    assert len(suggest(names)) < 2000 * 60


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_breaks_it(one, other):
    skeleton(one)
    found, back = compare(one, other), compare(other, one)

    assert (found is None) == (back is None)
