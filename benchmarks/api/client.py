"""A client that costs little beside the servers that it measures: one thread, raw sockets, the same for all."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator
from itertools import cycle
from typing import cast

HOST = "127.0.0.1"
LENGTH = b"\r\ncontent-length: "


class Answer:
    """One answer, as it arrives. Its body ends where Content-Length says, or with its last chunk; 304 has none."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.size = 0

    def done(self, piece: memoryview) -> bool:
        """Take what has arrived; whether that is all."""
        self.data += piece
        if not self.size:
            end = self.data.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = bytes(self.data[:end]).lower()
            if b"\r\ntransfer-encoding: chunked" in head:
                return self.data.endswith(b"\r\n0\r\n\r\n")
            at = head.find(LENGTH)
            size = int(head[at + len(LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            self.size = end + 4 + (0 if self.status == 304 else size)
        return len(self.data) >= self.size

    @property
    def status(self) -> int:
        """The status code."""
        return int(self.data[9:12])


def request(port: int, path: str, headers: dict[str, str] | None = None) -> bytes:
    """The bytes of a request."""
    headers = {"Host": f"{HOST}:{port}", **(headers or {})}
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def rate(
    port: int, requests: list[bytes], *, seconds: float, clients: int, status: int = 200
) -> tuple[float, float, int]:
    """Requests a second of so many clients at once, each with a connection that is kept; the median latency in ms;
    and how many were answered in all.

    A slow server is waited for: each client has an answer at least, and what was asked last is answered before
    another server is measured. Raises AssertionError on an answer of another status.
    """
    wanted = cycle(requests)
    took: list[float] = []
    lasted, within = 0.0, 0
    # One buffer for all: to make one for each answer costs as much as the shortest answers do.
    buffer = bytearray(1 << 18)
    view = memoryview(buffer)
    with selectors.DefaultSelector() as waiting:
        for _ in range(clients):
            connection = socket.create_connection((HOST, port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(connection, selectors.EVENT_READ, _asked(connection, wanted))
        began = time.perf_counter()
        while waiting.get_map():
            for key, _ in waiting.select(1):
                connection = cast(socket.socket, key.fileobj)
                answer, since = key.data
                size = connection.recv_into(buffer)
                if size and not answer.done(view[:size]):
                    continue
                assert size, "the server closed the connection"
                assert answer.status == status, bytes(answer.data[:500])
                now = time.perf_counter()
                took.append(now - since)
                if now - began < seconds or len(took) <= clients:
                    lasted, within = now - began, len(took)
                if now - began < seconds:
                    waiting.modify(connection, selectors.EVENT_READ, _asked(connection, wanted))
                else:
                    waiting.unregister(connection)
                    connection.close()
    took.sort()
    return within / lasted, took[len(took) // 2] * 1000, len(took)


def _asked(connection: socket.socket, wanted: Iterator[bytes]) -> tuple[Answer, float]:
    since = time.perf_counter()
    connection.sendall(next(wanted))
    return Answer(), since
