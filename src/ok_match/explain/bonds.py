"""The effects of the rules on one person, and on two."""

from __future__ import annotations

from itertools import chain

from ok_match.model import Bond, Evidence, Finding, Reason, Strength

from .scene import Scene, broken_musts, merged

#: The purpose of all cohorts; the pages show it separately from the rules.
OBJECTIVE = "common_ground"


def bonds_of(scene: Scene, person: int) -> tuple[Bond, ...]:
    """The rules that name a person in their cohort, then the musts that keep them apart from anybody."""
    number = scene.cohort_of(person)
    bonds = []
    if number is not None:
        me = scene.people[person].id
        for finding in scene.judge(scene.cohorts[number], number):
            mine = tuple(evidence for evidence in finding.evidence if me in evidence.people)
            if mine and finding.rule != OBJECTIVE:
                bonds.append(_bond(finding, mine, apart=finding.cost > 0))
    return (*bonds, *_parted(scene, person))


def _parted(scene: Scene, person: int) -> list[Bond]:
    """Everybody with whom a must forbids the person to share a cohort, rule by rule."""
    reasons: dict[int, list[Evidence]] = {}
    alone = scene.judge((person,), 0)
    for other in range(len(scene.people)):
        for rule, (apiece, pair) in enumerate(_costs(scene, person, other)):
            if pair.strength is Strength.MUST and pair.cost > apiece:
                ids = scene.ids(sorted((person, other)))
                # Evidence of what two people share, such as one slot too few, names nobody: no reason to part them.
                naming = [evidence for evidence in pair.evidence if set(ids) <= set(evidence.people)]
                reasons.setdefault(rule, []).extend(naming or [Evidence(label="", people=ids)])
    return [_bond(alone[rule], merged(evidence), apart=True) for rule, evidence in sorted(reasons.items())]


def bonds_between(scene: Scene, first: int, second: int) -> tuple[Bond, ...]:
    """The rules that bind two people together, and the *should* rules that would rather part them."""
    ids = set(scene.ids((first, second)))
    bonds = []
    for apiece, pair in _costs(scene, first, second):
        if pair.rule == OBJECTIVE or pair.rule in scene.of_cohorts:
            continue
        naming = tuple(evidence for evidence in pair.evidence if ids <= set(evidence.people))
        if pair.cost > apiece and pair.strength is Strength.SHOULD:
            bonds.append(_bond(pair, naming, apart=True))
        elif naming and pair.cost < apiece:
            bonds.append(_bond(pair, naming, apart=False))
    return tuple(bonds)


def forbidden(scene: Scene, first: int, second: int) -> tuple[Reason, ...]:
    """The musts that no cohort with both people could keep, whoever else sits in it; empty if one could.

    People whom the rules bind to either of them come along, so a companion of one may be what parts the two.
    """
    unit = scene.companions((first, second))
    if len(unit) > scene.largest:
        return (Reason(rule="size", evidence=(Evidence(label="", people=scene.ids(unit)),)),)
    broken = [
        [finding for finding in broken_musts(scene.judge(unit, number)) if finding.rule not in scene.of_cohorts]
        for number in range(len(scene.cohorts))
    ]
    if not all(broken):
        return ()
    everywhere = set.intersection(*({finding.rule for finding in findings} for findings in broken))
    reasons: dict[str, list[Evidence]] = {}
    for finding in chain.from_iterable(broken):
        if not everywhere or finding.rule in everywhere:
            reasons.setdefault(finding.rule, []).extend(finding.evidence)
    return tuple(
        Reason(rule=rule, evidence=merged(evidence) if grounds is None else grounds)
        for rule, evidence in reasons.items()
        for grounds in [scene.grounds(rule, unit)]
    )


def _costs(scene: Scene, first: int, second: int) -> list[tuple[int, Finding]]:
    """For each rule: the cost of two people in cohorts of their own, and the finding for both in one cohort."""
    if first == second:
        return []
    findings = zip(
        scene.judge((first,), 0), scene.judge((second,), 0), scene.judge(sorted((first, second)), 0), strict=True
    )
    return [(alone.cost + other.cost, pair) for alone, other, pair in findings]


def _bond(finding: Finding, evidence: tuple[Evidence, ...], *, apart: bool) -> Bond:
    return Bond(rule=finding.rule, strength=finding.strength, apart=apart, evidence=evidence)
