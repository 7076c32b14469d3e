"""History: people who shared a cohort before should meet new peers, or stay together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Literal, NamedTuple

from ok_match.errors import ProgramError
from ok_match.model import FULL, Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.world import World, listed, no_answers

#: Answers to the earlier group that name none.
_NONE = frozenset({"no", "none", "n/a", "na", "-", "new", "first time", "not applicable", "no one", "nobody", "never"})
#: The usual weight of a pair who met and should part. They met because they share much, so it outbids common ground.
PARTING = 400
#: The usual weight of a pair who met and should stay together, for which common ground speaks already.
KEEPING = 200
#: Whether people who met should part or stay.
Mode = Literal["avoid", "keep"]


class HistoryArguments(Noun):
    """``mode``: whether people who met should part or stay; ``records``: the files of earlier runs.

    ``met`` holds the cohorts of those files, as e-mail addresses or ids; whoever reads the files fills it in.
    """

    mode: Mode = "avoid"
    records: tuple[str, ...] = ()
    met: tuple[tuple[str, ...], ...] = ()


class Group(NamedTuple):
    """The people of one earlier cohort who are here again, by position, ascending, and what they call it."""

    label: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The earlier cohorts: for each that a pair shared, it loses ``weight`` affinity points, or earns them if kept."""

    world: World
    groups: tuple[Group, ...]
    mode: Mode
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """Each pair who met, with its points."""
        times = Counter(pair for group in self.groups for pair in combinations(group.members, 2))
        return (PairGain(listed({pair: number * self._points for pair, number in times.items()})),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members who met, earlier cohort by earlier cohort."""
        here = set(members)
        again = [Group(group.label, tuple(i for i in group.members if i in here)) for group in self.groups]
        again = [group for group in again if len(group.members) > 1]
        pairs = sum(comb(len(group.members), 2) for group in again)
        told = dict.fromkeys(Evidence(label=group.label, people=self.world.ids(group.members)) for group in again)
        return Finding(
            rule="history",
            strength=Strength.SHOULD,
            cost=-pair_share(len(members)) * pairs * self._points,
            evidence=tuple(told),
        )

    @property
    def _points(self) -> int:
        return self.weight if self.mode == "keep" else -self.weight


def history(rule: Rule, wanted: HistoryArguments, weight: int, world: World) -> History:
    """The earlier cohorts, as the sheet and the records tell them.

    Raises
    ------
    ProgramError
        If neither the sheet nor a record says who met before.
    """
    groups = [*_told(world), *_recorded(world, wanted.met)]
    if wanted.records and not wanted.met:
        raise ProgramError(
            f"program, rule {rule.rule}",
            f"the records {', '.join(wanted.records)} have not been read.",
            "Nothing was matched.",
            "read the program from its file, or give the earlier cohorts as met.",
        )
    if not wanted.records and not wanted.met and not any(p.trait("earlier_group") for p in world.people):
        raise no_answers(
            rule,
            "neither the sheet nor a record says who met before.",
            'give records = ["spring.json"], or name the column under [columns] as earlier_group.',
        )
    weight = KEEPING if wanted.mode == "keep" and rule.weight is None else weight
    return History(world, tuple(groups), wanted.mode, weight)


def _met_to_avoid(applied: History) -> Sequence[Sequence[int]]:
    """The earlier cohorts whose members should meet others now."""
    return [group.members for group in applied.groups] if applied.mode == "avoid" else []


def _told(world: World) -> Iterable[Group]:
    """The people who named the same earlier group."""
    groups: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for i, person in enumerate(world.people):
        for value in person.trait("earlier_group"):
            key = " ".join(value.casefold().split()).strip(" .")
            if key and key not in _NONE:
                groups[key].append(i)
                spelt[key] = min(spelt.get(key, value), value)
    return [Group(spelt[key], tuple(sorted(set(groups[key])))) for key in sorted(groups)]


def _recorded(world: World, met: tuple[tuple[str, ...], ...]) -> Iterable[Group]:
    """The people of each earlier cohort who are here again."""
    position = {person.id.casefold(): i for i, person in enumerate(world.people)}
    position |= {person.email.casefold(): i for i, person in enumerate(world.people) if person.email}
    return [
        Group("", tuple(sorted({position[name.casefold()] for name in cohort if name.casefold() in position})))
        for cohort in met
    ]


def firmer(rule: Rule, history: History) -> Rule | None:
    """The rule at twice the weight; ``None`` where the program sets the weight or people who met stay together."""
    if rule.weight is not None or history.mode == "keep" or 2 * history.weight > FULL:
        return None
    return rule.model_copy(update={"weight": 2 * history.weight})


CARD = Card(
    name="history",
    read=history,
    arguments=HistoryArguments,
    weight=PARTING,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    needs="earlier_group",
    reads_records=True,
    spreads=_met_to_avoid,
    firmer=firmer,
)
