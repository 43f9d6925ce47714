"""The date of an event that several sources report."""

from __future__ import annotations

import pytest

from extraction import edtf
from timeline.ledger.dating import best_dating
from timeline.models import Mention, Source


def mention(number: int, date: str, copy_of: int | None = None) -> Mention:
    """A report by the source of this number."""
    made = Mention(pk=number, source=Source(pk=number, copy_of_id=copy_of), text="x")
    made.set_date(edtf.parse(date) if date else None)
    return made


@pytest.mark.parametrize(
    ("dates", "best"),
    [
        # A vaguer date supports a finer one in it.
        (["2017", "2017-12", "2017"], "2017-12"),
        (["2017", "2017-12-09", "2017-12"], "2017-12-09"),
        # Days contradict each other: most sources win, and none is averaged.
        (["2024-07-14", "2024-07-15", "2024-07-15"], "2024-07-15"),
        (["2024-07-14", "2024-07-15"], "2024-07-14"),
        # A finer date that few support yields to one that most do.
        (["2018-03", "2017", "2017"], "2017"),
        # Bounds alone support whatever lies in them.
        (["../2020-02-15", "2020-01-05"], "2020-01-05"),
        (["", "2020"], "2020"),
    ],
)
def test_it_is_the_one_that_most_sources_support_at_the_finest_precision(dates, best):
    found = best_dating([mention(number, date) for number, date in enumerate(dates, start=1)])

    assert found is not None
    assert found.edtf == best


def test_copies_count_once():
    found = best_dating(
        [
            mention(1, "2024-07-14"),
            mention(2, "2024-07-15"),
            *(mention(n, "2024-07-14", 1) for n in (3, 4)),
            mention(5, "2024-07-15"),
        ]
    )

    assert found is not None
    assert found.edtf == "2024-07-15"


def test_without_dates_there_is_none():
    assert best_dating([mention(1, "")]) is None
