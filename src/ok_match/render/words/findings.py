"""Findings in words, with one function per kind of finding. An empty line means that there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Evidence, Finding, PairCount, Strength
from ok_match.render.document import Line

from .phrases import LONGEST_LIST, Names, count, listed, points

#: A mean below this is told with its tenth.
FEW = 3


def of_kind(evidence: Evidence, names: Names) -> str:
    """The subject of the evidence and the people it concerns: ``town: Bend (Ana and Bo)``."""
    kind = evidence.label.replace("_", " ")
    people = names.all(evidence.people)
    return f"{kind} ({people})" if kind and people else kind or people


def named(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001 - one signature for all findings
    """The people concerned, kind by kind, and the cost."""
    text = "; ".join(of_kind(evidence, names) for evidence in finding.evidence)
    return (text + price_of(finding),) if text else ()


def price_of(finding: Finding) -> str:
    """The cost of a rule that is a should, where it has one."""
    should = finding.strength is Strength.SHOULD
    return f" (costs {points(finding.cost)})" if should and finding.cost > 0 else ""


def slots(finding: Finding, size: int, names: Names) -> Line:
    """The times that suit everybody, and those that suit all but a few."""
    free = [slot.label for slot in finding.evidence if not slot.people]
    without = [f"{slot.label} without {names.all(slot.people)}" for slot in finding.evidence if slot.people]
    for_all = [f"{listed(free, 'or')}, when all {size} can come"] if free else []
    return ("; ".join(for_all + without),) if for_all or without else ()


def bound(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The people who sit together."""
    return ("; ".join(names.all(bond.people) for bond in finding.evidence),) if finding.evidence else ()


def counted(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The people of each kind asked for, or nobody."""
    kinds = [f"{kind.label.replace('_', ' ')}: {names.all(kind.people) or 'nobody'}" for kind in finding.evidence]
    return ("; ".join(kinds) + price_of(finding),) if kinds else ()


def helping(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The people who could facilitate, or nobody."""
    helpers = "; ".join(names.all(evidence.people) for evidence in finding.evidence) or "nobody"
    return (helpers + price_of(finding),) if finding.evidence else ()


def lacking(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The values in which nobody is strong."""
    values = [evidence.label for evidence in finding.evidence]
    return (f"{listed(values, 'or')} (costs {points(finding.cost)})",) if values else ()


def stranded(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The people, and the cohort, who share less than their floor."""
    below = [
        f"{names.all(floor.people)}, below {floor.label}"
        if floor.people
        else f"the cohort as a whole, below {floor.label}"
        for floor in finding.evidence
    ]
    return (f"{'; '.join(below)} (costs {points(finding.cost)})",) if below else ()


def meeting_again(pairs: PairCount, together: Sequence[tuple[str, Evidence]], names: Names) -> Line:
    """The pairs who met before and meet again, and who they are, each with the label of their cohort."""
    who = [f"{names.all(met.people)} in cohort {label}" for label, met in together]
    more = len(who) - LONGEST_LIST + 1
    if more > 1:
        who = [*who[: LONGEST_LIST - 1], f"{more} more, named with their cohorts"]
    return (": ".join([beside(pairs, "pair"), *(["; ".join(who)] if who else [])]),)


def beside(pairs: PairCount, singular: str, plural: str = "") -> str:
    """The number of pairs, at random, and at least: ``4 pairs (random rosters of these sizes have 20; ...)``."""
    random = f"{pairs.random:.0f}" if pairs.random >= FEW else f"{pairs.random:.1f}".removesuffix(".0")
    remarks = [f"random rosters of these sizes have {random}"]
    if pairs.pairs and pairs.pairs == pairs.fewest:
        remarks.append("none has fewer")
    elif pairs.exact and pairs.pairs:
        remarks.append(f"the fewest possible is {pairs.fewest}")
    elif pairs.fewest:
        remarks.append(f"at least {pairs.fewest} must")
    number = count(pairs.pairs, singular, plural) if pairs.pairs else f"no {plural or singular + 's'}"
    return f"{number} ({'; '.join(remarks)})"
