"""Which mentions are compared, and what keeps the cost of comparing in proportion to their number."""

from __future__ import annotations

import datetime as dt
import gc

import pytest

from extraction import edtf
from extraction.matching import Mention, suggest
from extraction.matching.blocking import WINDOW, candidates
from extraction.matching.reading import read_mentions

TEXT = "An earthquake destroyed the railway station of Old Marrow"


def mention(key: str, date: str, text: str = TEXT, *, guessed: bool = False) -> Mention:
    """A mention in an article of its own, of 20 May 2021."""
    return Mention(key, key, text, text, edtf.parse(date), dt.date(2021, 5, 20), guessed=guessed)


def pairs(*mentions: Mention) -> list[set[object]]:
    """The keys of what is compared."""
    return [{one.mention.key, other.mention.key} for one, other in candidates(read_mentions(mentions, {}))]


@pytest.mark.parametrize(
    ("other", "compared"),
    [
        (mention("other", "2021-05-12"), True),
        # two days that their own words give exclude each other
        (mention("other", "2021-05-13"), False),
        # one that only its neighbours give does not
        (mention("other", "2021-05-13", guessed=True), True),
        # nor does what was by night, nor a month
        (mention("other", "2021-05-13", f"{TEXT} overnight"), True),
        (mention("other", "2021-05"), True),
        # what is known by its year is looked for in it
        (mention("other", "2021"), True),
        (mention("other", "2020"), False),
    ],
)
def test_days_that_exclude_each_other_are_not_compared(other: Mention, *, compared: bool) -> None:
    found = pairs(mention("one", "2021-05-12"), other)

    assert ({"one", "other"} in found) is compared


def test_a_mention_is_compared_with_the_last_few_of_each_of_its_terms() -> None:
    many = [mention(f"{number}", "2021-05-12") for number in range(60)]

    assert len(pairs(*many)) <= WINDOW * len(many)


def test_each_pair_is_found_once_among_days() -> None:
    found = pairs(*(mention(f"{number}", "2021-05-12") for number in range(9)))

    assert len(found) == 9 * 8 / 2


def test_what_most_mentions_have_alike_is_kept_once() -> None:
    one, other = read_mentions([mention("one", "2021-05-12"), mention("other", "2021-05-13")], {})

    assert one.kinds is other.kinds
    assert one.places is one.sequels is other.places  # none of either


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_for_cycles_is_as_it_was_after_matching(*, searching: bool) -> None:
    before = gc.isenabled()
    (gc.enable if searching else gc.disable)()
    try:
        suggest([mention("one", "2021-05-12"), mention("other", "2021-05-12")])

        assert gc.isenabled() is searching
    finally:
        (gc.enable if before else gc.disable)()
