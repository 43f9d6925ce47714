"""The application's declaration."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Sources, speakers, statements, events and their history."""

    name = "timeline"
    verbose_name = "Timeline"
