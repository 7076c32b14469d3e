"""Other rosters that are nearly as good: what speaks for each and against it, and which seats are firm, in words."""

from __future__ import annotations

from ok_match.model import RosterFigures, SecondOpinion, SecondOpinions
from ok_match.render.document import Block, Entries, Line, Lines, Section

from .phrases import Names, count, listed, points, some

Entry = tuple[Line, tuple[Line, ...]]


def second_opinions_section(found: SecondOpinions, people: int, names: Names) -> Section:
    """Word the second opinions of a run."""
    told = len(found.opinions)
    blocks: list[Block] = []
    if told:
        lead = "Each keeps every must, is nearly as good in all, and seats at least a quarter of the people elsewhere."
        blocks.append(Lines(((lead,), ("To make one of them the roster, add --take and its number.",))))
    if told < found.wanted:
        more = "No other roster" if not told else "No further one"
        blocks.append(
            Lines(((f"{more} was found that is nearly as good and seats a quarter of the people elsewhere.",),))
        )
    for number, opinion in enumerate(found.opinions, start=1):
        blocks.append(Entries(f"Alternative {number}", _opinion(opinion, found.figures, people, names)))
    blocks.append(Entries("How firm the seats are", _firmness(found, names)))
    return Section("Second opinions", count(told, "other roster"), tuple(blocks))


def _opinion(opinion: SecondOpinion, ours: RosterFigures, people: int, names: Names) -> tuple[Entry, ...]:
    price = f"{points(abs(opinion.price))} {'worse' if opinion.price > 0 else 'better'} in all"
    price = price if opinion.price else "As good in all"
    moved = f"{len(opinion.moved)} of {count(people, 'person', 'people')} would sit elsewhere"
    entries: list[Entry] = [((f"{price}; {moved}.",), ())]
    better, worse = trade_off(opinion.figures, ours, names)
    entries += [((f"Better: {listed(better)}.",), ())] if better else []
    entries += [((f"Worse: {listed(worse)}.",), ())] if worse else []
    for cohort in opinion.cohorts:
        came = [one for one in cohort.members if one in opinion.moved]
        stay = [one for one in cohort.members if one not in opinion.moved]
        parts = [names.all(_by_name(stay, names))] if stay else []
        parts += [f"new here {names.all(_by_name(came, names))}"] if came else []
        entries.append(((f"Cohort {cohort.label}: {'; '.join(parts)}.",), ()))
    if opinion.waiting:
        entries.append(((f"Waiting: {names.all(_by_name(opinion.waiting, names))}.",), ()))
    return tuple(entries)


def trade_off(theirs: RosterFigures, ours: RosterFigures, names: Names) -> tuple[list[str], list[str]]:
    """Say in what another roster is better, and in what it is worse."""
    better: list[str] = []
    worse: list[str] = []
    for told, there, here, more_is_better in (
        ("common ground", theirs.common_ground, ours.common_ground, True),
        (
            f"the weakest seat ({names[theirs.weakest_seat]})",
            theirs.weakest_seat_ground,
            ours.weakest_seat_ground,
            True,
        ),
        ("the weakest cohort", theirs.weakest_cohort_ground, ours.weakest_cohort_ground, True),
        ("pairs in a similar line of work", theirs.similar_work, ours.similar_work, False),
    ):
        if there != here:
            (better if (there > here) is more_is_better else worse).append(f"{told} {there} instead of {here}")
    return better, worse


def _firmness(found: SecondOpinions, names: Names) -> tuple[Entry, ...]:
    """Part the seats into those that hardly any good roster changes, and those that as many change as not."""
    if found.rosters < 2:
        return ((("No other roster is known that is nearly as good, so that every seat is firm.",), ()),)
    firm = [one.participant for one in found.seats if one.same == found.rosters]
    toss = [one.participant for one in found.seats if 2 * one.same <= found.rosters]
    rosters = f"the {found.rosters} rosters that are nearly as good"
    entries: list[Entry] = []
    if firm:
        entries.append(((f"Firm, the same in all of {rosters}: {names.all(_by_name(firm, names))}.",), ()))
    else:
        entries.append(((f"No seat is the same in all of {rosters}.",), ()))
    if toss:
        told = f"A coin toss, elsewhere in half of them or more: {some([names[one] for one in _by_name(toss, names)])}."
        entries.append(((told,), ()))
    else:
        entries.append((("No seat is a coin toss: each is the same in more than half of them.",), ()))
    return tuple(entries)


def _by_name(ids: list[str] | tuple[str, ...], names: Names) -> list[str]:
    return sorted(ids, key=lambda one: (names[one].casefold(), one))
