"""How many groups, and how large: arithmetic before the search."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SizePlan:
    """``groups`` groups of ``low`` to ``high`` people each, and exactly ``waiting`` people without a seat."""

    groups: int
    low: int
    high: int
    waiting: int


def balanced(people: int, groups: int, waiting: int = 0) -> SizePlan:
    """Give the plan whose group sizes differ by one at most."""
    low, left = divmod(people - waiting, groups)
    return SizePlan(groups, low, low + bool(left), waiting)


def plans(
    people: int, low: int, high: int, *, target: int | None = None, count: int | None = None
) -> Iterator[SizePlan]:
    """Give every plan: fewest waiting first, then balanced ones, then the mean size nearest to the target.

    A plan whose sizes may differ within the whole range comes only behind the balanced ones that seat as many:
    people who must sit together may leave no other way.

    Parameters
    ----------
    people : int
        How many there are to place.
    low, high : int
        The smallest and the largest size allowed; not looked at where ``count`` is given.
    target : int, optional
        The size aimed at; the middle of the range by default.
    count : int, optional
        The number of groups, of two people at least and as even as can be.
    """
    if count is not None:
        low, high = 2, people
    middle = (low + high) / 2 if target is None else target
    for waiting in range(people - low + 1):
        seats = people - waiting
        fewest, most = -(-seats // high), seats // low
        counts = [count] if count is not None else range(max(1, fewest), most + 1)
        fitting = [groups for groups in counts if fewest <= groups <= most]
        for groups in sorted(fitting, key=lambda groups: (abs(seats / groups - middle), groups)):
            yield balanced(people, groups, waiting)
        for groups in fitting if low + 1 < high and count is None else ():
            yield SizePlan(groups, low, high, waiting)
