"""How many groups, and how large: arithmetic before the search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SizePlan:
    """``groups`` groups of ``low`` to ``high`` people each, and exactly ``waiting`` people without a seat."""

    groups: int
    low: int
    high: int
    waiting: int

    def sizes(self, people: int) -> tuple[int, ...]:
        """Give sizes as even as can be for this many people, and last how many wait."""
        low, left = divmod(people - self.waiting, self.groups)
        return (*[low + 1] * left, *[low] * (self.groups - left), self.waiting)


def uneven(bounds: Sequence[tuple[int, int]], people: int) -> tuple[int, ...] | None:
    """Give the sizes within ``bounds`` that have the greatest sum of squares; ``None`` where none add up.

    Where no weight is negative, the sum over pairs rewards a few large groups; a search that has to find that out
    freezes in other sizes. Dynamic programming over the groups.
    """
    reached: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for low, high in bounds:
        following: dict[int, tuple[int, tuple[int, ...]]] = {}
        for placed, (squares, sizes) in reached.items():
            for size in range(low, min(high, people - placed) + 1):
                known = following.get(placed + size)
                if known is None or known[0] < squares + size * size:
                    following[placed + size] = (squares + size * size, (*sizes, size))
        reached = following
    return reached[people][1] if people in reached else None


def balanced(people: int, groups: int, waiting: int = 0) -> SizePlan:
    """Give the plan whose group sizes differ by one at most."""
    low, left = divmod(people - waiting, groups)
    return SizePlan(groups, low, low + bool(left), waiting)


def plans(
    people: int,
    low: int,
    high: int,
    *,
    target: int | None = None,
    count: int | None = None,
    uneven: bool = False,
) -> Iterator[SizePlan]:
    """Give every plan: fewest waiting first, then balanced ones, then the mean size nearest to the target.

    A plan whose sizes may differ within the whole range comes only behind the balanced ones that seat as many:
    people who must sit together may leave no other way.

    Parameters
    ----------
    people : int
        How many there are to place.
    low, high : int
        The smallest and the largest size allowed; not looked at where ``count`` is given, unless ``uneven``.
    target : int, optional
        The size aimed at; the middle of the range by default.
    count : int, optional
        The number of groups, of two people at least and as even as can be.
    uneven : bool
        Whether groups of a given number may differ, each within ``low`` and ``high``.
    """
    if count is not None and not uneven:
        low, high = 2, people
    middle = (low + high) / 2 if target is None else target
    for waiting in range(people - low + 1):
        seats = people - waiting
        fewest, most = -(-seats // high), seats // low
        counts = [count] if count is not None else range(max(1, fewest), most + 1)
        fitting = [groups for groups in counts if fewest <= groups <= most]
        for groups in sorted(fitting, key=lambda groups: (abs(seats / groups - middle), groups)):
            yield balanced(people, groups, waiting)
        for groups in fitting if low + 1 < high and (count is None or uneven) else ():
            yield SizePlan(groups, low, high, waiting)
