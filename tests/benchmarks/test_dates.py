"""The benchmark of dates tells what a change gains and loses."""

from __future__ import annotations

from benchmarks.dates.compare import changes, right
from benchmarks.dates.corpus import UNREAD, split
from benchmarks.dates.yardstick import both_parts, same_document, trimmed


def _record(*timexes: tuple[int, int, str, str]) -> dict[str, object]:
    names = ("start", "end", "text", "value")
    return {"doc_id": "a", "timexes": [dict(zip(names, timex, strict=True)) for timex in timexes]}


def test_it_lists_what_is_gained_lost_and_found_for_nothing() -> None:
    gold = [_record((0, 6, "Sunday", "2024-07-14"), (10, 14, "2014", "2014"))]
    before = [_record((0, 6, "Sunday", "2024-07-14"), (20, 23, "may", "XXXX-05"))]
    after = [_record((10, 14, "2014", "2014"), (30, 33, "now", "PRESENT_REF"))]

    assert changes(gold, before, after) == [
        "gained: 1",
        "  a 10: '2014' 2014",
        "lost: 1",
        "  a 0: 'Sunday' 2024-07-14",
        "spurious, new: 1",
        "  a 30: 'now' PRESENT_REF (?)",
        "spurious, gone: 1",
        "  a 20: 'may' XXXX-05 (?)",
    ]


def test_an_expression_found_is_right_for_one_of_the_gold_alone() -> None:
    gold = [_record((0, 4, "2014", "2014"), (5, 9, "2014", "2014"))]
    found = [_record((0, 9, "2014/2014", "2014"))]

    assert right(gold, found) == {("a", 0, 4): "'2014' 2014"}


def test_the_unread_part_is_the_same_whatever_the_order() -> None:
    documents = [{"doc_id": f"d{number}"} for number in range(256)]

    develop, unread = split(documents)

    assert (len(develop), len(unread)) == (256 - UNREAD, UNREAD)
    assert {d["doc_id"] for d in split(documents[::-1])[1]} == {d["doc_id"] for d in unread}


def test_another_version_is_scored_by_what_it_found() -> None:
    gold = _record((0, 4, "2014", "2014"), (5, 9, "2015", "2015"))
    found = _record((0, 4, "2014", "2014"), (5, 9, "2015", "2016"))

    assert both_parts([gold], [], [found]) == "values: to develop on 50.00, never read 0.00, gap 50.0"


def test_the_gap_is_told_without_the_few_documents_that_make_it() -> None:
    day = (0, 6, "Sunday", "2024-07-14")
    week_off = (0, 6, "Sunday", "2024-07-21")
    develop = [{**_record(day), "doc_id": f"a{number}"} for number in range(25)]
    unread = [{**_record(day), "doc_id": f"b{number}"} for number in range(25)]
    found = [*develop, *unread[1:], {**_record(week_off), "doc_id": "b0"}]

    assert trimmed(develop, unread, found) == 0
    assert same_document(unread, found) == (1, 1)
    assert same_document(develop, found) == (0, 0)
