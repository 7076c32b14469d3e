"""Industry spread: cohorts cross industry lines.

People are near in what they do in three ways: they are in one sector, they are both nonprofits, or they are in one
line of work, as competitors are. Nonprofits count as a sector of their own, whatever they do, unless most people here
are from one. A cohort has its fair share of each sector at no cost. Every pair beyond costs the rule's weight, and more
than one member beyond costs steeply (see ``fair_share``). Two people in one line of work cost about as much again.
Where nearly everybody is in one sector, specialties are mixed instead, or else the lines of work inside the sector.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from ok_match.model import (
    FULL,
    Crossing,
    Evidence,
    Finding,
    OrganisationKind,
    PairGain,
    Rule,
    Strength,
    Term,
    Work,
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
PRICES = {Crossing.LOOSE: 0.08, Crossing.BALANCED: 0.25, Crossing.STRICT: 2.0}
#: What two people in one line of work cost each other, in shares of the weight: the mean over a cohort of about seven
#: makes it about as much as one pair beyond the fair share.
COMPETITORS = 3
CHARITIES = OrganisationKind.NONPROFIT.value


@dataclass(frozen=True, slots=True)
class IndustrySpread:
    """The kinds of people who should be dealt evenly, and everybody's lines of work.

    ``weight`` is in affinity points of one person, for each pair beyond the fair share. ``basis`` says what is dealt in
    place of sectors: ``specialty``, ``line`` (of work), or nothing else.
    """

    world: World
    dealt: Tallied
    lines: tuple[Set[str], ...]
    weight: int
    basis: str = ""

    def terms(self) -> tuple[Term, ...]:
        """The price of each number of members of a kind, and of each pair in one line of work."""
        pairs = PairGain(by_kind([frozenset(own) for own in self.lines], lambda i, j: -self._competing(i, j)))
        return (*self.dealt.terms(), pairs)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """The kinds that more members are of than a fair share, and the lines of work that several members share."""
        dealt = self.dealt.finding(members, cohort)
        competing = sum(self._competing(i, j) for i in members for j in members if i < j)
        shared = _of_each((i, line) for i in members for line in self.lines[i])
        rivals = [Evidence(label=line, people=self.world.ids(own)) for line, own in shared.items() if len(own) > 1]
        # Where lines of work are what is dealt, each is named already.
        named = {evidence.label for evidence in dealt.evidence}
        return dealt.model_copy(
            update={
                "cost": dealt.cost + competing * pair_share(len(members)),
                "evidence": (*dealt.evidence, *(rival for rival in rivals if rival.label not in named)),
            }
        )

    def _competing(self, i: int, j: int) -> int:
        return COMPETITORS * self.weight if self.lines[i] & self.lines[j] else 0


def industry_spread(rule: Rule, _wanted: NoArguments, weight: int, world: World) -> IndustrySpread:
    """The kinds to deal evenly; without a weight in the rule's line, the price follows from what is at stake."""
    points = weight if rule.weight is not None else round(PRICES[world.crossing] * at_stake(world))
    times = Counter(line for person in world.people for line in person.work.lines)
    # Nobody can part what most people here do.
    rare = {line for line in times if 2 * times[line] <= len(world.people)}
    lines = tuple(rare.intersection(person.work.lines) for person in world.people)
    basis, kinds = _kinds(world)
    kinds = {label: people for label, people in kinds.items() if len(people) > 1}
    totals = {label: len(people) for label, people in kinds.items()}
    dealt = Tallied(
        world,
        "industry_spread",
        Strength.SHOULD,
        points,
        kinds,
        lambda label, number: beyond_share(number, totals[label], world.cohorts),
        judged=bool(kinds),
    )
    return IndustrySpread(world, dealt, lines, points, basis)


def _kinds(world: World) -> tuple[str, dict[str, tuple[int, ...]]]:
    """The people of each sector; where nearly all are of one, those of each specialty, or else line of work."""
    works = [person.work for person in world.people]
    sectors = _of_each((i, label) for i, label in enumerate(_labels(works)) if label)
    if not _is_one(sectors):
        return "", sectors
    for basis, kinds in (
        ("specialty", _specialties(world)),
        ("line", _of_each((i, line) for i, work in enumerate(works) for line in work.lines)),
    ):
        if len(kinds) > 1:
            return basis, kinds
    return "", sectors


def _labels(works: Sequence[Work]) -> list[str]:
    """Each person's sector; nonprofits count as one sector, whatever they do, unless most people are from one."""
    charities = [work.kind is OrganisationKind.NONPROFIT for work in works]
    few = 2 * sum(charities) <= len(works)
    return [
        CHARITIES if charity and few else work.sector.value if work.sector else ""
        for charity, work in zip(charities, works, strict=True)
    ]


def _is_one(sectors: Mapping[str, Sequence[int]]) -> bool:
    """Whether nearly everybody whose sector is known works in the same one."""
    known = [len(people) for people in sectors.values()]
    return sum(known) > 1 and max(known) >= NEARLY_ALL * sum(known)


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


def unjudged(spread: IndustrySpread) -> int:
    """The number of people whose sector is unknown."""
    return _labels([person.work for person in spread.world.people]).count("")


def firmer(rule: Rule, spread: IndustrySpread) -> Rule | None:
    """The rule at twice the price; ``None`` where the program sets the price or wants lines crossed loosely."""
    if rule.weight is not None or spread.world.crossing is Crossing.LOOSE or 2 * spread.weight > FULL:
        return None
    return rule.model_copy(update={"weight": max(1, 2 * spread.weight)})


CARD = Card(
    name="industry_spread",
    read=industry_spread,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    standing=3,
    needs="industry",
    spreads=lambda spread: tuple(spread.dealt.kinds.values()),
    once=True,
    firmer=firmer,
    basis=lambda spread: spread.basis,
    unknown=unjudged,
    deals=lambda spread: spread.dealt.kinds,
)
