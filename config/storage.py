"""Static files in production: named by their contents and compressed."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Modules of the page import each other by their hashed names; source maps of others' releases are not shipped."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (glob, tuple(rule for rule in rules if "sourceMappingURL" not in str(rule)))
        for glob, rules in CompressedManifestStaticFilesStorage.patterns
    )
