"""Similar: peers in size or stage sit together. Every two members are near one another in a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from pydantic import Field as Limit

from ok_match.model import Apart, Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import FieldValues, rank_of, read_field
from ok_match.rules.world import World, by_kind, parted_by_kind


class SimilarArguments(Noun):
    """``field``: in what people are to be similar; ``within``: how many bands apart two may be all the same."""

    field: str
    within: Annotated[int, Limit(ge=0)] = 0


@dataclass(frozen=True, slots=True)
class KeptSimilar:
    """The band of each person, counted from the smallest (``None``: not known), and how far apart two may be."""

    world: World
    strength: Strength
    field: FieldValues
    bands: tuple[int | None, ...]
    ordered: bool
    within: int
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """The pairs that are too far apart, forbidden or losing the weight for each band beyond."""
        if self.strength is Strength.SHOULD:
            return (PairGain(by_kind(self.bands, lambda i, j: -self.weight * self._beyond(i, j))),)
        return (Apart(parted_by_kind(self.bands, lambda i, j: self._beyond(i, j) > 0)),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members, band by band, where two are too far apart."""
        beyond = [self._beyond(i, j) for i, j in combinations(members, 2)]
        must = self.strength is Strength.MUST
        cost = sum(map(bool, beyond)) if must else sum(beyond) * self.weight * pair_share(len(members))
        evidence = []
        for band in sorted({band for i in members if any(beyond) and (band := self.bands[i]) is not None}):
            here = [i for i in members if self.bands[i] == band]
            label = self.field.labels[min(self.field.keys[here[0]])]
            evidence.append(Evidence(label=f"{self.field.name}: {label}", people=self.world.ids(here)))
        return Finding(rule="similar", strength=self.strength, cost=cost, evidence=tuple(evidence))

    def _beyond(self, i: int, j: int) -> int:
        """The number of bands that two people are too far apart; unordered values are one band apart."""
        first, second = self.bands[i], self.bands[j]
        if first is None or second is None:
            return 0
        distance = abs(first - second) if self.ordered else int(first != second)
        return max(0, distance - self.within)


def similar(rule: Rule, wanted: SimilarArguments, weight: int, world: World) -> KeptSimilar:
    """Everybody's band. Bands are ordered by the amounts in their names; other values only differ or not."""
    field = read_field(wanted.field, world, rule)
    amounts: dict[str, float | None] = {}
    for key, holders in field.holders().items():
        ranks = [rank for i in holders if (rank := rank_of(world.people[i], field.name)) is not None]
        amounts[key] = min(ranks, default=None)
    ordered = all(amount is not None for amount in amounts.values())
    ranking = sorted(amounts, key=lambda key: (amounts[key] or 0 if ordered else 0, key))
    place = {key: index for index, key in enumerate(ranking)}
    bands = tuple(min((place[key] for key in keys), default=None) for keys in field.keys)
    return KeptSimilar(world, rule.strength, field, bands, ordered, wanted.within, weight)


CARD = Card(
    name="similar",
    read=similar,
    arguments=SimilarArguments,
    weight=100,
    eases={"within": 1},
)
