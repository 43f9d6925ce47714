"""The demonstration corpus holds what its README promises, whatever the extractor makes of it."""

from __future__ import annotations

import csv
import html
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from extraction import edtf

FIXTURES = Path(__file__).parent.parent / "fixtures"
ARTICLES = FIXTURES / "articles"
ATOM = "{http://www.w3.org/2005/Atom}"
TAGS = re.compile(r"<[^>]+>")


def plain(markup: str) -> str:
    return html.unescape(TAGS.sub("\n", markup))


def read_corpus() -> dict[str, dict[str, str]]:
    """Every article by its id, read with the standard library alone so that no reader of ours hides a fault."""
    found: dict[str, dict[str, str]] = {}
    records = [
        *json.loads((ARTICLES / "articles.json").read_text(encoding="utf-8")),
        *map(json.loads, (ARTICLES / "articles.jsonl").read_text(encoding="utf-8").splitlines()),
        *csv.DictReader((ARTICLES / "articles.csv").read_text(encoding="utf-8").splitlines(keepends=True)),
    ]
    found.update({record["id"]: record for record in records})
    for path in ARTICLES.glob("*.txt"):
        found[path.stem] = {"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": ""}
    for path in ARTICLES.glob("*.html"):
        page = path.read_text(encoding="utf-8")
        published = re.search(r'article:published_time" content="([^"]+)"', page)
        canonical = re.search(r'rel="canonical" href="([^"]+)"', page)
        assert published
        assert canonical
        found[path.stem] = {"id": path.stem, "url": canonical[1], "text": plain(page), "published": published[1]}
    for item in ET.parse(ARTICLES / "herald-rss.xml").iterfind("channel/item"):
        name = item.findtext("guid", "")
        text = plain(item.findtext("description", ""))
        found[name] = {"id": name, "url": item.findtext("link", ""), "text": text, "published": name[4:8]}
    for entry in ET.parse(ARTICLES / "courier-atom.xml").iterfind(f"{ATOM}entry"):
        published_at = entry.findtext(f"{ATOM}published", "")
        name = f"cou-{published_at[:10].replace('-', '')}"
        name = f"{name[:8]}-{name[8:]}"
        url, text = entry.findtext(f"{ATOM}id", ""), plain(entry.findtext(f"{ATOM}content", ""))
        found[name] = {"id": name, "url": url, "text": text, "published": published_at[:10]}
    return found


CORPUS = read_corpus()


def test_it_holds_at_least_thirty_articles_in_every_format() -> None:
    endings = {path.name.split(".")[-1] for path in ARTICLES.iterdir()}

    assert len(CORPUS) >= 30
    assert endings == {"txt", "html", "json", "jsonl", "csv", "xml"}


@pytest.mark.parametrize("year", range(2019, 2025))
def test_each_year_has_three_articles_or_more(year: int) -> None:
    # The names of text files end in the day that stands in the text.
    dates = [article["published"] or article["id"][-9:] for article in CORPUS.values()]

    assert sum(date.startswith(str(year)) for date in dates) >= 3


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(words, id=form)
        for form, words in {
            "day": r"\b(?:January 3, 2020|16 March|17 March 2020)\b",
            "month": r"\bDecember 2017\b",
            "quarter": r"\bfourth quarter of 2019\b",
            "season": r"\bsummer of 2014\b",
            "year": r"\bin 2014\b",
            "part of a year": r"\blate 2017\b",
            "part of a month": r"\bearly January\b",
            "decade": r"\bthe 2010s\b",
            "part of a decade": r"\bmid-2000s\b",
            "interval": r"\b[Bb]etween 2014 and 2017\b",
            "open start": r"\bUntil March 2019\b",
            "open end": r"\bsince 2014\b",
            "approximate": r"\b[Aa]round 2013\b",
            "weekday": r"\bon Sunday\b",
            "weekday ahead": r"\bexpected to [^.]* on Saturday\b",
            "yesterday": r"\byesterday\b",
            "relative to an event": r"\ba day later\b",
            "the same day": r"\b[Tt]he same day\b",
            "last month": r"\blast month\b",
            "next month": r"\bnext month\b",
            "month of the article's year": r"\bIn August, [^.]*\bthis year\b",
            "ambiguous numbers": r"\b07-08-2024\b",
        }.items()
    ],
)
def test_every_form_of_date_is_in_some_article(words: str) -> None:
    assert any(re.search(words, article["text"]) for article in CORPUS.values())


@pytest.mark.parametrize("article", CORPUS.values(), ids=CORPUS)
def test_publication_dates_are_edtf(article: dict[str, str]) -> None:
    if article["published"]:
        edtf.parse(article["published"])


def test_publication_dates_are_of_more_than_one_precision() -> None:
    precisions = {edtf.parse(article["published"]).precision for article in CORPUS.values() if article["published"]}

    assert {"day", "month", "interval"} <= precisions


def test_the_wire_copy_is_word_for_word_the_same_under_two_publishers() -> None:
    one, two = CORPUS["wire-2019-1027"], CORPUS["gaz-2019-1027"]

    assert one["text"] == two["text"]
    assert "(Example Wire)" in one["text"]
    assert one["publisher"] != two["publisher"]


def test_the_undated_article_says_nothing_of_its_year() -> None:
    assert not re.search(r"\b(?:19|20)\d\d\b", CORPUS["undated-troop-cut"]["text"])


@pytest.mark.parametrize("article", CORPUS.values(), ids=CORPUS)
def test_quotations_are_a_few_words_and_articles_are_short(article: dict[str, str]) -> None:
    quoted = re.findall(r"[\"“]([^\"”]*)[\"”]", article["text"])

    assert article["text"].count('"') % 2 == 0
    assert all(len(words.split()) <= 12 for words in quoted)
    assert 80 <= len(article["text"].split()) <= 260


@pytest.mark.parametrize("name", CORPUS)
def test_the_sources_of_every_article_are_given(name: str) -> None:
    assert f"| {name} | " in (FIXTURES / "SOURCES.md").read_text(encoding="utf-8")


DECISIONS = json.loads((FIXTURES / "decisions.json").read_text(encoding="utf-8"))
ACTIONS = {"approve": set(), "reject": {"reason"}, "edit": {"set"}, "merge": {"into"}}


def read_natural_keys() -> dict[str, str]:
    """The text of each article by what decisions call it: its URL, else the name of its file."""
    texts = {article["url"]: article["text"] for article in CORPUS.values() if article.get("url")}
    texts |= {path.name: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*.txt")}
    return texts


NATURAL_KEYS = read_natural_keys()
CORPUS_YEARS = {
    article.get("url") or f"{name}.txt": (article["published"] or name[-9:])[:4] for name, article in CORPUS.items()
}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: f"{decision['action']} {decision['source']}")
def test_a_decision_names_words_of_its_article_and_says_what_it_does(decision: dict[str, Any]) -> None:
    assert decision["record"] in {"source", "speaker", "statement", "event"}
    assert set(decision) - {"record", "source", "exact", "action"} == ACTIONS[decision["action"]]
    assert all(
        one.get("exact", "") in NATURAL_KEYS[one["source"]] for one in (decision, decision.get("into", decision))
    )
    assert ("exact" in decision) == (decision["record"] != "source")


@pytest.mark.parametrize("year", range(2019, 2025))
def test_each_year_has_an_article_whose_records_are_approved(year: int) -> None:
    approved = {decision["source"] for decision in DECISIONS if decision["action"] == "approve"}

    assert any(CORPUS_YEARS[source] == str(year) for source in approved)
