"""The names that go with people: those that cohorts keep, and those that the program gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ok_match.errors import ProgramError
from ok_match.model import Kept
from ok_match.rules import folded

from .formed import Formed
from .known import fixed_seats, followed_by


def kept_members(formed: Formed) -> tuple[Kept, ...]:
    """For each cohort that goes by the label of one in the record that is followed: how many of its members stayed."""
    cohorts = dict(zip(formed.labels, formed.cohorts, strict=True))
    return tuple(
        Kept(label=known.label, was=known.was, kept=len(set(known.members) & set(cohorts[known.label])))
        for known in followed_by(formed.case)
        if known.label in cohorts
    )


def given_names(formed: Formed) -> dict[str, str]:
    """The names of cohorts, by label, that do not depend on what their members share.

    A cohort that keeps at least half of its members keeps its name, and so does one that a fixed seat rightly calls by
    it, unless the program gives it another.

    Raises
    ------
    ProgramError
        If the program names a cohort that was not formed, gives two names to one cohort, or gives one to people without
        a seat.
    """
    own = _own_names(formed)
    spoken = {folded(seat.name) for seat in fixed_seats(formed.case) if not set(seat.labels) & set(formed.strayed)}
    given = {folded(name) for name in own.values()}
    members = {kept.label: kept for kept in kept_members(formed)}
    names = {
        known.label: known.name
        for known in followed_by(formed.case)
        if known.name
        and known.label in members
        and folded(known.name) not in given
        and (2 * members[known.label].kept >= known.was or folded(known.name) in spoken)
    }
    return names | own


def _own_names(formed: Formed) -> dict[str, str]:
    """The names that the program gives, by the labels of their cohorts."""
    names: dict[str, str] = {}
    spoken = {folded(seat.name) for seat in fixed_seats(formed.case)}
    for key, value in formed.case.program.names.items():
        name, label = (value, key) if isinstance(value, str) else (key, formed.case.lineup.named[folded(key)])
        if isinstance(value, str) and label not in formed.labels:
            raise _unfit(
                f'there is no cohort "{label}"; {len(formed.labels)} were formed.',
                f"name {_listed(formed.labels)}, or take the line out.",
            )
        if not isinstance(value, str) and folded(name) not in spoken:
            label = _holder(formed, formed.case.lineup.people[folded(name)])
        if not label:
            raise _unfit(f'nobody to whom "{name}" is given has a seat.', "name other people, or take the line out.")
        if folded(name) in map(folded, names.values()):
            raise _unfit(f'"{name}" is the name of two cohorts.', "give each cohort a name of its own.")
        if label in names:
            raise _unfit(
                f'"{names[label]}" and "{name}" are both names of cohort {label}, where most of their people sit.',
                "take one of the lines out, or keep the people apart.",
            )
        names[label] = name
    return names


def _holder(formed: Formed, people: Sequence[int]) -> str:
    """The label of the cohort in which most of these people sit, the lowest of several; empty where none has a seat."""
    here: Mapping[str, int] = {
        label: len(set(people) & set(members)) for label, members in zip(formed.labels, formed.cohorts, strict=True)
    }
    best = max(here, key=lambda label: here[label])
    return best if here[best] else ""


def _listed(labels: Sequence[str]) -> str:
    if list(labels) == [str(number + 1) for number in range(len(labels))]:
        return f"cohorts 1 to {len(labels)}"
    return f"one of {', '.join(labels)}"


def _unfit(what: str, advice: str) -> ProgramError:
    return ProgramError("program [names]", what, "Nothing was kept.", advice)
