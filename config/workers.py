"""Threads that no client keeps for long: `gunicorn --worker-class config.workers.Threads`.

A thread of gunicorn's waits without end for a client that sends a byte a second, or that takes none of its answer:
eight such clients, and two workers of four threads answer nobody. A proxy that reads requests first hides this; here
it is bounded without one.
"""

from __future__ import annotations

import json
import os
import socket
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from gunicorn import util
from gunicorn.http.errors import NoMoreData
from gunicorn.workers.gthread import TConn, ThreadWorker

#: Seconds within which a request must have arrived, and the bytes that give it one more: large bodies take longer.
ARRIVES, MORE = 10.0, 20_000
#: Seconds within which each piece of an answer must be taken.
TAKEN = 30.0


class Patience(socket.socket):
    """A connection of which a request must arrive in time, and its answer be taken.

    What has come, and what is taken at once, is not waited for: to say how long, and to wait, are calls of the system.
    """

    _until = float("inf")

    def begin(self, seconds: float = ARRIVES) -> None:
        """A request is about to be read."""
        self._until = time.monotonic() + seconds

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """What has come, waiting no longer than the request may take. Raises NoMoreData."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise NoMoreData(b"")
        found = self._come(size, flags)
        if found is None:
            self.settimeout(min(left, ARRIVES))
            try:
                found = super().recv(size, flags)
            except TimeoutError:
                raise NoMoreData(b"") from None
        self._until += len(found) / MORE
        return found

    def _come(self, size: int, flags: int) -> bytes | None:
        # With a timeout of its own, which one wait has left to it, the socket would wait all the same.
        if self.gettimeout() is not None:
            return None
        try:
            return super().recv(size, flags | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Send all of it. Raises BrokenPipeError where it is not taken in time: the client counts as gone."""
        sent = 0
        if self.gettimeout() is None:
            with suppress(BlockingIOError):
                sent = super().send(data, flags | socket.MSG_DONTWAIT)
        if sent == len(data):
            return
        self.settimeout(TAKEN)
        try:
            super().sendall(memoryview(data)[sent:], flags)
        except TimeoutError:
            raise BrokenPipeError(32, "the client takes nothing") from None


#: Characters of what gunicorn says of a request that it refuses: it cites the request.
SAID = 200


def refuse(sock: socket.socket, status: int, reason: str, message: str) -> None:
    """Send a problem document (RFC 9457) that any page may read, before the connection is closed.

    Such a request is never shown to Django: it is too long, or no HTTP.
    """
    detail = f"The request cannot be read: {message[:SAID]}" if message else "Something went wrong here."
    phrase = HTTPStatus(status).phrase
    body = json.dumps({"type": "about:blank", "title": phrase, "status": status, "detail": detail}).encode()
    head = (
        f"HTTP/1.1 {status} {phrase}",
        "Connection: close",
        "Content-Type: application/problem+json",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Access-Control-Allow-Origin: *",
        f"X-Request-ID: {os.urandom(16).hex()}",
    )
    util.write_nonblock(sock, "\r\n".join((*head, "", "")).encode() + body)


class Threads(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threaded worker, with patience that ends."""

    def init_process(self) -> None:
        """Answer what gunicorn refuses as everything else is refused; it has no hook for it."""
        util.write_error = refuse
        super().init_process()

    def handle(self, conn: TConn) -> Any:
        """Handle a request of a connection, in one of the threads."""
        if not isinstance(conn.sock, Patience):
            conn.sock = Patience(fileno=conn.sock.detach())
        conn.sock.begin()
        return super().handle(conn)
