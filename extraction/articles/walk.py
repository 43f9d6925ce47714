"""The files of a folder, in the same order on every machine, and what of it is not read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from extraction.articles.records import Rejection

MAX_DEPTH = 50


def walk(root: Path) -> Iterator[Path | Rejection]:
    """A file itself, or the regular files below a folder, sorted by name, and a rejection for everything else.

    Links lead nowhere out of the folder: one to a file inside it is read, one to a folder is not followed.
    """
    try:
        mode = root.stat().st_mode
        if stat.S_ISREG(mode):
            yield root
        elif stat.S_ISDIR(mode):
            yield from _folder(root, Path(os.path.realpath(root)), 0)
        else:
            yield _rejected(root, _kind(mode))
    except FileNotFoundError:
        yield _rejected(root, "no such file or folder")
    except OSError as error:
        yield _rejected(root, error.strerror or "cannot be read")
    except ValueError:
        yield _rejected(root, "not a valid name of a file")


def _folder(folder: Path, top: Path, depth: int) -> Iterator[Path | Rejection]:
    if depth > MAX_DEPTH:
        yield _rejected(folder, f"more than {MAX_DEPTH} folders deep")
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield _rejected(folder, error.strerror or "cannot be read")
        return
    for name in names:
        path = folder / name
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            yield _rejected(path, error.strerror or "cannot be read")
            continue
        if name.startswith("."):
            yield _rejected(path, "hidden, not read")
        elif stat.S_ISLNK(mode):
            yield _linked(path, top)
        elif stat.S_ISDIR(mode):
            yield from _folder(path, top, depth + 1)
        elif stat.S_ISREG(mode):
            yield path
        else:
            yield _rejected(path, _kind(mode))


def _linked(path: Path, top: Path) -> Path | Rejection:
    try:
        target = Path(os.path.realpath(path, strict=True))
        mode = target.stat().st_mode
    except OSError:
        return _rejected(path, "a link that leads nowhere or in a circle")
    if not target.is_relative_to(top):
        return _rejected(path, "a link out of the folder, not followed")
    if stat.S_ISREG(mode):
        return path
    return _rejected(path, "a link to a folder, not followed" if stat.S_ISDIR(mode) else f"a link to {_kind(mode)}")


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe, not a regular file"
    if stat.S_ISSOCK(mode):
        return "a socket, not a regular file"
    return "a device, not a regular file"


def _rejected(path: Path, reason: str) -> Rejection:
    return Rejection(path, None, "", reason)
