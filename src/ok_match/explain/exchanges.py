"""The price of seating one person with another, or the rules that prevent it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ok_match.model import Barrier, Exchange, Finding, OtherSeat, Strength

from .scene import Scene

#: From each person's cohort number to the price: broken musts, and the *should* cost in units of 1/POINT.
Price = Callable[[Sequence[int]], tuple[int, int]]


def exchange(scene: Scene, person: int, beside: int, price: Price) -> Exchange | None:
    """The cheapest swap or move that seats a person beside another, who stays; ``None`` if the other waits.

    Sizes stay within the range that the run chose. The number of people waiting stays the same, so a person without
    a seat can only swap.

    Parameters
    ----------
    price : callable
        From a whole placement to its price. The price of an exchange is the difference to the present placement.
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
    """Each exchange, the move first: the partner (``None`` for a move) and the placement that results."""
    before = scene.placement()
    if _room(scene, person, target):
        yield None, [target if i == person else number for i, number in enumerate(before)]
    for partner in scene.cohorts[target]:
        if partner != beside:
            after = list(before)
            after[person], after[partner] = target, before[person]
            yield partner, after


def _room(scene: Scene, person: int, target: int) -> bool:
    """Whether a plain move keeps both sizes in range. No waiting person can move: fewer would wait."""
    home = scene.cohort_of(person)
    if home is None:
        return False
    return len(scene.cohorts[home]) > scene.smallest and len(scene.cohorts[target]) < scene.largest


def _barriers(scene: Scene, person: int, target: int, beside: int) -> tuple[Barrier, ...]:
    """Each must that exchanges would break, with those exchanges."""
    swaps: dict[str, list[str]] = {}
    moves: dict[str, None] = {} if _room(scene, person, target) else {"size": None}
    home = scene.cohort_of(person)
    touched = (target,) if home is None else (target, home)
    for partner, numbers in _ways(scene, person, target, beside):
        for rule in _breaks(scene, numbers, touched):
            if partner is None:
                moves[rule] = None
            else:
                swaps.setdefault(rule, []).append(scene.people[partner].id)
    rules = dict.fromkeys([*moves, *swaps])
    return tuple(Barrier(rule=rule, swap_with=tuple(swaps.get(rule, ())), move=rule in moves) for rule in rules)


def _breaks(scene: Scene, numbers: Sequence[int], touched: Iterable[int]) -> tuple[str, ...]:
    """The musts that a placement breaks more often than the present one, judged by the cohorts that change."""
    worse: dict[str, int] = {}
    for number in touched:
        members = [person for person, seat in enumerate(numbers) if seat == number]
        findings = zip(_musts(scene, members, number), _musts(scene, scene.cohorts[number], number), strict=True)
        for after, before in findings:
            worse[after.rule] = worse.get(after.rule, 0) + after.cost - before.cost
    return tuple(rule for rule, cost in worse.items() if cost > 0)


def _musts(scene: Scene, members: Sequence[int], number: int) -> list[Finding]:
    return [finding for finding in scene.judge(members, number) if finding.strength is Strength.MUST]
