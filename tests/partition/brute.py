"""Every roster of a few people and its worth, by brute force."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from ok_match.model import POINT
from ok_match.partition import SizePlan

Groups = tuple[tuple[int, ...], ...]


def rosters(people: int, plan: SizePlan, *, numbered: bool = False) -> Iterator[Groups]:
    """Every way to seat the people by a plan; ``numbered`` counts each order of the groups as its own."""
    for waiting in combinations(range(people), plan.waiting):
        seated = [person for person in range(people) if person not in waiting]
        for groups in _divided(seated, plan.groups, plan.low, plan.high):
            yield from permutations(groups) if numbered else (groups,)


def _divided(people: Sequence[int], groups: int, low: int, high: int) -> Iterator[Groups]:
    if not people or not groups:
        if not people and not groups:
            yield ()
        return
    first, *others = people
    for size in range(low, high + 1):
        for mates in combinations(others, size - 1):
            rest = [person for person in others if person not in mates]
            for more in _divided(rest, groups - 1, low, high):
                yield ((first, *mates), *more)


def worth(groups: Groups, weights: Sequence[Sequence[int]]) -> Fraction:
    """The sum over everyone seated of the mean affinity to the rest of their group, in units of 1/POINT."""
    total = Fraction(0)
    for group in groups:
        for person in group:
            shared = sum(int(weights[person][other]) for other in group if other != person)
            total += Fraction(shared, max(1, len(group) - 1))
    return total * POINT


def labels_of(groups: Groups, people: int) -> list[int]:
    labels = [len(groups)] * people
    for number, group in enumerate(groups):
        for person in group:
            labels[person] = number
    return labels


def fewest_waiting(
    people: int, plans: Sequence[SizePlan], holds: Callable[[Groups], bool], *, numbered: bool = False
) -> int | None:
    """The fewest people who must wait for every rule to hold; ``None`` if nobody can be seated."""
    for plan in sorted(plans, key=lambda plan: plan.waiting):
        if any(holds(groups) for groups in rosters(people, plan, numbered=numbered)):
            return plan.waiting
    return None
