"""Measures the extractor of dates: `python -m benchmarks.dates` (docs/extraction-dates.md)."""
