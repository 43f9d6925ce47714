"""Threads that no client keeps for long: `gunicorn --worker-class config.workers.Threads`.

A thread of gunicorn's waits without end for a client that sends a byte a second, or that takes none of its answer:
eight such clients, and two workers of four threads answer nobody. A proxy that reads requests first hides this; here
it is bounded without one.
"""

from __future__ import annotations

import json
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from queue import SimpleQueue
from typing import Any

from gunicorn import util
from gunicorn.http.errors import NoMoreData
from gunicorn.workers.gthread import TConn, ThreadWorker

#: Seconds within which a request must have arrived, and the bytes that give it one more: large bodies take longer.
ARRIVES, MORE = 10.0, 20_000
#: Seconds within which each piece of an answer must be taken.
TAKEN = 30.0
#: Seconds after which the arbiter hears again that a worker lives; it waits for thirty.
ALIVE = 1.0


class Patience(socket.socket):
    """A connection of which a request must arrive in time, and its answer be taken.

    What has come, and what is taken at once, is not waited for: to say how long, and to wait, are calls of the system,
    at each of which a thread of Python may have to stand aside. So how long gunicorn would wait is only noted.
    """

    _until = float("inf")
    _noted: float | None = None

    def begin(self, seconds: float = ARRIVES) -> None:
        """A request is about to be read."""
        self._until = time.monotonic() + seconds

    def setblocking(self, flag: bool, /) -> None:
        """Note whether to wait."""
        self._noted = None if flag else 0.0

    def settimeout(self, value: float | None, /) -> None:
        """Note how long to wait."""
        self._noted = value

    def gettimeout(self) -> float | None:
        """How long gunicorn would wait."""
        return self._noted

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """What has come, waiting no longer than the request may take. Raises NoMoreData."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise NoMoreData(b"")
        try:
            found = super().recv(size, flags | socket.MSG_DONTWAIT)
        except BlockingIOError:
            if self._noted == 0:
                raise
            found = self._wait(min(left, ARRIVES, self._noted or ARRIVES), size, flags)
        self._until += len(found) / MORE
        return found

    def _wait(self, seconds: float, size: int, flags: int) -> bytes:
        super().settimeout(seconds)
        try:
            return super().recv(size, flags)
        except TimeoutError:
            raise NoMoreData(b"") from None
        finally:
            super().settimeout(None)

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Send all of it. Raises BrokenPipeError where it is not taken in time: the client counts as gone."""
        sent = 0
        with suppress(BlockingIOError):
            sent = super().send(data, flags | socket.MSG_DONTWAIT)
        if sent == len(data):
            return
        super().settimeout(TAKEN)
        try:
            super().sendall(memoryview(data)[sent:], flags)
        except TimeoutError:
            raise BrokenPipeError(32, "the client takes nothing") from None
        finally:
            super().settimeout(None)


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


class Pool:
    """The threads of a worker, and the connections that wait for one. Nobody waits for what comes of them."""

    def __init__(self, threads: int) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads = threads
        for _ in range(threads):
            threading.Thread(target=self._run, daemon=True).start()

    def submit(self, job: Callable[[], None]) -> None:
        """Have a thread do this; it must not raise."""
        self._waiting.put(job)

    def shutdown(self, wait: bool = False) -> None:
        """Let the threads end."""
        for _ in range(self._threads):
            self._waiting.put(None)

    def _run(self) -> None:
        while job := self._waiting.get():
            job()


class Threads(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threaded worker, with patience that ends.

    Of an answer that says no more than 304 half the time went into handing the connection from the main thread to
    another and back. Now that other thread itself lets the main thread listen to it again.
    """

    _alive_at = 0.0

    def init_process(self) -> None:
        """Answer what gunicorn refuses as everything else is refused; it has no hook for it."""
        util.write_error = refuse
        super().init_process()

    def get_thread_pool(self) -> Pool:
        """The threads."""
        return Pool(self.cfg.threads)

    def notify(self) -> None:
        """Tell gunicorn's arbiter that the worker lives: once a second, not at every event."""
        now = time.monotonic()
        if now - self._alive_at >= ALIVE:
            self._alive_at = now
            super().notify()

    def enqueue_req(self, conn: TConn) -> None:
        """Have a thread answer what has come on a connection."""
        self.tpool.submit(partial(self._answer, conn))

    def _answer(self, conn: TConn) -> None:
        result: Future[Any] = Future()
        try:
            result.set_result(self.handle(conn))
        except BaseException as error:
            result.set_exception(error)
        else:
            kept = result.result() is True and self.alive
            # What was read ahead would not be listened for.
            if kept and not conn.parser.unreader.buf.getvalue() and self._listen(conn):
                return
        self.method_queue.defer(self.finish_request, conn, result)

    def _listen(self, conn: TConn) -> bool:
        """Wait for the connection's next request, as `finish_request` does; False where it cannot be waited for."""
        conn.set_timeout()
        self.keepalived_conns.append(conn)
        try:
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_client_socket_readable, conn))
        except (OSError, ValueError, KeyError):
            self.keepalived_conns.remove(conn)
            return False
        return True

    def _cap_keepalive(self, deadline: float) -> None:
        """Close kept connections by then; of those of this moment, for threads may still add some."""
        for conn in tuple(self.keepalived_conns):
            conn.timeout = min(conn.timeout, deadline)

    def handle(self, conn: TConn) -> Any:
        """Handle a request of a connection, in one of the threads."""
        if not isinstance(conn.sock, Patience):
            conn.sock.setblocking(True)
            conn.sock = Patience(fileno=conn.sock.detach())
        conn.sock.begin()
        return super().handle(conn)
