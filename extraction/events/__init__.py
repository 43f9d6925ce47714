"""What happened, where, to whom, and when."""

from extraction.events.find import find_events

__all__ = ["find_events"]
