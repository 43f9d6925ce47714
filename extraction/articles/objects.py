"""JSON and JSON lines, object by object, whatever the size of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from extraction.articles.fields import COLUMNS, read_fields, unknown_columns
from extraction.articles.records import MAX_ARTICLE, Item, RefusedError
from extraction.articles.streams import Line

#: Characters of one object as written; escapes take up to six for one.
MAX_OBJECT = 6 * MAX_ARTICLE
#: Levels of brackets within one object.
MAX_DEPTH = 100
#: The key of an object that wraps the articles.
WRAPPER = "articles"
MARK = re.compile(r'["{}\[\],:]')
SPACE = re.compile(r"[ \t\r\n]*")


class _TwiceError(ValueError):
    """A key given twice in one object; the message is the key."""


def read_lines(source: Iterator[Line]) -> Iterator[Item]:
    """One object a line, empty lines left out; `number` is the line."""
    noted = False
    for line in source:
        if not line.text.strip():
            continue
        if line.cut:
            yield Item(line.number, RefusedError(f"longer than {MAX_OBJECT:,} characters"))
            continue
        item = _item(line.number, line.text)
        if item.note:
            item, noted = item if not noted else item._replace(note=""), True
        yield item


def read_array(pieces: Iterator[str]) -> Iterator[Item]:
    """The objects of an array, of `{"articles": [...]}`, or a single one; `number` counts them from 1."""
    scanner = _Scanner(pieces)
    number, noted = 0, False
    try:
        for number, text in enumerate(_objects(scanner), start=1):
            item = _item(number, text)
            if item.note:
                item, noted = item if not noted else item._replace(note=""), True
            yield item
    except RefusedError as refused:
        yield Item(number + 1, refused)


def _item(number: int, text: str) -> Item:
    try:
        record = decode_object(text)
        return Item(number, read_fields(record), unknown_columns(record))
    except RefusedError as refused:
        return Item(number, refused)


def decode_object(text: str) -> dict[str, object]:
    """An object with its keys in small letters. Raises RefusedError."""
    try:
        record = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise RefusedError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except _TwiceError as error:
        raise RefusedError("given twice", str(error)) from None
    except RecursionError:
        raise RefusedError(f"nested more than {MAX_DEPTH} deep") from None
    except ValueError:
        # Python refuses to read numbers of more than 4,300 digits.
        raise RefusedError("holds a number too long to read") from None
    if not isinstance(record, dict):
        raise RefusedError("must be a JSON object with a key text")
    return record


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        name = key.strip().lower()
        if name in found and name in COLUMNS:
            raise _TwiceError(name)
        found[name] = value
    return found


def _objects(scanner: _Scanner) -> Iterator[str]:
    """The texts of the objects. Raises RefusedError where the file's own brackets are broken."""
    first = scanner.peek()
    if first == "[":
        scanner.take()
        yield from _elements(scanner)
    elif first == "{":
        scanner.take()
        yield from _wrapped(scanner)
    elif first == "":
        raise RefusedError("empty")
    else:
        raise RefusedError("not JSON: an array or an object is needed")
    if scanner.peek():
        raise RefusedError("more follows the end of the JSON value; for an object a line the format is jsonl")


def _elements(scanner: _Scanner) -> Iterator[str]:
    """The elements of an array whose bracket was taken."""
    if scanner.peek() == "]":
        scanner.take()
        return
    while True:
        yield scanner.value()
        mark = scanner.take()
        if mark == "]":
            return
        if mark != ",":
            reason = "a comma is missing between records" if mark else "the array is not closed"
            raise RefusedError(f"not JSON: {reason}")


def _wrapped(scanner: _Scanner) -> Iterator[str]:
    """The articles of a wrapping object whose brace was taken; without such a key, the object itself."""
    members: list[str] = []
    length, wrapper = 0, False
    while scanner.peek() != "}":
        if (members or wrapper) and scanner.take() != ",":
            raise RefusedError("not JSON: the object is not closed or a comma is missing")
        key = scanner.value()
        if not key.startswith('"') or scanner.take() != ":":
            raise RefusedError("not JSON: a key is missing")
        if key == f'"{WRAPPER}"' and scanner.peek() == "[" and not wrapper:
            scanner.take()
            wrapper = True
            yield from _elements(scanner)
            continue
        member = f"{key}:{scanner.value()}"
        length += len(member)
        if length > MAX_OBJECT:
            raise RefusedError(f"longer than {MAX_OBJECT:,} characters")
        members.append(member)
    scanner.take()
    if not wrapper:
        yield "{" + ",".join(members) + "}"


class _Scanner:
    """A window on a long JSON text that finds where values end and leaves reading them to the json module."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no space, or empty at the end."""
        while True:
            match = SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self) -> str:
        """The next character that is no space, gone past."""
        character = self.peek()
        self._at += len(character)
        return character

    def value(self) -> str:
        """The text of the next value, up to the mark after it. Raises RefusedError: too long, too deep, not closed."""
        self.peek()
        # Offsets from `_at`, which moves when more is read.
        depth, offset = 0, 0
        while True:
            offset = self._mark(offset)
            mark = self._text[self._at + offset : self._at + offset + 1]
            if depth == 0 and (not mark or mark in ",:]}"):
                value = self._text[self._at : self._at + offset].rstrip(" \t\r\n")
                if not value:
                    raise RefusedError("not JSON: a value is missing")
                self._at += offset
                return value
            if not mark:
                raise RefusedError("not JSON: a bracket is not closed")
            offset += 1
            if mark == '"':
                offset = self._string_end(offset)
            elif mark in "{[":
                depth += 1
            elif mark in "}]":
                depth -= 1
            if depth > MAX_DEPTH:
                raise RefusedError(f"nested more than {MAX_DEPTH} deep")
            self._check(offset)

    def _mark(self, offset: int) -> int:
        """Where the next mark stands, or the end of the file."""
        while True:
            match = MARK.search(self._text, self._at + offset)
            if match:
                return match.start() - self._at
            offset = len(self._text) - self._at
            self._check(offset)
            if not self._more():
                return offset

    def _string_end(self, offset: int) -> int:
        """Behind the quotation mark that closes a string. Raises RefusedError."""
        while True:
            end = self._text.find('"', self._at + offset)
            if end >= 0:
                offset = end + 1 - self._at
                before = end
                while self._text[before - 1] == "\\":
                    before -= 1
                if (end - before) % 2 == 0:
                    return offset
                continue
            offset = len(self._text) - self._at
            self._check(offset)
            if not self._more():
                raise RefusedError("not JSON: a string is not closed")

    def _check(self, offset: int) -> None:
        if offset > MAX_OBJECT:
            raise RefusedError(f"longer than {MAX_OBJECT:,} characters")

    def _more(self) -> bool:
        """Read on; false at the end of the file. The longer the value, the more at once: the work stays linear."""
        held = self._text[self._at :]
        read, wanted = [held], max(1, len(held))
        for piece in self._pieces:
            read.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        self._text, self._at = "".join(read), 0
        return len(read) > 1
