"""When the database must have answered all that a reader's request asks of it.

PostgreSQL bounds each statement. A request that asks several (what matches, how many, what they name) could take as
many times as long. So the statements of a request that has taken some time already share what is left: within a
transaction, which a pooler leaves to one client, and whose settings end with it.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from contextvars import ContextVar, Token
from typing import Any

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

#: Seconds that a request may spend before its next statement is given less than the connection grants any.
SPARED = 0.25


class Bounded:
    """A context whose statements have STATEMENT_TIMEOUT_MS together, on PostgreSQL."""

    __slots__ = ("_late", "_token", "_until")

    def __enter__(self) -> Bounded:
        self._until: float | None = None
        if settings.STATEMENT_TIMEOUT_MS:
            self._until = time.monotonic() + settings.STATEMENT_TIMEOUT_MS / 1000
        self._late: ExitStack | None = None
        self._token: Token[Bounded | None] = _bounded.set(self)
        return self

    def __exit__(self, *error: Any) -> None:
        _bounded.reset(self._token)
        if self._late:
            self._late.__exit__(*error)

    def lift(self) -> None:
        """Bound each statement by itself again: a long reading is bounded by pieces, in its own transaction."""
        self._until = None
        if self._late:
            self._late.close()
            self._late = None

    def apply(self, database: BaseDatabaseWrapper) -> None:
        """Bound the next statement. Raises OperationalError where no time is left."""
        if self._until is None:
            return
        left = self._until - time.monotonic()
        if left > settings.STATEMENT_TIMEOUT_MS / 1000 - SPARED:
            return
        if left <= 0:
            raise OperationalError("the statements of one request took too long together")
        if self._late is None:
            self._late = ExitStack()
            self._late.enter_context(transaction.atomic())
        with database.wrap_database_errors, database.connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", [max(1, int(left * 1000))])


_bounded: ContextVar[Bounded | None] = ContextVar("bounded", default=None)


def present() -> Bounded | None:
    """What bounds the statements that are asked now."""
    return _bounded.get()
