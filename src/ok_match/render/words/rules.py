"""What the rules are called, and what each has to say of a cohort, of a seat and of somebody who waits."""

from __future__ import annotations

from collections.abc import Callable

from ok_match.model import Evidence, Finding, Strength
from ok_match.render.document import Line

from .phrases import Names, listed, points

#: Rule: how it is named in a list of what is kept.
RULE_NAMES = {
    "apart": "apart",
    "at_least": "enough of each kind asked for",
    "at_most": "not too many of a kind",
    "balance": "balance",
    "conflict": "conflicts between people",
    "facilitators": "somebody to facilitate",
    "history": "who met before",
    "industry_spread": "different lines of work",
    "meeting_mode": "one way of meeting",
    "meeting_slot": "a shared meeting time",
    "nobody_alone": "nobody alone of a kind",
    "nobody_stranded": "nobody stranded",
    "one_per": "one of each kind",
    "requests": "requests",
    "same_organisation": "no colleagues",
    "seat": "fixed seats",
    "similar": "similar size or stage",
    "size": "size",
    "strong_in_each": "somebody strong in each value",
    "time_zone": "time zones",
    "together": "together",
}
#: What a sheet lacks where a rule cannot be judged.
UNKNOWN = {"same_organisation": "organisations", "meeting_slot": "meeting times"}
#: Rule: why it holds somebody out of the cohorts that are named after it.
WAITS_FOR = {
    "apart": "Must be kept apart from somebody in",
    "at_most": "There are enough of their kind in",
    "conflict": "A conflict with somebody in",
    "facilitators": "Would sit beside somebody they conflict with in",
    "meeting_mode": "Would meet in another way than those in",
    "meeting_slot": "Would leave no time that suits all in",
    "nobody_alone": "Would be the only one of a kind in",
    "one_per": "Somebody of the same kind sits in",
    "same_organisation": "A colleague sits in",
    "seat": "A fixed seat forbids",
    "similar": "Too unlike in size or stage for",
    "size": "Full",
    "time_zone": "Too many hours away from somebody in",
    "together": "Would sit without their companion in",
}
#: Rule: how it is told where it is against a seat, before the evidence is listed.
PARTS = {
    "apart": "Kept apart by rule",
    "at_least": "Too few of a kind that is asked for",
    "at_most": "More of a kind than asked for",
    "balance": "Out of balance",
    "conflict": "A conflict between them",
    "facilitators": "A facilitator beside somebody they conflict with",
    "history": "Met before",
    "industry_spread": "Similar work",
    "meeting_mode": "Would meet in different ways",
    "meeting_slot": "No time in common",
    "nobody_alone": "The only one of a kind",
    "nobody_stranded": "Shares less with the cohort than people here usually share",
    "one_per": "Of one kind",
    "same_organisation": "Colleagues never share a cohort",
    "seat": "Fixed seats that no cohort has both of",
    "similar": "Unlike in size or stage",
    "size": "More people must come along than a cohort may have",
    "strong_in_each": "Nobody is strong in a value",
    "time_zone": "Too many hours apart",
    "together": "Bound to sit together, which another rule forbids",
}
#: Rule: how it is told where it is for a seat.
HOLDS = {
    "at_least": "Of a kind that every cohort needs",
    "facilitators": "Could facilitate",
    "history": "Met before, and stays together",
    "requests": "Asked to sit together",
    "seat": "Fixed seat",
    "together": "Together by rule",
}


def of_kind(evidence: Evidence, names: Names) -> str:
    """Say what evidence is about and whom it concerns: ``town: Bend (Ana and Bo)``."""
    kind = evidence.label.replace("_", " ")
    people = names.all(evidence.people)
    return f"{kind} ({people})" if kind and people else kind or people


def _named(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001 - one signature for all findings
    """List those concerned, and what it costs."""
    said = "; ".join(of_kind(one, names) for one in finding.evidence)
    return (said + _price(finding),) if said else ()


def _price(finding: Finding) -> str:
    """Say what a wish costs, if it does."""
    wish = finding.strength is Strength.SHOULD
    return f" (costs {points(finding.cost)})" if wish and finding.cost > 0 else ""


def _spread(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    if not finding.evidence:
        return ()
    same = [f"{one.label}: {names.all(one.people)}" for one in finding.evidence]
    return (f"{'; '.join(same)} (costs {points(finding.cost)})",)


def _slots(finding: Finding, size: int, names: Names) -> Line:
    free = [one.label for one in finding.evidence if not one.people]
    without = [f"{one.label} without {names.all(one.people)}" for one in finding.evidence if one.people]
    said = [f"{listed(free, 'or')}, when all {size} can come"] if free else []
    return ("; ".join(said + without),) if said or without else ()


def _bound(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    return ("; ".join(names.all(one.people) for one in finding.evidence),) if finding.evidence else ()


def _counted(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    """Tell who is of each kind that is asked for, or that nobody is."""
    said = [f"{one.label.replace('_', ' ')}: {names.all(one.people) or 'nobody'}" for one in finding.evidence]
    return ("; ".join(said) + _price(finding),) if said else ()


def _helping(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    helping = "; ".join(names.all(one.people) for one in finding.evidence) or "nobody"
    return (helping + _price(finding),) if finding.evidence else ()


def _lacking(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    lacking = [one.label for one in finding.evidence]
    return (f"{listed(lacking, 'or')} (costs {points(finding.cost)})",) if lacking else ()


def _stranded(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001
    said = [
        f"{names.all(one.people)} with less than {one.label}" if one.people else f"the cohort, below {one.label}"
        for one in finding.evidence
    ]
    return (f"{'; '.join(said)} (costs {points(finding.cost)})",) if said else ()


#: Rule: the label of its line in a cohort, and how its finding is put into words (empty: nothing to say).
FINDINGS: dict[str, tuple[str, Callable[[Finding, int, Names], Line]]] = {
    "meeting_slot": ("Can meet", _slots),
    "facilitators": ("Could facilitate", _helping),
    "together": ("Together by rule", _bound),
    "requests": ("Asked to sit together", _bound),
    "seat": ("Fixed seats", _bound),
    "apart": ("Rather apart", _named),
    "conflict": ("A conflict, and together all the same", _named),
    "same_organisation": ("Colleagues", _named),
    "history": ("Met before", _named),
    "industry_spread": ("Similar work", _spread),
    "one_per": ("Of one kind", _named),
    "at_most": ("Many of a kind", _named),
    "at_least": ("Asked for", _counted),
    "nobody_alone": ("Only one of a kind", _named),
    "balance": ("Out of balance", _named),
    "similar": ("Unlike in size or stage", _named),
    "strong_in_each": ("Nobody strong in", _lacking),
    "meeting_mode": ("Ways to meet", _named),
    "time_zone": ("Hours apart", _named),
    "nobody_stranded": ("Share little", _stranded),
}
