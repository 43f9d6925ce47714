"""The EDTF subset, against two other implementations and a table of our own."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undate import Undate

from extraction import edtf
from extraction.edtf import EdtfError

#: What the npm package edtf 4 answers for texts of the subset where its answer is right. Left out: seasons,
#: which it takes for quarters of a year, `~`, which it does not widen, and 2021-02-29, which it moves.
NPM = Path(__file__).parent.parent / "data" / "edtf_npm.tsv"
with NPM.open(encoding="utf-8", newline="") as file:
    ANSWERS = [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def bounds(text: str) -> tuple[str, str]:
    """The days as the table has them; an open bound is empty."""
    try:
        date = edtf.parse(text)
    except EdtfError:
        return "refused", "refused"
    return str(date.earliest or ""), str(date.latest or "")


@pytest.mark.parametrize(("text", "first", "last"), ANSWERS)
def test_it_answers_as_the_npm_package_where_that_is_right(text, first, last):
    # The year 0 is outside our calendar: a database column begins with the year 1.
    assert bounds(text) == (first.replace("0000-", "0001-"), last)


#: undate knows no quarters, and counts a year before 1000 and an unspecified digit in its own way.
FOR_UNDATE = [text for text, first, _ in ANSWERS if first != "refused" and text[0] != "0" and "X" not in text]


@pytest.mark.parametrize("text", [text for text in FOR_UNDATE if text[4:7] not in ("-33", "-34", "-35", "-36")])
def test_it_answers_as_undate(text):
    oracle = Undate.parse(text, "EDTF")
    earliest, latest = oracle.earliest, oracle.latest
    first = getattr(earliest, "earliest", earliest)
    last = getattr(latest, "latest", latest)

    assert bounds(text) == ("" if first is None else str(first), "" if last is None else str(last))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2019-21", "2019-03-01", "2019-05-31", "season"),
        ("2019-22", "2019-06-01", "2019-08-31", "season"),
        ("2019-23", "2019-09-01", "2019-11-30", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),  # winter belongs to its December
        ("2019-36", "2019-10-01", "2019-12-31", "quarter"),
        ("2019-33/2019-36", "2019-01-01", "2019-12-31", "interval"),
        ("2020-02-15~", "2020-02-12", "2020-02-18", "day"),
        ("2020-02~", "2020-01-17", "2020-03-15", "month"),
        ("2020~", "2019-01-01", "2021-12-31", "year"),
        ("202X~", "2017-01-01", "2032-12-31", "decade"),
        ("0001~", "0001-01-01", "0002-12-31", "year"),  # no further than the calendar
        ("9998-12-31%", "9998-12-28", "9998-12-31", "day"),
        ("2020?", "2020-01-01", "2020-12-31", "year"),  # uncertain is not approximate
        ("../2014", "", "2014-12-31", "open"),
        ("2014/..", "2014-01-01", "", "open"),
    ],
)
def test_it_knows_the_days_and_the_precision(text, first, last, precision):
    assert bounds(text) == (first, last)
    assert edtf.parse(text).precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "9999",
        "0000",
        "9998-24",  # would end in 9999
        "../..",
        "/2014",
        "2014/",
        "2019-25",
        "2019-37",
        "20X2",
        "202X-05",
        "Y17000",
        "-0044",
        "2017-XX",
        "2017-12-24T10:00",
        "２０１７",
        "2017\n",
        "2014/2015/2016",
    ],
)
def test_it_refuses_what_is_outside_the_subset_and_says_so(text):
    with pytest.raises(EdtfError, match=r".+"):
        edtf.parse(text)


@given(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)), st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)))
def test_what_it_writes_it_reads_again(one, other):
    first, last = sorted((one, other))

    assert edtf.parse(edtf.interval(first, last).edtf) == edtf.interval(first, last)
    assert edtf.day(one) == edtf.parse(one.isoformat())


@given(st.text())
def test_no_text_makes_it_fail_otherwise(text):
    with contextlib.suppress(EdtfError):
        assert edtf.parse(text).edtf == text


def test_a_narrowed_date_keeps_its_notation():
    late = edtf.narrowed("2017", dt.date(2017, 9, 1), dt.date(2017, 12, 31), "part-of-year")

    assert (late.edtf, str(late.earliest)) == ("2017", "2017-09-01")


def test_a_narrowed_date_must_not_end_before_it_starts():
    with pytest.raises(EdtfError, match="ends before"):
        edtf.narrowed("2017", dt.date(2017, 9, 1), dt.date(2017, 8, 31), "part-of-year")
