"""The cheapest other seat of each person in a problem with all pairs written down."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Terms

from ..kernels import best_seats
from ..protocol import Alternative, Labels, SizePlan
from .compiling import compile_terms, state_of


class Seats(NamedTuple):
    """Another seat for each person.

    Attributes
    ----------
    group : ndarray of shape (n,), int64
        The other group, or -1 where there is none.
    partner : ndarray of shape (n,), int64
        The person to swap with, or -1 for a plain move.
    price : ndarray of shape (n,), int64
        The rise of the *should* cost, in units.
    """

    group: NDArray[np.int64]
    partner: NDArray[np.int64]
    price: NDArray[np.int64]

    @classmethod
    def none(cls, people: int) -> "Seats":
        """No other seat for anybody."""
        return cls(*(np.full(people, -1, np.int64) for _ in range(3)))

    def alternatives(self) -> tuple[Alternative | None, ...]:
        """The same, person by person."""
        return tuple(
            None if group < 0 else Alternative(group, None if partner < 0 else partner, price)
            for group, partner, price in zip(*(column.tolist() for column in self), strict=True)
        )


def cheapest_seats(terms: Terms, plan: SizePlan, labels: Labels) -> Seats:
    """The cheapest seat of each placed person in another group that breaks nothing more."""
    instance = compile_terms(terms, plan)
    seats = Seats.none(terms.people)
    best_seats(instance, state_of(instance, labels), seats.group, seats.partner, seats.price)
    return seats
