"""The table of rules, in order of preference where two of the same length match."""

from __future__ import annotations

from extraction.dates.rule import Prefix, Rule
from extraction.dates.rules import (
    ago,
    antiquity,
    clock,
    compared,
    compounds,
    days,
    ends,
    eras,
    explicit,
    halves,
    holidays,
    lengths,
    nth,
    numeric,
    parts,
    periods,
    relative,
    sets,
    steps,
    stretches,
    vague,
    weekdays,
    weekends,
    years,
)

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *explicit.RULES,
    *years.RULES,
    *antiquity.RULES,
    *weekdays.RULES,
    *weekends.RULES,
    *days.RULES,
    *relative.RULES,
    *steps.RULES,
    *nth.RULES,
    *ago.RULES,
    *periods.RULES,
    *compared.RULES,
    *ends.RULES,
    *eras.RULES,
    *holidays.RULES,
    *clock.RULES,
    *vague.RULES,
    *lengths.RULES,
    *stretches.RULES,
    *halves.RULES,
    *compounds.RULES,
    *sets.RULES,
)
PREFIXES: tuple[Prefix, ...] = (*parts.PREFIXES, *nth.PREFIXES, *clock.PREFIXES)
