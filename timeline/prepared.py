"""Statements that a connection to PostgreSQL plans once and asks many times.

PostgreSQL plans a statement each time that it comes, and of a page the plan costs twice what its rows do. psycopg2
prepares nothing by itself: this does, by SQL, under a name that is a digest of the statement, so that the
name says the same on every connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from psycopg2.errors import DuplicatePreparedStatement, FeatureNotSupported, InvalidSqlStatementName

#: This session has never heard the name; or a migration has changed the columns of what it stands for.
UNKNOWN = (InvalidSqlStatementName, FeatureNotSupported)
#: Plans that a connection keeps. Who asks for ever other lengths of pages would otherwise fill the database's memory.
MOST = 100
#: The names that each connection knows; gone with the connection.
_known: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


@lru_cache(maxsize=500)
def named(sql: str, blanks: int) -> tuple[str, str, str]:
    """The name of a statement, what prepares it, and what asks it."""
    name = f"dateline_{blake2b(sql.encode(), digest_size=12).hexdigest()}"
    number = count(1)
    numbered = "".join(f"{piece}${next(number)}" for piece in sql.split("%s")[:-1]) + sql.rsplit("%s", 1)[-1]
    filled = f"({', '.join(['%s'] * blanks)})" if blanks else ""
    return name, f"PREPARE {name} AS {numbered}", f"EXECUTE {name}{filled}"


def rows(database: BaseDatabaseWrapper, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a statement whose only percent signs are those of its parameters; where possible planned once.

    A pooler may have handed us another session, which does not know the name: then it is asked plainly, and the name
    made known at the next asking. Within a transaction it is asked plainly, for the error would end that.
    """
    with database.cursor() as cursor:
        if database.vendor != "postgresql" or database.in_atomic_block:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())
        name, prepare, execute = named(sql, len(parameters))
        known = _known.setdefault(database.connection, set())
        if name not in known:
            if len(known) >= MOST:
                _forget(cursor, known)
            _prepare(database, prepare)
            known.add(name)
        try:
            cursor.execute(execute, parameters)
        except DatabaseError as error:
            if not isinstance(error.__cause__, UNKNOWN):
                raise
            _forget(cursor, known)
            cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _forget(cursor: CursorWrapper, known: set[str]) -> None:
    cursor.execute("DEALLOCATE ALL")
    known.clear()


def _prepare(database: BaseDatabaseWrapper, prepare: str) -> None:
    """Make a name known. It is part of the first asking, and no statement of its own to whoever counts them."""
    with database.wrap_database_errors, database.connection.cursor() as cursor:
        try:
            cursor.execute(prepare)
        except DuplicatePreparedStatement:
            # Another client of the pooler has made it known to this session: the same name, for it says the same.
            return
