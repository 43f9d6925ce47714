"""Statements made once and asked many times: what differs from page to page is filled in.

Django takes longer to write the SQL of a page than a database takes to answer it, and writes the same
SQL for every range and every cursor. So a statement is compiled with blanks where dates and cursors
stand, kept, and filled for each request.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from timeline import prepared

#: Rows fetched at once by a long reading: few enough for the memory, enough to keep the database busy.
CHUNK = 500
#: Statements kept; readers who search for ever new words would otherwise fill the memory.
MOST = 500
_kept: dict[Hashable, tuple[Statement, ...]] = {}


class Blank(Value):
    """A place of a statement, by name, for a value of a field."""

    def __init__(self, name: str, field: models.Field[Any, Any]) -> None:
        super().__init__(None, output_field=field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A placeholder whose parameter is the blank itself."""
        return "%s", [self]


class Statement(NamedTuple):
    """SQL, and its parameters with blanks among them; `prepared` where the database shall plan it once."""

    sql: str
    parameters: tuple[Any, ...]
    prepared: bool = False

    def rows(self, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """Ask the database, the blanks filled with the values."""
        # The connection stands behind a proxy that looks for it each time that it is asked for anything.
        database = connections[DEFAULT_DB_ALIAS]
        filled = self.filled(values, database)
        if self.prepared:
            return prepared.rows(database, self.sql, filled)
        with database.cursor() as cursor:
            cursor.execute(self.sql, filled)
            return list(cursor.fetchall())

    def filled(self, values: dict[str, Any], database: BaseDatabaseWrapper) -> list[Any]:
        """The parameters as the database takes them, the blanks filled with the values."""
        ready: dict[str, Any] = {}
        for found in self.parameters:
            if type(found) is Blank and found.name not in ready:
                ready[found.name] = found.output_field.get_db_prep_value(values[found.name], database)
        return [ready[found.name] if type(found) is Blank else found for found in self.parameters]


def kept(shape: Hashable, make: Callable[[], Sequence[Statement]]) -> Sequence[Statement]:
    """The statements of a shape; made where they are not known yet."""
    found = _kept.get((connection.vendor, shape))
    if found is None:
        if len(_kept) >= MOST:
            _kept.clear()
        found = _kept[connection.vendor, shape] = tuple(make())
    return found


def compiled(rows: QuerySet[Any]) -> Statement:
    """The statement of a queryset."""
    sql, parameters = rows.query.get_compiler(connection=connection).as_sql()
    return Statement(sql, tuple(parameters))


def joined(parts: Sequence[Statement], backwards: bool, most: int, further: str, *, alone: bool) -> Statement:
    """One statement for parts that are each in order, the first `most` rows of all: document, id, key; or the first
    `alone`.

    Each part is read by its own index, and only as far as the answer needs it. `further` is the SQL of a text that
    closes them, in a row of its own: what is read in one statement was so at one moment. PostgreSQL appends rows
    as they come; to gather them first, in one text or in a table of its own, costs it as much as to find them.
    """
    order = "key DESC, id DESC" if backwards else "key, id"
    sql = (
        parts[0].sql
        if len(parts) == 1
        else " UNION ALL ".join(f"SELECT * FROM ({part.sql}) AS part_{n}" for n, part in enumerate(parts))
    )
    columns, closing = ("document", f"({further})") if alone else ("document, id, key", f"({further}), NULL, NULL")
    page = f"(SELECT {columns} FROM ({sql}) AS part (document, id, key) ORDER BY {order} LIMIT {most})"
    return Statement(f"{page} UNION ALL SELECT {closing}", tuple(p for part in parts for p in part.parameters))


def read_through(statement: Statement) -> Iterator[Any]:
    """The values of a statement's only column, without blanks, from one reading of the database.

    PostgreSQL makes the next rows while those before are used: a thread waits for them. Within a transaction
    alone it reads on as rows are fetched. SQLite reads as it is asked, in this very process.
    """
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement.sql, statement.parameters)
        fetch = partial(cursor.fetchmany, CHUNK)
        chunks = _ahead(fetch) if connection.vendor == "postgresql" else iter(fetch, [])
        for rows in chunks:
            for (value,) in rows:
                yield value


def _ahead(fetch: Callable[[], list[Any]]) -> Iterator[list[Any]]:
    """What `fetch` returns each time until that is empty, each fetched while the one before is used."""
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(fetch)
        while rows := coming.result():
            coming = thread.submit(fetch)
            yield rows
