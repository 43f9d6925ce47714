"""All text of a piece of HTML without its tags, in linear time and to any depth.

For fragments (feeds) and for pages nested too deep for libxml2, which drops what lies deeper than 256
elements without a word. Finds no main text: everything that a reader could see is kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

#: Attributes of one element. libxml2's work is quadratic in them: 200,000 take minutes.
MAX_ATTRIBUTES = 1000
START = re.compile(r"<!--|<!\[CDATA\[|<([a-z][^\s/<>]*)", re.IGNORECASE)
# As the HTML standard reads them: a value in quotation marks may hold anything else.
ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
# Never beyond the next "<", so that a page of unclosed tags costs no more than its length.
TAG = re.compile(r"</?([a-z][a-z0-9:-]*)[^<>]*>?", re.IGNORECASE | re.ASCII)
UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "iframe", "object"})
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
# Elements whose content is no markup (HTML, 13.2.5).
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
END_TAGS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in UNSEEN | RAW}
# Character references beyond Unicode; Python refuses to read numbers of more than 4,300 digits.
LONG_NUMBER = re.compile(r"&#[0-9]{8,};?", re.ASCII)
SPACE = re.compile(r"\s+")
LINE_SPACE = re.compile(r" ?\n ?")


def visible_text(markup: str) -> str:
    """What a reader sees, a line break for `<br>` and an empty line between blocks."""
    text = "".join(_pieces(markup))
    return re.sub(r"\n{3,}", "\n\n", LINE_SPACE.sub("\n", re.sub(" {2,}", " ", text))).strip()


def most_attributes(markup: str, *, xml: bool = False) -> int:
    """How many attributes the element with the most of them has; counting ends a little above MAX_ATTRIBUTES."""
    most = at = 0
    unclosed: set[str] = set()
    while found := START.search(markup, at):
        at = found.end()
        if found[1] is None:
            if xml or found.group() == "<!--":
                at = _behind(markup, "-->" if found.group() == "<!--" else "]]>", at, unclosed, otherwise=at)
            continue
        count = 0
        while count <= MAX_ATTRIBUTES and (attribute := ATTRIBUTE.match(markup, at)):
            count, at = count + 1, attribute.end()
        most = max(most, count)
        if most > MAX_ATTRIBUTES:
            break
        # What looks like a tag in a script is none.
        if not xml and (name := found[1].lower()) in RAW:
            at = _end_tag(markup, name, at, unclosed)
    return most


def _pieces(markup: str) -> Iterator[str]:
    at, size = 0, len(markup)
    unclosed: set[str] = set()
    while at < size:
        begin = markup.find("<", at)
        if begin < 0:
            yield _plain(markup[at:])
            return
        yield _plain(markup[at:begin])
        if markup.startswith("<!--", begin):
            at = _behind(markup, "-->", begin + 4, unclosed, otherwise=begin + 4)
        elif markup.startswith("<![CDATA[", begin):
            at = begin + 9
        elif markup.startswith(("<!", "<?"), begin):
            at = _behind(markup, ">", begin + 2, unclosed, otherwise=begin + 2)
        elif tag := TAG.match(markup, begin):
            name = tag[1].lower()
            at = tag.end()
            if name in UNSEEN and markup[begin + 1] != "/" and not tag.group().endswith("/>"):
                at = _end_tag(markup, name, at, unclosed)
            elif name == "br":
                yield "\n"
            elif name in BLOCKS:
                yield "\n\n"
            elif name in {"td", "th"}:
                yield " "
        else:
            yield "<"
            at = begin + 1


def _plain(text: str) -> str:
    return SPACE.sub(" ", html.unescape(LONG_NUMBER.sub("\ufffd", text)))


def _behind(markup: str, end: str, at: int, unclosed: set[str], otherwise: int) -> int:
    """Behind the next `end`; where there is none it is remembered, and never searched for again."""
    found = markup.find(end, at) if end not in unclosed else -1
    if found < 0:
        unclosed.add(end)
        return otherwise
    return found + len(end)


def _end_tag(markup: str, name: str, at: int, unclosed: set[str]) -> int:
    """The next end tag of an element whose content is not seen; where there is none, only its start tag is left out."""
    end = END_TAGS[name].search(markup, at) if name not in unclosed else None
    if end is None:
        unclosed.add(name)
        return at
    return end.start()
