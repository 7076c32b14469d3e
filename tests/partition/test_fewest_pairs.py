"""The fewest pairs that must meet, against every grouping of few people."""

from functools import cache
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ok_match.partition import fewest_pairs


def truth(sets: list[list[int]], people: int, sizes: list[int]) -> int:
    """The fewest pairs over every grouping."""
    pairs = {pair for members in sets for pair in combinations(sorted(set(members)), 2)}

    @cache
    def fewest(left: frozenset[int], number: int) -> int:
        if number == len(sizes):
            return 0
        return min(
            sum(pair in pairs for pair in combinations(group, 2)) + fewest(left - set(group), number + 1)
            for group in combinations(sorted(left), sizes[number])
        )

    return fewest(frozenset(range(people)), 0)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[int, list[int]]:
    """A number of people, and groups with room for at most as many."""
    people = draw(st.integers(2, 8))
    sizes: list[int] = []
    while sum(sizes) < people and len(sizes) < 4 and (not sizes or draw(st.booleans())):
        sizes.append(draw(st.integers(1, people - sum(sizes))))
    return people, sizes


@given(crowds(), st.lists(st.integers(0, 3), min_size=8, max_size=8))
@example((8, [6, 2]), [0, 0, 0, 0, 1, 1, 1, 1])
@settings(max_examples=150, deadline=None)
def test_sets_that_have_nobody_in_common_are_dealt_exactly(crowd: tuple[int, list[int]], of_set: list[int]) -> None:
    people, sizes = crowd
    sets = [[person for person in range(people) if of_set[person] == number] for number in range(3)]
    assert fewest_pairs(sets, people, sizes) == (truth(sets, people, sizes), True)


@given(crowds(), st.lists(st.sets(st.integers(0, 7), max_size=6), max_size=5))
@example((6, [3, 3]), [{0, 1, 2}, {3, 4, 5}, {0, 3}, {1, 4}, {2, 5}])
@settings(max_examples=150, deadline=None)
def test_the_bound_is_never_above_the_truth(crowd: tuple[int, list[int]], given_sets: list[set[int]]) -> None:
    people, sizes = crowd
    sets = [sorted(person for person in members if person < people) for members in given_sets]
    fewest, least = fewest_pairs(sets, people, sizes), truth(sets, people, sizes)
    assert fewest.pairs == least if fewest.exact else fewest.pairs <= least


def test_several_seasons_add_up() -> None:
    spring = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    autumn = [[0, 1, 2, 5, 6], [3, 4, 7, 8, 9]]
    assert fewest_pairs(spring, 10, [5, 5]).pairs == 8
    assert fewest_pairs([*spring, *autumn], 10, [5, 5]).pairs > 8


def test_very_many_people_have_a_bound_that_is_only_that() -> None:
    sets = [list(range(first, first + 10)) for first in range(0, 6_000, 10)]
    assert fewest_pairs(sets, 6_000, [1_200] * 5) == (600 * 5, False)
