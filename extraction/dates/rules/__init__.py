"""The table of rules, in order of preference where two of the same length match."""

from __future__ import annotations

from extraction.dates.rule import Prefix, Rule
from extraction.dates.rules import (
    ago,
    clock,
    eras,
    explicit,
    holidays,
    lengths,
    numeric,
    parts,
    periods,
    relative,
    sets,
    vague,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *explicit.RULES,
    *years.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *ago.RULES,
    *periods.RULES,
    *eras.RULES,
    *holidays.RULES,
    *clock.RULES,
    *lengths.RULES,
    *sets.RULES,
    *vague.RULES,
)
PREFIXES: tuple[Prefix, ...] = (*parts.PREFIXES, *clock.PREFIXES)
