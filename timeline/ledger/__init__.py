"""The one door for writes: importer, admin and API change records here and nowhere else.

A change of records, their revisions and their public documents stand in one transaction.
"""

from timeline.ledger.changes import number_changes
from timeline.ledger.copies import link_copies
from timeline.ledger.decisions import approve, edit, reject, unpublish
from timeline.ledger.erasing import ErasureError, erase_name, erase_source
from timeline.ledger.merging import MergeError, merge_events, merge_speakers, split_event, split_speaker
from timeline.ledger.undoing import UndoError, Undone, restore_version, undo
from timeline.ledger.write import Author, Change, Conflict, write

__all__ = [
    "Author",
    "Change",
    "Conflict",
    "ErasureError",
    "MergeError",
    "UndoError",
    "Undone",
    "approve",
    "edit",
    "erase_name",
    "erase_source",
    "link_copies",
    "merge_events",
    "merge_speakers",
    "number_changes",
    "reject",
    "restore_version",
    "split_event",
    "split_speaker",
    "undo",
    "unpublish",
    "write",
]
