"""RSS and Atom, entry by entry, by feedparser; what is not well-formed or brings a DTD never reaches it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser
import lxml.etree

from extraction.articles.fields import LANGUAGE, MAX_LENGTHS, read_fields
from extraction.articles.markup import MAX_ATTRIBUTES, most_attributes, visible_text
from extraction.articles.records import Item, RefusedError
from extraction.cleaning import clean, clean_line, decode

DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,500}?\?>")
XML_CHARSET = re.compile(rb"""<\?xml[^<>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# Some feeds call "text" what is markup.
BLOCK = re.compile(r"</(?:p|div|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
# What may stand before the root element besides a DTD.
PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)", re.DOTALL)


def read_feed(data: bytes, encoding: str | None = None) -> Iterator[Item]:
    """The entries of a feed, counted from 1. Raises RefusedError for what is no feed, naming the line of a fault."""
    markup, note = _decoded(data, encoding)
    _check(markup)
    found = feedparser.parse(
        io.BytesIO(markup.encode()),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if found.bozo and not isinstance(found.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        raise RefusedError(f"not a feed that can be read ({clean_line(str(found.get('bozo_exception', '')))[:200]})")
    if not found.version:
        raise RefusedError("neither RSS nor Atom")
    publisher = clean_line(_words(dict.get(found.feed, "title_detail") or {}))[: MAX_LENGTHS["publisher"]]
    language = clean_line(_text(found.feed, "language"))
    if not LANGUAGE.fullmatch(language):
        language = ""
    for number, entry in enumerate(found.entries, start=1):
        try:
            yield Item(number, read_fields(_fields(entry, publisher, language), feed=True), note)
        except RefusedError as refused:
            yield Item(number, refused, note)
        note = ""


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    declared = None if encoding else XML_CHARSET.match(data.removeprefix(b"\xef\xbb\xbf"))
    try:
        text, note = decode(data, encoding or (declared[1].decode("ascii") if declared else None))
    except UnicodeDecodeError as error:
        raise RefusedError(f"not {error.encoding} at byte {error.start}", "encoding") from None
    except ValueError as error:
        raise RefusedError(str(error), "encoding") from None
    # The bytes handed on are UTF-8, whatever the declaration said.
    return DECLARATION.sub("", clean(text), count=1), note


def _check(markup: str) -> None:
    """Refuse a DTD, before any parser sees it, and what is not well-formed. Raises RefusedError, naming the line."""
    at = 0
    while match := PROLOG.match(markup, at):
        at = match.end()
    if markup[at : at + 9].upper() == "<!DOCTYPE":
        line = markup.count("\n", 0, at) + 1
        raise RefusedError(f"line {line}: a document type declaration is not accepted")
    if most_attributes(markup, xml=True) > MAX_ATTRIBUTES:
        raise RefusedError(f"an element with more than {MAX_ATTRIBUTES:,} attributes")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(markup.encode(), parser)
    except lxml.etree.XMLSyntaxError as error:
        raise RefusedError(f"not well-formed XML: {clean_line(error.msg or '')[:200]}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedError("a document type declaration is not accepted")


def _fields(entry: Any, publisher: str, language: str) -> dict[str, object]:
    contents = [_words(content) for content in dict.get(entry, "content") or []]
    body = max([*contents, _words(dict.get(entry, "summary_detail") or {})], key=len)
    name, link = _text(entry, "id"), _text(entry, "link")
    return {
        "id": name,
        # Where there is no link feedparser gives the id, which need not be an address.
        "url": "" if link == name and not link.lower().startswith("http") else link,
        "title": _words(dict.get(entry, "title_detail") or {})[: MAX_LENGTHS["title"]],
        "text": body,
        "published": _text(entry, "published"),
        "publisher": publisher,
        "language": language,
    }


def _words(detail: Any) -> str:
    """The words of a title or a text: markup is left out where the feed does not say that there is none."""
    value = _text(detail, "value")
    return value if _text(detail, "type") == "text/plain" and not BLOCK.search(value) else visible_text(value)


def _text(values: Any, key: str) -> str:
    """A value as it stands: feedparser's own access falls back on other keys, with a deprecation warning."""
    value = dict.get(values, key)
    return value if isinstance(value, str) else ""
