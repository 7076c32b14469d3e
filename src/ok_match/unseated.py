"""Why somebody has no seat, and what would change that: every change told was tried, and holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from . import partition
from . import rules as constraints
from .model import (
    Apart,
    Counted,
    Evidence,
    Finding,
    Leftovers,
    Program,
    Relief,
    Roster,
    Rule,
    Seat,
    SharedSlots,
    Sizes,
    Strength,
    Term,
    Terms,
    Together,
    Way,
)

#: How many changes are told, and how many are tried to find them.
TOLD, TRIED = 3, 24
SLOT_RULE = "meeting_slot"
#: Judges a cohort (positions, ascending) of some number by every rule.
Judge = Callable[[Sequence[int], int], tuple[Finding, ...]]


#: The least that a cohort shrinks to, and by how many it may exceed the largest size, where cohorts may stretch.
SMALLEST, STRETCH = 2, 2


class Stretched(Sizes):
    """The sizes of a given number of cohorts that need not be even: each is within ``min`` and ``max``."""


def stretches(sizes: Sizes, people: int) -> Iterator[Sizes]:
    """Give sizes let stretch, the least first.

    Of a given number of cohorts, some may shrink before others grow past the size of even ones.
    """
    largest = even_size(sizes, people)
    if sizes.count is None:
        yield from (sizes.model_copy(update={"max": largest + more}) for more in range(1, STRETCH + 1))
    elif largest >= SMALLEST:
        yield from (Stretched(min=SMALLEST, max=largest + more, count=sizes.count) for more in range(STRETCH + 1))


def even_size(sizes: Sizes, people: int) -> int:
    """Give the largest size that is welcome: ``max``, or with a number of cohorts that of even ones."""
    return sizes.max if sizes.count is None else -(-people // sizes.count)


def plans_of(sizes: Sizes, people: int) -> Iterator[partition.SizePlan]:
    """Give the ways to size cohorts, the most welcome first."""
    uneven = isinstance(sizes, Stretched)
    return partition.plans(people, sizes.min, sizes.max, target=sizes.target, count=sizes.count, uneven=uneven)


def musts_of(program: Program, world: constraints.World) -> tuple[Terms, tuple[Rule, ...]]:
    """Give the terms that may not be broken, and for each the rule that it comes from."""
    rules = constraints.active_rules(program)
    terms: list[Term] = []
    owners: list[Rule] = []
    for rule, one in zip(rules, constraints.constraints_of(program, world)[1:], strict=True):
        hard = [term for term in one.terms() if _is_must(term)] if rule.strength is Strength.MUST else []
        terms += hard
        owners += [rule] * len(hard)
    return Terms(len(world.people), tuple(terms)), tuple(owners)


def _is_must(term: Term) -> bool:
    return (
        isinstance(term, Apart | Together | Seat)
        or (isinstance(term, SharedSlots) and term.weight is None)
        or (isinstance(term, Counted) and term.must)
    )


def fewest_waiting(program: Program, world: constraints.World, seed: int, below: int | None = None) -> int | None:
    """Find how few must wait; ``None`` where nobody can be seated, or not fewer than ``below`` wait."""
    terms, _ = musts_of(program, world)
    plans = plans_of(program.cohorts, terms.people)
    fewer = (plan for plan in plans if below is None or plan.waiting < below)
    plan = partition.quick_plan(terms, fewer, np.random.default_rng(seed))
    return None if plan is None else plan.waiting


def reliefs(
    program: Program, world: constraints.World, seed: int, waiting: int | None, concerned: Sequence[str] = ()
) -> tuple[Relief, ...]:
    """Find the smallest changes of a program under which fewer wait, or under which there are cohorts at all.

    Parameters
    ----------
    waiting : int or None
        How many wait now; ``None`` where no roster keeps every must.
    concerned : sequence of str
        The ids of those whom it is about: of the changes that name people, those that name one of them are tried.
    """
    found: list[Relief] = []
    fitting = (
        (relief, changed)
        for relief, changed in _changes(program, world)
        if not (relief.people and concerned) or set(relief.people) & set(concerned)
    )
    for tried, (relief, changed) in enumerate(fitting):
        if tried == TRIED or len(found) == TOLD:
            break
        left = fewest_waiting(changed, world, seed, waiting)
        if left is not None:
            found.append(relief.model_copy(update={"waiting": left}))
    return tuple(found)


def _changes(program: Program, world: constraints.World) -> Iterator[tuple[Relief, Program]]:
    """Give changed programs, the smallest changes first: sizes, numbers in rules, one name less, one rule less."""
    yield from _other_sizes(program, len(world.people))
    musts = [(turn, rule) for turn, rule in enumerate(program.rules) if rule.strength is Strength.MUST]
    for turn, rule in musts:
        for setting, value in _easier(rule):
            changed = rule.model_copy(update={"arguments": rule.arguments | {setting: value}})
            yield Relief(rule=rule.rule, setting=setting, value=str(value)), _with(program, turn, changed)
    for turn, rule in musts:
        for setting, fewest in (("people", 2), ("pairs", 1)):
            named = rule.arguments.get(setting)
            for one in named if isinstance(named, list) and len(named) > fewest else ():
                rest = [other for other in named if other != one] if isinstance(named, list) else []
                changed = rule.model_copy(update={"arguments": rule.arguments | {setting: rest}})
                people = _ids([str(name) for name in (one if isinstance(one, list) else [one])], rule, world)
                yield Relief(rule=rule.rule, setting=setting, people=people), _with(program, turn, changed)
    for turn, rule in musts:
        off = _with(program, turn, rule.model_copy(update={"strength": Strength.OFF}))
        yield Relief(rule=rule.rule, people=_ids(_named(rule), rule, world)), off


def _other_sizes(program: Program, people: int) -> Iterator[tuple[Relief, Program]]:
    sizes = program.cohorts
    if sizes.count is not None:
        if program.leftovers is not Leftovers.STRETCH:
            for looser in list(stretches(sizes, people))[-1:]:
                yield Relief(rule="leftovers", value="stretch"), program.model_copy(update={"cohorts": looser})
        for count in (sizes.count - 1, sizes.count + 1):
            if count >= 1:
                changed = program.model_copy(update={"cohorts": Sizes(count=count)})
                yield Relief(rule="count", value=str(count)), changed
        return
    for low, high in (
        (sizes.min, sizes.max + 1),
        (sizes.min - 1, sizes.max),
        (sizes.min, sizes.max + 2),
        (sizes.min - 2, sizes.max),
        (min(people, sizes.min), sizes.max),
    ):
        if 2 <= low <= high and (low < sizes.min or high > sizes.max):
            bounds = Sizes(min=low, max=high, target=sizes.target)
            yield Relief(rule="size", value=f"{low}-{high}"), program.model_copy(update={"cohorts": bounds})


def _easier(rule: Rule) -> Iterator[tuple[str, int | float]]:
    """Give each number of a rule one step easier to keep."""
    for setting, step in (("slots", -1), ("least", -1), ("most", 1), ("gap", 1), ("within", 1)):
        value = rule.arguments.get(setting, _USUAL.get((rule.rule, setting)))
        if isinstance(value, int | float) and not isinstance(value, bool) and (step > 0 or value > 1):
            yield setting, value + step


#: Settings that rules have where they are not written down.
_USUAL = {("time_zone", "gap"): 3, ("similar", "within"): 0}


def _with(program: Program, turn: int, rule: Rule) -> Program:
    rules = (*program.rules[:turn], rule, *program.rules[turn + 1 :])
    return program.model_copy(update={"rules": rules})


def _named(rule: Rule) -> list[str]:
    people = rule.arguments.get("people", [])
    pairs = rule.arguments.get("pairs", [])
    if isinstance(pairs, list) and pairs:
        return sorted({str(one) for pair in pairs if isinstance(pair, list) for one in pair})
    person = rule.arguments.get("person")
    listed = [one for one in people if isinstance(one, str)] if isinstance(people, list) else []
    pairs = rule.arguments.get("pairs", [])
    for pair in pairs if isinstance(pairs, list) else ():
        listed += [str(one) for one in pair if one not in listed] if isinstance(pair, list) else []
    return [*listed, *([person] if isinstance(person, str) else [])]


def _ids(named: Sequence[str], rule: Rule, world: constraints.World) -> tuple[str, ...]:
    found = [world.find(one, rule) for one in named]
    return world.ids([i for i in found if i is not None])


def with_ways(
    roster: Roster, program: Program, sizes: Sizes, world: constraints.World, seed: int, judge: Judge
) -> Roster:
    """Say of those who wait what would seat them, and of the program what would leave fewer waiting.

    ``sizes`` are those that the cohorts were formed with, which may be stretched.
    """
    stretched = 0
    if sizes.count is None or isinstance(sizes, Stretched):
        stretched = sizes.max - even_size(program.cohorts, len(world.people))
    if not roster.waitlist:
        return roster.model_copy(update={"stretched": stretched})
    program = program.model_copy(update={"cohorts": sizes})
    position = {person.id: i for i, person in enumerate(world.people)}
    labels = [cohort.label for cohort in roster.cohorts]
    seated = [sorted(position[one] for one in cohort.members) for cohort in roster.cohorts]
    waiting = [one.participant for one in roster.waitlist]
    return roster.model_copy(
        update={
            "stretched": stretched,
            "reliefs": reliefs(program, world, seed, len(waiting), waiting),
            "waitlist": tuple(
                one.model_copy(
                    update={
                        "ways": ways_in(
                            position[one.participant],
                            seated,
                            labels,
                            program,
                            world,
                            judge,
                            {reason.cohort for reason in one.reasons},
                        )
                    }
                )
                for one in roster.waitlist
            ),
        }
    )


def ways_in(
    person: int,
    cohorts: Sequence[Sequence[int]],
    labels: Sequence[str],
    program: Program,
    world: constraints.World,
    judge: Judge,
    asked: Collection[str] = (),
) -> tuple[Way, ...]:
    """Find single changes that would let somebody who waits join a cohort while everybody else stays.

    Where a cohort has its largest size already, one more is part of the change. ``asked`` are the labels of the cohorts
    to look at; empty: all.
    """
    sizes = program.cohorts
    even = sizes.count is not None and not isinstance(sizes, Stretched)
    largest = max(map(len, cohorts), default=0) if even else sizes.max
    found: list[tuple[int, Way]] = []
    for number, (members, label) in enumerate(zip(cohorts, labels, strict=True)):
        if asked and label not in asked:
            continue
        joined = sorted([*members, person])
        before, after = judge(members, number), judge(joined, number)
        broken = [
            now
            for then, now in zip(before, after, strict=True)
            if now.strength is Strength.MUST and now.cost > then.cost
        ]
        size = len(joined) if len(joined) > largest else 0
        if not broken and size:
            found.append((1, Way(cohort=label, size=size)))
        elif {one.rule for one in broken} == {SLOT_RULE}:
            slots = [one.label for now in before if now.rule == SLOT_RULE for one in now.evidence if not one.people]
            found += [
                (bool(size), Way(cohort=label, rule=SLOT_RULE, evidence=(Evidence(label=slot),), size=size))
                for slot in slots
                if _free_then(person, slot, joined, program, world)
            ]
        elif len({one.rule for one in broken}) == 1:
            me = world.people[person].id
            evidence = tuple(shown for one in broken for shown in one.evidence if me in shown.people)
            way = Way(cohort=label, rule=broken[0].rule, evidence=evidence, size=size)
            found.append((2 + bool(size), way))
    found.sort(key=lambda item: item[0])
    return tuple(way for _, way in found[:TOLD])


def _free_then(person: int, slot: str, joined: Sequence[int], program: Program, world: constraints.World) -> bool:
    """Say whether a cohort could meet if somebody could come at one more time."""
    rule = next(rule for rule in constraints.active_rules(program) if rule.rule == SLOT_RULE)
    me = world.people[person]
    traits = tuple(
        trait.model_copy(update={"values": (*trait.values, slot)}) if trait.name == "availability" else trait
        for trait in me.traits
    )
    people = [me.model_copy(update={"traits": traits}) if i == person else one for i, one in enumerate(world.people)]
    changed = constraints.World(people, world.held, world.affinity)
    return constraints.CONSTRAINTS[SLOT_RULE](rule, changed).finding(joined, 0).cost == 0
