"""The database wrapper. Django finds it by this module's name."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base
from django.db.backends.utils import CursorWrapper

from timeline import deadline


class DatabaseWrapper(base.DatabaseWrapper):
    """Looks before it asks whether a kept connection is usable, and bounds the statements of one request together."""

    def cursor(self) -> CursorWrapper:
        """A cursor for a statement that ends in time. Raises OperationalError where no time is left."""
        bounded = deadline.present()
        if bounded is not None and self.connection is not None:
            bounded.apply(self)
        return super().cursor()

    def is_usable(self) -> bool:
        """Whether the server can still be asked.

        A server that goes away, or ends the connection, says so on its socket: while an idle one has nothing
        to read, nothing has happened to it. That is seen without the question and answer that Django's own
        check costs each request. Once anything has gone wrong, or there is something to read, it is asked.
        """
        if self.connection is not None and not self.connection.closed and not self.errors_occurred:
            waiting = select.poll()
            waiting.register(self.connection.fileno(), select.POLLIN | select.POLLERR | select.POLLHUP)
            if not waiting.poll(0):
                return True
        return bool(super().is_usable())
