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

    def done(self, piece: bytes) -> bool:
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


def request(path: str, headers: dict[str, str]) -> bytes:
    """The bytes of a request."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def rate(port: int, requests: list[bytes], *, seconds: float, clients: int) -> tuple[float, float]:
    """Requests a second of so many clients at once, each with a connection that is kept; and the median latency in ms.

    A slow server is waited for until it has answered as many as there are clients. Raises AssertionError on any
    answer but 200 and 304.
    """
    wanted = cycle(requests)
    took: list[float] = []
    with selectors.DefaultSelector() as waiting:
        for _ in range(clients):
            connection = socket.create_connection((HOST, port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(connection, selectors.EVENT_READ, _asked(connection, wanted))
        began = time.perf_counter()
        while time.perf_counter() - began < seconds or len(took) < clients:
            for key, _ in waiting.select(1):
                connection = cast(socket.socket, key.fileobj)
                answer, since = key.data
                piece = connection.recv(1 << 18)
                if piece and not answer.done(piece):
                    continue
                assert piece, "the server closed the connection"
                assert answer.status in (200, 304), bytes(answer.data[:500])
                took.append(time.perf_counter() - since)
                waiting.modify(connection, selectors.EVENT_READ, _asked(connection, wanted))
        lasted = time.perf_counter() - began
        for key in list(waiting.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
    took.sort()
    return len(took) / lasted, took[len(took) // 2] * 1000


def _asked(connection: socket.socket, wanted: Iterator[bytes]) -> tuple[Answer, float]:
    since = time.perf_counter()
    connection.sendall(next(wanted))
    return Answer(), since
