"""A file as bytes, text or lines, piece by piece, so that memory does not grow with the file."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from extraction.articles.records import RefusedError
from extraction.cleaning import Decoder

CHUNK = 1 << 16
LINE_END = re.compile(r"\r\n|\r|\n")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file, opened without waiting: a pipe or a device that took its place since it was listed is refused."""
    try:
        # Without O_NONBLOCK opening a pipe waits for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (OSError, ValueError) as error:
        raise RefusedError(_why(error)) from None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise RefusedError("not a regular file")
        try:
            yield file
        except OSError as error:
            raise RefusedError(_why(error)) from None


def read_whole(file: BinaryIO, limit: int) -> bytes:
    """All bytes of a file. Raises RefusedError where there are more than `limit`."""
    data = file.read(limit + 1)
    if len(data) > limit:
        raise RefusedError(f"larger than {limit:,} bytes")
    return data


def chunks(file: BinaryIO, decoder: Decoder) -> Iterator[str]:
    """The text of a file in pieces. Raises RefusedError at bytes that are not of the given character set."""
    at = 0
    while True:
        data = file.read(CHUNK)
        try:
            text = decoder.feed(data, final=not data)
        except UnicodeDecodeError as error:
            raise RefusedError(f"not {decoder.encoding} from about byte {at + error.start} on", "encoding") from None
        if text:
            yield text
        if not data:
            return
        at += len(data)


class Line(NamedTuple):
    """A line without its end. Where it was longer than the limit, `text` is its beginning and `cut` true."""

    number: int
    text: str
    cut: bool = False


def lines(pieces: Iterator[str], limit: int) -> Iterator[Line]:
    """Lines, from 1, ended by CR LF, CR or LF alone: other separators of Unicode may stand within a record."""
    number, held, length = 1, list[str](), 0
    carriage_return = False
    for given in pieces:
        piece = given[1:] if carriage_return and given[0] == "\n" else given
        carriage_return = given[-1] == "\r"
        begin = 0
        for end in LINE_END.finditer(piece):
            held.append(piece[begin : min(end.start(), begin + limit + 1)])
            yield _line(number, held, length + end.start() - begin, limit)
            number, held, length, begin = number + 1, [], 0, end.end()
        if begin < len(piece):
            if length <= limit:
                held.append(piece[begin : begin + limit + 1])
            length += len(piece) - begin
    if held:
        yield _line(number, held, length, limit)


def _line(number: int, held: list[str], length: int, limit: int) -> Line:
    text = "".join(held)
    return Line(number, text[:limit], length > limit)


def _why(error: Exception) -> str:
    """The operating system's reason, without the path, which the rejection names."""
    return (error.strerror or "cannot be read") if isinstance(error, OSError) else "not a valid name of a file"
