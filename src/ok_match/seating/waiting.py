"""What would seat somebody who waits. Every way that is told was tried, and holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ok_match.model import Finding, Roster, Rule, Sizes, Strength, Waiting, Way
from ok_match.rules import CARDS, active_rules

from .case import Case
from .reliefs import TOLD, reliefs
from .stretch import largest_size, stretched_by


def with_ways(roster: Roster, case: Case, sizes: Sizes, seed: int) -> Roster:
    """The roster with what would seat each person who waits, and what would leave fewer people waiting.

    ``sizes`` are those that the cohorts were formed with, which may be stretched.
    """
    stretched = stretched_by(case, sizes)
    if not roster.waitlist:
        return roster.model_copy(update={"stretched": stretched})
    formed = case.under(cohorts=sizes)
    seated = {cohort.label: sorted(case.position[member] for member in cohort.members) for cohort in roster.cohorts}
    waiting = [person.participant for person in roster.waitlist]

    def with_own_ways(person: Waiting) -> Waiting:
        asked = {reason.cohort for reason in person.reasons}
        return person.model_copy(update={"ways": ways_in(case.position[person.participant], seated, formed, asked)})

    return roster.model_copy(
        update={
            "stretched": stretched,
            "reliefs": reliefs(formed, seed, len(waiting), waiting),
            "waitlist": tuple(map(with_own_ways, roster.waitlist)),
        }
    )


def ways_in(
    person: int, cohorts: Mapping[str, Sequence[int]], case: Case, asked: Collection[str] = ()
) -> tuple[Way, ...]:
    """Single changes that would let somebody who waits join a cohort while everybody else stays.

    Where a cohort has its largest size already, one more member is part of the change.

    Parameters
    ----------
    cohorts : mapping
        The members of each cohort, by position, under its label.
    asked : collection of str
        The labels of the cohorts to look at; empty: all of them.
    """
    largest = largest_size(case.program.sizes, map(len, cohorts.values()))
    ways: list[tuple[int, Way]] = []
    for number, (label, members) in enumerate(cohorts.items()):
        if asked and label not in asked:
            continue
        joined = sorted([*members, person])
        size = len(joined) if len(joined) > largest else 0
        ways += _ways_into(label, size, person, joined, _newly_broken(case, members, joined, number), case)
    ways.sort(key=lambda item: item[0])
    return tuple(way for _, way in ways[:TOLD])


def _newly_broken(
    case: Case, members: Sequence[int], joined: Sequence[int], number: int
) -> list[tuple[Rule | None, Finding, Finding]]:
    """The musts that one more member breaks: the rule, and what it finds before and after."""
    rules = (None, *active_rules(case.program))
    before, after = case.judge(members, number), case.judge(joined, number)
    return [
        (rule, then, now)
        for rule, then, now in zip(rules, before, after, strict=True)
        if now.strength is Strength.MUST and now.cost > then.cost
    ]


def _ways_into(
    label: str,
    size: int,
    person: int,
    joined: Sequence[int],
    broken: Sequence[tuple[Rule | None, Finding, Finding]],
    case: Case,
) -> list[tuple[int, Way]]:
    """The ways into one cohort, each with its rank: the lower, the smaller the change."""
    if not broken:
        return [(1, Way(cohort=label, size=size))] if size else []
    if len({now.rule for _, _, now in broken}) > 1:
        return []
    rule, then, now = broken[0]
    card = CARDS[now.rule]
    if card.mends and rule:
        mends = card.mends(rule, case.world, person, joined, then)
        return [(bool(size), Way(cohort=label, rule=now.rule, evidence=(mend,), size=size)) for mend in mends]
    me = case.people[person].id
    evidence = tuple(shown for _, _, after in broken for shown in after.evidence if me in shown.people)
    return [(2 + bool(size), Way(cohort=label, rule=now.rule, evidence=evidence, size=size))]
