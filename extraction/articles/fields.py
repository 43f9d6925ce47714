"""From the columns of a table or the keys of an object to an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extraction.articles.dates import read_published
from extraction.articles.records import MAX_ARTICLE, RefusedError
from extraction.articles.urls import normalise_url
from extraction.cleaning import clean, clean_line, printable
from extraction.types import Article

COLUMNS = ("id", "url", "title", "text", "published", "publisher", "language")
#: Characters; longer is refused, since a database would cut it or refuse it later.
MAX_LENGTHS = {"id": 200, "title": 500, "publisher": 200, "language": 35}
# BCP 47 as far as articles need it: ar, en-GB, zh-Hant-TW.
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)


def read_fields(values: Mapping[str, object], *, feed: bool = False) -> Article:
    """The article of a record; absent, null and empty are the same. Raises RefusedError, naming the field."""
    text = clean(_string(values, "text"))
    if not text.strip():
        raise RefusedError("missing or empty", "text")
    if len(text) > MAX_ARTICLE:
        raise RefusedError(f"longer than {MAX_ARTICLE:,} characters", "text")
    url = _string(values, "url").strip()
    published = _string(values, "published").strip()
    return Article(
        text=text,
        title=_line(values, "title"),
        url=normalise_url(url) if url else "",
        publisher=_line(values, "publisher"),
        record_id=_line(values, "id"),
        language=_language(_line(values, "language")),
        published=read_published(published, feed=feed) if published else "",
    )


def unknown_columns(names: Iterable[str]) -> str:
    """A sentence that names the columns that are ignored, or empty."""
    unknown = sorted({name for name in names if name not in COLUMNS})
    if not unknown:
        return ""
    shown = ", ".join(printable(name, 40) for name in unknown[:10])
    more = f" and {len(unknown) - 10} more" if len(unknown) > 10 else ""
    return f"ignored: {shown}{more} (known are {', '.join(COLUMNS)})"


def _string(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    kind = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}[type(value)]
    raise RefusedError(f"must be a string, not {kind}", name)


def _line(values: Mapping[str, object], name: str) -> str:
    line = clean_line(_string(values, name))
    if len(line) > MAX_LENGTHS[name]:
        raise RefusedError(f"longer than {MAX_LENGTHS[name]:,} characters", name)
    return line


def _language(tag: str) -> str:
    if tag and not LANGUAGE.fullmatch(tag):
        raise RefusedError(f"'{printable(tag, 40)}' is not a language tag such as en or ar-IQ", "language")
    return tag
