"""An article's statements, read frame by frame: attributions first, then the quotations that stand alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from extraction.statements.attributions import beside_quotation, find_attributions
from extraction.statements.clauses import contents_of
from extraction.statements.coreference import Chains, Speaker
from extraction.statements.frames import Frame, frames_of
from extraction.statements.furniture import lines_without_prose
from extraction.statements.names import people_of
from extraction.statements.speakers import Mention, mention_of
from extraction.statements.subjects import Range
from extraction.text import Document
from extraction.types import Published, Span, Speech, Statement, Timex


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    spans: list[Span]
    mention: Mention | None
    speaker: Speaker | None
    cue: str
    cue_span: Span | None
    speech: Speech


def read_statements(
    document: Document, published: Published | None, timexes: tuple[Timex, ...]
) -> tuple[Statement, ...]:
    """The statements of a text in order of appearance."""
    text = document.text
    skip = lines_without_prose(document)
    chains = Chains(people_of(text))
    drafts: list[Draft] = []
    last: Draft | None = None
    for frame in frames_of(document, skip):
        if not frame.prose:
            continue
        found = _of_frame(text, frame, chains)
        if found:
            drafts.extend(found)
            last = found[-1]
            continue
        if last is not None and not any(u.kind == "word" for u in frame.units):
            spans = [(u.start, u.end) for u in frame.units if u.kind == "quotation"]
            if spans:
                drafts.append(Draft(spans, last.mention, last.speaker, "", None, "direct"))
    return tuple(_statement(text, d) for d in drafts)


def _of_frame(text: str, frame: Frame, chains: Chains) -> list[Draft]:
    units = frame.units
    attributions = find_attributions(frame)
    quoted = [i for i, u in enumerate(units) if u.kind == "quotation"]
    if quoted and not attributions:
        for i in quoted:
            attribution = beside_quotation(frame, i)
            if attribution is not None:
                attributions = [attribution]
                break
    drafts: list[Draft] = []
    quotations = [0, *accumulate(u.kind == "quotation" for u in units)]
    words = [0, *accumulate(u.kind == "word" for u in units)]
    for attribution, ranges in contents_of(frame, attributions):
        mention = mention_of(text, units, attribution.speaker) if attribution.speaker else None
        speaker = chains.resolve(mention) if mention else None
        spans = [(units[a].start, units[b - 1].end) for a, b in ranges]
        cue_span = (units[attribution.cue_first].start, units[attribution.cue_end - 1].end)
        drafts.append(
            Draft(
                spans, mention, speaker, text[cue_span[0] : cue_span[1]], cue_span, _speech(quotations, words, ranges)
            )
        )
    return drafts


def _statement(text: str, draft: Draft) -> Statement:
    mention, speaker = draft.mention, draft.speaker
    return Statement(
        spans=tuple(draft.spans),
        speech=draft.speech,
        cue=draft.cue,
        cue_span=draft.cue_span,
        speaker_text=mention.text if mention else "",
        speaker_span=mention.span if mention else None,
        speaker_name=speaker.name if speaker else "",
        speaker_role=speaker.role if speaker else "",
        organisation=speaker.organisation if speaker else "",
    )


def _speech(quotations: list[int], words: list[int], ranges: list[Range]) -> Speech:
    """`quotations[n]` and `words[n]` count those among the first n units of the frame."""
    if not any(quotations[b] - quotations[a] for a, b in ranges):
        return "indirect"
    return "mixed" if any(words[b] - words[a] for a, b in ranges) else "direct"
