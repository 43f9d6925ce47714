"""Lines that are no prose: headlines, captions, bylines, comment rules, lists of other posts."""

from __future__ import annotations

import re

from extraction.text import Document

# What follows one of these lines belongs to the site, not to the article.
SITE_END = re.compile(
    r"\s*(?:popular posts\b.*|comments?|post a comment|leave a (?:comment|reply).*|sponsored links?"
    r"|related(?: articles| posts| stories)?|more from .*|read more|you may also like|recommended(?: for you)?"
    r"|most (?:read|popular)|trending(?: now)?|share this.*|advertisement|subscribe.*|sign up .*|newsletter.*"
    r"|follow us.*|cookies?.*|privacy policy.*|terms of (?:use|service).*)\s*:?\s*",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"\s*(?:FILE\b|PHOTO\b|Photo(?:graph)?\s*(?:by|:|credit)|Image\s*:|AP Photo|\(AP Photo|Getty Images|Caption\s*:|©)"
)
MODERATION = re.compile(
    r"\b(?:moderates? (?:all )?comments|comments? (?:that|which) do not|community guidelines|uses? cookies"
    r"|cookie (?:policy|settings))\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!?…:;,—–-][\"'”’»)\]*]*\s*$|[\"”»](?:\s*[―—–-]\s*[A-Z][\w.'’ -]*)?\s*$")


def lines_without_prose(document: Document) -> list[bool]:
    """For each line of the text, whether nobody can be quoted in it."""
    lines = document.text.split("\n")
    found: list[bool] = []
    ended = False
    seen: set[str] = set()
    body = 0
    for line in lines:
        bare = line.strip()
        if body > 3 and SITE_END.fullmatch(bare) and bare:
            ended = True
        prose = bool(ENDS.search(bare)) and not CAPTION.match(bare) and not MODERATION.search(bare)
        if prose and len(bare) > 40:
            if bare in seen:
                prose = False
            seen.add(bare)
            body += 1
        found.append(ended or not prose)
    return found
