"""A curator's own gazetteer, as the commands take it."""

from __future__ import annotations

from pathlib import Path

from extraction.places import Gazetteer, GazetteerError, read_gazetteer


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
