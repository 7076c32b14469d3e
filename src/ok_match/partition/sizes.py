"""The possible numbers and sizes of groups: arithmetic before the search."""

from collections.abc import Iterator, Sequence

from .protocol import SizePlan


def uneven(bounds: Sequence[tuple[int, int]], people: int) -> tuple[int, ...] | None:
    """The sizes within ``bounds`` with the greatest sum of squares; ``None`` where no sizes add up.

    Where no weight is negative, the sum over pairs rewards a few large groups, and a search that has to discover it
    freezes at other sizes. Dynamic programming over the groups.
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
    """The plan whose group sizes differ by one at most.

    Parameters
    ----------
    people : int
        The number of people, ``waiting`` included.
    groups : int
        The number of groups, at least 1.
    waiting : int
        The number of people without a seat.
    """
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
    by_number: bool = False,
) -> Iterator[SizePlan]:
    """Every plan, best first: fewest waiting, then balanced sizes, then the mean size nearest to the target.

    A plan whose sizes may vary within the whole range comes after the balanced ones that seat as many: it can be the
    only way to seat people who must sit together.

    Parameters
    ----------
    people : int
        The number of people to place.
    low, high : int
        The smallest and the largest size allowed; ignored where ``count`` is given, unless ``uneven``.
    target : int, optional
        The preferred size; the middle of the range by default.
    count : int, optional
        The number of groups, each of two people at least, with sizes that differ by one at most.
    uneven : bool
        Whether the sizes of ``count`` groups may vary, each within ``low`` and ``high``.
    by_number : bool
        Whether the number of groups counts more than balanced sizes: groups of 8 and 4 come before three groups of 4.

    Yields
    ------
    SizePlan
        None at all where there are too few people for one group.
    """
    if count is not None and not uneven:
        low, high = 2, people
    middle = (low + high) / 2 if target is None else target
    for waiting in range(people - low + 1):
        seats = people - waiting
        fewest, most = -(-seats // high), seats // low
        counts = [count] if count is not None else range(max(1, fewest), most + 1)
        fitting = [groups for groups in counts if fewest <= groups <= most]
        fitting.sort(key=lambda groups: (abs(seats / groups - middle), groups))
        even = [balanced(people, groups, waiting) for groups in fitting]
        may_vary = low + 1 < high and (count is None or uneven)
        varied = [SizePlan(groups, low, high, waiting) for groups in fitting if may_vary]
        if by_number and varied:
            yield from (plan for both in zip(even, varied, strict=True) for plan in both)
        else:
            yield from even
            yield from sorted(varied, key=lambda plan: plan.groups)
