"""The curator's desk: Django's admin with Dateline's own front page."""

from __future__ import annotations

from django.contrib.admin import AdminSite


class Desk(AdminSite):
    """The admin site. Its records are written through `timeline.ledger` alone."""

    site_title = "Dateline"
    site_header = "Dateline: the curator's desk"
    index_title = "The desk"
    enable_nav_sidebar = False
    empty_value_display = "–"
