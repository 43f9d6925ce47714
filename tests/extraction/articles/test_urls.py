import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.articles import RefusedError, normalise_url

SAME = [
    ("https://example.org/a", "https://example.org/a"),
    ("HTTPS://EXAMPLE.org:443/a/", "https://example.org/a"),
    ("http://example.org:80", "http://example.org/"),
    ("http://example.org:8080/", "http://example.org:8080/"),
    ("https://example.org./a", "https://example.org/a"),
    ("https://example.org/a#part", "https://example.org/a"),
    ("https://example.org/a?utm_source=x&UTM_Medium=y&fbclid=1", "https://example.org/a"),
    ("https://example.org/a/?b=2&utm_source=x&a=1", "https://example.org/a?b=2&a=1"),
    ("https://example.org/a?", "https://example.org/a"),
    # The path's letters are the server's.
    ("https://example.org/A", "https://example.org/A"),
    ("https://example.org/./a/../b", "https://example.org/b"),
    ("https://example.org/../../b", "https://example.org/b"),
    # Escapes: in capitals, and only where needed; never decoded into something with another meaning.
    ("https://example.org/%7eme/%2f%c3%a9", "https://example.org/~me/%2F%C3%A9"),
    ("https://example.org/100%", "https://example.org/100%25"),
    ("https://example.org/é", "https://example.org/%C3%A9"),
    (unicodedata.normalize("NFD", "https://example.org/é?q=é"), "https://example.org/%C3%A9?q=%C3%A9"),
    ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
    ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
    ("  https://example.org/a\n", "https://example.org/a"),
]


@pytest.mark.parametrize(("url", "expected"), SAME)
def test_copies_of_an_address_are_one(url, expected):
    assert normalise_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//evil.example/",
        "/a",
        "example.org",
        "http:",
        "http://",
        "http:///a",
        "http:/example.org",
        "https:\\\\example.org",
        "http://example.org\\@evil.example/",
        "ht\ttp://example.org/",
        "http://exa\nmple.org/",
        "http://exa mple.org/",
        "http://example.org/\x00",
        "http://example.org/\u202e",
        "http://user:secret@example.org/",
        "http://example.org@evil.example/",
        "http://example.org:99999/",
        "http://example.org:0/",
        "http://example.org:x/",
        "http://[::1/",
        "http://[nonsense]/",
        "http://-/",
        "http://a..b/",
        "http://example.org/" + "a" * 2000,
        "http://example.org/" + "é" * 700,
        "http://" + "a" * 64 + ".example/",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(RefusedError) as caught:
        normalise_url(url)

    assert caught.value.field == "url"
    assert caught.value.reason.isprintable()


@given(st.text() | st.builds("http://a.example/{}".format, st.text()) | st.builds("https://{}/".format, st.text()))
def test_normalising_twice_changes_nothing(url):
    try:
        once = normalise_url(url)
    except RefusedError:
        return

    assert normalise_url(once) == once
    assert once.isascii()
    assert once.startswith(("http://", "https://"))
