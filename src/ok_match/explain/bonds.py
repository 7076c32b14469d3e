"""What the rules have to do with one person, and with two."""

from __future__ import annotations

from ok_match.model import Bond, Evidence, Finding, Reason, Strength

from .scene import Scene, broken_musts, merged

#: Not a rule that binds: it is what cohorts are formed for, and is told by itself.
OBJECTIVE = "common_ground"


def bonds_of(scene: Scene, person: int) -> tuple[Bond, ...]:
    """Gather the rules that name a person in their cohort, then the musts that keep them apart from anybody."""
    number = scene.cohort_of(person)
    bonds = []
    if number is not None:
        me = scene.people[person].id
        for finding in scene.judge(scene.cohorts[number], number):
            mine = tuple(one for one in finding.evidence if me in one.people)
            if mine and finding.rule != OBJECTIVE:
                bonds.append(_bond(finding, mine, apart=finding.cost > 0))
    return (*bonds, *_parted(scene, person))


def _parted(scene: Scene, person: int) -> list[Bond]:
    """Find everybody with whom a must lets the person share no cohort, rule by rule."""
    kept: dict[int, list[Evidence]] = {}
    rules = scene.judge((person,), 0)
    for other in range(len(scene.people)):
        for turn, (apiece, pair) in enumerate(_in_one(scene, person, other)):
            if pair.strength is Strength.MUST and pair.cost > apiece:
                both = scene.ids(sorted((person, other)))
                # What two people do share, such as a time too few, names nobody and is no reason to part them.
                naming = [one for one in pair.evidence if set(both) <= set(one.people)]
                kept.setdefault(turn, []).extend(naming or [Evidence(label="", people=both)])
    return [_bond(rules[turn], merged(found), apart=True) for turn, found in sorted(kept.items())]


def bonds_between(scene: Scene, first: int, second: int) -> tuple[Bond, ...]:
    """Gather the rules that bind two people to one another, and the wishes that would rather part them."""
    both = {scene.people[first].id, scene.people[second].id}
    bonds = []
    for apiece, pair in _in_one(scene, first, second):
        if pair.rule == OBJECTIVE or pair.rule in scene.of_cohorts:
            continue
        naming = tuple(one for one in pair.evidence if both <= set(one.people))
        if pair.cost > apiece and pair.strength is Strength.SHOULD:
            bonds.append(_bond(pair, naming, apart=True))
        elif naming and pair.cost < apiece:
            bonds.append(_bond(pair, naming, apart=False))
    return tuple(bonds)


def forbidden(scene: Scene, first: int, second: int) -> tuple[Reason, ...]:
    """Name the musts for which no cohort can have both, whoever else sits in it; empty if one could.

    Those whom the rules bind to either come along, so that a friend of the one may be what parts them.
    """
    unit = scene.companions((first, second))
    if len(unit) > scene.largest:
        return (Reason(rule="size", evidence=(Evidence(label="", people=scene.ids(unit)),)),)
    broken = [
        [one for one in broken_musts(scene.judge(unit, number)) if one.rule not in scene.of_cohorts]
        for number in range(len(scene.cohorts))
    ]
    if not all(broken):
        return ()
    everywhere = set.intersection(*({one.rule for one in findings} for findings in broken))
    reasons: dict[str, list[Evidence]] = {}
    for one in [one for findings in broken for one in findings if not everywhere or one.rule in everywhere]:
        reasons.setdefault(one.rule, []).extend(one.evidence)
    return tuple(
        Reason(rule=rule, evidence=merged(evidence) if grounds is None else grounds)
        for rule, evidence in reasons.items()
        for grounds in [scene.grounds(rule, unit)]
    )


def _in_one(scene: Scene, first: int, second: int) -> list[tuple[int, Finding]]:
    """Give each rule's cost of two people in cohorts of their own, and its finding for both in one."""
    if first == second:
        return []
    one, other = scene.judge((first,), 0), scene.judge((second,), 0)
    pair = scene.judge(sorted((first, second)), 0)
    return [(a.cost + b.cost, both) for a, b, both in zip(one, other, pair, strict=True)]


def _bond(finding: Finding, evidence: tuple[Evidence, ...], *, apart: bool) -> Bond:
    return Bond(rule=finding.rule, strength=finding.strength, apart=apart, evidence=evidence)
