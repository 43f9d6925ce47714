"""`--gazetteer`: a curator's own places, as the commands take them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.timeline.articles import record, write_lines
from timeline.models import Event, ImportRun

pytestmark = pytest.mark.django_db

TEXT = "A mill burned down in Quellmere on 4 March 2021."
PLACES = "name,lat,lon\nQuellmere,51.5,-0.25\n"


@pytest.fixture
def articles(tmp_path):
    return write_lines(tmp_path / "a.jsonl", record(text=TEXT))


def gazetteer(folder: Path, content: str = PLACES) -> str:
    """The path of a gazetteer with this content."""
    path = folder / "places.csv"
    path.write_text(content, encoding="utf-8")
    return str(path)


def coordinates() -> list[tuple[str, float | None, float | None]]:
    """Name, latitude and longitude of all places of the events."""
    return [
        (place["name"], place.get("lat"), place.get("lon"))
        for places in Event.objects.order_by("id").values_list("places", flat=True)
        for place in places
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_import_finds_the_places_of_the_curator(jobs, articles, tmp_path):
    path = gazetteer(tmp_path)

    call_command("import_articles", str(articles), "--gazetteer", path, "--jobs", jobs)

    assert coordinates() == [("Quellmere", 51.5, -0.25)]
    assert ImportRun.objects.get().settings["gazetteer"] == path


def test_reextract_gives_stored_articles_the_places_of_the_curator(articles, tmp_path, capsys):
    call_command("import_articles", str(articles))
    path = gazetteer(tmp_path)

    call_command("reextract", "--gazetteer", path, "--dry-run")
    assert coordinates() != [("Quellmere", 51.5, -0.25)]
    assert "1 would change" in capsys.readouterr().out

    call_command("reextract", "--gazetteer", path)
    assert coordinates() == [("Quellmere", 51.5, -0.25)]
    assert ImportRun.objects.order_by("id").last().settings == {"reextract": "all", "gazetteer": path}

    call_command("reextract", "--gazetteer", path)
    assert "1 read, 0 changed" in capsys.readouterr().out


def test_reextract_takes_the_places_that_an_article_was_last_read_with(articles, tmp_path, capsys):
    path = gazetteer(tmp_path)
    call_command("import_articles", str(articles), "--gazetteer", path)

    for _ in range(2):
        call_command("reextract")
        assert "1 read, 0 changed" in capsys.readouterr().out

    Path(path).rename(tmp_path / "moved.csv")
    with pytest.raises(CommandError, match=r"source .* was last read with places of your own: .* cannot be read"):
        call_command("reextract")
    assert coordinates() == [("Quellmere", 51.5, -0.25)]

    call_command("reextract", "--gazetteer", "")
    assert coordinates() != [("Quellmere", 51.5, -0.25)]
    call_command("reextract")
    assert "1 read, 0 changed" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["import_articles", "reextract"])
@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("name,lat,lon\nA,1,2\nB,91,2\n", "line 3: lat"),
        ("name,lat\nA,1\n", "line 1: the column 'lon' is missing"),
        (None, "cannot be read"),
    ],
)
def test_a_wrong_gazetteer_is_refused_before_anything_is_read(command, dry_run, content, named, articles, tmp_path):
    path = gazetteer(tmp_path, content) if content else str(tmp_path / "absent.csv")
    arguments = [str(articles)] if command == "import_articles" else []

    with pytest.raises(CommandError) as refused:
        call_command(command, *arguments, "--gazetteer", path, *(["--dry-run"] if dry_run else []))

    assert path in str(refused.value)
    assert named in str(refused.value)
    assert refused.value.returncode == 2
    assert not ImportRun.objects.exists()
    assert not Event.objects.exists()
