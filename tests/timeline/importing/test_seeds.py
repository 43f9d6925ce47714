"""Five real articles, imported as an analyst would; the gold answers stand beside them in the reference data."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

from timeline.models import Event, Mention, Revision, Source, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


@pytest.fixture
def gold(shared):
    return {d["file"]: d for d in json.loads((shared / "seeds" / "gold.json").read_text())["documents"]}


@pytest.fixture
def imported(shared):
    call_command("import_articles", *map(str, sorted((shared / "seeds").glob("*.txt"))))
    return {source.origin.rsplit("/", 1)[-1]: source for source in Source.objects.all()}


def test_five_files_are_five_sources_with_their_publication_dates(imported, gold):
    assert imported.keys() == gold.keys()
    for name, document in gold.items():
        source, right = imported[name], document["published"]
        if right["text_only"]["edtf"] == right["edtf"]:
            assert (str(source.earliest), str(source.latest)) == (right["earliest"], right["latest"]), name
        elif source.earliest is not None:
            # The text alone cannot give the day: no date, or bounds that hold the true one.
            assert str(source.earliest) <= right["earliest"], name
            assert str(source.latest) >= right["latest"], name


def test_importing_them_again_changes_nothing(imported, shared, capsys):
    before = [list(model.objects.order_by("pk").values()) for model in (Source, Statement, Event, Mention, Revision)]
    capsys.readouterr()

    call_command("import_articles", *map(str, sorted((shared / "seeds").glob("*.txt"))))

    assert capsys.readouterr().out.splitlines()[-1] == "5 read: 0 created, 0 updated, 5 unchanged, 0 rejected"
    assert [
        list(model.objects.order_by("pk").values()) for model in (Source, Statement, Event, Mention, Revision)
    ] == before


def test_every_record_stands_in_the_text_with_its_very_words(imported):
    statements = Statement.objects.select_related("source")
    mentions = Mention.objects.select_related("source")

    assert statements
    assert mentions
    for statement in statements:
        assert statement.text == " … ".join(statement.source.text[a:b] for a, b in statement.spans)
    for mention in mentions:
        assert mention.text == mention.source.text[mention.start : mention.end]


@pytest.mark.parametrize("arguments", [[], ["--no-published"]])
def test_no_date_is_invented_and_none_is_wrong(shared, tmp_path, arguments):
    with (shared / "seeds" / "seeds.jsonl").open("rb") as lines, (tmp_path / "found").open("wb") as found:
        command = [sys.executable, "-m", "extraction", *arguments]
        subprocess.run(command, stdin=lines, stdout=found, cwd=settings.BASE_DIR, check=True)
    scorer, gold = shared / "corpora" / "score_articles.py", shared / "seeds" / "gold.json"
    out = tmp_path / "scores"
    command = [sys.executable, str(scorer), str(gold), str(tmp_path / "found"), "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    scores = json.loads(out.read_text())
    assert (scores["published"], scores["published_wrong"], scores["invented"]) == ("5/5", 0, 0)
