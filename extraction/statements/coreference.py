"""Chains: which earlier speaker a surname, a pronoun or a role stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extraction.statements.grammar import role_of
from extraction.statements.names import People
from extraction.statements.speakers import Mention
from extraction.statements.words import GENERIC_ROLES, ISSUED

# One name of a list of names.
JOINT = re.compile(r"(?:(?!\band\b)[^\s,]+)(?:\s(?!and\b)[^\s,]+)*")
# How many speakers back a role or a pronoun may reach.
RECENT = 12
# Those whom the source does not name stay as it calls them.
ANONYMOUS = frozenset("source aide witness resident supporter voter observer".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks, as far as the article tells. `described`: words stood beside the name, be they a role or not."""

    name: str
    role: str = ""
    organisation: str = ""
    person: bool = False
    plural: bool = False
    gender: str = ""
    described: bool = False


@dataclass(slots=True)
class Chains:
    """The speakers of an article so far, most recent last."""

    people: People
    speakers: dict[str, Speaker] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)

    def resolve(self, mention: Mention, near: bool = True) -> Speaker | None:
        """The speaker behind a mention; `near`: the last has just spoken. None for a pronoun that nobody fits."""
        if mention.form == "pronoun":
            return self._by_pronoun(mention)
        if mention.form == "nominal":
            found = self._by_role(mention, near)
            if found is not None:
                if not found.role and found.person and mention.head not in ISSUED:
                    found = replace(found, role=mention.role)
                return self._remember(found)
            return self._remember(
                Speaker(
                    mention.name,
                    mention.role,
                    mention.organisation,
                    bool(role_of(mention.head)),
                    mention.plural,
                    mention.gender,
                )
            )
        name = self.people.full_name(mention.name, mention.gender) if mention.person else mention.name
        if mention.plural and not mention.person and " and " in name:
            name = JOINT.sub(lambda m: self.people.full_name(m.group()), name)
        known = self.speakers.get(name)
        role, organisation = mention.role, mention.organisation
        if known is not None:
            if role and role.lower() not in known.role.lower():
                role = f"{known.role}; {role}" if known.role else role
            else:
                role = known.role
            organisation = known.organisation or organisation
        gender = mention.gender or (known.gender if known else "") or self.people.genders.get(name, "")
        described = mention.described or (known is not None and known.described)
        return self._remember(Speaker(name, role, organisation, mention.person, mention.plural, gender, described))

    def _remember(self, speaker: Speaker) -> Speaker:
        self.speakers[speaker.name] = speaker
        if not self.recent or self.recent[-1] != speaker.name:
            self.recent.append(speaker.name)
        return speaker

    def _by_pronoun(self, mention: Mention) -> Speaker | None:
        word = mention.text.lower()
        for name in reversed(self.recent[-RECENT:]):
            speaker = self.speakers[name]
            if mention.plural:
                if speaker.plural or not speaker.person:
                    return speaker
            elif word == "it":
                if not speaker.person:
                    return speaker
            elif word in ("he", "she", "him", "her", "who"):
                if speaker.person and not speaker.plural and speaker.gender in ("", mention.gender):
                    chosen = replace(speaker, gender=mention.gender or speaker.gender)
                    self.speakers[name] = chosen
                    return self._remember(chosen)
            elif word in ("i", "we", "you"):
                return None
        return None

    def _by_role(self, mention: Mention, near: bool) -> Speaker | None:
        """Whom "the adviser" means: the last speaker whose role says so, else the last whom nothing contradicts."""
        if mention.plural or not mention.definite:
            return None
        last = self.speakers[self.recent[-1]] if self.recent else None
        if mention.head in ISSUED:
            return last
        role = role_of(mention.head)
        if not role or role in ANONYMOUS:
            return None
        if role in GENERIC_ROLES and last is not None and _is_named_person(last):
            return last
        for name in reversed(self.recent[-RECENT:]):
            speaker = self.speakers[name]
            if (
                _is_named_person(speaker)
                and role in speaker.role.lower().replace("-", " ").replace(";", " ").replace(",", " ").split()
            ):
                return speaker
        if near and last is not None and _is_named_person(last) and not (last.role or last.described):
            return last
        return None


def _is_named_person(speaker: Speaker) -> bool:
    return speaker.person and not speaker.plural and speaker.name[:1].isupper()
