"""HTML pages: the main text by trafilatura, and what the page's metadata says of it."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator

import htmldate
import lxml.etree
import lxml.html
import trafilatura

from extraction import edtf
from extraction.articles.dates import MONTHS, read_published
from extraction.articles.fields import LANGUAGE, MAX_LENGTHS
from extraction.articles.markup import MAX_ATTRIBUTES, most_attributes, visible_text
from extraction.articles.records import RefusedError
from extraction.articles.urls import normalise_url
from extraction.cleaning import charset, clean, clean_line, decode, printable
from extraction.types import Article

#: Tags of a page. Real ones have some thousands; the tree of these takes about 300 MB.
MAX_TAGS = 400_000
#: Elements that trafilatura is given: its work is linear, but a slow one.
MAX_ELEMENTS = 50_000
# libxml2 drops what lies deeper than 256 elements; trafilatura's own walks need some room below that.
MAX_DEPTH = 250
META_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})""", re.IGNORECASE)
#: How far into a page its character set may be declared, in bytes (browsers look at 1,024).
DECLARED_WITHIN = 4096
# Never the clock: htmldate's own latest date is today.
LATEST = dt.datetime(edtf.MAX_YEAR, 12, 31)  # noqa: DTZ001 - a calendar day, compared with calendar days
EARLIEST = dt.datetime(1990, 1, 1)  # noqa: DTZ001
# Of `time` elements: microformats (hAtom, h-entry).
PUBLISHED_CLASSES = frozenset({"published", "dt-published"})
# htmldate takes the day of a change where it finds no other.
OTHER_DATE = re.compile("modif|update|revis|expir|unavailable|copyright|event", re.IGNORECASE)
OF_A_DATE = re.compile("date|time|publi|issue|creat|post|release", re.IGNORECASE)
# What CMSs print of a date that was never set.
UNSET = "1970-01-01"
# Of JSON-LD: what is an article, and what else of a page may say when it was published.
ARTICLE_TYPES = re.compile("(Article|Posting|Report|Review|Story)$")
PAGE_TYPES = frozenset({"", "WebPage", "ItemPage", "CreativeWork"})
# Where `time` elements are those of comments, teasers and side columns.
ASIDE_TAGS = frozenset({"aside", "footer", "nav"})
ASIDE_CLASS = re.compile(
    "comment|related|sidebar|popular|recommend|widget|teaser|trending|most-?read|read-?more", re.IGNORECASE
)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publication_date",
    "publishdate",
    "publish-date",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)


def read_page(data: bytes, encoding: str | None = None) -> tuple[Article, tuple[str, ...]]:
    """The article of a page, and warnings. Raises RefusedError where there is no text in it."""
    markup, warnings = _decoded(data, encoding)
    if markup.count("<") > MAX_TAGS:
        raise RefusedError(f"more than {MAX_TAGS:,} tags")
    if most_attributes(markup) > MAX_ATTRIBUTES:
        raise RefusedError(f"an element with more than {MAX_ATTRIBUTES:,} attributes")
    tree, dropped = _tree(markup)
    elements, depth = _size(tree)
    if dropped or depth > MAX_DEPTH:
        text, warning = visible_text(markup), f"nested more than {MAX_DEPTH} elements deep: {_WHOLE}"
    elif elements > MAX_ELEMENTS:
        text, warning = visible_text(markup), f"more than {MAX_ELEMENTS:,} elements: {_WHOLE}"
    else:
        text, warning = _main_text(tree, markup)
    warnings.append(warning)
    text = clean(text).strip()
    if not text:
        raise RefusedError("no text in the page", "text")
    meta = _metadata(tree)
    published, note = _published(tree, meta)
    url, problem = _address(tree, meta)
    language = clean_line(tree.get("lang") or tree.get("xml:lang") or "")
    article = Article(
        text=text,
        title=_title(tree, meta),
        url=url,
        publisher=clean_line(meta.get("og:site_name", ""))[: MAX_LENGTHS["publisher"]],
        language=language if LANGUAGE.fullmatch(language) and len(language) <= MAX_LENGTHS["language"] else "",
        published=published,
    )
    return article, tuple(w for w in (*warnings, note, problem) if w)


_WHOLE = "all text of the page is taken, menus included"


def _decoded(data: bytes, encoding: str | None) -> tuple[str, list[str]]:
    """The page's text by the given encoding, else its own declaration, else UTF-8."""
    warnings: list[str] = []
    declared = None if encoding else META_CHARSET.search(data[:DECLARED_WITHIN])
    if declared:
        label = declared[1].decode("ascii")
        try:
            name = charset(label)
            # A declaration that could be read at all is in no wide encoding (WHATWG HTML, 13.2.3.2).
            if not name.startswith(("utf-8", "utf-16", "utf-32")):
                return clean(decode(data, name).text), warnings
        except UnicodeDecodeError:
            warnings.append(f"not in {printable(label, 40)}, which the page declares")
        except ValueError:
            warnings.append(f"declares an unknown character set, {printable(label, 40)}")
    try:
        text, warning = decode(data, encoding)
    except UnicodeDecodeError as error:
        raise RefusedError(f"not {error.encoding} at byte {error.start}", "encoding") from None
    return clean(text), [*warnings, warning]


def _tree(markup: str) -> tuple[lxml.html.HtmlElement, bool]:
    """The page's tree, and whether the parser left something out for its depth. Raises RefusedError: empty."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml.html.document_fromstring(markup.encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        raise RefusedError("no text in the page", "text") from None
    return tree, any("depth" in entry.message for entry in parser.error_log)


def _size(tree: lxml.html.HtmlElement) -> tuple[int, int]:
    """How many elements there are, and how many of them the deepest one lies in."""
    elements = depth = deepest = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            elements, depth = elements + 1, depth + 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return elements, deepest


def _main_text(tree: lxml.html.HtmlElement, markup: str) -> tuple[str, str]:
    """The main text, or the whole of it where none stands out; a warning where much was left out."""
    failure = ""
    try:
        # It takes the tree apart, and the metadata is still to be read.
        found = trafilatura.extract(copy.deepcopy(tree), include_comments=False, include_tables=True, deduplicate=False)
    except Exception as error:  # Whatever a library fails at, the text is not lost.
        found, failure = None, f" ({type(error).__name__})"
    # One line a block in trafilatura's text: a paragraph here.
    text = re.sub(r"\n+", "\n\n", found or "").strip()
    if not text:
        return visible_text(markup), f"no main text stands out{failure}: {_WHOLE}"
    paragraphs = sum(len(" ".join(p.text_content().split())) for p in tree.iter("p"))
    if len(text) < paragraphs / 2:
        return text, f"{len(text):,} of {paragraphs:,} characters in paragraphs are taken as the article"
    return text, ""


def _metadata(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """What the page's `meta` elements say, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _title(tree: lxml.html.HtmlElement, meta: dict[str, str]) -> str:
    title = clean_line(meta.get("og:title", ""))
    if not title:
        element = next(tree.iter("title"), None)
        title = clean_line(element.text_content()) if element is not None else ""
    return title[: MAX_LENGTHS["title"]]


def _address(tree: lxml.html.HtmlElement, meta: dict[str, str]) -> tuple[str, str]:
    """The page's own address, or a sentence why it is not kept."""
    links = (e.get("href") for e in tree.iter("link") if (e.get("rel") or "").strip().lower() == "canonical")
    address = (next((link for link in links if link), None) or meta.get("og:url", "")).strip()
    if not address:
        return "", ""
    try:
        return normalise_url(address), ""
    except RefusedError as refused:
        return "", f"url: {refused.reason}; ignored"


def _published(tree: lxml.html.HtmlElement, meta: dict[str, str]) -> tuple[str, str]:
    """The day that the page's metadata gives, or a sentence why that is not taken. Never a guess."""
    problem = ""
    for value in _given_dates(tree, meta):
        try:
            day = read_published(clean_line(value), feed=True)
        except RefusedError as refused:
            problem = problem or f"published: {refused.reason}; ignored"
        else:
            if day != UNSET:
                return day, ""
    found = _by_htmldate(tree)
    return (found, "") if found else ("", problem)


def _given_dates(tree: lxml.html.HtmlElement, meta: dict[str, str]) -> Iterator[str]:
    """Dates of publication in the order in which they are trusted: schema.org, `meta`, `time`."""
    articles, pages = _linked_data(tree)
    yield from _own(articles, _title(tree, meta), _address(tree, meta)[0])
    yield from (meta[name] for name in PUBLISHED if name in meta)
    heading = next(tree.iter("h1"), None)
    titled = set(heading.iterancestors()) if heading is not None else set()
    moments = [moment for element in tree.iter("time") if (moment := _stated(element, titled))]
    if len({moment[:10] for moment in moments}) == 1:
        yield moments[0]
    yield from (str(node["datePublished"]) for node in pages)


def _stated(element: lxml.html.HtmlElement, titled: set[lxml.html.HtmlElement]) -> str:
    """The moment of a `time` element that is marked as the article's, none where it stands beside the article.

    `titled` is all that the page's heading lies in: a layout that is called after its side column is none.
    """
    moment = str(element.get("datetime") or "")
    marked = "pubdate" in element.attrib or element.get("itemprop", "").lower() == "datepublished"
    if not moment or not (marked or PUBLISHED_CLASSES & set(element.get("class", "").lower().split())):
        return ""
    for around in element.iterancestors():
        if around in titled:
            break
        names = f"{around.get('class', '')} {around.get('id', '')} {around.get('itemtype', '')}"
        if around.tag in ASIDE_TAGS or ASIDE_CLASS.search(names):
            return ""
    return moment


def _own(articles: list[dict[str, object]], title: str, address: str) -> list[str]:
    """The dates of those of a page's articles that are its own: by address or headline where there are several days."""
    days = [str(node["datePublished"]) for node in articles]
    if len({day[:10] for day in days}) < 2:
        return days
    return [day for node, day in zip(articles, days, strict=True) if _is_own(node, title, address)]


def _is_own(node: dict[str, object], title: str, address: str) -> bool:
    headline = clean_line(str(node.get("headline") or node.get("name") or ""))
    main = node.get("mainEntityOfPage")
    places = (node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main)
    return bool((headline and title.startswith(headline)) or (address and address in places))


def _linked_data(tree: lxml.html.HtmlElement) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """What has a `datePublished` in JSON-LD: articles, and pages. A comment, a video or the site itself is neither."""
    articles: list[dict[str, object]] = []
    pages: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting[:0] = node
            elif isinstance(node, dict):
                if isinstance(node.get("datePublished"), str):
                    kinds = node.get("@type") or ""
                    names = [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]
                    if any(ARTICLE_TYPES.search(name) for name in names):
                        articles.append(node)
                    elif not PAGE_TYPES.isdisjoint(names):
                        pages.append(node)
                waiting[:0] = [n for name in ("@graph", "mainEntity") if isinstance(n := node.get(name), list | dict)]
    return articles, pages


def _by_htmldate(tree: lxml.html.HtmlElement) -> str:
    """A day that htmldate finds in the head under other names, where year, month and day are written there."""
    head = next(tree.iter("head"), None)
    if head is None or not len(head):
        return ""
    page = lxml.html.Element("html")
    # Without the body, where it would look for anything that is like a date.
    kept = lxml.etree.SubElement(page, "head")
    lxml.etree.SubElement(page, "body")
    for element in head.iter("meta"):
        names = " ".join(element.get(name, "") for name in ("property", "name", "itemprop", "http-equiv"))
        if OF_A_DATE.search(names) and not OTHER_DATE.search(names):
            lxml.etree.SubElement(kept, "meta", dict(element.attrib))
    written = " ".join(element.get("content", "") for element in kept).lower()
    try:
        found = htmldate.find_date(page, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
        day = edtf.parse(found or "").earliest
    except Exception:  # a date that is not found is unknown
        return ""
    return found if found and day and _is_written(day, written) else ""


def _is_written(day: dt.date, text: str) -> bool:
    """Whether the text names this day with its month, in an order that leaves no choice."""
    year, month, number = f"{day.year:04}", MONTHS[day.month - 1], f"0?{day.day}"
    return bool(
        re.search(rf"(?<!\d){year}[-/.]?{day.month:02}[-/.]?{day.day:02}(?!\d)", text)
        or re.search(rf"(?<!\d){number}(?:st|nd|rd|th)?[\s.-]+{month}[a-z]*[\s.,-]+{year}(?!\d)", text)
        or re.search(rf"\b{month}[a-z]*[\s.-]+{number}(?:st|nd|rd|th)?[\s,]+{year}(?!\d)", text)
    )
