"""The one door for writes: importer, admin and API change records here and nowhere else.

A change of records, their revisions and their public documents stand in one transaction.
"""

from timeline.ledger.changes import number_changes
from timeline.ledger.decisions import approve, edit, reject, unpublish
from timeline.ledger.write import Author, Change, Conflict, write

__all__ = ["Author", "Change", "Conflict", "approve", "edit", "number_changes", "reject", "unpublish", "write"]
