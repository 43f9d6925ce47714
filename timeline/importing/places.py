"""A curator's own gazetteer: as the commands take it, and as an article was read with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extraction.places import Gazetteer, GazetteerError, read_gazetteer
from timeline.models import ImportRun, Revision, Source


def curated_places(path: str) -> Gazetteer | None:
    """The places of the CSV at `path`, None where no path is given.

    Raises GazetteerError, which names the file, and the line and field that are wrong.
    """
    if not path:
        return None
    try:
        return read_gazetteer(Path(path))
    except GazetteerError as error:
        raise GazetteerError(f"{path}: {error}") from None
    except OSError as error:
        raise GazetteerError(f"{path} cannot be read: {error.strerror or error}") from None


def kept_path(path: str) -> str:
    """The path as a run keeps it: whole, so that another process finds the file."""
    return str(Path(path).absolute()) if path else ""


def places_of(source: Source, read: Callable[[str], Gazetteer | None] = curated_places) -> Gazetteer | None:
    """The places that the article was last read with: those of the run that imported it, or that read it anew since.

    A run that took for each article what it was last read with names none. `read` reads a file, as `curated_places`
    does. Raises GazetteerError where they can no longer be read.
    """
    imported = Revision.objects.filter(kind="source", record_id=source.pk, run__isnull=False).order_by("-version")
    run = imported.values_list("run", "run__settings").first() or (0, {})
    again = ImportRun.objects.filter(pk__gt=run[0], settings__has_keys=["reextract", "gazetteer"]).order_by("-pk")
    for settings in again.values_list("settings", flat=True):
        if settings["reextract"] == "all" or source.pk in settings["reextract"]:
            return read(settings["gazetteer"])
    return read(run[1].get("gazetteer", ""))
