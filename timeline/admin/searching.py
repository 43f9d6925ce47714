"""Searching lists of a million rows: words by an index of the database, and no more of them than it bears."""

from __future__ import annotations

from typing import Any

from django.db import connection, models
from django.db.models import BooleanField, F, Func, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

#: More words, or a longer text, is answered 400: nobody types it, and each word costs.
MOST_WORDS, LONGEST = 20, 300
#: People or bodies of the name that is looked for whose statements are found.
MOST_SPEAKERS = 500
#: The columns that the index of each table covers, as its migration makes it.
COLUMNS: dict[str, tuple[str, ...]] = {
    "timeline_source": ("title", "publisher", "url"),
    "timeline_speaker": ("name", "organisation"),
    "timeline_statement": ("text", "speaker_text"),
    "timeline_event": ("title", "summary"),
    "timeline_mention": ("text",),
}


def document(table: str, alias: str = "") -> str:
    """What PostgreSQL indexes of a row; the same text in the migration and in every query, or the index is not used."""
    prefix = f'"{alias}".' if alias else ""
    joined = " || ' ' || ".join(f'{prefix}"{column}"' for column in COLUMNS[table])
    return f"to_tsvector('simple'::regconfig, {joined})"


class Words(Func):
    """A condition on PostgreSQL: the row's text has all the words, the last of them perhaps only begun."""

    output_field = BooleanField()

    def __init__(self, table: str, words: list[str]) -> None:
        super().__init__(F("pk"))
        self.table, self.words = table, words

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> tuple[str, list[str]]:
        """The indexed text against a tsquery."""
        alias = str(compiler.compile(self.get_source_expressions()[0])[0]).split(".")[0].strip('"')
        # Quoted, so that no sign of the query language means anything; a beginning is enough for each word.
        query = " & ".join("'" + word.replace("\\", "\\\\").replace("'", "''") + "':*" for word in self.words)
        return f"{document(self.table, alias)} @@ to_tsquery('simple'::regconfig, %s)", [query]


def too_much(term: str) -> bool:
    """Whether a search is more than is answered."""
    return len(term) > LONGEST or len(term.split()) > MOST_WORDS


def find(queryset: QuerySet[Any], term: str) -> QuerySet[Any]:
    """The rows that hold all words of a search."""
    words = term.replace("\x00", " ").split()
    found = _holds(queryset.model, words)
    if queryset.model._meta.db_table == "timeline_statement":
        from timeline.models import Speaker

        speakers = Speaker.objects.filter(_holds(Speaker, words)).values_list("pk", flat=True)[:MOST_SPEAKERS]
        found |= Q(speaker__in=list(speakers))
    return queryset.filter(found)


def _holds(model: type[models.Model], words: list[str]) -> Q:
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        return Q(Words(table, words))
    found = Q()
    for word in words:
        anywhere = Q()
        for column in COLUMNS[table]:
            anywhere |= Q(**{f"{column}__icontains": word})
        found &= anywhere
    return found
