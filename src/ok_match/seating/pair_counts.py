"""The pairs whom rules would rather part: how many sit together, at random, and at least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ok_match import partition
from ok_match.model import PairCount
from ok_match.rules import CARDS, active_rules

from .case import Case


def pair_counts(case: Case, cohorts: Sequence[Sequence[int]]) -> tuple[PairCount, ...]:
    """One count for each rule in force whose card says whom it spreads.

    Parameters
    ----------
    cohorts : sequence of sequence of int
        The positions of each cohort's members; everybody else waits.
    """
    return tuple(_counts(case, cohorts))


def _counts(case: Case, cohorts: Sequence[Sequence[int]]) -> Iterator[PairCount]:
    people, sizes = len(case.people), [len(members) for members in cohorts]
    for rule, constraint in zip(active_rules(case.program), case.rules[1:], strict=True):
        spreads = CARDS[rule.rule].spreads
        sets = spreads(constraint) if spreads else ()
        kind = {pair for members in sets for pair in combinations(sorted(members), 2)}
        if not kind:
            continue
        together = sum(pair in kind for members in cohorts for pair in combinations(sorted(members), 2))
        fewest = partition.fewest_pairs(sets, people, sizes)
        yield PairCount(
            rule=rule.rule,
            pairs=together,
            among=len(kind),
            random=round(len(kind) * sum(size * (size - 1) for size in sizes) / (people * (people - 1)), 1),
            fewest=fewest.pairs,
            exact=fewest.exact or fewest.pairs == together,
            basis=basis(constraint) if (basis := CARDS[rule.rule].basis) else "",
        )
