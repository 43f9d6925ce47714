"""The table of rules, in order of preference where two of the same length match."""

from __future__ import annotations

from extraction.dates.rule import Prefix, Rule
from extraction.dates.rules import clock, explicit, holidays, lengths, numeric, periods, relative, vague

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *explicit.RULES,
    *relative.RULES,
    *periods.RULES,
    *holidays.RULES,
    *clock.RULES,
    *lengths.RULES,
    *vague.RULES,
)
PREFIXES: tuple[Prefix, ...] = (*periods.PREFIXES, *clock.PREFIXES)
