"""What several articles have in common: the same happening, the same text."""

from extraction.matching.credits import agency_credit
from extraction.matching.own_words import Text
from extraction.matching.reading import RECALL_DAYS, Mention, mention_of
from extraction.matching.same_event import Suggestion, joined, suggest
from extraction.matching.syndication import Copy, find_copies, group_sources
from extraction.matching.terms import aliases

__all__ = [
    "RECALL_DAYS",
    "Copy",
    "Mention",
    "Suggestion",
    "Text",
    "agency_credit",
    "aliases",
    "find_copies",
    "group_sources",
    "joined",
    "mention_of",
    "suggest",
]
