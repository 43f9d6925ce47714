"""The version that is recorded with every import tells one state of the rules from another."""

from __future__ import annotations

from pathlib import Path

from extraction.version import version


def test_a_changed_rule_is_another_version_and_a_changed_line_ending_is_none(tmp_path: Path) -> None:
    rule = tmp_path / "rules" / "one.py"
    rule.parent.mkdir()
    rule.write_bytes(b"VERBS = 'kill'\nNOUNS = 'blast'\n")
    before = version(tmp_path)

    rule.write_bytes(b"VERBS = 'kill'\r\nNOUNS = 'blast'\r\n")
    same = version(tmp_path)
    rule.write_bytes(b"VERBS = 'kill'\nNOUNS = 'fire'\n")
    changed = version(tmp_path)

    assert same == before
    assert changed != before
    assert len(before) <= 20  # what ImportRun keeps
