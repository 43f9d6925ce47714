"""What Dateline keeps: one module a record."""

from timeline.models.dates import OPEN_END, OPEN_START, Dated
from timeline.models.entry import Entry, EntryKey, EntryPoint, Profile, SearchText, Tally
from timeline.models.event import Event, Mention
from timeline.models.import_run import ImportRun
from timeline.models.record import Record, Reviewed, State
from timeline.models.revision import Action, FeedMark, Revision
from timeline.models.source import Source
from timeline.models.speaker import Speaker
from timeline.models.statement import Statement
from timeline.models.suggestion import Suggestion
from timeline.models.uncompared import Uncompared

__all__ = [
    "OPEN_END",
    "OPEN_START",
    "Action",
    "Dated",
    "Entry",
    "EntryKey",
    "EntryPoint",
    "Event",
    "FeedMark",
    "ImportRun",
    "Mention",
    "Profile",
    "Record",
    "Reviewed",
    "Revision",
    "SearchText",
    "Source",
    "Speaker",
    "State",
    "Statement",
    "Suggestion",
    "Tally",
    "Uncompared",
]
