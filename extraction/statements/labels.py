"""Speakers named by a label at the start of a line, as transcripts and some headlines do: "LUND: It rained."."""

from __future__ import annotations

import re
from collections import Counter

from extraction.statements.names import People, bare, is_person_name
from extraction.statements.words import TITLES

LABEL = re.compile(
    r"[ \t]*[\"“]?((?:[^\W\d_a-z][\w.'’-]*)(?:[ \u00a0][^\W\d_a-z(][\w.'’-]*){0,4})(?: \([^()\n]{1,20}\))?:[ \t]*(?=\S)"
)


# How many lines one turn of a transcript may take.
NEAR = 5


class Labels:
    """Which labels of a text name speakers: those that recur in capitals, and those whose name the text knows."""

    def __init__(self, text: str, people: People) -> None:
        self.people = people
        self.lines: dict[int, re.Match[str]] = {}
        counts: Counter[str] = Counter()
        for number, line in enumerate(re.finditer(r"[^\n]*(?:\n|$)", text)):
            match = LABEL.match(text, line.start(), line.end())
            if match is not None:
                self.lines[number] = match
                counts[match.group(1)] += 1
        self.recurring = {label for label, count in counts.items() if count > 1 and label.isupper()}

    def goes_on(self, line: int) -> bool:
        """Whether an unlabelled line between two of a transcript's labels belongs to the first of them."""
        if line in self.lines or not self.recurring:
            return False
        before = any(self._recurs(n) for n in range(line - NEAR, line))
        return before and any(self._recurs(n) for n in range(line + 1, line + NEAR))

    def _recurs(self, line: int) -> bool:
        match = self.lines.get(line)
        return match is not None and match.group(1) in self.recurring

    def speaker_at(self, line: int) -> tuple[str, int, bool] | None:
        """The name behind the label of a line, where the words begin, and whether the whole line is speech."""
        match = self.lines.get(line)
        if match is None:
            return None
        label = match.group(1)
        words = [w for w in label.split() if bare(w) not in TITLES] or label.split()
        known = self.people.full_name(words[-1].title()) if label.isupper() else self.people.full_name(words[-1])
        if label in self.recurring:
            return (known if " " in known else label), match.end(), True
        if known in self.people.counts or " ".join(words) in self.people.counts:
            return known, match.end(), False
        if len(words) > 1 and is_person_name(words) and not label.isupper():
            return " ".join(words), match.end(), False
        return None
