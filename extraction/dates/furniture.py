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
        r"month|year)s? ago\b[^.,;!?]{0,30}"
    ),
    re.IGNORECASE,
)
#: From which part of a page on a closing heading closes it.
LATE_FROM = 0.4
LONGEST = 80


def furniture(text: str) -> list[Span]:
    """Spans of site furniture: lines that are nothing but an age, and what stands under a closing heading.

    In the later part of a page that is all the rest; above, a side column of short lines up to the next empty line.
    """
    found: list[Span] = []
    offset, late = 0, int(len(text) * LATE_FROM)
    column = False
    for line in text.split("\n"):
        stripped, end = line.strip(), offset + len(line)
        if not stripped or len(stripped) > LONGEST:
            column = False
        elif CLOSING.fullmatch(stripped):
            if offset > late:
                found.append((offset, len(text)))
                return found
            column = True
            found.append((offset, end))
        elif column or AGE.fullmatch(stripped):
            found.append((offset, end))
        offset = end + 1
    return found


def inside(spans: list[Span], at: int) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
