"""Dating, uploading and erasing articles on the desk."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from extraction import Article
from tests.timeline.ledger.made import a_source, a_speaker, a_statement
from timeline.curation.history import steps
from timeline.importing import Options, Report, import_article, run_import
from timeline.ledger import Author, approve, edit, reject
from timeline.models import Event, ImportRun, Source, Statement

STORY = (
    "The ministry confirmed the attack. “We will hold the bridge,” said Anna Berg on Sunday. "
    "Two soldiers were killed in Oslo on Saturday."
)


@pytest.fixture
def undated(db):
    """An article without a date, imported."""
    return import_article(Article(text=STORY, publisher="Gazette"), Author()).source


def test_a_given_date_is_shown_as_a_difference_before_it_is_saved(desk, undated):
    before = list(Event.objects.values_list("edtf", "version"))

    shown = desk.get(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14"}).content.decode()

    assert "what would change" in shown
    assert "14 July 2024" in shown
    assert list(Event.objects.values_list("edtf", "version")) == before
    assert Source.objects.get().edtf == ""


def test_a_saved_date_dates_everything_at_once(desk, undated, boss):
    desk.post(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14", "version": undated.version})

    undated.refresh_from_db()
    assert (undated.edtf, undated.rule) == ("2024-07-14", "given by a curator")
    assert "edtf" in undated.held
    dates = {*Event.objects.values_list("edtf", flat=True), *Statement.objects.values_list("edtf", flat=True)}
    assert dates & {"2024-07-13", "2024-07-14"}
    # The next import of the same article leaves the curator's date alone.
    assert import_article(Article(text=STORY, publisher="Gazette"), Author()).status == "unchanged"


def test_dating_keeps_the_places_that_the_article_was_read_with(desk, tmp_path):
    (tmp_path / "a.txt").write_text("A mill burned down in Quellmere on Sunday.")
    (tmp_path / "places.csv").write_text("name,lat,lon\nQuellmere,51.5,-0.25\n")
    run_import([tmp_path / "a.txt"], Options(gazetteer=str(tmp_path / "places.csv")), Report(), lambda *_: None)
    source = Source.objects.get()

    desk.post(f"/admin/date/{source.pk}/", {"edtf": "2024-07-14", "version": source.version})

    event = Event.objects.get()
    assert (event.edtf, [(place["name"], place["lat"]) for place in event.places]) == (
        "2024-07-14",
        [("Quellmere", 51.5)],
    )
    # The file is gone: that is said before anything is saved.
    (tmp_path / "places.csv").unlink()
    shown = desk.get(f"/admin/date/{source.pk}/", {"edtf": "2024-07-21"}).content.decode()
    assert "Its own places are out of reach" in shown
    assert "places.csv cannot be read" in shown


def test_a_date_with_two_readings_shows_what_each_does_and_is_settled_by_one_press(desk):
    text = "07-08-2024\n\nTwo soldiers were killed in Oslo on Sunday."
    source = import_article(Article(text=text, publisher="Gazette"), Author()).source
    assert source.readings == ["2024-08-07", "2024-07-08"]

    shown = desk.get(f"/admin/date/{source.pk}/").content.decode()

    assert "“07-08-2024”, can be read in two ways: 7 August 2024 or 8 July 2024." in shown
    # Sunday is another day for each.
    assert ("<ins>4 August 2024</ins>" in shown, "<ins>7 July 2024</ins>" in shown) == (True, True)
    assert '<input type="hidden" name="edtf" value="2024-07-08">' in shown
    desk.post(f"/admin/date/{source.pk}/", {"edtf": "2024-07-08", "version": source.version})
    assert Event.objects.get().edtf == "2024-07-07"
    assert Source.objects.get().readings == []


def test_an_article_without_a_day_leads_from_the_list_to_its_date(desk, undated):
    dated = a_source(date="2024-07-14")

    shown = desk.get("/admin/timeline/source/").content.decode()

    assert f"/admin/date/{undated.pk}/" in shown
    assert f"/admin/date/{dated.pk}/" not in shown
    assert "14 July 2024" in shown


@pytest.mark.parametrize("date", ["07-08-2024", "2024-13", "yesterday", ""])
def test_what_is_no_date_is_refused(desk, undated, date):
    answer = desk.post(f"/admin/date/{undated.pk}/", {"edtf": date, "version": undated.version})

    assert answer.status_code == 422
    assert Source.objects.get().edtf == ""


def test_a_date_given_meanwhile_is_not_overwritten(desk, undated):
    desk.post(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14", "version": undated.version})

    answer = desk.post(f"/admin/date/{undated.pk}/", {"edtf": "2020", "version": undated.version}, follow=True)

    assert "somebody else changed this" in answer.content.decode()
    assert Source.objects.get().edtf == "2024-07-14"


def test_what_was_approved_without_a_date_gets_it_too(desk, client, undated):
    event = Event.objects.get(title__startswith="Two soldiers")
    edit(event, {"title": "A curator's title"}, Author())
    approve([event], Author())

    shown = desk.get(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14"}).content.decode()
    desk.post(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14", "version": Source.objects.get().version})

    assert "A curator&#x27;s title" in shown
    event.refresh_from_db()
    assert (event.edtf, event.title, event.state) == ("2024-07-13", "A curator's title", "published")
    assert client.get(f"/api/v1/events/{event.pk}/").json()["when"]["start"] == "2024-07-13"
    assert steps("event", event.pk)[0].revision.action == "edited"


def test_what_people_decided_stays(desk, undated):
    event, *_ = Event.objects.order_by("pk")
    statement, *_ = Statement.objects.order_by("pk")
    edit(event, {"edtf": "2020-01"}, Author())
    approve([event], Author())
    reject([statement], Author(reason="not a statement"))

    shown = desk.get(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14"}).content.decode()
    desk.post(f"/admin/date/{undated.pk}/", {"edtf": "2024-07-14", "version": Source.objects.get().version})

    assert "2 records that somebody has decided about stay as they are" in shown
    event.refresh_from_db()
    statement.refresh_from_db()
    assert (event.edtf, statement.edtf, statement.state) == ("2020-01", "", "rejected")


def upload(desk, *files, **options):
    return desk.post("/admin/upload/", {"files": list(files), **options})


def test_an_upload_imports_and_reports_as_the_command_does(desk):
    good = SimpleUploadedFile("a.txt", STORY.encode())
    bad = SimpleUploadedFile("b.csv", b"title,text\nOnly a title,\n")

    shown = upload(desk, good, bad, published="2024-07-14").content.decode()

    assert "2 read: 1 created, 0 updated, 0 unchanged, 1 rejected" in shown
    assert "rejected: " in shown
    assert "b.csv" in shown
    assert "/tmp" not in shown
    assert "rejected: b.csv, line 2: text" in shown
    assert Source.objects.get().edtf == "2024-07-14"
    assert ImportRun.objects.get().made == 1


def test_two_files_of_one_name_are_both_read(desk):
    files = [SimpleUploadedFile("a.txt", f"{number} boats sank on Sunday.".encode()) for number in (3, 4)]

    assert "2 read: 2 created" in upload(desk, *files).content.decode()


@pytest.mark.parametrize(
    ("role", "told"), [("contributor", "0 updated, 0 unchanged, 1 rejected"), ("editor", "1 updated")]
)
def test_who_edits_no_articles_uploads_no_other_version_of_one_that_is_published(client, db, role, told):
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    first, second = (
        SimpleUploadedFile(
            "a.jsonl", json.dumps({"url": "https://news.example/1", "text": STORY, "title": title}).encode()
        )
        for title in ("Bridge held", "Retracted")
    )
    upload(client, first, published="2024-07-14")
    approve([Event.objects.first()], Author())

    shown = upload(client, second, published="2024-07-14").content.decode()

    assert told in shown
    assert ("is published already" in shown) == (role == "contributor")


def test_a_dry_upload_writes_nothing(desk):
    shown = upload(desk, SimpleUploadedFile("a.txt", STORY.encode()), dry_run="on").content.decode()

    assert "1 read: 1 created" in shown
    assert "Nothing was written" in shown
    assert not Source.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "...", "a/b.txt", "<b>.txt", "\u202egnp.txt"])
def test_the_name_of_a_file_leads_nowhere(desk, name):
    answer = upload(desk, SimpleUploadedFile("x", STORY.encode(), content_type="text/plain"))
    shown = upload(desk, SimpleUploadedFile(name, STORY.encode())).content.decode()

    assert answer.status_code == 200
    assert "1 unchanged" in shown or "1 rejected" in shown or "1 created" in shown


def test_an_erasure_asks_for_the_number_and_the_ground(desk):
    source = a_source()
    url = f"/admin/erase/source/{source.pk}/"

    desk.post(url, {"ground": "court order", "typed": "yes"})
    assert Source.objects.get().erased is None
    desk.post(url, {"ground": " ", "typed": source.pk})
    assert Source.objects.get().erased is None

    desk.post(url, {"ground": "court order", "typed": source.pk})

    assert Source.objects.get().text == "[erased]"
    assert "court order" in desk.get(f"/admin/timeline/source/{source.pk}/history/").content.decode()


def test_a_name_is_erased(desk):
    speaker = a_speaker("Anna Berg")
    a_statement(speaker=speaker)

    desk.post(f"/admin/erase/speaker/{speaker.pk}/", {"ground": "request", "typed": speaker.pk})

    speaker.refresh_from_db()
    assert speaker.name == "[erased]"


def test_an_address_of_another_article_is_refused_with_a_sentence(desk, monkeypatch):
    first, second = a_source(url="https://a.example/1"), a_source(title="Second")
    path = f"/admin/timeline/source/{second.pk}/change/"
    data = {"title": "Changed", "url": "https://A.example/1/", "read_version": second.version}

    assert f"Article {first.pk} has this address already." in desk.post(path, data).content.decode()

    def overtaken(*_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr("timeline.ledger.edit", overtaken)
    answer = desk.post(path, {**data, "url": "https://a.example/2"}, follow=True)
    assert "somebody else saved something a moment ago" in answer.content.decode()
    second.refresh_from_db()
    assert (second.title, second.url) == ("Second", "")


def test_whose_text_an_article_carries_is_said_on_its_page(desk):
    first, second = a_source(url="https://a.example/1"), a_source(title="Second")
    path = f"/admin/timeline/source/{second.pk}/change/"

    desk.post(path, {"title": "Second", "copy_of": first.pk, "read_version": second.version})

    second.refresh_from_db()
    assert second.copy_of == first
    assert "copy_of" in second.held

    desk.post(path, {"title": "Second", "copy_of": "", "read_version": second.version})

    second.refresh_from_db()
    assert second.copy_of is None
    assert "copy_of" in second.held
