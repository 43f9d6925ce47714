"""Measures events, same events and copies: `python -m benchmarks.events` (docs/extraction-events.md)."""
