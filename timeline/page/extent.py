"""The bar that shows which days a date may mean, drawn within the days that the list shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple


class Window(NamedTuple):
    """The days that a bar is drawn within, both inclusive."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1


class Bar(NamedTuple):
    """Where a bar stands, in per cent of the width.

    `shape`: "point" for a single day, "span" for anything longer. `edge` says which ends are not sharp: a
    date that is approximate has two soft ends, one that is open fades on its open side. `cut` names the
    ends that lie outside of the window. `certain`: the whole date lies within the window.
    """

    x: float
    width: float
    shape: str
    edge: str
    cut: str
    certain: bool

    @property
    def narrow(self) -> bool:
        """Whether it would be a hair's breadth on a telephone."""
        return self.width < 1


def bar(when: Mapping[str, Any] | None, window: Window) -> Bar | None:
    """The bar of a date; None where it has none, or lies wholly outside of the window."""
    if not when:
        return None
    first = dt.date.fromisoformat(when["start"]) if when["start"] else None
    last = dt.date.fromisoformat(when["end"]) if when["end"] else None
    begins, ends = max(first or window.first, window.first), min(last or window.last, window.last)
    if begins > ends:
        return None
    cut_left, cut_right = first is None or first < window.first, last is None or last > window.last
    x = (begins - window.first).days / window.days * 100
    width = ((ends - begins).days + 1) / window.days * 100
    return Bar(
        x=round(x, 3),
        width=round(width, 3),
        shape="point" if first is not None and first == last else "span",
        edge=_edge(when["edtf"], first, last),
        cut=("left " if cut_left else "") + ("right" if cut_right else ""),
        certain=not cut_left and not cut_right,
    )


def _edge(edtf: str, first: dt.date | None, last: dt.date | None) -> str:
    if first is None:
        return "soft-left"
    if last is None:
        return "soft-right"
    left, _, right = edtf.partition("/")
    vague = [part[-1:] in "~?%" for part in (left, right or left) if part]
    if vague[0] and vague[-1]:
        return "soft"
    return "soft-left" if vague[0] else "soft-right" if vague[-1] else "sharp"
