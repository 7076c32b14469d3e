"""The price of any labels, computed the plain way."""

from collections.abc import Iterator, Sequence

import numpy as np

from ok_match.model import (
    POINT,
    Apart,
    Counted,
    Floor,
    KindPairs,
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
    """The price of labels, term by term. It shares no code with the kernels, so that each can test the other.

    Parameters
    ----------
    terms : Terms
        The rules to price.
    labels : sequence of int
        The group of each person, 0 to ``groups - 1``; ``groups`` means waiting.
    groups : int
        The number of groups.

    Returns
    -------
    must, should : int
        Hard rules broken, and the *should* cost in units of 1/POINT affinity point (see ``Finding``).
    """
    must = should = 0
    cohorts: list[list[int]] = [[] for _ in range(groups)]
    for i, label in enumerate(labels):
        if label < groups:
            cohorts[label].append(i)
    for term in terms.terms:
        for more_must, more_should in _costs(term, labels, cohorts):
            must += more_must
            should += more_should
    return must, should


def _costs(term: Term, labels: Sequence[int], cohorts: list[list[int]]) -> Iterator[tuple[int, int]]:
    """The costs of one term: by labels where it names people, else group by group."""
    seated = len(cohorts)
    match term:
        case Apart(pairs=KindPairs() as pairs):
            for cohort in cohorts:
                yield int(pairs.among(cohort).sum()) // 2, 0
        case Apart():
            yield sum(labels[i] == labels[j] < seated for i, j in term.pairs), 0
        case Together():
            here = [labels[i] for i in term.members if labels[i] < seated]
            yield sum(len(term.members) - here.count(label) for label in here), 0
        case Seat():
            yield int(labels[term.member] < seated and labels[term.member] not in term.cohorts), 0
        case _:
            for cohort in cohorts:
                yield _cost_in(term, cohort)


def _cost_in(term: PairGain | SharedSlots | Counted | Summed | Floor, cohort: list[int]) -> tuple[int, int]:
    """The cost of one term in one group."""
    match term:
        case PairGain():
            pairs = int(term.among(cohort).sum()) // 2
            base = term.per_person * POINT * len(cohort)
            return 0, base - pair_share(len(cohort)) * pairs
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
            inside = term.among(cohort).sum(axis=1)
            means = person_share(len(cohort)) * inside
            together = pair_share(len(cohort)) * (int(inside.sum()) // 2)
            lacking = int(np.maximum(term.person * POINT - means, 0).sum())
            return 0, term.weight * (lacking + max(term.cohort * POINT * len(cohort) - together, 0))
