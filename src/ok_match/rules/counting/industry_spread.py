"""Industry spread: cohorts cross industry lines.

People are near in what they do in three ways: they are in one sector, they are both nonprofits, or they are in one
line of work, as competitors are. A cohort has its fair share of each sector, and of the nonprofits, at no cost. Every
pair beyond costs the rule's weight, and more than one member beyond costs steeply (see ``fair_share``). Two people in
one line of work cost about as much again. Where nearly everybody is in one sector, specialties are mixed instead, or
else the lines of work inside the sector.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ok_match.model import (
    Crossing,
    Finding,
    OrganisationKind,
    PairGain,
    Rule,
    Strength,
    Term,
    pair_share,
)
from ok_match.rules.card import Card, NoArguments
from ok_match.rules.shapes.fair_share import beyond_share
from ok_match.rules.shapes.stakes import at_stake
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World, by_kind

#: The share of the people that must be in one sector for specialties to be mixed instead of sectors.
NEARLY_ALL = 0.8
#: What a pair beyond the fair share costs, as a share of what is at stake for one person.
PRICES = {Crossing.LOOSE: 0.08, Crossing.BALANCED: 0.25, Crossing.STRICT: 1.0}
#: What two people in one line of work cost each other, in shares of the weight: the mean over a cohort of about seven
#: makes it about as much as one pair beyond the fair share.
COMPETITORS = 3
CHARITIES = OrganisationKind.NONPROFIT.value


@dataclass(frozen=True, slots=True)
class IndustrySpread:
    """The kinds of people who should be dealt evenly, by label, and everybody's lines of work.

    ``weight`` is in affinity points of one person, for each pair beyond the fair share.
    """

    world: World
    kinds: Mapping[str, tuple[int, ...]]
    lines: tuple[frozenset[str], ...]
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """The price of each number of members of a kind, and of each pair in one line of work."""
        pairs = PairGain(by_kind(self.lines, lambda i, j: -self._competing(i, j)))
        return (*self._dealt().terms(), pairs)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """The kinds that more than one member is of."""
        dealt = self._dealt().finding(members, cohort)
        competing = sum(self._competing(i, j) for i in members for j in members if i < j)
        return dealt.model_copy(
            update={
                "cost": dealt.cost + competing * pair_share(len(members)),
                "evidence": tuple(line for line in dealt.evidence if len(line.people) > 1),
            }
        )

    def _dealt(self) -> Tallied:
        totals = {label: len(people) for label, people in self.kinds.items()}
        return Tallied(
            self.world,
            "industry_spread",
            Strength.SHOULD,
            self.weight,
            self.kinds,
            lambda label, number: beyond_share(number, totals[label], self.world.cohorts),
            told="present",
            judged=bool(self.kinds),
        )

    def _competing(self, i: int, j: int) -> int:
        return COMPETITORS * self.weight if self.lines[i] & self.lines[j] else 0


def industry_spread(rule: Rule, _wanted: NoArguments, weight: int, world: World) -> IndustrySpread:
    """The kinds to deal evenly; without a weight in the rule's line, the price follows from what is at stake."""
    points = weight if rule.weight is not None else round(PRICES[world.crossing] * at_stake(world))
    works = [person.work for person in world.people]
    lines = tuple(frozenset(work.lines) for work in works)
    return IndustrySpread(world, _kinds(world), lines, points)


def _kinds(world: World) -> dict[str, tuple[int, ...]]:
    """The people of each kind that two people or more are of: sectors and nonprofits, or what stands in for sectors."""
    works = [person.work for person in world.people]
    sectors = _of_each((i, work.sector.value) for i, work in enumerate(works) if work.sector)
    charities = _of_each((i, CHARITIES) for i, work in enumerate(works) if work.kind is OrganisationKind.NONPROFIT)
    if is_of_one_sector(world):
        sectors = _specialties(world) or _of_each((i, line) for i, work in enumerate(works) for line in work.lines)
    return {label: people for label, people in (sectors | charities).items() if len(people) > 1}


def is_of_one_sector(world: World) -> bool:
    """Whether nearly everybody whose sector is known works in the same one."""
    sectors = Counter(person.work.sector for person in world.people if person.work.sector)
    return bool(sectors) and max(sectors.values()) >= NEARLY_ALL * sectors.total() and sectors.total() > 1


def _specialties(world: World) -> dict[str, tuple[int, ...]]:
    return _of_each(
        (i, " ".join(specialty.casefold().split()))
        for i, person in enumerate(world.people)
        for specialty in person.trait("specialty")
    )


def _of_each(kinds: Iterable[tuple[int, str]]) -> dict[str, tuple[int, ...]]:
    """The positions of the people of each kind, kinds in alphabetical order."""
    people: dict[str, list[int]] = defaultdict(list)
    for i, kind in kinds:
        people[kind].append(i)
    return {kind: tuple(people[kind]) for kind in sorted(people)}


CARD = Card(
    name="industry_spread",
    read=industry_spread,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    standing=3,
    needs="industry",
    spreads=lambda spread: tuple(spread.kinds.values()),
    deals=lambda spread: spread.kinds,
)
