"""Dates in words."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import edtf as dates
from timeline.page.words import anchor_words, date_words, edtf_words, found_words, range_edtf, range_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-12-23", "23 December 2019"),
        ("2017-12", "December 2017"),
        ("2017", "2017"),
        ("0987", "987"),
        ("2019-36", "the fourth quarter of 2019"),
        ("2019-22", "summer 2019"),
        ("202X", "the 2020s"),
        ("19XX", "1900 to 1999"),
        ("2020-02~", "about February 2020"),
        ("2020-02?", "perhaps February 2020"),
        ("2020-02%", "perhaps about February 2020"),
        ("2014/2017", "2014 to 2017"),
        ("2014~/2017-03-02", "about 2014 to 2 March 2017"),
        ("2014/..", "from 2014 on"),
        ("../2020-02-15", "no later than 15 February 2020"),
    ],
)
def test_it_says_a_date_in_words(edtf, words):
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-02-16", "2020-02-16", "16 February 2020"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-01-01", "2024-12-31", "2019 to 2024"),
        ("2020-02-01", "2020-04-30", "February to April 2020"),
        ("2019-11-01", "2020-02-29", "November 2019 to February 2020"),
        ("2020-02-01", "2020-02-10", "1 to 10 February 2020"),
        ("2020-02-05", "2020-03-31", "5 February to 31 March 2020"),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020"),
        # The last month of the calendar has a last day like any other.
        ("9998-12-01", "9998-12-31", "December 9998"),
    ],
)
def test_it_says_a_range_in_words(first, last, words):
    assert range_words(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


def test_it_has_words_for_every_notation():
    for text in "2019-12-23 2017-12 2019-36 2019-24 202X 20XX 2014/2017 2014/.. ../2014 2017-12~".split():
        when = {"edtf": text, "precision": dates.parse(text).precision, "start": None, "end": None}
        assert not set(date_words(when)) & set("X/~?%")


def test_it_names_the_months_of_a_part_of_a_year():
    when = {"edtf": "2017", "precision": "part-of-year", "start": "2017-09-01", "end": "2017-12-31"}

    assert date_words(when) == "September to December 2017"


def test_it_says_that_a_record_is_undated():
    assert date_words(None) == "undated"
    assert sentences(None) == ["No source gives a date that could be resolved; the record is undated."]


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("publication 2024-07-14", "the date of publication, 14 July 2024"),
        ("publication", "the date of publication"),
        ("text 2017-12", "another date in the text, December 2017"),
        ("the feast of St Martin", "the feast of St Martin"),
    ],
)
def test_it_says_what_a_date_was_counted_from(anchor, words):
    assert "".join(piece.text for piece in anchor_words(anchor)) == words


def sentences(when):
    return ["".join(piece.text for piece in sentence) for sentence in found_words(when)]


def test_it_tells_how_a_date_was_found():
    when = {
        "edtf": "2024-07-13", "text": "on Saturday", "precision": "day", "start": "2024-07-13", "end": "2024-07-13",
        "anchor": "publication 2024-07-14", "rule": "weekday", "basis": "stated",
    }  # fmt: skip

    assert sentences(when) == [
        "The source states the date in this passage.",
        "It is read from the words “on Saturday”, counted from the date of publication, 14 July 2024.",
        "That is one day, 13 July 2024.",
    ]
    # Its dates are told apart, for they are put into the reader's own words.
    assert [piece.edtf for sentence in found_words(when) for piece in sentence if piece.edtf] == [
        "2024-07-14",
        "2024-07-13",
    ]


def test_it_tells_who_gave_a_date():
    when = {
        "edtf": "2024-07-13", "text": None, "precision": "day", "start": "2024-07-13", "end": "2024-07-13",
        "anchor": None, "rule": "given by a curator", "basis": None,
    }  # fmt: skip

    assert sentences(when) == ["A curator gave the date.", "That is one day, 13 July 2024."]


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("2020-02-16", "2020-02-16", "2020-02-16"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2019-01-01", "2024-12-31", "2019/2024"),
        ("2019-02-01", "2024-12-31", "2019-02/2024-12"),
        ("2019-02-02", "2024-12-31", "2019-02-02/2024-12-31"),
    ],
)
def test_it_notes_a_range(first, last, edtf):
    assert range_edtf(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == edtf
