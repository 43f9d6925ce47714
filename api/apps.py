"""The application's declaration."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The HTTP interface; it has no tables of its own."""

    name = "api"
    verbose_name = "API"
