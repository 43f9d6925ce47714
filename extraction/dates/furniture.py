"""Site furniture: what a web page prints around an article, and what says nothing of its date."""

from __future__ import annotations

import re
from bisect import bisect_right

from extraction.types import Span

#: Headings of lists of other articles, which have dates of their own, also where each of their lines is a paragraph.
_OF_LISTS = (
    r"popular posts?( from this blog)?|related( (articles?|stories|posts?|news|coverage|content|reading))?"
    r"|read (more|next|also)|(most|more) (read|viewed|popular|shared)( stories| articles| news)?|more (stories|news)"
    r"|trending( now| stories)?|recommended( for you| stories)?|you (may|might) (also )?(like|be interested in)"
    r"|also read|latest (news|stories|headlines|posts)|recent (posts|stories|articles|comments)"
    r"|editor['’]?s['’]? (picks?|choice)|top stories|around the web|from the web|in case you missed it|up next"
    r"|what to read next|(previous|next|older|newer) (posts?|articles?|story|stories)\b.{0,60}"
    r"|(à )?lire aussi|(les )?plus lus|sur le même sujet|mehr zum thema|lesen sie auch|meistgelesen|lea también"
    r"|te puede interesar|noticias relacionadas|lo más (leído|visto)|читайте также|по теме|самое читаемое"
    r"|اقر[أا] أيضا[ً]?|مواضيع ذات صلة|الأكثر قراءة"
)
#: Headings of comments, and of all else that a page prints below an article.
_OF_THE_REST = (
    r"sponsored links?|related (topics|links)|more (from|on|stories|news)\b.{0,40}|archives?"
    r"|(\d+ |no )?(comments?|replies|responses)( \(\d+\))?|post a comment|leave a (reply|comment)"
    r"|(\d+|one|two|three) (responses?|thoughts?|repl(y|ies)|comments?) (to|on)\b.{0,60}"
    r"|join the (conversation|discussion)"
    r"|commentaires?|kommentare?|comentarios?|комментарии|التعليقات|das könnte sie auch interessieren"
    r"|share this( article| story| post)?|don['’]?t miss|subscribe.{0,40}|sign up.{0,60}|newsletter|advertisement"
    r"|about the author|follow us.{0,40}|copyright.{0,60}|all rights reserved\.?"
)
LISTS = re.compile(rf"({_OF_LISTS})\s*:?", re.IGNORECASE)
#: Headings after which a page no longer belongs to its article. Whole lines alone, so that a sentence that
#: begins with such words is text.
CLOSING = re.compile(rf"({_OF_LISTS}|{_OF_THE_REST})\s*:?", re.IGNORECASE)
#: Who comments, over the day of the comment: "John says:".
COMMENTER = re.compile(r"[\w.'’ -]{2,30} (says|wrote|replied|commented):\s*", re.IGNORECASE)
COMMENTED = re.compile(r".{0,20}\b(19|20)\d\d\b.{0,20}")
#: What else a column of short lines may stand under, in the upper part of a page.
COLUMN = re.compile(
    r"(advertisement|sponsored links?|related (topics|links)|more (from|on)\b.{0,40}|archives?)\s*:?", re.IGNORECASE
)
#: A line of prose is longer than this, or ends as a sentence does and has so many words.
PROSE, FEWEST_WORDS = 120, 3
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
    lines = text.split("\n")
    for number, line in enumerate(lines):
        stripped, end = line.strip(), offset + len(line)
        if not stripped or len(stripped) > LONGEST:
            column = False
        elif CLOSING.fullmatch(stripped) or (COMMENTER.fullmatch(stripped) and _is_comment(lines, number)):
            if offset > late:
                found.append((offset, len(text)))
                return found
            column = LISTS.fullmatch(stripped) is not None or COLUMN.fullmatch(stripped) is not None
            found.append((offset, end))
        elif column or AGE.fullmatch(stripped):
            found.append((offset, end))
        offset = end + 1
    return found


def _is_comment(lines: list[str], number: int) -> bool:
    """Whether the day of a comment stands right below who made it."""
    below = next((line for line in lines[number + 1 : number + 3] if line.strip()), "")
    return len(below) <= LONGEST and bool(COMMENTED.fullmatch(below))


def is_prose(line: str) -> bool:
    """Whether a line is text and no heading, byline or label."""
    stripped = line.strip()
    if len(stripped) > PROSE:
        return True
    return (
        bool(re.search(r"[.!?][\"'”’)]*$", stripped))
        and len(stripped.split()) >= FEWEST_WORDS
        and not re.search(r"\b[ap]\.m\.$", stripped)
    )


def inside(spans: list[Span], at: int) -> bool:
    """Whether an offset lies in one of the spans, which follow each other."""
    number = bisect_right(spans, at, key=lambda span: span[0])
    return number > 0 and at < spans[number - 1][1]
