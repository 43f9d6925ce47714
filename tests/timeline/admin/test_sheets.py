"""Spreadsheets: out and in again without loss, shown first, one error a row."""

from __future__ import annotations

import io

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.timeline.ledger.made import a_source, a_speaker, a_statement, an_event
from timeline.admin.sheets import SHEETS
from timeline.ledger import Author, edit
from timeline.ledger.snapshots import snapshot
from timeline.models import Event, Revision, Speaker, Statement

FORMATS = {"csv": "0", "xlsx": "1"}
MAKERS = {"source": a_source, "speaker": a_speaker, "statement": a_statement, "event": an_event}


def export(desk, kind, form) -> bytes:
    columns = {f"{kind}sheet_{name}": "on" for name in SHEETS[kind]._meta.fields}
    answer = desk.post(f"/admin/timeline/{kind}/export/", {"format": FORMATS[form], "resource": "0", **columns})
    assert answer.status_code == 200
    return bytes(answer.content)


def preview(desk, kind, content, form):
    file = SimpleUploadedFile(f"sheet.{form}", content)
    return desk.post(f"/admin/timeline/{kind}/import/", {"format": FORMATS[form], "import_file": file, "resource": ""})


def take(desk, kind, content, form):
    shown = preview(desk, kind, content, form)
    form_ = shown.context["confirm_form"]
    return desk.post(f"/admin/timeline/{kind}/process_import/", {n: form_[n].value() or "" for n in form_.fields})


def table(content, form):
    return tablib.Dataset().load(content if form == "xlsx" else content.decode(), format=form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", MAKERS)
def test_what_goes_out_comes_back_unchanged(desk, kind, form):
    record = MAKERS[kind]()
    awkward = {"source": "title", "speaker": "organisation", "statement": "role", "event": "summary"}[kind]
    edit(record, {awkward: "=1+1;\n\"quoted\", '-x' ömläut 2019"}, Author())
    before, revisions = snapshot(type(record).objects.get()), Revision.objects.count()

    content = export(desk, kind, form)
    take(desk, kind, content, form)

    assert snapshot(type(record).objects.get()) == before
    assert Revision.objects.count() == revisions


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_no_cell_is_a_formula(desk, start):
    edit(a_speaker(), {"organisation": f"{start}HYPERLINK(1)"}, Author())

    cell = table(export(desk, "speaker", "csv"), "csv").dict[0]["organisation"]

    assert cell == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("form", FORMATS)
def test_a_changed_cell_is_previewed_and_then_written(desk, boss, form):
    speaker, other = a_speaker("Anna Berg"), a_speaker("Bo Dahl")
    sheet = table(export(desk, "speaker", form), form)
    rows = [{**row, "organisation": "The works"} if row["name"] == "Anna Berg" else row for row in sheet.dict]
    changed = tablib.Dataset()
    changed.dict = rows
    content = changed.export(form)
    content = content if isinstance(content, bytes) else content.encode()

    shown = preview(desk, "speaker", content, form).content.decode()
    assert "The works" in shown
    assert Speaker.objects.get(pk=speaker.pk).organisation == ""
    take(desk, "speaker", content, form)

    speaker.refresh_from_db()
    assert (speaker.organisation, speaker.held) == ("The works", ["organisation"])
    assert Revision.objects.latest("id").user == boss
    assert Speaker.objects.get(pk=other.pk).version == 1


def test_a_new_date_brings_its_bounds(desk):
    event = an_event()
    content = f"id,title,edtf\n{event.pk},The bridge collapsed,2019-36\n".encode()

    take(desk, "event", content, "csv")

    event.refresh_from_db()
    assert (event.edtf, str(event.earliest), str(event.latest)) == ("2019-36", "2019-10-01", "2019-12-31")


def test_a_row_without_a_number_makes_a_record(desk):
    source = a_source()
    content = f'id,source,text,speech\n,{source.pk},"We will rebuild the bridge,",direct\n'.encode()

    take(desk, "statement", content, "csv")

    statement = Statement.objects.get()
    assert (statement.state, len(statement.spans)) == ("proposed", 1)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("id,title,edtf\n{pk},A title,07-08-2024\n", "not an EDTF date"),
        ("id,title\n999999,A title\n", "There is no record 999999"),
        ("id,title\nseven,A title\n", "must be the number of a record"),
        ("id,occurrence\n{pk},perhaps\n", "perhaps"),
        ("id,places\n{pk},[\n", "must be a list in JSON"),
        ("id,background\n{pk},perhaps\n", "must be yes or no"),
    ],
)
def test_a_wrong_row_is_named_with_its_error_and_nothing_is_written(desk, cell, sentence):
    event = an_event()
    content = cell.format(pk=event.pk)

    shown = preview(desk, "event", content.encode(), "csv").content.decode()

    assert sentence in shown.replace("&#x27;", "'")
    assert set(Event.objects.values_list("version", flat=True)) == {1}


def test_a_wrong_date_is_named_with_its_column(desk):
    content = f"id,edtf\n{an_event().pk},07-08-2024\n".encode()

    shown = preview(desk, "event", content, "csv").content.decode()

    assert "<strong>edtf</strong>: &#x27;07-08-2024&#x27; is not an EDTF date" in shown
    assert "Nothing was imported: 1 row cannot be taken" in shown


def test_only_what_would_change_is_shown_and_the_rest_is_counted(desk):
    events = [an_event(title="The mill burned"), an_event(title="The dam broke"), an_event(title="The bridge fell")]
    rows = [f"{event.pk},{event.title}" for event in events]
    content = "\n".join(["id,title", rows[0] + " down", *rows[1:], ",A new one"]).encode()

    shown = preview(desk, "event", content, "csv").content.decode()

    assert "1 new, 1 changed; 2 would stay as they are." in shown
    assert "A new one" in shown
    assert "The dam broke" not in shown


def test_a_table_of_something_else_is_refused(desk):
    shown = preview(desk, "event", b"colour,size\nred,2\n", "csv").content.decode()

    assert "The first row names none of these columns: title, summary" in shown
    assert not Event.objects.exists()


def test_the_columns_that_an_import_looks_at_are_named(desk):
    shown = desk.get("/admin/timeline/speaker/import/").content.decode()

    assert "id, name, aliases, organisation</code>" in shown


def test_a_row_that_is_out_of_date_is_refused(desk):
    speaker = a_speaker()
    content = f"id,name,organisation,version\n{speaker.pk},Anna Berg,Mine,1\n".encode()
    edit(speaker, {"organisation": "Theirs"}, Author())

    shown = preview(desk, "speaker", content, "csv").content.decode()

    assert "Somebody changed this record since it was exported" in shown
    assert Speaker.objects.get().organisation == "Theirs"


def test_states_and_words_of_articles_are_not_imported(desk):
    statement = a_statement()
    content = f"id,state,version\n{statement.pk},published,1\n".encode()

    preview(desk, "statement", content, "csv")
    take(desk, "statement", content, "csv")

    assert Statement.objects.get().state == "proposed"


def test_the_words_of_an_article_stay(desk):
    statement = a_statement()
    content = f"id,text\n{statement.pk},Other words\n".encode()

    shown = preview(desk, "statement", content, "csv").content.decode()

    assert "The words of a statement are its article" in shown


def test_no_article_is_made_from_a_sheet(desk):
    shown = preview(desk, "source", b"id,title\n,A new article\n", "csv").content.decode()

    assert "Articles come in by import" in shown


def test_a_file_that_is_no_sheet_is_no_server_error(desk):
    answer = preview(desk, "event", io.BytesIO(b"\x00\xff\x00").read(), "xlsx")

    assert answer.status_code == 200
