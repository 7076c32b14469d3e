"""Fixed seats that speak of a cohort mean its people, so that a rule moves the person it names and not a number.

The search numbers groups and knows no people. So some members of the cohort are anchored: they get a fixed seat there,
too, while cohorts are formed. Afterwards the cohorts are lined up with those known before. If another cohort turns out
to have more right to the label, more of its members are anchored, and the search is done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ok_match import partition
from ok_match.model import Strength
from ok_match.rules import Fixed, folded

from ..case import Case
from .formed import Formed, correspondence, lined_up, members_of
from .known import Known, as_formed, fixed_seats, followed_by, in_count, named_in, speaks_of_labels, without_fixed_seats

#: Forms cohorts for a case, or raises ``PredicamentError``.
Seat = Callable[[Case], Formed]
#: Forms cohorts for a case, if that can be done as the program asks.
TrySeat = Callable[[Case], Formed | None]
#: The people, by position, who make the cohort of a label what it is.
Anchors = Mapping[str, tuple[int, ...]]
#: How many members of a cohort are anchored at first.
FEW = 2


def keeping_identity(case: Case, seat: Seat, try_seat: TrySeat, seat_before: TrySeat) -> Formed:
    """Seats in cohorts that go by the labels of the known ones.

    Parameters
    ----------
    seat : callable
        Forms cohorts, or raises an error that says what stands in the way.
    try_seat : callable
        Forms cohorts, or returns ``None``.
    seat_before : callable
        The same, as a run of its own would do it.

    Raises
    ------
    PredicamentError
        If ``seat`` raises it.
    ProgramError
        If the record that the program follows has not been read, or a cohort that it names cannot be told.
    """
    known = followed_by(case) or (_before(case, seat_before) if speaks_of_labels(case) else ())
    if not known:
        return lined_up(seat(case), ())
    case = case.lined_up(named=named_in(case, known))
    fixed = [fixed for fixed in fixed_seats(case) if fixed.labels]
    formed = _anchored(case, known, fixed, seat, try_seat) if fixed else seat(case)
    return lined_up(formed, known)


def _before(case: Case, seat: TrySeat) -> tuple[Known, ...]:
    """The cohorts as they are without fixed seats; none where there are none."""
    formed = seat(without_fixed_seats(case))
    return as_formed(formed.cohorts) if formed else ()


def _anchored(case: Case, known: Sequence[Known], fixed: Sequence[Fixed], seat: Seat, try_seat: TrySeat) -> Formed:
    """Seats with as few people waiting as possible, if possible in cohorts that are what their labels say."""
    numbers = _numbers({label for one in fixed for label in one.labels}, known)
    attempts: list[_Attempt] = []
    for anchors in _more_and_more(case, known, fixed):
        formed = try_seat(case.lined_up(numbers=numbers, anchors=anchors))
        if formed is None:
            # More anchors only ask for more.
            break
        attempts.append(_attempt(formed, known))
        if not attempts[-1].strayed:
            break
    if not any(attempt.waiting == 0 for attempt in attempts):
        attempts.append(_attempt(seat(case.lined_up(numbers=numbers, anchors={})), known))
    best = min(attempts, key=lambda attempt: (attempt.waiting, attempt.strayed, -attempt.anchors))
    return best.formed if best.strayed else _relaxed(best.formed, known)


class _Attempt(NamedTuple):
    """Cohorts that were formed: who waits, which are not what their labels say, and how many people were anchored."""

    formed: Formed
    waiting: int
    strayed: int
    anchors: int


def _attempt(formed: Formed, known: Sequence[Known]) -> _Attempt:
    strayed = correspondence(formed.case, formed.cohorts, known).strayed
    anchors = sum(map(len, formed.case.lineup.anchors.values()))
    return _Attempt(formed, formed.solution.plan.waiting, len(strayed), anchors)


def _relaxed(formed: Formed, known: Sequence[Known]) -> Formed:
    """Better seats, where people need not stay anchored for the cohorts to be what their labels say."""
    case, groups = formed.case.lined_up(anchors={}), formed.solution.plan.groups

    def accepts(labels: partition.Labels) -> bool:
        return not correspondence(case, members_of(labels, groups), known).strayed

    return formed._replace(solution=partition.improved(case.terms, formed.solution, formed.random, accepts))


def _numbers(labels: set[str], known: Sequence[Known]) -> Mapping[str, int]:
    """A number for each label spoken of: the lowest for cohorts that are known, and its own for any other."""
    old = [cohort.label for cohort in known if cohort.label in labels]
    new = {label: int(label) - 1 for label in labels.difference(old)}
    return {label: number for number, label in enumerate(old)} | new


def _more_and_more(case: Case, known: Sequence[Known], fixed: Sequence[Fixed]) -> Iterator[Anchors]:
    """Anchors for the cohorts spoken of: a few, then more than half of the members, then all who can stay."""
    spoken = sorted({label for one in fixed for label in one.labels}, key=in_count)
    able = {cohort.label: _able(case, cohort, fixed) for cohort in known if cohort.label in spoken}
    most = max((len(cohort.members) for cohort in known if cohort.label in spoken), default=0)
    tried: list[Anchors] = []
    for number in (FEW, most // 2 + 1, most):
        anchors = {label: members[:number] for label, members in able.items()}
        if anchors not in tried and any(anchors.values()):
            tried.append(anchors)
            yield anchors


def _able(case: Case, cohort: Known, fixed: Sequence[Fixed]) -> tuple[int, ...]:
    """The members of a cohort who can be its anchors, best first: those who share most with the others.

    Whoever a fixed seat speaks of is none, nor is anybody who cannot sit with those who come. Of those who cannot all
    sit together, as many as possible are taken. Where the program gives the cohort's name to people, they come first.
    """
    coming = [one.member for one in fixed if one.labels == (cohort.label,) and one.member is not None]
    moving = {one.member for one in fixed}
    moving |= {i for unit in case.units if moving & set(unit) for i in unit}
    namesakes = {i for one in fixed if cohort.label in one.labels for i in case.lineup.people.get(folded(one.name), ())}
    shared = dict(zip(cohort.members, map(sum, case.affinity.table(cohort.members)), strict=True))
    staying = sorted(set(cohort.members) - moving, key=lambda i: (i not in namesakes, -shared[i], i))
    sets = [_compatible([first, *staying], coming, case) for first in staying]
    return max(sets, key=len, default=())


def _compatible(people: Sequence[int], coming: Sequence[int], case: Case) -> tuple[int, ...]:
    """Those of some people, the first ones first, who can sit together and with those who come."""
    able: list[int] = []
    for i in dict.fromkeys(people):
        if _can_join(case, i, [*coming, *able]):
            able.append(i)
    return tuple(able)


def _can_join(case: Case, person: int, others: Sequence[int]) -> bool:
    """Whether no must parts a person from some others, or leaves all of them no time to meet."""

    def broken(members: Sequence[int]) -> int:
        findings = case.judge(sorted(members), 0)
        return sum(finding.cost for finding in findings if finding.strength is Strength.MUST)

    return broken([*others, person]) <= broken(others) + broken([person])
