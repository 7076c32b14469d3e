"""Affinities in numbers: as matrices for everybody, or computed on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ok_match.model import FULL, MISSING, Facet, FacetWeights
from ok_match.similarity.encoder.text_model import StepProgress, unreported

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
from .answers import HAVES, NEEDS, StatementIndex, joined
from .reading import Reading

Wholes = NDArray[np.int32]

#: The name of the weight for what people can give one another.
GIVE_TAKE = "give_take"
#: The number of people in the sample that stands for everybody in large intakes.
SAMPLE = 512
#: The number of people compared with the sample at once.
BLOCK = 256


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """All written statements and ticked options, and the engine's reading; people are known by position.

    Attributes
    ----------
    said : mapping of Facet to StatementIndex
        The written statements of each facet, as positions in ``reading``.
    options : sequence of str
        Every tick, as the text of its option.
    ticks : StatementIndex
        The ticks, as positions in ``options``.
    people : int
        The number of people.
    openness : mapping of str to float
        The weight of each option beside the others (see ``openness``).
    places : sequence of float
        The weight of each tick by the place that it was given among others (see ``weight_of``).
    """

    reading: Reading
    said: Mapping[Facet, StatementIndex]
    options: Sequence[str]
    ticks: StatementIndex
    people: int
    openness: Mapping[str, float]
    places: Sequence[float] = ()


def of_everybody(answers: AnswerSet, weights: FacetWeights) -> tuple[Mapping[Facet, Wholes], Wholes, Wholes]:
    """The affinities of all pairs, as matrices.

    Returns
    -------
    facets : mapping of Facet to ndarray of shape (n, n), int32
        0-1000, ``MISSING`` where either person gave no answer, and on the diagonal.
    overall : ndarray of shape (n, n), int32
        0-1000, diagonal 0.
    given : ndarray of shape (n, n), int32
        Entry (i, j): how well the offers of i answer the needs of j, 0-1000.
    """
    people, compare = answers.people, answers.reading.compare
    aligned = {
        facet: align_in_blocks(compare, said.positions, said.owners, people) for facet, said in answers.said.items()
    }
    ticks = _Ticks(answers.options, people, answers.openness, answers.places)
    same = ticks.compare(answers.ticks.positions, answers.ticks.positions)
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
    """Affinities computed on demand, where there are too many people for matrices.

    A random sample of the people is compared with everybody. Where a pair lacks a facet, the facet's mean over the
    sample stands in for it.

    Attributes
    ----------
    sample : ndarray of shape (m, n), int32
        The overall affinities of m sampled people to all n, 0-1000; 0 to themselves.
    chosen : ndarray of shape (m,), int64
        The sampled people, ascending.
    """

    def __init__(self, answers: AnswerSet, weights: FacetWeights, progress: StepProgress = unreported) -> None:
        self._answers, self._weights = answers, weights
        self._ticks = _Ticks(answers.options, answers.people, answers.openness, answers.places)
        self._haves, self._needs = joined(answers.said, HAVES), joined(answers.said, NEEDS)
        everybody = np.arange(answers.people)
        random = np.random.default_rng(0)
        self.chosen = np.sort(random.choice(everybody, min(SAMPLE, answers.people), replace=False))
        blocks = []
        for low in range(0, answers.people, BLOCK):
            columns = everybody[low : low + BLOCK]
            values = self._values(self.chosen, columns)
            for block in values.values():
                block[self.chosen[:, None] == columns] = np.nan
            blocks.append({name: block.astype(np.float32) for name, block in values.items()})
            progress(min(low + BLOCK, answers.people), answers.people)
        whole = {name: np.concatenate([block[name] for block in blocks], axis=1) for name in blocks[0]}
        self._shares: dict[str, tuple[int, float]] = {}
        for name, pairs in whole.items():
            if not np.isnan(pairs).all():
                self._shares[name] = getattr(weights, name), float(np.nanmean(pairs, dtype=np.float64))
        self.sample = self._mean(whole)
        self.sample[np.arange(self.chosen.size), self.chosen] = 0

    def among(self, members: Sequence[int]) -> Wholes:
        """The overall affinities among m people: shape (m, m), 0-1000, symmetric, diagonal 0."""
        positions = np.asarray(members, np.int64)
        overall = self._mean(self._values(positions, positions, precisely=True))
        np.fill_diagonal(overall, 0)
        return overall

    def shared(self, facet: Facet, i: int, j: int) -> int:
        """The affinity of two people in one facet, 0-1000; ``MISSING`` where either gave no answer."""
        value = self._facet(facet, np.array([i]), np.array([j]), precisely=True)[0, 0]
        return MISSING if np.isnan(value) or i == j else int(_whole(value))

    def given(self, i: int, j: int) -> int:
        """How well the offers of the first answer the needs of the second, 0-1000."""
        value = self._given(np.array([i]), np.array([j]), precisely=True)[0, 0]
        return 0 if np.isnan(value) else int(_whole(value))

    def _mean(self, values: Mapping[str, NDArray[np.floating]]) -> Wholes:
        """The weighted mean over the facets, 0-1000; a facet's mean over the sample stands in where a pair lacks it."""
        total = np.zeros(next(iter(values.values())).shape)
        for name, (share, usual) in self._shares.items():
            total += share * np.where(np.isnan(values[name]), usual, values[name])
        return _whole(total / max(sum(share for share, _ in self._shares.values()), 1))

    def _values(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> dict[str, Floats]:
        """The similarity of people in every facet and in what they can give one another; ``nan`` if one is silent."""
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
        said: StatementIndex,
        against: StatementIndex,
        rows: Positions,
        columns: Positions,
        aligned: Callable[[Floats, Positions, Positions], Floats],
        *,
        ticks: bool,
        precisely: bool,
    ) -> Floats:
        values = np.full((rows.size, columns.size), np.nan)
        mine, first, who = said.by_all(rows.tolist())
        theirs, others, whom = against.by_all(columns.tolist())
        if who.size and whom.size:
            if ticks:
                similarity = self._ticks.compare(mine, theirs)
            else:
                similarity = self._answers.reading.compare(mine, theirs, precisely=precisely)
            values[np.ix_(who, whom)] = aligned(similarity, first, others)
        return values


@dataclass(frozen=True, slots=True)
class _Ticks:
    """The similarity of ticks: 0 for different options; for the same one, 1 if two people share it, less if more do.

    An option that only one sector can tick counts less. One that people put in an order counts as much as it does for
    the one who put it lower.
    """

    options: Sequence[str]
    people: int
    openness: Mapping[str, float]
    places: Sequence[float]
    _labels: NDArray[np.int64] = field(init=False)
    _rarity: Floats = field(init=False)
    _placed: Floats = field(init=False)

    def __post_init__(self) -> None:
        times = Counter(self.options)
        rarity = [
            min(1.0, (1.0 - max(0, times[option] - 2) / max(self.people, 2)) * self.openness[option])
            for option in self.options
        ]
        labels = np.unique(self.options, return_inverse=True)[1] if self.options else np.zeros(0, np.int64)
        object.__setattr__(self, "_labels", labels)
        object.__setattr__(self, "_rarity", np.array(rarity))
        object.__setattr__(self, "_placed", np.array(self.places or np.ones(len(self.options))))

    def compare(self, rows: Positions, columns: Positions) -> Floats:
        same: Floats = np.equal.outer(self._labels[rows], self._labels[columns]) * self._rarity[rows][:, None]
        return same * np.minimum.outer(self._placed[rows], self._placed[columns])


def _whole(values: Floats) -> Wholes:
    return np.rint(values * FULL).astype(np.int32)


def _both_ways(forth: Floats, back: Floats) -> Floats:
    """The mean of what two people can give each other; where one direction is unknown, the other alone."""
    return np.where(np.isnan(forth), back, np.where(np.isnan(back), forth, (forth + back) / 2))
