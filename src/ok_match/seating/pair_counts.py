"""The pairs whom rules would rather part: how many sit together, at random, and at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb

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
    return tuple(count for _, count in counted(case, cohorts))


def counted(case: Case, cohorts: Sequence[Sequence[int]]) -> Iterator[tuple[int, PairCount]]:
    """The same counts, each after the position of its rule among the rules in force."""
    people, sizes = len(case.people), [len(members) for members in cohorts]
    for index, rule in enumerate(active_rules(case.program)):
        constraint = case.rules[1 + index]
        spreads = CARDS[rule.rule].spreads
        sets = spreads(constraint) if spreads else ()
        among, together = _pairs(sets, cohorts)
        if not among:
            continue
        fewest = partition.fewest_pairs(sets, people, sizes)
        count = PairCount(
            rule=rule.rule,
            pairs=together,
            among=among,
            random=round(among * sum(size * (size - 1) for size in sizes) / (people * (people - 1)), 1),
            fewest=fewest.pairs,
            exact=fewest.exact or fewest.pairs == together,
            basis=basis(constraint) if (basis := CARDS[rule.rule].basis) else "",
            unknown=unknown(constraint) if (unknown := CARDS[rule.rule].unknown) else 0,
        )
        yield index, count


def _pairs(sets: Sequence[Sequence[int]], cohorts: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The pairs of people of one set, and those of them who share a cohort; each counts once."""
    number = {i: index for index, members in enumerate(sets) for i in members}
    if len(number) == sum(map(len, sets)):
        shared = (
            comb(n, 2) for members in cohorts for n in Counter(number[i] for i in members if i in number).values()
        )
        return sum(comb(len(members), 2) for members in sets), sum(shared)
    kind = {pair for members in sets for pair in combinations(sorted(members), 2)}
    return len(kind), sum(pair in kind for members in cohorts for pair in combinations(sorted(members), 2))
