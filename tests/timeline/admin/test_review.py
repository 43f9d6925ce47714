"""The review queue: evidence beside the record, decisions by button, nothing overwritten."""

from __future__ import annotations

import pytest

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event, published
from timeline.ledger import Author, edit, merge_events, undo
from timeline.models import Event, ImportRun, Revision, Speaker, Statement

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def address(record, **given) -> str:
    query = "&".join(f"{name}={value}" for name, value in given.items())
    return f"/admin/review/{record.KIND}/{record.pk}/?{query}"


def decide(desk, record, decision, **more):
    record.refresh_from_db()
    return desk.post(address(record), {"decision": decision, "version": record.version, **more})


def page(desk, record):
    return desk.get(address(record)).content.decode()


def walked(desk):
    """The records in the order in which somebody who skips each one sees them, until the first comes again."""
    seen = []
    answer = desk.get("/admin/review/", follow=True)
    while answer.context["record"] not in seen:
        seen.append(answer.context["record"])
        answer = desk.post(answer.request["PATH_INFO"], {"decision": "skip"}, follow=True)
    assert answer.context["record"] == seen[0]
    return seen


def test_it_begins_with_the_oldest_source(desk):
    old, new = a_source(), a_source()
    said, early = a_statement(old), an_event(old)
    late = a_statement(new)

    assert walked(desk) == [said, early, late]


def test_an_event_found_later_stands_with_its_article(desk):
    old, new = a_source(), a_source()
    said = a_statement(new)
    first, found_later = an_event(new), an_event(old)

    assert walked(desk) == [found_later, said, first]


def test_a_merged_event_stands_with_the_first_of_its_articles(desk):
    old, new, last = a_source(), a_source(), a_source()
    said = a_statement(new)
    one, other = an_event(old), an_event(last)

    merge_events(other.pk, [one.pk], Author())

    assert walked(desk) == [other, said]
    undo(Revision.objects.get(kind="event", record_id=other.pk, action="merged").batch, Author())
    assert walked(desk) == [one, said, other]


def test_it_marks_the_words_and_the_date_in_the_text(desk):
    source = a_source()
    statement = a_statement(source, text="We will rebuild the bridge,")
    at = source.text.find("Sunday")
    edit(statement, {"date_start": at, "date_end": at + 6}, Author())

    shown = page(desk, statement)

    assert '<mark class="desk-evidence">We will rebuild the bridge,</mark>' in shown
    assert '<mark class=" desk-date" title="The date expression">Sunday</mark>' in shown


def test_it_says_how_the_date_was_found(desk):
    statement = a_statement()
    edit(statement, {"anchor": "publication 2024-07-14"}, Author())

    assert "“Sunday”, counted from the publication date 14 July 2024." in page(desk, statement)


def test_an_approval_leads_to_the_next_and_can_be_undone(desk):
    first, second = a_statement(), a_statement()

    answer = decide(desk, first, "approve")

    assert answer.headers["Location"].startswith(f"/admin/review/statement/{second.pk}/")
    shown = desk.get(answer.headers["Location"]).content.decode()
    assert "Approved:" in shown
    batch = Revision.objects.get(record_id=first.pk, action="approved").batch
    desk.post(f"/admin/undo/{batch}/", {"confirmed": "yes"})
    first.refresh_from_db()
    assert first.state == "proposed"


def test_a_published_record_is_unpublished_from_its_page(desk):
    statement = published(a_statement())
    assert 'name="action" value="unpublish"' in page(desk, statement)
    sent = {"action": "unpublish", "_selected_action": [statement.pk]}

    asked = desk.post("/admin/timeline/statement/", sent).content.decode()
    desk.post("/admin/timeline/statement/", {**sent, "confirmed": "unpublish", "reason": "too early"})

    assert "Unpublish 1 statement" in asked
    statement.refresh_from_db()
    assert statement.state == "proposed"
    assert 'name="action" value="unpublish"' not in page(desk, statement)


@pytest.mark.parametrize("given", [{"quick": "wrong speaker"}, {"decision": "reject", "reason": "wrong speaker"}])
def test_a_rejection_keeps_its_reason(desk, given):
    statement = a_statement()

    decide(desk, statement, given.pop("decision", ""), **given)

    assert Statement.objects.get().state == "rejected"
    assert Revision.objects.latest("id").reason == "wrong speaker"


def test_a_rejection_without_a_reason_is_none(desk):
    statement = a_statement()

    decide(desk, statement, "reject", reason="  ")

    assert Statement.objects.get().state == "proposed"


def test_it_edits_and_approves_at_once(desk, boss):
    statement = a_statement(speaker=a_speaker("Anna Berg"))
    data = {
        "edit-speaker_name": "Bo Dahl",
        "edit-role": "engineer",
        "edit-organisation": "",
        "edit-speech": "direct",
        "edit-edtf": "2024-07",
        "edit-read_version": statement.version,
    }

    decide(desk, statement, "save-and-approve", **data)

    statement.refresh_from_db()
    assert (statement.state, statement.speaker.name, statement.role) == ("published", "Bo Dahl", "engineer")
    assert (str(statement.earliest), str(statement.latest)) == ("2024-07-01", "2024-07-31")
    assert {"speaker", "role", "edtf", "state"} <= set(statement.held)
    assert Speaker.objects.count() == 2


def test_the_second_curator_is_told_what_the_first_did(desk, curator):
    statement = a_statement()
    edit(Statement.objects.get(), {"role": "engineer"}, Author(user=curator))

    answer = desk.post(address(statement), {"decision": "approve", "version": 1}, follow=True)

    shown = answer.content.decode()
    assert "somebody else changed this meanwhile" in shown
    assert "curator edited it: role set to “engineer”" in shown.replace("&quot;", '"')
    assert Statement.objects.get().state == "proposed"


def test_a_choice_between_two_readings_is_one_click(desk):
    event = an_event(date="")
    edit(Event.objects.get(), {"readings": ["2024-08-07", "2024-07-08"]}, Author())
    assert "7 August 2024" in page(desk, event)

    decide(desk, event, "choose", reading="2024-07-08")

    event.refresh_from_db()
    assert (event.edtf, str(event.latest), event.readings) == ("2024-07-08", "2024-07-08", [])
    assert (event.rule, event.date_text) == ("given by a curator", "in May")
    assert "edtf" in event.held


def test_no_other_date_can_be_chosen(desk):
    event = an_event(date="")
    edit(Event.objects.get(), {"readings": ["2024-08-07", "2024-07-08"]}, Author())

    decide(desk, event, "choose", reading="1999")

    assert Event.objects.get().edtf == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("all", ["statement", "statement", "event", "event"]),
        ("undated", ["statement"]),
        ("ambiguous", ["event"]),
        ("unresolved", ["statement", "statement"]),
        ("weak", ["statement"]),
        ("duplicate", []),
    ],
)
def test_the_work_lists_find_their_records(db, name, found):
    from timeline.curation.queue import Queue

    source = a_source()
    a_statement(source, date="")
    a_statement(source, text="Words that are gone")
    an_event(source)
    edit(an_event(source, date=""), {"readings": ["2024-08-07", "2024-07-08"]}, Author())

    places = []
    at = Queue(name).next()
    while at:
        places.append(at.kind)
        at = Queue(name).next(at)

    assert places == found
    assert Queue(name).counts() == (len(found), False)


@pytest.mark.parametrize("name", ["all", "undated", "ambiguous", "unresolved", "duplicate", "weak", "nonsense"])
def test_an_empty_list_says_what_to_do_next(desk, name):
    shown = desk.get("/admin/review/", {"list": name}).content.decode()

    assert "What next?" in shown


def test_a_place_says_why_it_was_chosen(desk):
    event = an_event(places=[{"name": "Paris", "lat": 33.7, "lon": -95.6, "reason": "Texas stands beside the name"}])

    assert "Texas stands beside the name" in desk.get(address(event)).content.decode()


def test_what_articles_say_is_escaped(desk):
    source = a_source(title=HOSTILE, publisher=HOSTILE, text=f"{HOSTILE} said so. {HOSTILE}")
    statement = a_statement(source, a_speaker(HOSTILE), text=HOSTILE, role=HOSTILE)
    event = an_event(source, title=HOSTILE, places=[{"name": HOSTILE, "lat": None, "lon": None}], actors=[HOSTILE])

    pages = [address(statement), address(event), "/admin/timeline/statement/", "/admin/timeline/event/"]
    pages += [f"/admin/timeline/{r.KIND}/{r.pk}/{what}/" for r in (statement, event) for what in ("change", "history")]
    pages += [f"/admin/merge/event/?id={event.pk}", f"/admin/split/event/{event.pk}/", f"/admin/date/{source.pk}/"]
    pages += [f"/admin/erase/source/{source.pk}/", "/admin/timeline/source/", "/admin/timeline/speaker/"]
    for url in pages:
        answer = desk.get(url)
        assert answer.status_code == 200, url
        shown = answer.content.decode()
        assert "<script>alert" not in shown, url
        assert "<img src=x" not in shown, url


@pytest.mark.parametrize("url", ["/admin/review/statement/99999/", "/admin/review/source/1/", "/admin/date/9/"])
def test_what_is_not_there_is_404(desk, url):
    assert desk.get(url).status_code == 404


def test_a_page_of_the_queue_costs_few_queries(desk, django_assert_max_num_queries):
    source, speaker = a_source(), a_speaker()
    statements = [a_statement(source, speaker) for _ in range(5)]

    # Session, user, permissions; the record with its source and speaker; names for the form.
    with django_assert_max_num_queries(12):
        desk.get(address(statements[0]))


def test_what_was_merged_is_not_decided(desk):
    kept, other = an_event(), an_event(title="Another")
    merge_events(kept.pk, [other.pk], Author())

    shown = page(desk, other)
    decide(desk, other, "approve")

    assert "merged into" in shown
    assert Event.objects.get(pk=other.pk).state == "proposed"


def test_the_records_of_an_import_come_in_order_and_no_others(db):
    from timeline.curation.queue import Queue

    run, empty = (ImportRun.objects.create(extractor="0") for _ in range(2))
    records = [make(source) for source in (a_source(), a_source()) for make in (a_statement, a_statement, an_event)]
    ours = [records[number] for number in (1, 2, 3, 5)]
    for record in reversed(ours):
        edit(record, {"edtf": "2020"}, Author(run=run))

    places = []
    at = Queue(run=run.pk).next()
    while at and len(places) < 9:
        places.append((at.kind, at.id))
        at = Queue(run=run.pk).next(at)

    assert places == [(record.KIND, record.pk) for record in ours]
    assert Queue(run=empty.pk).next() is None


def test_a_date_that_a_curator_gave_says_so(desk):
    statement = a_statement(date="", basis="stated")
    edit(statement, {"edtf": "2024-03"}, Author())

    shown = desk.get(f"/admin/review/statement/{statement.pk}/").content.decode()

    assert "March 2024" in shown
    assert "Given by a curator." in shown
    assert "The text states the date" not in shown


def test_an_undated_article_is_named_as_what_is_missing(desk):
    undated, dated = a_statement(date=""), a_statement(a_source(date="2024-07-14"), date="")

    address = f"/admin/date/{undated.source_id}/"
    assert f'href="{address}">give it one</a>' in desk.get(f"/admin/review/statement/{undated.pk}/").content.decode()
    assert "give it one" not in desk.get(f"/admin/review/statement/{dated.pk}/").content.decode()


def test_after_an_undo_the_work_list_goes_on(desk):
    first = a_statement(date="")
    a_statement(date="")
    shown = desk.post(
        address(first, list="undated"), {"decision": "approve", "version": first.version}, follow=True
    ).content.decode()
    batch = Revision.objects.get(action="approved").batch
    assert f"/admin/undo/{batch}/?list=undated" in shown

    answer = desk.post(f"/admin/undo/{batch}/?list=undated", {"confirmed": "yes"})

    assert answer.headers["Location"] == f"/admin/review/statement/{first.pk}/?list=undated"
