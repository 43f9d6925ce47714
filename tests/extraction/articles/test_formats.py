import json

import pytest

from extraction.articles import read_articles

RECORD = {
    "id": "a-1",
    "url": "https://example.org/a",
    "title": "Bridge to be repaired",
    "text": "The bridge will be repaired in June.",
    "published": "2021-05-03",
    "publisher": "Example Post",
    "language": "en",
}
FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Example &amp; Post</title><language>en</language>{}</channel></rss>"""
ITEM = """<item><title>Bridge</title><link>https://example.org/1/</link><guid>g-1</guid>
<pubDate>Mon, 23 Dec 2019 23:30:00 -0500</pubDate>
<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title><entry><id>tag:example.org,2020:1</id>
<title>Bridge</title><link href="https://example.org/1"/><published>2020-01-01T23:30:00-05:00</published>
<updated>2020-02-02T00:00:00Z</updated><content type="html">One.&lt;br&gt;Two.</content></entry></feed>"""


def fields(item):
    article = item.article
    return {
        "id": article.record_id,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "publisher": article.publisher,
        "language": article.language,
    }


def test_a_text_file_is_one_article_without_a_title(read):
    accepted, rejected = read("a.txt", "A headline\r\n\r\n\r\nThe  text.\n")

    assert not rejected
    assert [item.article.text for item in accepted] == ["A headline\n\nThe text.\n"]
    assert accepted[0].article.title == ""
    assert accepted[0].origin.format == "text"


@pytest.mark.parametrize(
    ("name", "content", "number"),
    [
        ("a.json", json.dumps([RECORD]), 1),
        ("a.json", json.dumps(RECORD, indent=2), 1),
        ("a.json", json.dumps({"status": "ok", "articles": [RECORD], "total": 1}), 1),
        ("a.json", json.dumps({k.upper(): v for k, v in RECORD.items()}), 1),
        ("a.jsonl", json.dumps(RECORD) + "\n", 1),
        ("a.ndjson", "\n" + json.dumps(RECORD), 2),
        ("a.csv", ",".join(RECORD) + "\r\n" + ",".join(RECORD.values()) + "\r\n", 2),
        ("a.csv", "\ufeff" + ";".join(RECORD) + "\n\n" + ";".join(RECORD.values()), 3),
        ("a.tsv", "\t".join(RECORD) + "\n" + "\t".join(RECORD.values()), 2),
        ("a.csv", " ID ," + ",".join(list(RECORD)[1:]) + "\r" + ",".join(f'"{v}"' for v in RECORD.values()), 2),
        # Without a name that tells, the content does.
        ("a", json.dumps([RECORD]), 1),
        ("a", json.dumps(RECORD), 1),
        ("a", json.dumps(RECORD) + "\n" + json.dumps(RECORD), 1),
        ("a.data", ",".join(RECORD) + "\n" + ",".join(RECORD.values()), 2),
    ],
)
def test_a_record_has_the_same_fields_in_every_format(read, name, content, number):
    accepted, rejected = read(name, content)

    assert not rejected
    assert fields(accepted[0]) == RECORD
    assert accepted[0].origin.number == number
    assert accepted[0].warnings == ()


def test_unknown_columns_are_named_once(read):
    accepted, _ = read("a.jsonl", '{"text": "a", "author": "x"}\n{"text": "b", "author": "y"}')

    assert [len(item.warnings) for item in accepted] == [1, 0]
    assert accepted[0].warnings[0].startswith("ignored: author (known are id, url,")


def test_null_and_empty_are_absent(read):
    accepted, rejected = read("a.json", '{"text": "a", "published": null, "url": "", "id": 7}')

    assert not rejected
    assert (accepted[0].article.published, accepted[0].article.url, accepted[0].article.record_id) == ("", "", "7")


BAD_RECORDS = [
    ({}, "text", "missing or empty"),
    ({"text": " \x00\n"}, "text", "missing or empty"),
    ({"text": 5}, "text", "must be a string, not a number"),
    ({"text": ["a"]}, "text", "must be a string, not a list"),
    ({"text": "a", "id": True}, "id", "must be a string, not true or false"),
    ({"text": "a", "id": "x" * 201}, "id", "longer than 200"),
    ({"text": "a", "title": "x" * 501}, "title", "longer than 500"),
    ({"text": "a", "published": "07-08-2024"}, "published", "can be 2024-08-07 or 2024-07-08"),
    ({"text": "a", "published": "soon"}, "published", "'soon'"),
    ({"text": "a", "published": 2020}, "published", "must be a string"),
    ({"text": "a", "url": "javascript:alert(1)"}, "url", "does not begin with http"),
    ({"text": "a", "url": "java\tscript:alert(1)"}, "url", "no address may hold"),
    ({"text": "a", "url": "//evil.example"}, "url", "does not begin with http"),
    ({"text": "a", "language": "English!"}, "language", "is not a language tag"),
]


@pytest.mark.parametrize(("record", "field", "reason"), BAD_RECORDS)
def test_a_rejection_names_the_record_the_field_and_the_reason(read, record, field, reason):
    good = {"text": "fine"}
    accepted, rejected = read("a.json", json.dumps([good, record, good]))

    assert [item.origin.number for item in accepted] == [1, 3]
    assert [(item.record, item.field) for item in rejected] == [(2, field)]
    assert reason in rejected[0].reason
    assert f"a.json, record 2: {field}: " in str(rejected[0])


def test_a_bad_line_does_not_stop_the_others(read):
    accepted, rejected = read("a.jsonl", '{"text":"a"}\n{"text":\n5\n{"text":"a","text":"b"}\n{"text":"c"}')

    assert [item.article.text for item in accepted] == ["a", "c"]
    assert [str(item).split("a.jsonl, ")[1] for item in rejected] == [
        "line 2: not JSON: Expecting value at character 9",
        "line 3: must be a JSON object with a key text",
        "line 4: text: given twice",
    ]


@pytest.mark.parametrize(
    ("content", "accepted_texts", "reason"),
    [
        ('[{"text":"a"},{"text":"b",},{"text":"c"}]', ["a", "c"], "record 2: not JSON"),
        ('[{"text":"a"}', ["a"], "record 2: not JSON: the array is not closed"),
        ('[{"text":"a"},{"text":"b"', ["a"], "record 2: not JSON: a bracket is not closed"),
        ('[{"text":"a"},{"text":"b', ["a"], "record 2: not JSON: a string is not closed"),
        ('[{"text":"a"} {"text":"b"}]', [], "record 1: not JSON"),
        ('[{"text":"a"},]', ["a"], "record 2: not JSON: a value is missing"),
        ('{"text":"a"}\n{"text":"b"}', ["a"], "record 2: more follows"),
        ('{"articles":[{"text":"a"}],', ["a"], "record 2: not JSON"),
        ('"text"', [], "record 1: not JSON: an array or an object is needed"),
        ("[" * 100_000, [], "nested more than 100 deep"),
        ('[{"a":' * 100_000, [], "nested more than 100 deep"),
        ('{"text":"a","n":' + "9" * 5000 + "}", [], "a number too long"),
    ],
)
def test_broken_json_is_told_with_its_record(read, content, accepted_texts, reason):
    accepted, rejected = read("a.json", content)

    assert [item.article.text for item in accepted] == accepted_texts
    assert len(rejected) == 1
    assert reason in str(rejected[0])


def test_json_is_read_across_the_pieces_in_which_it_comes(read):
    # Quotation marks, backslashes and brackets in strings, at every place of a piece of 65,536.
    texts = [f'a "quoted\\\\" ] }} [ {{ , {n} ' + "x" * (n % 97) + "\\" * (n % 5) for n in range(4000)]
    accepted, rejected = read("a.json", json.dumps([{"text": text} for text in texts], indent=1))

    assert not rejected
    assert [item.article.text for item in accepted] == texts


TABLE = 'id,text\n1,"one, ""two""\n\nthree"\n2,\n3\n4,a,b\n5,"a"b\n6,plain "quotes" stay\n'


def test_a_table_is_read_row_by_row(read):
    accepted, rejected = read("a.csv", TABLE)

    assert [(item.origin.number, item.article.text) for item in accepted] == [
        (2, 'one, "two"\n\nthree'),
        (9, 'plain "quotes" stay'),
    ]
    assert [str(item).split("a.csv, ")[1] for item in rejected] == [
        "line 5: text: missing or empty",
        "line 6: 1 columns where the header has 2",
        "line 7: 3 columns where the header has 2",
        "line 8: a quotation mark inside a quoted field must be doubled",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("id,title\n1,a", "line 1: text: a header with a column text is needed"),
        ("\n\n", "line 1: empty: a header is needed"),
        ("text,id,text\na,b,c", "line 1: text: named twice in the header"),
        ("just some prose, with a comma\nand more", "line 1: text: a header"),
        ('"unclosed\ntext', "line 1: text: a header"),
    ],
)
def test_a_table_needs_a_header(read, content, reason):
    accepted, rejected = read("a.csv", content)

    assert not accepted
    assert [reason in str(item) for item in rejected] == [True]


def test_an_unclosed_quotation_mark_is_told_with_the_line_where_it_opened(read):
    accepted, rejected = read("a.csv", 'id,text\n1,ok\n"2\n2","open\n3,c\n4,d\n')

    assert [item.article.text for item in accepted] == ["ok"]
    assert [item.record for item in rejected] == [4]
    assert "opened in this line is never closed; nothing after it was read" in rejected[0].reason


def test_a_feed_is_read_entry_by_entry(read):
    accepted, rejected = read("a.rss", FEED.format(ITEM + ITEM.replace("https://example.org/1/", "//evil") + "<item/>"))

    assert fields(accepted[0]) == {
        "id": "g-1",
        "url": "https://example.org/1",
        "title": "Bridge",
        "text": "One.\n\nTwo.",
        "published": "2019-12-23",
        "publisher": "Example & Post",
        "language": "en",
    }
    assert [(item.record, item.field) for item in rejected] == [(2, "url"), (3, "text")]


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a"])
def test_a_feed_is_known_by_its_content(read, name):
    accepted, rejected = read(name, ATOM)

    assert not rejected
    assert fields(accepted[0])["published"] == "2020-01-01"
    assert fields(accepted[0])["text"] == "One.\nTwo."
    assert fields(accepted[0])["id"] == "tag:example.org,2020:1"


def test_plain_text_in_a_feed_keeps_its_angle_brackets(read):
    entry = ATOM.replace(
        '<content type="html">One.&lt;br&gt;Two.', '<content type="text">1 &lt;b and c&gt; 0, A&amp;amp;B'
    )

    accepted, _ = read("a.atom", entry)

    assert accepted[0].article.text == "1 <b and c> 0, A&amp;B"


def test_a_date_of_change_is_no_date_of_publication(read):
    entry = ATOM.replace("<published>2020-01-01T23:30:00-05:00</published>", "")

    accepted, _ = read("a.atom", entry)

    assert accepted[0].article.published == ""


def test_a_feed_in_another_encoding_is_read_as_it_declares(read):
    text = '<?xml version="1.0" encoding="windows-1251"?>' + FEED.format(ITEM.replace("One", "Мост"))[22:]

    accepted, _ = read("a.rss", text.encode("windows-1251"))

    assert accepted[0].article.text == "Мост.\n\nTwo."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n ", "nothing but space"),
        ("a.gz", b"\x1f\x8b\x08", ".gz is not supported"),
        ("a.zip", b"PK\x03\x04", ".zip is not supported"),
        ("a.txt", b"\x1f\x8b\x08", "a gzip archive is not supported"),
        ("a.csv", b"PK\x03\x04", "a zip archive"),
        ("a.pdf", b"%PDF-1.7", ".pdf is not supported"),
        ("a.txt", b"\x89PNG\r\n", "an image is not supported"),
        ("a.bin", bytes(range(32)) * 20, "not text"),
        ("a.txt", "hello there".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("a.xml", "<note>x</note>", "XML that is neither RSS nor Atom"),
        ("a.rss", "<rss><channel>", "not well-formed XML"),
        ("a.rss", "<note>x</note>", "neither RSS nor Atom"),
    ],
)
def test_a_file_that_is_no_article_is_rejected_with_the_reason(read, name, content, reason):
    accepted, rejected = read(name, content)

    assert not accepted
    assert [reason in item.reason for item in rejected] == [True]


def test_the_encoding_can_be_given(read):
    accepted, _ = read("a.csv", "text\nМост\n".encode("utf-16-le"), encoding="utf-16-le")

    assert accepted[0].article.text == "Мост"


def test_bytes_outside_the_given_encoding_are_a_rejection(read):
    accepted, rejected = read("a.jsonl", b'{"text":"caf\xe9"}', encoding="utf-8")

    assert not accepted
    assert rejected[0].field == "encoding"


def test_a_guessed_encoding_is_a_warning(read):
    accepted, _ = read("a.csv", b"text,id\ncaf\xe9,1\nb,2\n")

    assert [item.article.text for item in accepted] == ["café", "b"]
    assert "windows-1252" in accepted[0].warnings[0]


@pytest.mark.parametrize("options", [{"format": "docx"}, {"encoding": "nonsense"}, {"encoding": "rot13"}])
def test_an_unknown_option_is_an_error_at_once(tmp_path, options):
    with pytest.raises(ValueError, match="is not"):
        read_articles(tmp_path, **options)


def test_the_format_can_be_given(read):
    accepted, _ = read("a.csv", "text\nprose", format="text")

    assert accepted[0].article.text == "text\nprose"
