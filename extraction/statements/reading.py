"""An article's statements, read frame by frame: attributions first, then the quotations that stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from extraction.statements.attributions import Attribution, beside_quotation, find_attributions
from extraction.statements.clauses import contents_of, is_dependent
from extraction.statements.coreference import Chains, Speaker
from extraction.statements.cues import ANY_VERB, CUES
from extraction.statements.frames import DASHES, Frame, Unit, frames_of
from extraction.statements.furniture import lines_without_prose
from extraction.statements.grammar import Range, role_of
from extraction.statements.labels import Labels
from extraction.statements.names import people_of
from extraction.statements.said import Occasion, date_occasions
from extraction.statements.speakers import Mention, glosses_of, mention_of
from extraction.statements.subjects import first_subject
from extraction.text import Document
from extraction.types import Published, Said, Span, Speech, Statement, Timex

CLOSING = tuple(",.?!…—–")
PAIR = re.compile(r",?\s+and\s+")
# How many lines after the lead its unnamed speaker may be named.
NEAR_LEAD = 6
# Within how many lines of the last statement "the minister" may be whoever made it, his office unknown.
NEAR_LINES = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making, and the line and the frame that it stands in."""

    spans: tuple[Span, ...]
    speech: Speech
    mention: Mention | None
    speaker: Speaker | None
    cue: str
    cue_span: Span | None
    line: int
    frame: Span
    leads: bool = True


class Reader:
    """Reads the frames of one text in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people = people_of(text)
        self.chains = Chains(self.people)
        self.labels = Labels(text, self.people)
        self.drafts: list[Draft] = []
        #: The last statement that led its sentence: whoever made it goes on speaking.
        self.last: Draft | None = None
        #: A speaker announced by a colon at the end of the frame before.
        self.announced: Draft | None = None
        self.spoken_line = -1

    def read(self, frame: Frame) -> None:
        """Add the statements of a frame."""
        if frame.line == self.spoken_line:
            return
        if self.last is not None and (self.labels.goes_on(frame.line) or self._is_announced_line(frame)):
            self._whole_line(frame)
            return
        if self._labelled(frame):
            return
        announced, self.announced = self.announced, None
        found = self._attributed(frame)
        if found:
            self.drafts.extend(found)
            self.last = next((d for d in found if d.leads and d.speech != "indirect"), None) or next(
                (d for d in found if d.leads), found[0]
            )
            return
        if not any(u.kind == "word" for u in frame.units):
            self._alone(frame, announced)
        elif frame.units[-1].text == ":":
            self._announce(frame)

    def _is_announced_line(self, frame: Frame) -> bool:
        """Whether a line without marks follows "wrote:" at the end of the line before: a quotation set off."""
        announced = self.announced
        if announced is None or not announced.cue or announced.cue == ":" or frame.line == announced.line:
            return False
        return not any(u.kind == "quotation" for u in frame.units) and frame.units[-1].text != ":"

    def _whole_line(self, frame: Frame) -> None:
        source = self.announced or self.last
        assert source is not None
        line_end = self.text.find("\n", frame.start)
        end = len(self.text.rstrip()) if line_end < 0 else line_end
        self.announced, self.spoken_line = None, frame.line
        self.last = replace(
            source,
            spans=((frame.start, end),),
            speech="direct",
            cue="",
            cue_span=None,
            line=frame.line,
            frame=(frame.start, end),
        )
        self.drafts.append(self.last)

    def finish(self) -> None:
        """Name the lead's unnamed speaker where the next sentences do; give each speaker the role known by the end."""
        if self.drafts:
            self.drafts[0] = self._named_later(self.drafts[0])
        glosses = glosses_of(self.text)
        for i, draft in enumerate(self.drafts):
            speaker = draft.speaker
            if speaker is not None and not speaker.role:
                known = self.chains.speakers.get(speaker.name)
                role = known.role if known else ""
                role = role or ("" if speaker.person or speaker.plural else glosses.get(speaker.name, ""))
                if role:
                    self.drafts[i] = replace(draft, speaker=replace(speaker, role=role))

    def _named_later(self, lead: Draft) -> Draft:
        """ "A harbour official said ..." in the lead, "Ada Lund, head of the harbour board, said ..." after it."""
        mention = lead.mention
        if (
            mention is None
            or mention.form != "nominal"
            or mention.definite
            or mention.plural
            or not role_of(mention.head)
        ):
            return lead
        words = {w.lower().strip("().,") for w in mention.text.split()} - {mention.head}
        for draft in self.drafts[1:4]:
            speaker = draft.speaker
            if (
                speaker is None
                or not speaker.person
                or not speaker.name[:1].isupper()
                or draft.line - lead.line > NEAR_LEAD
            ):
                continue
            shared = words & {w.lower().strip("().,;") for w in speaker.role.split()} - {
                "the",
                "of",
                "from",
                "for",
                "a",
                "an",
            }
            if len(shared) >= 2 or mention.head in speaker.role.lower().split():
                return replace(lead, speaker=speaker)
        return lead

    def _mention(self, units: list[Unit], speaker: Range) -> Mention:
        mention = mention_of(self.text, units, speaker, self.people)
        which = mention.text.lower()
        if which in ("the former", "the latter"):
            pair = first_subject(units, 0, speaker[0])
            if pair is not None:
                names = PAIR.split(self.text[units[pair[0]].start : units[pair[1] - 1].end])
                if len(names) == 2:
                    return replace(mention, name=names[which == "the latter"], form="name", plural=True)
        return mention

    def _labelled(self, frame: Frame) -> bool:
        label = self.labels.speaker_at(frame.line)
        if label is None or not frame.start <= label[1] < frame.end:
            return False
        name, start, whole = label
        end = frame.end
        if whole:
            line_end = self.text.find("\n", start)
            end = line_end if line_end >= 0 else len(self.text)
            self.spoken_line = frame.line
        quoted = any(u.kind == "quotation" and u.start <= start + 1 and u.end >= end - 2 for u in frame.units)
        mention = Mention((frame.start, start), self.text[frame.start : start].strip(" :"), "name", name, True)
        speaker = self.chains.resolve(mention)
        draft = Draft(
            ((start, end),),
            "direct" if quoted or whole else "indirect",
            mention,
            speaker,
            ":",
            None,
            frame.line,
            (frame.start, end),
        )
        self.drafts.append(draft)
        self.last = draft
        return True

    def _alone(self, frame: Frame, announced: Draft | None) -> None:
        """A sentence that is nothing but quotation: whoever was announced, or spoke last, says it."""
        source = announced or self.last
        if source is None:
            return
        spans = tuple((u.start, u.end) for u in frame.units if u.kind == "quotation")
        words = sum(self.text.count(" ", a, b) + 1 for a, b in spans)
        near = announced is not None or frame.line == source.line
        if not spans or words < (2 if near else 5):
            return
        draft = replace(
            source, spans=spans, speech="direct", cue="", cue_span=None, line=frame.line, frame=(frame.start, frame.end)
        )
        self.drafts.append(draft)
        self.last = draft

    def _announce(self, frame: Frame) -> None:
        subject = first_subject(frame.units, 0, len(frame.units))
        if subject is None:
            self.announced = self.last
            return
        mention = mention_of(self.text, frame.units, subject, self.people)
        speaker = self.chains.resolve(mention)
        verb = next(
            (u.text for u in reversed(frame.units) if "quote" in CUES.get(u.lower, ANY_VERB).takes and u.lower in CUES),
            ":",
        )
        self.announced = Draft((), "direct", mention, speaker, verb, None, frame.line, (frame.start, frame.end))

    def _attributed(self, frame: Frame) -> list[Draft]:
        units = frame.units
        attributions = find_attributions(frame)
        contents = contents_of(frame, attributions)
        if not contents:
            attribution = self._by_position(frame)
            contents = contents_of(frame, [attribution]) if attribution else []
        if not contents:
            return []
        quotations = [0, *accumulate(u.kind == "quotation" for u in units)]
        words = [0, *accumulate(u.kind == "word" for u in units)]
        drafts: list[Draft] = []
        for attribution, ranges in contents:
            mention = self._mention(units, attribution.speaker) if attribution.speaker else None
            near = self.last is not None and frame.line - self.last.line <= NEAR_LINES
            speaker = self.chains.resolve(mention, near) if mention else None
            cue_span = (units[attribution.cue_first].start, units[attribution.cue_end - 1].end)
            drafts.append(
                Draft(
                    tuple((units[a].start, units[b - 1].end) for a, b in ranges),
                    _speech(quotations, words, ranges),
                    mention,
                    speaker,
                    self.text[cue_span[0] : cue_span[1]],
                    cue_span,
                    frame.line,
                    (frame.start, frame.end),
                    not is_dependent(units, attribution),
                )
            )
        return drafts

    def _by_position(self, frame: Frame) -> Attribution | None:
        """An attribution without a verb of the table: any verb after a quotation, a colon before it, a dash after."""
        units = frame.units
        for i, unit in enumerate(units):
            if unit.kind != "quotation":
                continue
            if unit.last_mark in CLOSING:
                found = beside_quotation(frame, i)
                if found is not None:
                    return found
            if i > 1 and units[i - 1].text == ":":
                subject = _named_before(units, i - 1) or first_subject(units, 0, i)
                if subject is not None:
                    return Attribution(ANY_VERB, i - 1, i, subject, subject[0], i, "before")
            signature = _signature(units, i)
            if signature is not None:
                return Attribution(ANY_VERB, i + 1, i + 2, signature, i + 1, signature[1], "after")
        return None


def _named_before(units: list[Unit], colon: int) -> Range | None:
    """A name of two words or more right before a colon."""
    start = colon
    while start > 0 and units[start - 1].capitalised and colon - start < 4:
        start -= 1
    return (start, colon) if colon - start >= 2 else None


def _signature(units: list[Unit], at: int) -> Range | None:
    """ "..." - Ada Lund: a dash and a name after a quotation that ends its sentence."""
    if (
        at + 2 >= len(units)
        or units[at].last_mark not in (".", "?", "!", "…")
        or not (units[at + 1].text in DASHES or units[at + 1].text == "-")
    ):
        return None
    end = at + 2
    while end < len(units) and units[end].kind == "word" and units[end].capitalised:
        end += 1
    if end - at - 2 < 2 or (end < len(units) and units[end].text not in (",", ".", "(")):
        return None
    return at + 2, end


def read_statements(
    document: Document, published: Published | None, timexes: tuple[Timex, ...]
) -> tuple[Statement, ...]:
    """The statements of a text in order of appearance."""
    reader = Reader(document.text)
    for frame in frames_of(document, lines_without_prose(document)):
        if frame.prose:
            reader.read(frame)
    reader.finish()
    occasions = [
        Occasion(
            d.frame, d.spans, d.mention.span if d.mention else None, d.cue_span, d.speaker.name if d.speaker else ""
        )
        for d in reader.drafts
    ]
    dated = date_occasions(document.text, occasions, published, timexes)
    return tuple(_statement(draft, said) for draft, said in zip(reader.drafts, dated, strict=True))


def _statement(draft: Draft, said: Said) -> Statement:
    mention, speaker = draft.mention, draft.speaker
    return Statement(
        spans=draft.spans,
        speech=draft.speech,
        cue=draft.cue,
        cue_span=draft.cue_span,
        speaker_text=mention.text if mention else "",
        speaker_span=mention.span if mention else None,
        speaker_name=speaker.name if speaker else "",
        speaker_role=speaker.role if speaker else "",
        organisation=speaker.organisation if speaker else "",
        said=said,
    )


def _speech(quotations: list[int], words: list[int], ranges: list[Range]) -> Speech:
    """`quotations[n]` and `words[n]` count those among the first n units of the frame."""
    if not any(quotations[b] - quotations[a] for a, b in ranges):
        return "indirect"
    return "mixed" if any(words[b] - words[a] for a, b in ranges) else "direct"
