"""Lists that open at once, however many rows there are."""

from __future__ import annotations

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet

#: Rows that a list counts. Beyond it, a filter finds more than turning pages.
MOST = 10_000


class Capped(Paginator):  # type: ignore[type-arg]
    """Pages of the first 10,000 rows: a count of a million rows would cost more than the page."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, at most MOST."""
        rows = self.object_list
        return rows.order_by().values("pk")[:MOST].count() if isinstance(rows, QuerySet) else len(rows)
