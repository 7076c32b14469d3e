"""Industry spread: the members of a cohort come from different lines of work.

Every two members of one industry cost their cohort the rule's weight, averaged over the members like common
ground, so that the weight reads: how many affinity points a shared industry must be worth. People name their
industry as they like: names of one line of work (see ``lines_of_work``) are the same, two that share a line of work
or a word count half, and a name that is part of another ("Veterinary", "veterinary clinic") counts whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ok_match.model import Evidence, Finding, PairGain, Rule, Strength, Term, lines_of_work, pair_share
from ok_match.rules.card import Card, NoArguments
from ok_match.rules.world import World, by_kind


@dataclass(frozen=True, slots=True)
class IndustrySpread:
    """The lines of work that each person's industry names, and the points that a full overlap costs."""

    world: World
    names: tuple[frozenset[str], ...]
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """Each pair in one line of work, losing the weight."""
        return (PairGain(by_kind(self.names, lambda i, j: -self._points(i, j))),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The lines of work that more than one member is in."""
        points = sum(self._points(i, j) for i in members for j in members if i < j)
        sharing = defaultdict(list)
        for i in members:
            for word in sorted(self.names[i]):
                sharing[word].append(i)
        evidence = tuple(
            Evidence(label=word, people=self.world.ids(group)) for word, group in sharing.items() if len(group) > 1
        )
        cost = points * pair_share(len(members))
        return Finding(
            rule="industry_spread",
            strength=Strength.SHOULD,
            cost=cost,
            judged=any(self.names),
            evidence=evidence,
        )

    def _points(self, i: int, j: int) -> int:
        """The price of one pair: the weight, half of it, or nothing."""
        first, second = self.names[i], self.names[j]
        if not first & second:
            return 0
        return self.weight if first <= second or second <= first else self.weight // 2


def industry_spread(_rule: Rule, _wanted: NoArguments, weight: int, world: World) -> IndustrySpread:
    """Everybody's lines of work; the weight is in affinity points a pair."""
    names = tuple(lines_of_work(person.industry) for person in world.people)
    return IndustrySpread(world, names, weight)


CARD = Card(
    name="industry_spread",
    read=industry_spread,
    weight=200,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    standing=3,
    needs="industry",
)
