import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import edtf
from extraction.articles import RefusedError
from extraction.articles.dates import read_published

ACCEPTED = [
    ("2019-12-23", "2019-12-23"),
    ("2017-12", "2017-12"),
    ("2017", "2017"),
    ("2019-36", "2019-36"),
    ("2020-02~", "2020-02~"),
    ("../2020-02-15", "../2020-02-15"),
    (" 2019-12-23\n", "2019-12-23"),
    ("2019-12-23T10:00:00Z", "2019-12-23"),
    ("2019-12-23 10:00", "2019-12-23"),
    ("2019-12-23 10:00:00 UTC", "2019-12-23"),
    ("2016-12-31T23:59:60Z", "2016-12-31"),
    # The day as it is written, whatever day it was in Greenwich.
    ("2024-01-01T01:30:00+03:00", "2024-01-01"),
    ("2023-12-31T23:30:00.123456-05:00", "2023-12-31"),
]
# In feeds alone.
RFC_822 = [
    ("Mon, 23 Dec 2019 10:00:00 +0100", "2019-12-23"),
    ("23 Dec 2019 10:00:00 GMT", "2019-12-23"),
    ("Mon, 3 Feb 2020 00:10 EST", "2020-02-03"),
    ("03 February 2020", "2020-02-03"),
]


@pytest.mark.parametrize(("value", "expected"), ACCEPTED)
def test_it_reads_edtf_and_iso_dates(value, expected):
    assert read_published(value) == expected


@pytest.mark.parametrize(("value", "expected"), RFC_822)
def test_it_reads_the_dates_of_feeds_in_feeds_alone(value, expected):
    assert read_published(value, feed=True) == expected
    with pytest.raises(RefusedError):
        read_published(value)


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "0000-00-00",
        "2021-02-30",
        "2021-13",
        "0000",
        "9999",
        "10000-01-01",
        "-0044",
        "20191223",
        "2020-W01-1",
        "٢٠٢٠-٠١-٠١",
        "2019-12-23T24:00:00",
        "2019-12-23T10:61:00",
        "2019-12-23T10:00:00+99:99",
        "2019-12-23T",
        "1577095200",
        "23 December 2019",
        "Tuesday, 31 Feb 2020",
        # The first and the last day of the calendar stand for open bounds.
        "0001-01-01",
        "0001",
        "9998-12-31T10:00:00Z",
        "2020/9998",
        "2019-12-23\x1b[2J",
        "9" * 5000,
    ],
)
@pytest.mark.parametrize("feed", [False, True])
def test_it_refuses_what_is_no_date_and_never_guesses(value, feed):
    if feed and value == "23 December 2019":
        return
    with pytest.raises(RefusedError) as caught:
        read_published(value, feed=feed)

    assert caught.value.field == "published"
    assert caught.value.reason.isprintable()
    assert value[:4] in caught.value.reason


def test_both_readings_of_an_ambiguous_date_are_named():
    with pytest.raises(RefusedError, match="'07-08-2024' can be 2024-08-07 or 2024-07-08: write the one that is meant"):
        read_published("07-08-2024")


def test_the_reading_of_an_unusual_date_is_named():
    with pytest.raises(RefusedError, match="write 2024-07-14"):
        read_published("14/07/2024")


@given(st.text() | st.from_regex(r"[0-9TZ:.+ /X~?%-]{0,25}", fullmatch=True))
def test_what_is_accepted_is_edtf(value):
    try:
        found = read_published(value, feed=True)
    except RefusedError:
        return

    edtf.parse(found)
