"""The price of any labels, computed the plain way."""

from collections.abc import Sequence

import numpy as np

from ok_match.model import (
    POINT,
    Apart,
    Counted,
    Floor,
    PairGain,
    Seat,
    SharedSlots,
    Summed,
    Term,
    Terms,
    Together,
    pair_share,
    person_share,
)


def cost(terms: Terms, labels: Sequence[int], groups: int) -> tuple[int, int]:
    """Price labels term by term, sharing nothing with the kernels.

    Parameters
    ----------
    labels : sequence of int
        The group of each person, 0 to ``groups - 1``; ``groups`` means waiting.

    Returns
    -------
    tuple of int
        Hard rules broken, and the *should* cost in units of 1/POINT affinity point (see ``Finding``).
    """
    must = should = 0
    cohorts = [[i for i, label in enumerate(labels) if label == g] for g in range(groups)]
    for term in terms.terms:
        for position, cohort in enumerate(cohorts):
            more_must, more_should = _cost_in(term, cohort, position)
            must += more_must
            should += more_should
    return must, should


def _cost_in(term: Term, cohort: list[int], position: int) -> tuple[int, int]:  # noqa: PLR0911 - one return a term
    """Price one term in one group."""
    match term:
        case PairGain():
            pairs = int(term.weights[np.ix_(cohort, cohort)].sum(dtype=np.int64)) // 2
            base = term.per_person * POINT * len(cohort)
            return 0, base - pair_share(len(cohort)) * pairs
        case Apart():
            return sum(i in cohort and j in cohort for i, j in term.pairs), 0
        case Together():
            here = sum(i in cohort for i in term.members)
            return here * (len(term.members) - here), 0
        case Seat():
            return int(term.member in cohort and position not in term.cohorts), 0
        case SharedSlots():
            away = int(np.sort((~term.free[cohort]).sum(axis=0))[: term.needed].sum())
            return (away, 0) if term.weight is None else (0, term.weight * away)
        case Counted():
            counts = np.bincount(term.classes[cohort] + 1, minlength=len(term.price) + 1)[1:]
            price = int(term.price[np.arange(len(term.price)), counts].sum()) if cohort else 0
            return (price, 0) if term.must else (0, price)
        case Summed():
            return 0, term.weight * abs(int(term.values[cohort].sum()))
        case Floor():
            inside = term.gains[np.ix_(cohort, cohort)].sum(axis=1, dtype=np.int64)
            means = person_share(len(cohort)) * inside
            together = pair_share(len(cohort)) * (int(inside.sum()) // 2)
            lacking = int(np.maximum(term.person * POINT - means, 0).sum())
            return 0, term.weight * (lacking + max(term.cohort * POINT * len(cohort) - together, 0))
