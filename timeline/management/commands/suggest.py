"""`manage.py suggest`: looks for speakers and events that may be one; nothing is merged."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from timeline.curation.suggesting import suggest_events, suggest_speakers
from timeline.curation.wording import counted


class Command(BaseCommand):
    """Suggest pairs to curators. What they have answered is not asked again."""

    help = __doc__

    def handle(self, **options: Any) -> None:
        """Look, and say how many pairs are new."""
        speakers, events = suggest_speakers(), suggest_events()
        found = counted(speakers, "pair of speakers", "pairs of speakers")
        self.stdout.write(f"{found} and {counted(events, 'pair of events', 'pairs of events')}: new on the desk")
