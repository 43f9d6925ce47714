"""Files made to break a reader: each is read, or rejected with a reason, at little cost, and nothing is dropped."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.articles import FORMATS, ReadArticle, Rejection, read_articles
from extraction.cleaning import clean
from tests.extraction.articles.conftest import split

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE a [<!ENTITY e0 "ha">{ENTITIES}]>',
        '<?x > ?><!DOCTYPE a [<!ENTITY e9 "x">]>',
        '<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY e9 "x">]>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;<!ENTITY e9 "x">]>',
    ],
    ids=["billion laughs", "after an instruction", "external entity", "external DTD", "parameter entity"],
)
@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_a_feed_with_a_document_type_is_refused_with_its_line(read, doctype, name):
    channel = '<rss version="2.0"><channel><title>&e9;</title></channel></rss>'
    feed = f'<?xml version="1.0"?>\n<!-- note -->\n{doctype}{channel}'

    accepted, rejected = read(name, feed)

    assert not accepted
    assert [item.reason for item in rejected] == ["line 3: a document type declaration is not accepted"]


def test_a_document_type_in_the_text_of_an_entry_is_text(read):
    item = "<item><description><![CDATA[<!DOCTYPE html><p>Body</p>]]></description></item>"

    accepted, _ = read("a.rss", f'<rss version="2.0"><channel><title>x</title>{item}</channel></rss>')

    assert [item.article.text for item in accepted] == ["Body"]


@pytest.mark.parametrize(
    "body",
    [
        "<item " + " ".join(f'x{n}="1"' for n in range(50_000)) + "><description>a</description></item>",
        "<item>" * 50_000,
        "<item><description>" + "&amp;" * 100_000 + "</description></item>",
        "<item><description><![CDATA[" + "<a " * 60_000 + "]]></description></item>",
    ],
    ids=["attributes", "depth", "references", "unclosed tags"],
)
def test_a_feed_made_to_be_slow_is_not(read, body):
    accepted, rejected = read("a.rss", f'<rss version="2.0"><channel><title>x</title>{body}</channel></rss>')

    assert len(accepted) + len(rejected) == 1


def test_a_long_field_of_a_table_is_read(read):
    accepted, rejected = read("a.csv", f'id,text\n1,"{"word " * 30_000}"\n2,b\n')

    assert not rejected
    assert [len(item.article.text) for item in accepted] == [150_000, 1]


def test_a_quotation_mark_left_open_for_millions_of_characters_is_told_with_its_line(read):
    accepted, rejected = read("a.csv", 'id,text\n1,a\n2,"' + "word,word\n" * 1_500_000)

    assert [item.article.text for item in accepted] == ["a"]
    assert [(item.record, "never closed" in item.reason) for item in rejected] == [(3, True)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_what_is_too_long_is_rejected(read, name):
    long = "x" * 10_000_001
    content = {
        "a.jsonl": f'{{"text":"{long}"}}\n{{"text":"b"}}',
        "a.csv": f'text,id\n"{long}",1\nb,2',
        "a.json": f'[{{"text":"{long}"}},{{"text":"b"}}]',
    }[name]

    accepted, rejected = read(name, content)

    assert [item.article.text for item in accepted] == ["b"]
    assert [(item.field, item.reason) for item in rejected] == [("text", "longer than 10,000,000 characters")]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_file_that_is_too_large_is_rejected(read, name):
    accepted, rejected = read(name, b"word " * 2_000_001)

    assert not accepted
    assert rejected[0].reason == "larger than 10,000,000 bytes"


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_memory_does_not_grow_with_the_file(tmp_path, name):
    def write(records: int) -> Path:
        path = tmp_path / f"{records}-{name}"
        text = "word " * 20
        with path.open("w") as file:
            if name == "a.csv":
                file.write("id,text\n")
                file.writelines(f"{n},{text}\n" for n in range(records))
            elif name == "a.jsonl":
                file.writelines(json.dumps({"id": n, "text": text}) + "\n" for n in range(records))
            else:
                file.write("[" + ",".join(json.dumps({"id": n, "text": text}) for n in range(records)) + "]")
        return Path(path)

    def peak(path: Path, records: int) -> int:
        tracemalloc.start()
        try:
            assert sum(isinstance(item, ReadArticle) for item in read_articles(path)) == records
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = write(1000), write(20_000)

    assert peak(many, 20_000) < 2 * peak(few, 1000) + 500_000


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    for name in ["b.txt", "a.txt", "c/z.txt", "c/a.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)

    accepted, rejected = split(read_articles(tmp_path))

    assert not rejected
    assert [item.article.text for item in accepted] == ["a.txt", "b.txt", "c/a.txt", "c/z.txt"]


def test_paths_that_lead_elsewhere_are_refused(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (root / "real.txt").write_text("real")
    (root / "link-inside").symlink_to("real.txt")
    (root / "link-out.txt").symlink_to(outside)
    (root / "link-folder").symlink_to("folder")
    (root / "loop").symlink_to("loop")
    (root / "folder" / "up").symlink_to("..")
    (root / "gone").symlink_to("nothing")
    (root / ".hidden").write_text("x")
    (root / "zero").symlink_to("/dev/zero")
    (root / "a\x1b[2J\nb\u202e.txt").write_text("")
    os.mkfifo(root / "pipe.txt")

    accepted, rejected = split(read_articles(root))

    assert [item.article.text for item in accepted] == ["real", "real"]
    assert {str(item).removeprefix(f"{root}/") for item in rejected} == {
        ".hidden: hidden, not read",
        "a\\x1b[2J\\nb\\u202e.txt: empty",
        "folder/up: a link to a folder, not followed",
        "gone: a link that leads nowhere or in a circle",
        "link-folder: a link to a folder, not followed",
        "link-out.txt: a link out of the folder, not followed",
        "loop: a link that leads nowhere or in a circle",
        "pipe.txt: a pipe, not a regular file",
        "zero: a link out of the folder, not followed",
    }


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/dev/zero", "a device, not a regular file"),
        ("/nowhere/at/all", "no such file or folder"),
        ("nul\x00l", "not a valid name of a file"),
    ],
)
def test_a_path_that_cannot_be_read_is_a_rejection(path, reason):
    accepted, rejected = split(read_articles(path))

    assert not accepted
    assert [item.reason for item in rejected] == [reason]


def test_a_folder_nested_without_end_is_left(tmp_path):
    deep = tmp_path
    for _ in range(60):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")

    accepted, rejected = split(read_articles(tmp_path))

    assert not accepted
    assert "more than 50 folders deep" in rejected[0].reason


NOISE = st.binary(max_size=400) | st.text(st.sampled_from('<>&"{}[],:;\\/!- \n\r\x00atextid=é'), max_size=200).map(
    str.encode
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("format", [None, *FORMATS])
@given(data=NOISE)
def test_no_bytes_are_an_error(tmp_path, format, data):
    path = tmp_path / "noise"
    path.write_bytes(data)

    found = list(read_articles(path, format=format))

    for item in found:
        if isinstance(item, Rejection):
            assert str(item).isprintable()
        else:
            assert item.article.text.strip()
            assert clean(item.article.text) == item.article.text
            item.article.title.encode()
