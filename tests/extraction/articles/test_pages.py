import datetime as dt
import time

import pytest
import time_machine

PARAGRAPHS = [
    "The council met in the town hall on Tuesday and agreed to repair the bridge, its chair said in a long statement.",
    "Work begins in June and is expected to last for three months, according to the engineers who were hired for it.",
    "Nobody who spoke at the meeting was against the plan, although two members asked who is to pay for all of it.",
]
BODY = f"<nav><a href=/>Menu</a></nav><article><h1>Bridge</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article>"


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def test_the_main_text_is_taken_paragraph_by_paragraph(read):
    accepted, rejected = read("a.html", page())

    assert not rejected
    assert "\n\n".join(PARAGRAPHS) in accepted[0].article.text
    assert "Menu" not in accepted[0].article.text
    assert accepted[0].warnings == ()


def test_metadata_comes_from_the_head(read):
    head = (
        '<title>Bridge - Post</title><meta property="og:title" content="Bridge &amp; road">'
        '<meta property="og:site_name" content="Example Post">'
        '<link rel="canonical" href="https://Example.org/a/?utm_source=x">'
    )

    accepted, _ = read("a.html", page(head, attributes='lang="en-GB"'))

    article = accepted[0].article
    assert (article.title, article.publisher) == ("Bridge & road", "Example Post")
    assert (article.url, article.language) == ("https://example.org/a", "en-GB")


def test_the_title_element_stands_in(read):
    accepted, _ = read("a.html", page("<title> Bridge\n </title>"))

    assert accepted[0].article.title == "Bridge"


LINKED = '<script type="application/ld+json">{}'
DATES = [
    ('<meta property="article:published_time" content="2021-05-03T23:30:00-05:00">', "2021-05-03"),
    ('<meta name="dc.date" content="2021-05">', "2021-05"),
    ('<meta itemprop="datePublished" content="Mon, 03 May 2021 10:00:00 GMT">', "2021-05-03"),
    ('<meta name="date" content="May 3, 2021">', "2021-05-03"),
    ('<script type="application/ld+json">{"@graph":[{"datePublished":"2021-05-03T01:00:00Z"}]}</script>', "2021-05-03"),
    # The article's own node, not the site's, a video's, a comment's or another article's.
    (
        LINKED.format('{"@graph":[{"@type":"WebSite","datePublished":"2012-01-01"},')
        + '{"@type":["NewsArticle"],"datePublished":"2021-05-03"}]}</script>',
        "2021-05-03",
    ),
    (
        LINKED.format('{"@type":"VideoObject","datePublished":"2015-01-01"}</script>')
        + LINKED.format('{"@type":"ReportageNewsArticle","datePublished":"2021-05-03"}</script>'),
        "2021-05-03",
    ),
    (
        LINKED.format('{"@type":"WebPage","datePublished":"2012-01-01",')
        + '"mainEntity":{"@type":"BlogPosting","datePublished":"2021-05-03"}}</script>',
        "2021-05-03",
    ),
    (
        "<title>Bridge</title>"
        + LINKED.format('[{"@type":"NewsArticle","headline":"Ferry","datePublished":"2019-01-01"},')
        + '{"@type":"NewsArticle","headline":"Bridge","datePublished":"2021-05-03"}]</script>',
        "2021-05-03",
    ),
    (
        LINKED.format('[{"@type":"Article","datePublished":"2019-01-01"},')
        + '{"@type":"Article","datePublished":"2021-05-03"}]</script>',
        "",
    ),
    (LINKED.format('{"@type":"Comment","datePublished":"2021-05-03"}</script>'), ""),
    # What stands where no date was set.
    (LINKED.format('{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}</script>'), ""),
    # The day of a picture, in its address.
    ('<meta property="og:image" content="https://pictures.example/2019/05/03/bridge.jpg">', ""),
    # What was changed later, and when, is another matter.
    ('<meta property="article:modified_time" content="2022-01-01T00:00:00Z">', ""),
    # Nothing that has to be guessed.
    ('<meta name="date" content="07/08/2021">', ""),
    ('<meta name="date" content="2021-02-30">', ""),
    ('<meta name="date" content="yesterday">', ""),
    ('<meta name="date" content="now">', ""),
    ('<meta name="copyright" content="2021">', ""),
    ('<script type="application/ld+json">{"datePublished":</script>', ""),
    ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", ""),
    ("", ""),
]


@pytest.mark.parametrize(("head", "expected"), DATES)
@pytest.mark.parametrize(("clock", "zone"), [("2020-01-01", "Asia/Tokyo"), ("2030-12-31", "America/New_York")])
def test_the_date_is_the_metadata_s_at_any_time_and_place(read, monkeypatch, head, expected, clock, zone):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with time_machine.travel(dt.datetime.fromisoformat(clock + "T12:00:00+00:00"), tick=False):
            accepted, _ = read("a.html", page(head))
    finally:
        monkeypatch.undo()
        time.tzset()

    assert accepted[0].article.published == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<time itemprop="datePublished" datetime="2021-05-03T10:00Z">', "2021-05-03"),
        ('<time class="entry-date published" datetime="2021-05-03">', "2021-05-03"),
        # Any other time may be that of what is reported.
        ('<time datetime="2021-05-03">', ""),
        ('<time class="updated" datetime="2021-05-03">', ""),
    ],
)
def test_a_time_element_that_says_so_is_the_date(read, element, expected):
    accepted, _ = read("a.html", page(body=BODY.replace("<h1>", f"{element}3 May</time><h1>")))

    assert accepted[0].article.published == expected


@pytest.mark.parametrize(
    "beside",
    [
        '<aside><time itemprop="datePublished" datetime="2019-05-03">3 May</time></aside>',
        '<div class="comment-list"><time class="published" datetime="2022-05-03">3 May</time></div>',
        '<p itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2022-05-03">3</time></p>',
        # Which of two is the article's, nothing tells.
        '<time class="published" datetime="2019-05-03">3</time><time class="published" datetime="2022-05-03">3</time>',
    ],
)
def test_the_time_of_a_comment_or_of_another_article_is_not_the_date(read, beside):
    accepted, _ = read("a.html", page(body=BODY + beside))

    assert accepted[0].article.published == ""


def test_a_layout_that_is_called_after_its_side_column_holds_the_date(read):
    stated = '<div class="sidebar-right"><time class="published" datetime="2021-05-03">3 May</time>'
    accepted, _ = read("a.html", page(body=BODY.replace("<h1>", f"{stated}<h1>")))

    assert accepted[0].article.published == "2021-05-03"


def test_a_date_in_the_text_alone_is_left_to_the_extraction(read):
    accepted, _ = read("a.html", page(body=BODY.replace("<p>The", "<p>3 May 2021 - The")))

    assert accepted[0].article.published == ""
    assert "3 May 2021" in accepted[0].article.text


def test_a_date_that_is_not_taken_is_a_warning(read):
    accepted, _ = read("a.html", page('<meta name="date" content="07/08/2021">'))

    assert "2021-08-07 or 2021-07-08" in accepted[0].warnings[0]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example/", "/a", "data:text/html,x"])
def test_an_address_that_is_none_is_not_kept(read, address):
    accepted, _ = read("a.html", page(f'<link rel="canonical" href="{address}">'))

    assert accepted[0].article.url == ""
    assert accepted[0].warnings[0].startswith("url: ")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div>" * 300 + "deep words" + "</div>" * 300 + "<p>end</p>", ["deep words", "end"]),
        (
            "<p>start</p>" + "<b>" * 50_000 + "deep words" + "</b>" * 50_000 + "<p>end</p>",
            ["start", "deep words", "end"],
        ),
        ("<div>" * 3000 + "deep words" + "</div>" * 3000, ["deep words"]),
        ("<ul>" + "<li>item" * 60_000 + "</ul>last words", ["last words"]),
    ],
)
def test_nothing_is_lost_in_silence(read, markup, words):
    # libxml2 drops all that lies deeper than 256 elements.
    accepted, _ = read("a.html", page(body=markup))

    assert [word for word in words if word in accepted[0].article.text] == words
    assert "all text of the page is taken" in accepted[0].warnings[0]


def test_a_page_of_little_but_menus_is_taken_whole(read):
    accepted, _ = read("a.html", "<script>x = '<p>no</p>'</script><nav>Only a menu</nav><!-- no -->")

    assert accepted[0].article.text.strip() == "Only a menu"


@pytest.mark.parametrize(
    "markup",
    [
        "<a " * 60_000,
        "<!--" * 45_000,
        "<script>" * 20_000,
        "<" * 180_000,
        "</" * 90_000,
        "&#" + "9" * 180_000 + ";",
        "<a " + " ".join(f"x{n}=1" for n in range(60_000)) + ">",
        '<a x="' * 30_000,
        "<![CDATA[" * 20_000,
        "<?" * 90_000,
        "<textarea>" * 18_000,
    ],
)
def test_a_page_made_to_be_slow_is_not(read, markup):
    # Each of these takes minutes where the work is quadratic; that the test ends is what it shows.
    accepted, rejected = read("a.html", "<p>text</p>" + markup)

    assert len(accepted) + len(rejected) == 1


@pytest.mark.parametrize(
    ("head", "data", "word"),
    [
        ('<meta charset="windows-1251">', "windows-1251", "Мост"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "Мост"),
        ('<meta charset="utf-8">', "utf-8", "Мост"),
        ("", "utf-8", "Мост"),
        ("", "utf-16", "Мост"),
        # Wrong or unknown declarations.
        ('<meta charset="utf-16">', "utf-8", "Мост"),
        ('<meta charset="nonsense">', "utf-8", "Мост"),
        ("", "windows-1252", "café"),
    ],
)
def test_the_declared_character_set_is_used(read, head, data, word):
    accepted, _ = read("a.html", page(head, BODY.replace("bridge", word)).encode(data))

    assert word in accepted[0].article.text


@pytest.mark.parametrize("content", ["<html></html>", "<p> </p>", "<script>alert(1)</script>", "<!-- only this -->"])
def test_a_page_without_text_is_rejected(read, content):
    accepted, rejected = read("a.html", content)

    assert not accepted
    assert [(item.field, item.reason) for item in rejected] == [("text", "no text in the page")]
