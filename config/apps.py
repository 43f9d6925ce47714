"""Which admin site is served."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, with `timeline.site.Desk` as its site."""

    default_site = "timeline.site.Desk"
