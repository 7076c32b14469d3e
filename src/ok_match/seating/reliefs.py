"""Which changes of a program would seat more people. Every change that is told was tried, and holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ok_match import partition
from ok_match.model import Leftovers, Predicament, Program, Relief, Rule, Sizes, Strength
from ok_match.rules import CARDS

from .case import Case
from .stretch import SMALLEST, stretches
from .suiting import fewest_in_any

#: How many changes are told, and how many are tried to find them.
TOLD, TRIED = 3, 24
#: Changed fields of a program.
Changes = dict[str, object]


def predicament(case: Case, seed: int, waiting: int | None) -> Predicament:
    """Why not everybody can be seated, or why there are no cohorts at all, and what would help.

    Parameters
    ----------
    waiting : int or None
        How many people would wait; ``None`` where no roster keeps every must.
    """
    terms, owners = case.musts
    sizes = case.program.sizes
    hindrance = partition.hindrance(terms, sizes.min, sizes.max, sizes.count, everybody=waiting is not None)
    concerned = case.world.ids(hindrance.people)
    return Predicament(
        obstacle=hindrance.obstacle,
        found=hindrance.found,
        limit=hindrance.limit,
        people=concerned,
        rules=tuple(owners[term] for term in hindrance.terms),
        total=terms.people,
        waiting=waiting,
        reliefs=reliefs(case, seed, waiting, concerned),
        participants=tuple(case.people),
    )


def reliefs(case: Case, seed: int, waiting: int | None, concerned: Sequence[str] = ()) -> tuple[Relief, ...]:
    """The smallest changes of a program under which fewer people wait, or under which there are cohorts at all.

    Parameters
    ----------
    waiting : int or None
        How many wait now; ``None`` where no roster keeps every must.
    concerned : sequence of str
        Ids of the people in question. Of the changes that name people, only those that name one of them are tried.
    """
    helpful: list[Relief] = []
    by_size = waiting
    fitting = (
        (relief, changes)
        for relief, changes in _candidates(case)
        if not (relief.people and concerned) or set(relief.people) & set(concerned)
    )
    for tried, (relief, changes) in enumerate(fitting):
        if tried == TRIED or len(helpful) == TOLD:
            break
        sized = relief.rule == "size"
        left = fewest_in_any(case.under(**changes), seed, by_size if sized else waiting)
        if left is None:
            continue
        if sized:
            # The smallest change of sizes and the one that seats the most; sizes come before all other changes.
            del helpful[1:]
            by_size = left
        helpful.append(relief.model_copy(update={"waiting": left}))
    return tuple(helpful)


def _candidates(case: Case) -> Iterator[tuple[Relief, Changes]]:
    """Changes of the program, the smallest first: sizes, numbers in rules, one name less, one rule less."""
    yield from _other_sizes(case.program, len(case.people))
    rules = case.program.rules
    musts = [(index, rule) for index, rule in enumerate(rules) if rule.strength is Strength.MUST]

    def instead(index: int, **changes: object) -> Changes:
        return {"rules": (*rules[:index], rules[index].model_copy(update=changes), *rules[index + 1 :])}

    for index, rule in musts:
        for setting, value in CARDS[rule.rule].eased(rule):
            relief = Relief(rule=rule.rule, setting=setting, value=str(value))
            yield relief, instead(index, arguments=rule.arguments | {setting: value})
    for index, rule in musts:
        for setting, left_out, rest in CARDS[rule.rule].shortened(rule):
            relief = Relief(rule=rule.rule, setting=setting, people=_ids(left_out, rule, case))
            yield relief, instead(index, arguments=rule.arguments | {setting: rest})
    for index, rule in musts:
        people = _ids(CARDS[rule.rule].named(rule), rule, case)
        yield Relief(rule=rule.rule, people=people), instead(index, strength=Strength.OFF)


def _other_sizes(program: Program, people: int) -> Iterator[tuple[Relief, Changes]]:
    sizes = program.sizes
    if sizes.count is not None:
        if program.leftovers is not Leftovers.STRETCH:
            for looser in list(stretches(sizes, people))[-1:]:
                yield Relief(rule="leftovers", value="stretch"), {"cohorts": looser}
        for count in (sizes.count - 1, sizes.count + 1):
            if count >= 1:
                yield Relief(rule="count", value=str(count)), {"cohorts": Sizes(count=count)}
        return
    for low, high in (
        (sizes.min, sizes.max + 1),
        (sizes.min - 1, sizes.max),
        (sizes.min, sizes.max + 2),
        *((low, sizes.max) for low in range(sizes.min - 2, SMALLEST - 1, -1)),
    ):
        if SMALLEST <= low <= high:
            yield Relief(rule="size", value=f"{low}-{high}"), {"cohorts": Sizes(min=low, max=high, target=sizes.target)}


def _ids(named: Sequence[str], rule: Rule, case: Case) -> tuple[str, ...]:
    positions = [case.world.find(name, rule) for name in named]
    return case.world.ids([i for i in positions if i is not None])
