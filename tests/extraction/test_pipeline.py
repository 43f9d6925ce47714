"""The whole extractor: what it promises of every text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import Article, extract, pipeline

ROOT = Path(__file__).parent.parent.parent
TEXT = "OSLO, 3 May 2021 - The bridge was closed on Sunday, Mayor Ida Holm said. “It is unsafe,” she said."
#: Bits of news that rules look at, to be put together in ways in which nobody writes.
BITS = st.sampled_from(
    [
        "\n",
        "\n\n",
        *"“ ” \" ' ’ ( ) - — . , : said told Monday 2021 May 3 last the according to".split(),
        *"year's New Year’s Eve Christmas".split(),
        *"ago two weeks Mr. Holm killed will late early and between 24/7 12/12/12 noon p.m. president he they".split(),
    ]
)


def failures(text: str) -> list[str]:
    """The parts of the extractor that failed on a text."""
    return [warning for warning in extract(Article(text=text)).warnings if " failed: " in warning]


@given(st.text())
def test_no_text_makes_it_fail(text):
    assert failures(text) == []


@given(st.lists(BITS, max_size=60))
def test_no_mixture_of_what_rules_look_at_makes_it_fail(bits):
    assert failures(" ".join(bits)) == []


@given(st.lists(BITS, max_size=40))
def test_every_span_holds_the_words_that_are_given(bits):
    text = " ".join(bits)
    found = extract(Article(text=text, published="2021-05-03"))

    for timex in found.timexes:
        assert text[timex.start : timex.end] == timex.text
    for event in found.events:
        assert text[event.start : event.end] == event.text
    for statement in found.statements:
        assert all(0 <= start < end <= len(text) for start, end in statement.spans)


def test_where_a_part_fails_the_others_go_on(monkeypatch):
    def fail(*arguments):
        raise KeyError("a bug")

    monkeypatch.setattr(pipeline, "find_statements", fail)

    found = extract(Article(text=TEXT))

    assert found.published is not None
    assert found.timexes
    assert found.statements == ()
    assert found.warnings == ("looking for statements failed: KeyError('a bug')",)


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["tbaq", "gum-dev", "polnear-dev"])
def test_no_article_of_the_corpora_makes_it_fail(shared, corpus):
    with (shared / "corpora" / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        # Every eighth of the large corpus is enough here; the benchmarks read them all.
        texts = [json.loads(line)["text"] for line in lines][:: 8 if corpus == "polnear-dev" else 1]

    assert [failure for text in texts for failure in failures(text)] == []


def run(lines: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m extraction` on these lines."""
    command = [sys.executable, "-m", "extraction", *arguments]
    return subprocess.run(
        command, input=lines, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=False
    )


def test_a_bad_line_is_named_and_the_others_are_processed():
    bad = [b"nonsense", b'{"doc_id": "b"}', b'{"text": "\xff"}', b"[" * 100_000, b"9" * 5_000]
    bad.append(b'{"doc_id": "\\ud800", "text": ""}')

    done = run(b"\n".join([b'{"doc_id": "a", "text": "x"}', *bad, b'{"doc_id": "c", "text": "y"}']))

    assert [json.loads(line)["doc_id"] for line in done.stdout.splitlines()] == ["a", "c"]
    assert done.stderr.decode().splitlines() == [
        "line 2: not JSON: Expecting value at character 1",
        "line 3: text: must be a string",
        "line 4: not UTF-8 at byte 10",
        "line 5: nested too deep",
        "line 6: holds a number too long to read",
        "line 7: holds half of a character (a lone surrogate)",
    ]
    assert done.returncode == 1


def test_it_reads_a_date_given_or_looks_for_it():
    line = json.dumps({"doc_id": "a", "text": TEXT, "published": "2020-01-01"}).encode()

    given_date = json.loads(run(line).stdout)["published"]["edtf"]
    found_date = json.loads(run(line, "--no-published").stdout)["published"]["edtf"]

    assert (given_date, found_date) == ("2020-01-01", "2021-05-03")


def test_the_same_text_gives_the_same_bytes_in_any_time_zone_and_with_any_hash_seed():
    line = json.dumps({"doc_id": "a", "text": TEXT}).encode()
    settings = [("UTC", "0"), ("Asia/Tokyo", "1"), ("America/New_York", "2")]

    answers = {run(line, TZ=zone, PYTHONHASHSEED=seed).stdout for zone, seed in settings}

    assert len(answers) == 1
