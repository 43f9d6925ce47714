"""Articles become rows: read, extracted, compared with what is there, and written one transaction an article."""

from timeline.importing.article import Outcome, PublishedError, import_article
from timeline.importing.run import Options, Report, run_import

__all__ = ["Options", "Outcome", "PublishedError", "Report", "import_article", "run_import"]
