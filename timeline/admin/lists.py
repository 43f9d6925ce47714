"""Lists that open at once, however many rows there are."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.admin.views.main import ChangeList
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


class Ordered(ChangeList):
    """A list in an order that its columns offer; another one in the address is passed over."""

    def get_ordering_field(self, field_name: Any) -> Any:
        """The column to order by; None where the list is not sorted by it."""
        return super().get_ordering_field(field_name) if field_name in (self.sortable_by or ()) else None
