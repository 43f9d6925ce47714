"""`manage.py import_articles`, as somebody who runs it sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.timeline.articles import TEXT, record, write_lines
from timeline.models import Event, ImportRun, Mention, Revision, Source, Speaker, Statement

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    """Exit status, the lines of standard output, and standard error."""
    status = 0
    try:
        call_command("import_articles", *map(str, arguments))
    except SystemExit as end:
        status = int(end.code or 0)
    printed = capsys.readouterr()
    return status, printed.out.splitlines(), printed.err


def rows() -> list[list[tuple[object, ...]]]:
    """All that an import writes, without instants and numbers."""
    left_out = {"created", "updated", "retrieved", "at", "numbered", "seq", "run_id", "snapshot", "document"}
    return [
        [
            tuple(value for name, value in row.items() if name not in left_out)
            for row in model._default_manager.order_by("id").values()
        ]
        for model in (Source, Speaker, Statement, Event, Mention, Revision)
    ]


def test_it_ends_in_a_sentence_whose_numbers_add_up(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(1), record(2), {"title": "No text"})

    status, lines, errors = run(path, capsys=capsys)

    assert lines[-1] == "3 read: 2 created, 0 updated, 0 unchanged, 1 rejected"
    assert status == 1
    assert "a.jsonl, line 3: text" in errors


def test_it_succeeds_where_all_was_accepted(tmp_path, capsys):
    status, lines, _ = run(write_lines(tmp_path / "a.jsonl", record()), capsys=capsys)

    assert (status, lines[-1]) == (0, "1 read: 1 created, 0 updated, 0 unchanged, 0 rejected")


def test_it_changes_nothing_the_second_time(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(1), record(2))
    run(path, capsys=capsys)
    before = rows()

    status, lines, _ = run(path, capsys=capsys)

    assert lines[-1] == "2 read: 0 created, 0 updated, 2 unchanged, 0 rejected"
    assert rows() == before
    assert status == 0


def test_it_counts_the_same_article_twice_in_one_run_as_unchanged(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(1), record(1))

    assert run(path, capsys=capsys)[1][-1] == "2 read: 1 created, 0 updated, 1 unchanged, 0 rejected"
    assert run(path, "--dry-run", capsys=capsys)[1][-1] == "2 read: 0 created, 0 updated, 2 unchanged, 0 rejected"


def test_it_says_what_a_dry_run_would_do_and_writes_nothing(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(1), record(1))

    _, lines, _ = run(path, "--dry-run", capsys=capsys)

    assert lines[-1] == "2 read: 1 created, 0 updated, 1 unchanged, 0 rejected"
    assert not Source.objects.exists()
    assert not ImportRun.objects.exists()


def test_it_updates_an_article_that_changed_under_its_address(tmp_path, capsys):
    run(write_lines(tmp_path / "a.jsonl", record()), capsys=capsys)

    changed = record(text=TEXT + "\n\nA ferry sank on 6 March 2021.")
    status, lines, _ = run(write_lines(tmp_path / "a.jsonl", changed), capsys=capsys)

    assert lines[-1] == "1 read: 0 created, 1 updated, 0 unchanged, 0 rejected"
    assert Source.objects.get().text.endswith("A ferry sank on 6 March 2021.")
    assert status == 0


@pytest.mark.parametrize(
    ("first", "second", "sources"),
    [
        ({}, {"publisher": "Another Paper"}, 1),  # one address, one article
        ({"url": "", "id": "7"}, {"url": "", "id": "7", "text": TEXT + " More."}, 1),
        ({"url": "", "id": "7"}, {"url": "", "id": "7", "publisher": "Another Paper"}, 2),
        ({"url": ""}, {"url": "", "publisher": "Another Paper"}, 2),  # the same text from another publisher
        ({"url": ""}, {"url": "", "text": TEXT + " More."}, 2),
        ({"url": ""}, {"url": "", "title": "Another headline"}, 1),
    ],
)
def test_it_knows_an_article_again(tmp_path, capsys, first, second, sources):
    run(write_lines(tmp_path / "a.jsonl", record(**first), record(**second)), capsys=capsys)

    assert Source.objects.count() == sources


def test_it_lists_undated_articles_by_name(tmp_path, capsys):
    text = "A long night ended quietly. Nothing else is known of it."
    path = write_lines(tmp_path / "a.jsonl", record(published=None, text=text))

    _, lines, _ = run(path, capsys=capsys)

    assert f"undated: {path}, line 1" in lines
    assert lines[-2].startswith("1 undated")
    assert Source.objects.get().earliest is None
    # It still wants a date when the same file comes again.
    assert f"undated: {path}, line 1" in run(path, capsys=capsys)[1]


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("a.csv", "text\nA quiet day.\n", "line 2"),
        ("a.json", '[{"text": "A quiet day."}]', "record 1"),
        ("a.jsonl", '{"text": "A quiet day."}', "line 1"),
    ],
)
def test_it_names_a_record_as_a_rejection_would(tmp_path, capsys, name, content, where):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    _, lines, _ = run(path, capsys=capsys)

    assert lines[0] == f"created: {path}, {where}"
    assert Source.objects.get().origin == f"{path}, {where}"


def test_it_dates_articles_whose_file_does_not(tmp_path, capsys):
    text = "A long night ended quietly. Nothing else is known of it."
    given = record(1, published=None, text=text), record(2, text=text)
    path = write_lines(tmp_path / "a.jsonl", *given)

    run(path, "--published", "2020-05", "--publisher", "Nobody", capsys=capsys)

    assert list(Source.objects.order_by("id").values_list("edtf", "publisher")) == [
        ("2020-05", "The Paper"),
        ("2021-03-05", "The Paper"),
    ]


def test_it_publishes_for_demonstrations(tmp_path, capsys):
    run(write_lines(tmp_path / "a.jsonl", record()), "--publish", capsys=capsys)

    states = {*Statement.objects.values_list("state", flat=True), *Event.objects.values_list("state", flat=True)}
    assert states == {"published"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--published", "last week"],
        ["--format", "docx"],
        ["--encoding", "klingon"],
        ["--jobs", "0"],
        ["--publisher", "x" * 201],
        ["missing.txt"],
        [],
    ],
)
def test_it_refuses_wrong_arguments(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = arguments if arguments[:1] != [] and arguments[0].startswith("--") else None
    with pytest.raises((CommandError, SystemExit)):
        call_command("import_articles", *([str(tmp_path), *arguments] if given else arguments))

    assert not ImportRun.objects.exists()


def test_it_keeps_what_a_run_did(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(), {"title": "No text"})

    run(path, capsys=capsys)

    kept = ImportRun.objects.get()
    assert (kept.read, kept.made, kept.rejected) == (2, 1, 1)
    assert kept.errors[0]["record"] == 2
    assert kept.errors[0]["field"] == "text"
    assert Revision.objects.filter(run=kept).count() == Revision.objects.count()


def test_it_rejects_what_no_column_holds_and_names_the_field(tmp_path, capsys):
    path = write_lines(tmp_path / "a.jsonl", record(title="x" * 501), record(2))

    _, lines, errors = run(path, capsys=capsys)

    assert lines[-1] == "2 read: 1 created, 0 updated, 0 unchanged, 1 rejected"
    assert "title: longer than 500 characters" in errors


def test_several_processes_find_what_one_finds(tmp_path, capsys):
    path = write_lines(
        tmp_path / "a.jsonl",
        *(record(n, text=f"The mayor of Town {n} resigned on {n + 1} May 2020.") for n in range(12)),
    )
    run(path, capsys=capsys)
    alone = rows()[0]
    Revision.objects.all().delete()
    for model in (Mention, Statement, Event, Speaker, Source):
        model._default_manager.all().delete()

    run(path, "--jobs", "2", capsys=capsys)

    assert [row[2:] for row in rows()[0]] == [row[2:] for row in alone]


def test_it_never_overwrites_what_a_person_has_touched(tmp_path, capsys, curator):
    from timeline import ledger
    from timeline.ledger import Author

    run(write_lines(tmp_path / "a.jsonl", record()), capsys=capsys)
    source = Source.objects.get()
    ledger.edit(source, {"title": "What the curator calls it"}, Author(user=curator))
    statement = Statement.objects.create(
        source=source, text="damaged in 2017", spans=[[0, 3]], speech="indirect", state="published", version=1
    )

    changed = record(text="Added line.\n\n" + TEXT, title="Another headline")
    run(write_lines(tmp_path / "a.jsonl", changed), capsys=capsys)

    source.refresh_from_db()
    statement.refresh_from_db()
    assert source.title == "What the curator calls it"
    assert source.text.startswith("Added line.")
    assert statement.state == "published"
    assert [source.text[a:b] for a, b in statement.spans] == ["damaged in 2017"]


def test_it_keeps_both_readings_of_an_ambiguous_publication_date(tmp_path, capsys):
    text = "Mission ends\n\n07-08-2024\nThe Paper\n\nOSLO - The mission was closed, the ministry said."
    path = write_lines(tmp_path / "a.jsonl", record(text=text, published=None))

    _, lines, _ = run(path, capsys=capsys)

    source = Source.objects.get()
    assert source.readings == ["2024-08-07", "2024-07-08"]
    assert (str(source.earliest), str(source.latest)) == ("2024-07-08", "2024-08-07")
    assert f"undated: {path}, line 1" in lines
