"""What it would cost to seat one person with another, and what stands in the way if it cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ok_match.model import Barrier, Exchange, Finding, OtherSeat, Strength

from .scene import Scene

#: Prices the cohort number of each person: musts broken, and the *should* cost in units of 1/POINT.
Price = Callable[[Sequence[int]], tuple[int, int]]


def exchange(scene: Scene, person: int, beside: int, price: Price) -> Exchange | None:
    """Find the cheapest swap or move that seats a person beside another who stays; ``None`` if that one waits.

    Sizes stay within those that the run chose, and as many wait as before: who has no seat can only change places.

    Parameters
    ----------
    price : callable
        Prices a whole placement; the price told is the difference to the placement as it is.
    """
    target = scene.cohort_of(beside)
    if target is None:
        return None
    must, should = price(scene.placement())
    best: tuple[int, int | None] | None = None
    for partner, numbers in _ways(scene, person, target, beside):
        broken, cost = price(numbers)
        if broken <= must and (best is None or cost - should < best[0]):
            best = cost - should, partner
    label = scene.labels[target]
    seat = best and OtherSeat(
        cohort=label, swap_with="" if best[1] is None else scene.people[best[1]].id, price=best[0]
    )
    return Exchange(
        person=scene.people[person].id,
        cohort=label,
        best=seat or None,
        barriers=() if seat else _barriers(scene, person, target, beside),
    )


def _ways(scene: Scene, person: int, target: int, beside: int) -> Iterator[tuple[int | None, list[int]]]:
    """Give each partner (``None``: a plain move) with the placement that the exchange leads to; the move first."""
    before = scene.placement()
    if _room(scene, person, target):
        yield None, [target if i == person else number for i, number in enumerate(before)]
    for partner in scene.cohorts[target]:
        if partner != beside:
            after = list(before)
            after[person], after[partner] = target, before[person]
            yield partner, after


def _room(scene: Scene, person: int, target: int) -> bool:
    """Say whether a plain move keeps both sizes; a seat for somebody who waits is none, as fewer would wait."""
    home = scene.cohort_of(person)
    if home is None:
        return False
    return len(scene.cohorts[home]) > scene.smallest and len(scene.cohorts[target]) < scene.largest


def _barriers(scene: Scene, person: int, target: int, beside: int) -> tuple[Barrier, ...]:
    """Say for each must which of the exchanges would break it."""
    swaps: dict[str, list[str]] = {}
    moves: dict[str, None] = {} if _room(scene, person, target) else {"size": None}
    for partner, numbers in _ways(scene, person, target, beside):
        for rule in _breaks(scene, numbers, {target, scene.cohort_of(person)}):
            if partner is None:
                moves[rule] = None
            else:
                swaps.setdefault(rule, []).append(scene.people[partner].id)
    rules = dict.fromkeys([*moves, *swaps])
    return tuple(Barrier(rule=rule, swap_with=tuple(swaps.get(rule, ())), move=rule in moves) for rule in rules)


def _breaks(scene: Scene, numbers: Sequence[int], touched: set[int | None]) -> tuple[str, ...]:
    """Name the musts that a placement breaks more than the present one does."""
    worse: dict[str, int] = {}
    for number in touched - {None, len(scene.cohorts)}:
        if number is not None:
            after = _musts(scene, [i for i, one in enumerate(numbers) if one == number], number)
            before = _musts(scene, scene.cohorts[number], number)
            for now, then in zip(after, before, strict=True):
                worse[now.rule] = worse.get(now.rule, 0) + now.cost - then.cost
    return tuple(rule for rule, cost in worse.items() if cost > 0)


def _musts(scene: Scene, members: Sequence[int], number: int) -> list[Finding]:
    return [one for one in scene.judge(members, number) if one.strength is Strength.MUST]
