"""What an article says, and said before: told apart in the texts that others keep, and taken out of them."""

from __future__ import annotations

from typing import Any

import orjson

from timeline.ledger.origins import flat
from timeline.ledger.scrubbing import ERASED
from timeline.models import Event, Revision, Source

#: Shorter texts are names and kinds that stand in many articles.
LEAST = 12
#: Keys under which a version or a document keeps the words of an article.
CITED = frozenset(
    "text exact prefix suffix date_text speaker_text role cue relayed_via "
    "title origin dateline sha256 fingerprint".split()
)


class ArticleWords:
    """Tells and takes out what an article says, and said in earlier versions."""

    def __init__(self, source: Source) -> None:
        self.source_id = source.pk
        kept = Revision.objects.filter(kind="source", record_id=source.pk).values_list("snapshot", flat=True)
        versions = [source.title, source.text, *(snap.get(name, "") for snap in kept for name in ("title", "text"))]
        self.texts = [flat(text) for text in dict.fromkeys(versions) if text and text != ERASED]
        #: The titles, and the names of places and actors, that the article gave, by the number of the event.
        self.titles: dict[int, set[str]] = {}
        self.names: dict[int, set[str]] = {}

    def hold(self, words: str) -> bool:
        """Whether words stand in the article."""
        parts = [part for part in (flat(part).rstrip("…").strip() for part in words.split(" … ")) if part]
        return bool(parts) and any(all(part in text for part in parts) for text in self.texts)

    def took(self, event_id: int, title: str) -> bool:
        """Whether an event's title is the article's: made from it, or standing in it."""
        return title in self.titles.get(event_id, ()) or self.hold(title)

    def told(self, event: Event) -> bool:
        """Whether an event that the article does not report now, but did, still says what it said."""
        names = {*(place["name"] for place in event.places), *event.actors}
        return event.title in self.titles[event.pk] or bool(names & self.names[event.pk]) or self.hold(event.summary)

    def quoted(self, text: str) -> bool:
        """Whether a text holds a passage of the article, or one holds the text."""
        said, texts = flat(text).casefold(), [one.casefold() for one in self.texts]
        return any((len(said) >= LEAST and said in one) or one in said for one in texts)

    def take_out(self, text: str) -> str:
        """A text of the history, erased where it is the article's; a word that happens to stand there too stays."""
        said = text.partition(": ")[2]
        return ERASED if len(text) >= LEAST and (self.hold(text) or (len(said) >= LEAST and self.hold(said))) else text

    def scrubbed(self, value: Any, *, own: bool = False) -> Any:
        """A JSON value without the article's words: whatever is cited from it goes, however short; `own` says it is."""
        if isinstance(value, str):
            return self.take_out(value)
        if isinstance(value, list):
            return [self.scrubbed(part, own=own) for part in value]
        if isinstance(value, dict):
            own, value = own or self._owns(value), self.forgotten(value)
            return {
                name: ERASED
                if own and name in CITED and part and isinstance(part, str)
                else self.scrubbed(part, own=own)
                for name, part in value.items()
            }
        return value

    def _owns(self, kept: dict[str, Any]) -> bool:
        """Whether a part of a version is the article's: it, a statement or report of it, or it as it is cited."""
        if kept.get("source_id") == self.source_id or ("publisher" in kept and kept.get("id") == self.source_id):
            return True
        cited = kept.get("sources", ()) if kept.get("kind") == "statement" else ()
        return any(source["id"] == self.source_id for source in cited)

    def forgotten(self, kept: Any) -> Any:
        """A version, a document or a reason; an event's without the title and the names that the article gave it."""
        if not isinstance(kept, dict):
            return self.take_out(kept)
        number = str(kept.get("id", "")).removeprefix("event-")
        if not number.isdigit() or not (kept.get("kind") == "event" or "mentions" in kept):
            return kept
        titles, names = self.titles.get(int(number), ()), self.names.get(int(number), ())
        changed: dict[str, Any] = {"title": ERASED} if kept.get("title") in titles else {}
        for name in ("places", "actors"):
            if name in kept:
                named = [(one if isinstance(one, str) else one["name"], one) for one in kept[name]]
                changed[name] = [one for word, one in named if word not in names]
        return {**kept, **changed}

    def remembered(self, revision: Revision) -> bool:
        """Whether a version is of an event that has or had words of the article."""
        return revision.kind == Event.KIND and revision.record_id in self.titles

    def concern(self, revision: Revision) -> bool:
        """Whether a version is of the article or quotes it."""
        kept = revision.snapshot
        if revision.kind == "source":
            return revision.record_id == self.source_id
        if kept.get("source_id") == self.source_id:
            return True
        if any(mention.get("source_id") == self.source_id for mention in kept.get("mentions", [])):
            return True
        cited = orjson.loads(revision.document).get("sources", []) if revision.document else []
        return any(source["id"] == self.source_id for source in cited)
