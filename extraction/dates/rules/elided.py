"""Rules for periods of which a word is left out: "this year and next", "last month and this"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS
from extraction.dates.patterns import BREAK
from extraction.dates.rule import Found, Match, Rule, relative, unknown_value
from extraction.dates.rules.nth import CLOSES


def elliptic(m: Match, anchors: Anchors) -> Found | None:
    """ "this year and next", "4% this year and 5% next", "last month and this": the period after the one just named."""
    last, which = anchors.last, m.word("which")
    if last is None or m.start - anchors.last_at > ELLIPTIC or BREAK in m.scan.kinds[anchors.last_at : m.start]:
        return None
    named = m.scan.tokens[anchors.last_at].lower()
    between = [word.lower() for word in m.scan.tokens[anchors.last_at : m.start]]
    if (named, which) not in ELLIPSES or ". " in "".join(between) or LINKS.isdisjoint(between):
        return None
    after, before = m.after(1), m.before(1)[0]
    ends = not after or not after[0].isalnum() or (which == "next" and after[0] in CLOSES)
    if not ends or (before not in LINKS and not (which == "next" and (before in MEASURES or before.isdigit()))):
        return None
    return relative(anchors, m.start, lambda day: last.shift(1), unknown_value(last.unit))


#: Which word may leave its unit out after which.
ELLIPSES = frozenset({("this", "next"), ("last", "this")})
#: How many tokens (white space counted) may stand from the one to the other, and what joins them.
ELLIPTIC, LINKS = 24, frozenset("and or but then".split())
#: What is measured: "5% next".
MEASURES = frozenset("% percent points cents million billion".split()) | frozenset(CARDINALS)


RULES = (
    Rule(
        "elliptic",
        "<which:(next|this)>",
        elliptic,
        (
            "It will fall [this year] and [next].",
            "It grows by 4% [this year] and 5% [next], they say.",
            "It fell [last month] and [this].",
        ),
        "The unit is left out the second time.",
        ("He said this and next to nothing else.",),
    ),
)
