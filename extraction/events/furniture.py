"""Which lines of a page are its furniture: headlines, captions, comment rules, links to other stories."""

from __future__ import annotations

import re

from extraction.text import Document

# From such a line on, the page speaks of itself or of other stories.
TAIL = re.compile(
    r"(?i)^\W*(?:comments?|popular posts.*|related (?:stories|articles|posts|news|topics|links)?.*|"
    r"read (?:more|also|next)\b.*|more (?:from|on|stories)\b.*|sponsored links?|recommended.*|post a comment|"
    r"leave a (?:comment|reply).*|share this.*|sign up\b.*|subscribe\b.*|advertisement|"
    r"most (?:read|popular|viewed).*|trending.*|tags?:.*|see also|you may also like.*|sources|external links|"
    r"references|have an opinion on this story\?.*|sister links|editing by .*|reporting by .*)\W*$"
)
CAPTION = re.compile(
    r"(?i)^\W*(?:file(?: photo| picture)?s?\b\s*[-–—:.]|"
    r"(?:photo|image|picture|in this .{3,40} photo)\b[^\n]{0,20}[-–—:,])"
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
MAX_HEADLINE = 25


def tail_start(document: Document) -> int:
    """Where the furniture at the page's end begins; the text's length where there is none.

    Only past the first third, so that a heading high on the page ("Related: ...") does not hide the article.
    """
    text = document.text
    for start, end in document.sentences:
        if start > len(text) // 3 and end - start < 120 and TAIL.match(text[start:end]) and _own_line(text, start, end):
            return start
    return len(text)


def _own_line(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 8) : start].rstrip(" \t"), text[end : end + 8].lstrip(" \t")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n", "\r")


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a line of its own, short, without a full stop: a title, a heading, a byline."""
    if not _own_line(text, start, end):
        return False
    if SENTENCE_END.search(text[start:end][-4:]):
        return False
    return text.count(" ", start, end) < MAX_HEADLINE


def is_caption(sentence: str, ends_with_date: bool) -> bool:
    """Whether a sentence describes a picture: so marked, or ending in a full date ("..., Portugal, April 2, 2019.")."""
    return ends_with_date or bool(CAPTION.match(sentence))
