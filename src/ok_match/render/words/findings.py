"""How findings are put into words, one function a kind of finding; an empty line: there is nothing to say."""

from __future__ import annotations

from ok_match.model import Evidence, Finding, Strength
from ok_match.render.document import Line

from .phrases import Names, listed, points


def of_kind(evidence: Evidence, names: Names) -> str:
    """Say what evidence is about and whom it concerns: ``town: Bend (Ana and Bo)``."""
    kind = evidence.label.replace("_", " ")
    people = names.all(evidence.people)
    return f"{kind} ({people})" if kind and people else kind or people


def named(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001 - one signature for all findings
    """Those concerned, kind by kind, and what it costs."""
    said = "; ".join(of_kind(one, names) for one in finding.evidence)
    return (said + _price(finding),) if said else ()


def _price(finding: Finding) -> str:
    """Say what a wish costs, if it does."""
    wish = finding.strength is Strength.SHOULD
    return f" (costs {points(finding.cost)})" if wish and finding.cost > 0 else ""


def spread(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The lines of work that several members are in."""
    if not finding.evidence:
        return ()
    same = [f"{one.label}: {names.all(one.people)}" for one in finding.evidence]
    return (f"{'; '.join(same)} (costs {points(finding.cost)})",)


def slots(finding: Finding, size: int, names: Names) -> Line:
    """The times that suit everybody, and those that suit all but a few."""
    free = [one.label for one in finding.evidence if not one.people]
    without = [f"{one.label} without {names.all(one.people)}" for one in finding.evidence if one.people]
    said = [f"{listed(free, 'or')}, when all {size} can come"] if free else []
    return ("; ".join(said + without),) if said or without else ()


def bound(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """Those who sit together."""
    return ("; ".join(names.all(one.people) for one in finding.evidence),) if finding.evidence else ()


def counted(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """Who is of each kind that is asked for, or that nobody is."""
    said = [f"{one.label.replace('_', ' ')}: {names.all(one.people) or 'nobody'}" for one in finding.evidence]
    return ("; ".join(said) + _price(finding),) if said else ()


def helping(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """Who could facilitate, or that nobody could."""
    helping = "; ".join(names.all(one.people) for one in finding.evidence) or "nobody"
    return (helping + _price(finding),) if finding.evidence else ()


def lacking(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """The values in which nobody is strong."""
    lacking = [one.label for one in finding.evidence]
    return (f"{listed(lacking, 'or')} (costs {points(finding.cost)})",) if lacking else ()


def stranded(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """Who shares less than the floor, and whether the cohort does."""
    said = [
        f"{names.all(one.people)} with less than {one.label}" if one.people else f"the cohort, below {one.label}"
        for one in finding.evidence
    ]
    return (f"{'; '.join(said)} (costs {points(finding.cost)})",) if said else ()
