"""Site furniture: what a web page prints around an article, and what says nothing of its date."""

from __future__ import annotations

import re

from extraction.types import Span

#: Headings after which a page no longer belongs to its article. Whole lines alone, so that a sentence that
#: begins with such words is text.
CLOSING = re.compile(
    r"(popular posts?( from this blog)?|sponsored links?|related( (articles?|stories|posts?|news|topics|"
    r"content|coverage|links|reading))?"
    r"|read (more|next|also)|(most|more) (read|viewed|popular|shared)( stories| articles| news)?|more (from|"
    r"on|stories|news)\b.{0,40}|trending( now| stories)?"
    r"|recommended( for you| stories)?|you (may|might) (also )?(like|be interested in)|also read|latest (news|"
    r"stories|headlines|posts)|recent (posts|stories|articles)"
    r"|editor['’]?s['’]? (picks?|choice)|top stories|comments( \(\d+\))?|post a comment|leave a (reply|"
    r"comment)|share this( article| story| post)?"
    r"|around the web|from the web|in case you missed it|don['’]?t miss|subscribe.{0,40}|sign up.{0,60}|"
    r"newsletter|advertisement|up next|what to read next|archives?"
    r"|about the author|follow us.{0,40}|copyright.{0,60}|all rights reserved\.?)\s*:?",
    re.IGNORECASE,
)
#: The age that a page prints beside a link: "12 minutes ago", "3 hrs ago | Politics".
AGE = re.compile(
    (
        r"\W{0,3}(updated |posted |published )?(about )?(\d{1,3}|an?) (sec|second|min|minute|hr|hour|day|week|"
        r"month|year)s? ago\b.{0,30}"
    ),
    re.IGNORECASE,
)
#: Headings that stand at the top as well as at the end: only in the second half do they close the article.
LATE = re.compile(
    (
        r"(archives?|newsletter|advertisement|subscribe|sign up|share this|follow us|latest|top stories|trending|"
        r"most|more|copyright|read|related|comments?)"
    ),
    re.IGNORECASE,
)
LONGEST = 80


def furniture(text: str) -> list[Span]:
    """Spans of site furniture: lines that are nothing but an age, and all that follows a closing heading."""
    found: list[Span] = []
    offset, half = 0, len(text) // 2
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped and len(stripped) <= LONGEST:
            if CLOSING.fullmatch(stripped) and (offset > half or not LATE.match(stripped)):
                found.append((offset, len(text)))
                return found
            if AGE.fullmatch(stripped):
                found.append((offset, offset + len(line)))
        offset += len(line) + 1
    return found


def inside(spans: list[Span], at: int) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
