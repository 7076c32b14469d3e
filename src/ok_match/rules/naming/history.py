"""History: people who shared a cohort before should meet new peers, or stay together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Literal

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.wished import Wished
from ok_match.rules.world import World, no_answers

#: Answers to the earlier group that name none.
_NONE = frozenset({"no", "none", "n/a", "na", "-", "new", "first time", "not applicable", "no one", "nobody", "never"})


class HistoryArguments(Noun):
    """``mode``: whether people who met should part or stay; ``records``: the files of earlier runs.

    ``met`` holds the cohorts of those files, as e-mail addresses or ids; whoever reads the files fills it in.
    """

    mode: Literal["avoid", "keep"] = "avoid"
    records: tuple[str, ...] = ()
    met: tuple[tuple[str, ...], ...] = ()


def history(rule: Rule, wanted: HistoryArguments, weight: int, world: World) -> Wished:
    """The pairs who met; a pair counts once for each earlier cohort that it shared.

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
    sign = 1 if wanted.mode == "keep" else -1
    points: dict[tuple[int, int], int] = defaultdict(int)
    why: dict[tuple[int, int], str] = {}
    for label, members in groups:
        for pair in combinations(members, 2):
            points[pair] += sign * weight
            why.setdefault(pair, label)
    return Wished(world, rule.rule, dict(points), why)


def _told(world: World) -> Iterable[tuple[str, list[int]]]:
    """The people who named the same earlier group."""
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
    """The people of each earlier cohort who are here again."""
    position = {person.id.casefold(): i for i, person in enumerate(world.people)}
    position |= {person.email.casefold(): i for i, person in enumerate(world.people) if person.email}
    return [
        ("", sorted({position[name.casefold()] for name in cohort if name.casefold() in position})) for cohort in met
    ]


CARD = Card(
    name="history",
    read=history,
    arguments=HistoryArguments,
    weight=200,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    needs="earlier_group",
    reads_records=True,
)
