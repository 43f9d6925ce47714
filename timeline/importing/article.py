"""One article, one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import QuerySet

from extraction import Article, Extraction, extract
from extraction.places import Gazetteer
from timeline.importing import rows
from timeline.importing.difference import Difference, compare
from timeline.importing.identity import fingerprint, identity, text_hash
from timeline.ledger import Author, Change, Conflict, approve, write
from timeline.models import Action, Event, Mention, Profile, Source, Uncompared
from timeline.models.dates import date_fields

#: Another importer may write the same article or the same new speaker between our look and our
#: write; then the article is simply looked at again.
ATTEMPTS = 8
#: The rule of a publication date that is only bounded by other dates of the text.
BOUNDS = "bounds"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article."""

    status: Literal["created", "updated", "unchanged"]
    source: Source

    @property
    def undated(self) -> bool:
        """Whether a person should say when it was published: nothing proves it, bounds do, or two readings."""
        return self.source.earliest is None or self.source.rule == BOUNDS or bool(self.source.readings)


class PublishedError(Exception):
    """The article is published, and who brings another version of it may not change it. Nothing was written."""

    def __init__(self, source: Source) -> None:
        super().__init__("is published already, in another version: an editor decides which one stands")
        self.source = source


def known(article: Article) -> Source | None:
    """The source that this article is, where it is already here."""
    return _known(article, Source.objects.all())


def _known(article: Article, rows: QuerySet[Source]) -> Source | None:
    """The one that was read as this article is; else the one to which a person has given its address."""
    mark = identity(article)
    found = rows.filter(pk__in=Source.at(article.url).values("pk")) if article.url else rows.filter(identity=mark)
    return min(found, key=lambda source: source.identity != mark, default=None)


def as_curated(article: Article, source: Source | None) -> Article:
    """The article with the publication date that a person has given it: everything relative resolves against that."""
    if source is not None and "edtf" in source.held:
        return replace(article, published=source.edtf)
    return article


def import_article(
    article: Article,
    author: Author,
    *,
    extraction: Extraction | None = None,
    gazetteer: Gazetteer | None = None,
    origin: str = "",
    read_as: str = "",
    publish: bool = False,
    dry_run: bool = False,
    revise: bool = True,
) -> Outcome:
    """Write what an article says, or find that all of it is already here.

    `extraction` may have been made elsewhere, of `as_curated(article, known(article))`; where it is
    made here, a curator's own places are looked up in `gazetteer`. Without `revise` an article that is
    published stays as it is. Raises PublishedError where it would not, and
    Django's DatabaseError where the database refuses; then nothing of the article was written.
    """
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                outcome = _import(article, author, extraction, gazetteer, origin, read_as, publish, revise)
                if dry_run:
                    transaction.set_rollback(True)
                return outcome
        except (IntegrityError, OperationalError, Conflict):
            if attempt == ATTEMPTS - 1 or transaction.get_connection().in_atomic_block:
                raise
    raise AssertionError("unreachable")


def _import(
    article: Article,
    author: Author,
    extraction: Extraction | None,
    gazetteer: Gazetteer | None,
    origin: str,
    read_as: str,
    publish: bool,
    revise: bool,
) -> Outcome:
    mark = fingerprint(article)
    source = _known(article, Source.objects.select_for_update())
    if source is not None and (source.erased or source.fingerprint == mark):
        return Outcome("unchanged", source)
    if source is not None and not revise and Profile.objects.filter(kind=Source.KIND, record_id=source.pk).exists():
        raise PublishedError(source)
    extraction = extraction or extract(as_curated(article, source), gazetteer)
    fields = rows.source_fields(article, extraction)
    new = source is None
    if source is None:
        source = Source(identity=identity(article), **fields)
    else:
        held = {*source.held, *(date_fields(None) if "edtf" in source.held else ())}
        for name, value in fields.items():
            if name not in held:
                setattr(source, name, value)
    source.sha256, source.fingerprint = text_hash(source.text), mark
    source.origin, source.read_as = origin[:500], read_as
    write([Change(source, Action.CREATED if new else Action.EDITED)], author)
    Uncompared.objects.get_or_create(source=source)
    difference = compare(source, extraction, fresh=new)
    apply(difference, author)
    if publish:
        approve([*difference.statements, *(event for event, _ in difference.events)], author)
    return Outcome("created" if new else "updated", source)


def apply(difference: Difference, author: Author) -> None:
    """Write a difference."""
    changes = [
        *(Change(speaker, Action.CREATED) for speaker in difference.speakers),
        *(Change(event, Action.CREATED, mentions=[mention]) for event, mention in difference.events),
        *_edited([*difference.changed_events, *difference.moved_events]),
        *(Change(event, Action.DELETED) for event, _ in difference.gone_events),
        *(Change(statement, Action.CREATED) for statement in difference.statements),
        *(Change(statement, Action.EDITED) for statement in difference.changed_statements),
        *(Change(statement, Action.EDITED) for statement in difference.moved_statements),
        *(Change(statement, Action.DELETED) for statement in difference.gone_statements),
    ]
    if changes:
        write(changes, author)


def _edited(reports: Iterable[tuple[Event, Mention]]) -> Iterable[Change]:
    """A change of each event, with all of its reports."""
    changes: dict[int, Change] = {}
    for event, mention in reports:
        changes.setdefault(event.pk, Change(event, Action.EDITED)).mentions.append(mention)
    return changes.values()
