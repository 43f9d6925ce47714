"""Articles that carry another's text: found when all are there, in whatever order they came."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from tests.timeline.articles import record, write_lines
from timeline import ledger
from timeline.ledger import Author
from timeline.models import Entry, Event, Mention, Revision, Source, Uncompared

pytestmark = pytest.mark.django_db

STORY = (
    "HALVORSEN, 9 June (Fjord Wire) - A dam above the town of Halvorsen gave way before dawn, and forty families were "
    "led to a school on higher ground. Engineers had warned in April of a crack near the spillway, Mayor Tove Lind "
    "said. Divers searched the lower quarter until noon and found nobody "
    "missing. The railway to Brekke will stay closed for a week."
)
OTHER = (
    "The opera house of Sandby opens on Saturday after nine years of building. Its first season has twelve works, "
    "four of them new. "
    "The conductor Marit Sol said the hall sounds like the inside of a violin."
)


def publish(tmp_path, *records):
    call_command("import_articles", str(write_lines(tmp_path / "a.jsonl", *records)))


def three(tmp_path, order):
    made = [
        record(1, text=STORY, published="2021-06-09", publisher="Fjord Wire"),
        record(2, text=STORY + " Our reporter adds that the bakery is open.", published="2021-06-10"),
        record(3, text=OTHER, published="2021-06-10"),
    ]
    for number in order:
        publish(tmp_path, made[number])


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_the_earliest_is_the_one_that_others_carry_whatever_came_first(tmp_path, order):
    three(tmp_path, order)

    by_url = {source.url[-1]: source for source in Source.objects.all()}
    assert by_url["1"].copy_of is None
    assert by_url["2"].copy_of == by_url["1"]
    assert by_url["3"].copy_of is None
    assert not Uncompared.objects.exists()


def test_the_import_names_what_is_nearly_the_same(tmp_path, capsys):
    given = record(1, url="", text=STORY), record(2, url="", text=STORY.replace("forty", "fifty"))
    publish(tmp_path, *given)

    lines = capsys.readouterr().out.splitlines()
    assert lines[-2] == "0 undated, 1 near-duplicate"
    assert sum(line.startswith("near-duplicate: ") for line in lines) == 1
    assert lines[-1] == "2 read: 2 created, 0 updated, 0 unchanged, 0 rejected"


def test_a_copy_is_found_whatever_else_is_imported_with_it(tmp_path, monkeypatch):
    monkeypatch.setattr("timeline.importing.copies.NEIGHBOURS", 3)
    publish(tmp_path, record(1, text=STORY, published="2021-06-09"))
    fillers = [f"Report {n} of the {n * 7919}th hen of Sandby, which laid {n * 31} eggs." for n in range(9)]
    publish(tmp_path, *(record(n + 10, text=t, published="2022-01-05") for n, t in enumerate(fillers)))

    publish(
        tmp_path,
        record(2, text=STORY + " Nothing more.", published="2021-06-10"),
        record(3, text=OTHER, published="2023-06-10"),
    )

    assert Source.objects.get(url__endswith="/2").copy_of == Source.objects.get(url__endswith="/1")


def test_an_article_says_which_agency_it_credits(tmp_path):
    publish(tmp_path, record(text=STORY))

    assert Source.objects.get().agency == "Fjord Wire"


def test_what_a_person_says_of_a_copy_stays(tmp_path, curator):
    three(tmp_path, (0, 1))
    first, second = Source.objects.order_by("id")
    ledger.edit(second, {"copy_of": None}, Author(user=curator))

    publish(tmp_path, record(4, text=STORY + " Nothing more.", published="2021-06-11"))

    second.refresh_from_db()
    assert second.copy_of is None
    assert Source.objects.get(url__endswith="/4").copy_of == first


def test_an_independent_article_joins_no_others(tmp_path, curator):
    three(tmp_path, (0, 1))
    first, second = Source.objects.order_by("id")
    ledger.edit(second, {"copy_of": None}, Author(user=curator))

    # It was published before any other copy that comes, and is no copy of the first.
    Source.objects.filter(pk=first.pk).update(text=OTHER)
    publish(tmp_path, record(4, text=STORY + " Nothing more.", published="2021-06-11"))

    assert Source.objects.get(url__endswith="/4").copy_of == second


def test_a_copy_that_a_person_named_goes_with_its_first(tmp_path, curator):
    three(tmp_path, (1, 2))
    copied, other = Source.objects.order_by("id")
    ledger.edit(other, {"copy_of": copied}, Author(user=curator))

    publish(tmp_path, record(1, text=STORY, published="2021-06-09"))

    first = Source.objects.get(url__endswith="/1")
    assert set(Source.objects.exclude(pk=first.pk).values_list("copy_of", flat=True)) == {first.pk}


def test_copies_of_a_copy_are_copies_of_the_first(tmp_path, curator):
    three(tmp_path, (0, 1))
    publish(tmp_path, record(3, text=OTHER, published="2021-06-10"))
    first, second, other = Source.objects.order_by("id")

    ledger.edit(first, {"copy_of": other}, Author(user=curator))

    assert set(Source.objects.filter(pk__in=(first.pk, second.pk)).values_list("copy_of", flat=True)) == {other.pk}
    other.refresh_from_db()
    with pytest.raises(ValidationError, match="carry this one's text"):
        ledger.edit(other, {"copy_of": first}, Author(user=curator))


def test_copies_count_as_one_source_of_a_published_event(tmp_path):
    publish(tmp_path, record(1, text=STORY, published="2021-06-09"))
    source = Source.objects.get()
    other = Source.objects.create(identity="x", text=OTHER, publisher="Another Paper", version=1)
    event = Event(title="Dam gives way")
    mentions = [Mention(source=s, start=0, end=5, text=s.text[:5]) for s in (source, other)]
    ledger.write([ledger.Change(event, "created", mentions=mentions)], Author())
    ledger.approve([event], Author())
    assert Entry.objects.get().independent_sources == 2

    ledger.link_copies({other.pk: source.pk}, Author())

    assert Entry.objects.get().independent_sources == 1
    assert '"independent_sources":1' in Entry.objects.get().document
    assert Revision.objects.filter(kind="event", record_id=event.pk).count() == 3


def test_reading_anew_finds_credits_and_copies_anew(tmp_path, curator, capsys):
    three(tmp_path, (0, 1, 2))
    first, second, other = Source.objects.order_by("id")
    call_command("reextract")
    assert "3 read, 0 changed" in capsys.readouterr().out
    assert Source.objects.get(pk=second.pk).copy_of == first

    Source.objects.filter(pk=first.pk).update(agency="Wrong")
    Source.objects.filter(pk=second.pk).update(copy_of=None)
    Source.objects.filter(pk=other.pk).update(copy_of=first)
    call_command("reextract")

    assert "  ~ agency: Wrong -> Fjord Wire" in capsys.readouterr().out.splitlines()
    assert Source.objects.get(pk=first.pk).agency == "Fjord Wire"
    assert [source.copy_of for source in Source.objects.order_by("id")] == [None, first, None]

    ledger.edit(Source.objects.get(pk=other.pk), {"copy_of": first}, Author(user=curator))
    call_command("reextract")
    assert Source.objects.get(pk=other.pk).copy_of == first
