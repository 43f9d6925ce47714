"""What the documentation shows is run: every block of shell, Python, R and JavaScript, against a service."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from tests.api.test_writes import token
from tests.timeline.records import make_event, make_speaker, make_statement
from timeline.roles import make_groups

pytestmark = pytest.mark.django_db(transaction=True)
DOCS = settings.BASE_DIR / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SITE = "http://localhost:8000"
#: What the recipes find, by the section that they stand in.
FOUND = {
    "A range": {"The council meets", "The bridge opens", "Amina Haddad: It will hold,"},
    "Everything, page by page": {"The council meets", "The bridge opens", "The market burns"},
    "Keeping a copy": {"The council meets", "The bridge opens", "The market burns", "Amina Haddad"},
}
#: What a notebook brings along, as far as a chart needs it: each accessor is called for each row.
NOTEBOOK = """
const d3 = { json: (url) => fetch(url).then((answer) => answer.json()) };
const value = (of, row) => (typeof of === "function" ? of(row) : row[of]);
const Plot = {
  plot: ({ marks }) => marks,
  rectY: (rows, { x1, x2, y }) => rows.map((row) => [+value(x1, row), +value(x2, row), value(y, row)]),
};
"""


def recipes(language: str) -> list[Any]:
    """The blocks of a language with their sections."""
    found = []
    for part in re.split(r"^## ", (DOCS / "recipes.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title = part.splitlines()[0]
        blocks = [code for name, code in BLOCK.findall(part) if name == language]
        found += [pytest.param(title, code, id=f"{title} {n}") for n, code in enumerate(blocks, 1)]
    return found


@pytest.fixture
def site(live_server: Any) -> str:
    """A service with a few records."""
    make_event("2020-02-10", title="The council meets")
    make_event("2020-02-16", title="The bridge opens")
    make_event("2020-11", title="The market burns")
    make_statement("2020-02-16", speaker=make_speaker("Amina Haddad"))
    return str(live_server.url)


def check(section: str, printed: str) -> None:
    """All that the section should find, and nothing that it should not."""
    assert {title for titles in FOUND.values() for title in titles if title in printed} >= FOUND[section]
    if section == "A range":
        assert "The market burns" not in printed


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on the path")
@pytest.mark.parametrize(("section", "code"), recipes("bash"))
def test_curl(site: str, tmp_path: Path, section: str, code: str) -> None:
    # A copy of four records has several pages, too.
    command = ["bash", "-euc", code.replace(SITE, site).replace("limit=1000", "limit=2")]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    written = "".join(path.read_text() for path in sorted(tmp_path.iterdir()))
    check(section, run.stdout + written)
    if (tmp_path / "pages.jsonl").exists():
        pages = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_text().splitlines()]
        assert [len(page["results"]) for page in pages] == [2, 1]
    if (tmp_path / "cursor.txt").exists():
        cursor = (tmp_path / "cursor.txt").read_text().strip()
        assert requests.get(f"{site}/api/v1/changes/", params={"cursor": cursor}, timeout=30).json()["results"] == []


@pytest.mark.django_db(transaction=True, reset_sequences=True)
@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on the path")
def test_what_the_page_on_writing_sends_stands_in_the_demonstration(live_server: Any) -> None:
    make_groups(apps)  # they were flushed with the tables
    call_command("import_articles", str(settings.BASE_DIR / "fixtures" / "articles"))
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    [code] = re.findall(r"^    (curl -X POST (?:.*\\\n)*.*)", page, flags=re.MULTILINE)
    environment = {**os.environ, "TOKEN": token("contributor", "propose")["Authorization"].removeprefix("Bearer ")}
    command = ["bash", "-euc", code.replace(SITE, live_server.url)]

    made, again = (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout for _ in range(2)
    )

    assert json.loads(made)["status"] == "proposed", made
    assert json.loads(made)["sources"][0]["id"] == 3
    assert again == made


@pytest.mark.parametrize(("section", "code"), recipes("python"))
def test_python(site: str, section: str, code: str) -> None:
    command = [sys.executable, "-W", "error", "-c", code.replace(SITE, site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    check(section, run.stdout)


def has_r() -> bool:
    """Whether R is there, and the package that reads JSON."""
    asked = ["Rscript", "-e", 'quit(status = !requireNamespace("jsonlite", quietly = TRUE))']
    return shutil.which("Rscript") is not None and not subprocess.run(asked, check=False).returncode


@pytest.mark.skipif(not has_r(), reason="there is no R with jsonlite on the path")
@pytest.mark.parametrize(("section", "code"), recipes("r"))
def test_r(site: str, section: str, code: str) -> None:
    shows = "if (is.data.frame(table)) print(table$title)\nif (is.list(copy)) print(unlist(copy))\n"
    command = ["Rscript", "-e", f"table <- copy <- NULL\n{code.replace(SITE, site)}{shows}"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    check(section, run.stdout)


def test_the_client_that_keeps_a_copy(site: str) -> None:
    blocks = BLOCK.findall((DOCS / "api.md").read_text(encoding="utf-8"))
    [code] = [code for language, code in blocks if language == "python" and "def follow" in code]
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - our own documentation
    names["time"] = SimpleNamespace(sleep=lambda seconds: None)
    copy: dict[str, Any] = {}

    follow = names["follow"](site, copy)
    cursor = next(follow)

    check("Keeping a copy", " ".join(record.get("title") or record["name"] for record in copy.values()))
    make_event(title="later")
    assert next(names["follow"](site, copy, cursor)) != cursor
    assert "later" in {record.get("title") for record in copy.values()}


@pytest.mark.browser
@pytest.mark.parametrize(("section", "code"), recipes("js"))
def test_javascript(chromium: Any, site: str, section: str, code: str) -> None:
    page = chromium.new_page()
    printed: list[str] = []
    page.on("console", lambda message: printed.append(message.text))
    # Browsers let no page of another site read from this machine's own; elsewhere any may (CORS).
    page.goto(f"{site}/healthz")

    chart = page.evaluate(f"async () => {{ {NOTEBOOK} {code.replace(SITE, site)} }}")

    page.close()
    if section == "A chart in Observable":
        possible, certain = chart
        assert len(possible) == len(certain) == 72
        assert all(first < last for first, last, _ in possible)
        assert [sum(number for _, _, number in column) for column in chart] == [4, 4]
        assert possible[0][0] == 1546300800000
    else:
        check(section, "\n".join(printed))


def test_grafana(site: str) -> None:
    [(_, address)] = [block.values for block in recipes("grafana")]
    asked = address.strip().replace("${__from}", "1577836800000").replace("${__to}", "1585699199999")

    page = requests.get(asked.replace(SITE, site), timeout=30).json()

    check("A range", " ".join(row["title"] for row in page["results"]))
    assert all(row["time"] < row["timeEnd"] for row in page["results"])
    assert page["next_cursor"] is None


def test_a_spreadsheet(site: str) -> None:
    [(_, address)] = [block.values for block in recipes("spreadsheet")]

    answer = requests.get(address.strip().replace(SITE, site), timeout=30)

    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["title"] for row in rows if row["start"] == "2020-11-01"] == ["The market burns"]
