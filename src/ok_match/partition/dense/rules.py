"""The rules apart from pairs as arrays, the same for both engines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    POINT,
    Counted,
    Floor,
    SharedSlots,
    Summed,
    Terms,
    pair_share,
    person_share,
    written_down,
)

from ..kernels import Rules
from ..proofs import together_units


def compile_rules(terms: Terms, *, floors: bool = True) -> Rules:
    """The rules apart from pairs, with or without floors.

    Parameters
    ----------
    terms : Terms
        The whole problem; pair gains, pairs to keep apart and fixed seats are ignored.
    floors : bool
        Whether to include floors, which take an n × n matrix each.
    """
    n = terms.people
    units = together_units(terms)
    unit = np.full(n, -1, np.int64)
    for number, members in enumerate(units):
        unit[list(members)] = number
    kind, price, hard_rules, hard_kinds = _counted([term for term in terms.terms if isinstance(term, Counted)], n)
    sums = [term for term in terms.terms if isinstance(term, Summed)]
    closed, slot_start, slot_price = _slots([term for term in terms.terms if isinstance(term, SharedSlots)], n)
    floor_terms = [term for term in terms.terms if isinstance(term, Floor) and floors]
    return Rules(
        unit=unit,
        unit_start=np.cumsum([0, *map(len, units)]).astype(np.int64),
        unit_members=np.array([i for members in units for i in members], np.int64),
        kind=kind,
        price=price,
        hard_rules=hard_rules,
        hard_kinds=hard_kinds,
        value=np.array([term.values for term in sums], np.int64).reshape(-1, n).T.copy(),
        step_price=np.array([term.weight for term in sums], np.int64),
        closed=closed,
        slot_start=slot_start,
        slot_price=slot_price,
        floor_gain=np.array([written_down(term.gains, n) for term in floor_terms], np.int32).reshape(-1, n, n),
        floor_price=np.array(
            [(term.person * POINT, term.cohort * POINT, term.weight) for term in floor_terms], np.int64
        ).reshape(-1, 3),
        pair_factor=np.array([pair_share(size) for size in range(n + 2)], np.int64),
        person_factor=np.array([person_share(size) for size in range(n + 2)], np.int64),
    )


def _counted(terms: Sequence[Counted], people: int) -> tuple[NDArray[np.int32], NDArray[np.int64], int, int]:
    """The kinds and prices of rules by counts, hard rules first.

    Row 0 of the prices belongs to nobody, and the first row of each rule to the people it does not count.
    """
    hard = [term for term in terms if term.must]
    ordered = hard + [term for term in terms if not term.must]
    kind = np.zeros((people, len(ordered)), np.int32)
    prices = [np.zeros((1, people + 2), np.int64)]
    first = 1
    for rule, term in enumerate(ordered):
        kind[:, rule] = first + 1 + term.classes
        # No group ever holds more than everybody, but the kernels look one column further.
        prices.append(np.pad(term.price, ((1, 0), (0, 1))))
        first += len(prices[-1])
    return kind, np.concatenate(prices), len(hard), sum(map(len, prices[: len(hard) + 1]))


def _slots(terms: Sequence[SharedSlots], people: int) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """The slots of every calendar, side by side, and the price of an absence in the best slots of each."""
    closed = np.concatenate([np.zeros((people, 0), np.int32), *(~term.free for term in terms)], axis=1)
    start = np.cumsum([0, *(term.free.shape[1] for term in terms)])
    price = [(term.needed, int(term.weight is None), term.weight or 0) for term in terms]
    return np.ascontiguousarray(closed, np.int32), start.astype(np.int64), np.array(price, np.int64).reshape(-1, 3)
