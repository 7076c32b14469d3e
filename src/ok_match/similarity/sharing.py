"""How much any two people share, in numbers: written down for everybody, or worked out when asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ok_match.model import FULL, MISSING, Facet, FacetWeights

from .alignment import (
    Floats,
    Positions,
    align,
    align_across,
    align_between,
    align_in_blocks,
    answer_between,
    weighted_mean,
)
from .answers import HAVES, NEEDS, Said, joined
from .reading import Reading

Wholes = NDArray[np.int32]

#: The weight, in a program, of what people can give one another.
GIVE_TAKE = "give_take"
#: Among many, so many people are compared with everybody: what they show stands for all pairs.
SAMPLE = 512
#: So many people are compared with the sample at once.
BLOCK = 256


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was written and ticked, and the engine that compares it; people are known by their positions."""

    reading: Reading
    said: Mapping[Facet, Said]
    options: Sequence[str]
    ticks: Said
    people: int


def of_everybody(answers: Answers, weights: FacetWeights) -> tuple[Mapping[Facet, Wholes], Wholes, Wholes]:
    """Write down the affinities of all pairs.

    Returns
    -------
    facets : mapping of Facet to ndarray of shape (n, n)
        0-1000, ``MISSING`` where either person gave no answer.
    overall : ndarray of shape (n, n)
        0-1000, diagonal 0.
    given : ndarray of shape (n, n)
        How well what the first has answers what the second lacks, 0-1000.
    """
    people, compare = answers.people, answers.reading.compare
    aligned = {
        facet: align_in_blocks(compare, one.positions, one.owners, people) for facet, one in answers.said.items()
    }
    same = _Ticks(answers.options, people).compare(answers.ticks.positions, answers.ticks.positions)
    aligned[Facet.THEMES] = align(same, answers.ticks.owners, people)
    haves, needs = joined(answers.said, HAVES), joined(answers.said, NEEDS)
    gifts = align_across(compare(haves.positions, needs.positions), haves.owners, needs.owners, people)
    shares = [(getattr(weights, facet), values) for facet, values in aligned.items()]
    overall = weighted_mean([*shares, (weights.give_take, _both_ways(gifts, gifts.T))], people)
    np.fill_diagonal(overall, 0.0)
    facets = {facet: _whole(np.nan_to_num(values, nan=MISSING / FULL)) for facet, values in aligned.items()}
    for values in facets.values():
        np.fill_diagonal(values, MISSING)
    return facets, _whole(overall), _whole(np.nan_to_num(gifts, nan=0.0))


class OnDemand:
    """Affinities that are worked out for the people who are asked about, where there are too many to write them down.

    What stands in for a missing facet is its mean over the pairs of a sample of the people with everybody.

    Attributes
    ----------
    sample : ndarray of shape (m, n), int32
        The overall affinities, 0-1000, of some people to everybody; 0 to themselves.
    chosen : ndarray of shape (m,), int64
        Who these are, ascending.
    """

    def __init__(
        self, answers: Answers, weights: FacetWeights, progress: Callable[[int, int], None] = lambda _done, _total: None
    ) -> None:
        self._answers, self._weights = answers, weights
        self._ticks = _Ticks(answers.options, answers.people)
        self._haves, self._needs = joined(answers.said, HAVES), joined(answers.said, NEEDS)
        everybody = np.arange(answers.people)
        random = np.random.default_rng(0)
        self.chosen = np.sort(random.choice(everybody, min(SAMPLE, answers.people), replace=False))
        parts = []
        for low in range(0, answers.people, BLOCK):
            some = everybody[low : low + BLOCK]
            values = self._values(self.chosen, some)
            for block in values.values():
                block[self.chosen[:, None] == some] = np.nan
            parts.append({name: block.astype(np.float32) for name, block in values.items()})
            progress(min(low + BLOCK, answers.people), answers.people)
        whole = {name: np.concatenate([part[name] for part in parts], axis=1) for name in parts[0]}
        self._shares: dict[str, tuple[int, float]] = {}
        for name, pairs in whole.items():
            if not np.isnan(pairs).all():
                self._shares[name] = getattr(weights, name), float(np.nanmean(pairs, dtype=np.float64))
        self.sample = self._mean(whole)
        self.sample[np.arange(self.chosen.size), self.chosen] = 0

    def among(self, members: Sequence[int]) -> Wholes:
        """Give the overall affinities among some people: shape (m, m), 0-1000, symmetric, diagonal 0."""
        who = np.asarray(members, np.int64)
        overall = self._mean(self._values(who, who, precisely=True))
        np.fill_diagonal(overall, 0)
        return overall

    def shared(self, facet: Facet, i: int, j: int) -> int:
        """Give the affinity of two people in one facet, 0-1000; ``MISSING`` where either gave no answer."""
        value = self._facet(facet, np.array([i]), np.array([j]), precisely=True)[0, 0]
        return MISSING if np.isnan(value) or i == j else int(_whole(value))

    def given(self, i: int, j: int) -> int:
        """Give how well what the first has answers what the second lacks, 0-1000."""
        value = self._given(np.array([i]), np.array([j]), precisely=True)[0, 0]
        return 0 if np.isnan(value) else int(_whole(value))

    def _mean(self, values: Mapping[str, NDArray[np.floating]]) -> Wholes:
        """Average over the facets by weight; where a pair lacks one, the facet's mean stands in for it."""
        total = np.zeros(next(iter(values.values())).shape)
        for name, (share, usual) in self._shares.items():
            total += share * np.where(np.isnan(values[name]), usual, values[name])
        return _whole(total / max(sum(share for share, _ in self._shares.values()), 1))

    def _values(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> dict[str, Floats]:
        """Compare people in every facet, and in what they can give one another; ``nan`` where one is silent."""
        values = {
            facet.value: self._facet(facet, rows, columns, precisely=precisely)
            for facet in Facet
            if getattr(self._weights, facet.value)
        }
        if self._weights.give_take:
            forth = self._given(rows, columns, precisely=precisely)
            back = forth if rows is columns else self._given(columns, rows, precisely=precisely)
            values[GIVE_TAKE] = _both_ways(forth, back.T)
        return values

    def _facet(self, facet: Facet, rows: Positions, columns: Positions, *, precisely: bool) -> Floats:
        said = self._answers.ticks if facet is Facet.THEMES else self._answers.said[facet]
        return self._between(said, said, rows, columns, align_between, ticks=facet is Facet.THEMES, precisely=precisely)

    def _given(self, rows: Positions, columns: Positions, *, precisely: bool) -> Floats:
        return self._between(self._haves, self._needs, rows, columns, answer_between, ticks=False, precisely=precisely)

    def _between(
        self,
        said: Said,
        against: Said,
        rows: Positions,
        columns: Positions,
        how: Callable[[Floats, Positions, Positions], Floats],
        *,
        ticks: bool,
        precisely: bool,
    ) -> Floats:
        found = np.full((rows.size, columns.size), np.nan)
        mine, first, who = said.by_all(rows.tolist())
        theirs, others, whom = against.by_all(columns.tolist())
        if who.size and whom.size:
            if ticks:
                similarity = self._ticks.compare(mine, theirs)
            else:
                similarity = self._answers.reading.compare(mine, theirs, precisely=precisely)
            found[np.ix_(who, whom)] = how(similarity, first, others)
        return found


@dataclass(frozen=True, slots=True)
class _Ticks:
    """Compares ticked options: 1 for the same option if only two people ticked it, less the more people did."""

    options: Sequence[str]
    people: int
    _labels: NDArray[np.int64] = field(init=False)
    _rarity: Floats = field(init=False)

    def __post_init__(self) -> None:
        times = Counter(self.options)
        rarity = [1.0 - max(0, times[one] - 2) / max(self.people, 2) for one in self.options]
        labels = np.unique(self.options, return_inverse=True)[1] if self.options else np.zeros(0, np.int64)
        object.__setattr__(self, "_labels", labels)
        object.__setattr__(self, "_rarity", np.array(rarity))

    def compare(self, rows: Positions, columns: Positions) -> Floats:
        same: Floats = np.equal.outer(self._labels[rows], self._labels[columns]) * self._rarity[rows][:, None]
        return same


def _whole(values: Floats) -> Wholes:
    return np.rint(values * FULL).astype(np.int32)


def _both_ways(forth: Floats, back: Floats) -> Floats:
    """Average what two people can give each other; one direction alone counts where the other is unknown."""
    return np.where(np.isnan(forth), back, np.where(np.isnan(back), forth, (forth + back) / 2))
