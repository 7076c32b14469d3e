"""History: people who shared a cohort before should meet new peers, or stay together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Literal

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .wished import Wished

#: What a pair that met before counts for, in affinity points.
WEIGHT = 200
#: Answers to the earlier group that name none.
_NONE = frozenset({"no", "none", "n/a", "na", "-", "new", "first time", "not applicable", "no one", "nobody", "never"})


class HistoryArguments(Noun):
    """``mode``: whether people who met should part or stay; ``records``: the files of earlier runs.

    ``met`` holds the cohorts of those files, as e-mail addresses or ids; whoever reads the files fills it in.
    """

    mode: Literal["avoid", "keep"] = "avoid"
    records: tuple[str, ...] = ()
    met: tuple[tuple[str, ...], ...] = ()


def history(rule: Rule, world: World) -> Wished:
    """Read the rule ``history``: a pair counts once for each earlier cohort that it shared.

    Raises
    ------
    ProgramError
        If neither the sheet nor a record says who met before.
    """
    insist(rule, Strength.SHOULD)
    arguments = arguments_of(rule, HistoryArguments)
    groups = [*_told(world), *_recorded(world, arguments.met)]
    if arguments.records and not arguments.met:
        raise ProgramError(
            f"program, rule {rule.rule}",
            f"the records {', '.join(arguments.records)} have not been read.",
            "Nothing was matched.",
            "read the program from its file, or give the earlier cohorts as met.",
        )
    if not arguments.records and not arguments.met and not any(p.trait("earlier_group") for p in world.people):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "neither the sheet nor a record says who met before.",
            "Nothing was matched, so that the rule is not lost without a word.",
            'give records = ["spring.json"], or name the column under [columns] as earlier_group.',
        )
    sign = 1 if arguments.mode == "keep" else -1
    points: dict[tuple[int, int], int] = defaultdict(int)
    why: dict[tuple[int, int], str] = {}
    for label, members in groups:
        for pair in combinations(members, 2):
            points[pair] += sign * usual(rule, WEIGHT)
            why.setdefault(pair, label)
    return Wished(world, rule.rule, dict(points), why)


def _told(world: World) -> Iterable[tuple[str, list[int]]]:
    """Gather who named the same earlier group."""
    groups: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for i, person in enumerate(world.people):
        for value in person.trait("earlier_group"):
            key = " ".join(value.casefold().split()).strip(" .")
            if key and key not in _NONE:
                groups[key].append(i)
                spelt[key] = min(spelt.get(key, value), value)
    return [(spelt[key], sorted(set(groups[key]))) for key in sorted(groups)]


def _recorded(world: World, met: tuple[tuple[str, ...], ...]) -> Iterable[tuple[str, list[int]]]:
    """Find the people of earlier cohorts who are here again."""
    position = {person.id.casefold(): i for i, person in enumerate(world.people)}
    position |= {person.email.casefold(): i for i, person in enumerate(world.people) if person.email}
    return [("", sorted({position[one.casefold()] for one in cohort if one.casefold() in position})) for cohort in met]
