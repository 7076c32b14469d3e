"""Other rosters that are nearly as good, in words: the pros and cons of each, and which seats are firm."""

from __future__ import annotations

from ok_match.model import RosterFigures, SecondOpinion, SecondOpinions
from ok_match.render.document import Block, Entries, Line, Lines, Section

from .phrases import Names, count, listed, points, some

Entry = tuple[Line, tuple[Line, ...]]


def second_opinions_section(second: SecondOpinions, people: int, names: Names) -> Section:
    """The second opinions of a run."""
    number_of_opinions = len(second.opinions)
    blocks: list[Block] = []
    if number_of_opinions:
        lead = (
            "Each meets every must rule, is nearly as good overall, and seats at least a quarter of the people"
            " elsewhere."
        )
        blocks.append(Lines(((lead,), ("To use one of them instead, add --take and its number.",))))
    if number_of_opinions < second.wanted:
        more = "No other roster" if not number_of_opinions else "No further roster"
        blocks.append(
            Lines(((f"{more} was found that is nearly as good and seats a quarter of the people elsewhere.",),))
        )
    for number, opinion in enumerate(second.opinions, start=1):
        blocks.append(Entries(f"Alternative {number}", _opinion(opinion, second.figures, people, names)))
    blocks.append(Entries("How firm the seats are", _firmness(second, names)))
    return Section("Second opinions", count(number_of_opinions, "other roster"), tuple(blocks))


def _opinion(opinion: SecondOpinion, ours: RosterFigures, people: int, names: Names) -> tuple[Entry, ...]:
    price = f"{points(abs(opinion.price))} {'worse' if opinion.price > 0 else 'better'} overall"
    price = price if opinion.price else "Just as good overall"
    moved = f"{len(opinion.moved)} of {count(people, 'person', 'people')} would sit elsewhere"
    entries: list[Entry] = [((f"{price}; {moved}.",), ())]
    better, worse = trade_off(opinion.figures, ours, names)
    entries += [((f"Better: {listed(better)}.",), ())] if better else []
    entries += [((f"Worse: {listed(worse)}.",), ())] if worse else []
    for cohort in opinion.cohorts:
        newcomers = [member for member in cohort.members if member in opinion.moved]
        others = [member for member in cohort.members if member not in opinion.moved]
        parts = [names.all(_by_name(others, names))] if others else []
        parts += [f"new here: {names.all(_by_name(newcomers, names))}"] if newcomers else []
        entries.append(((f"Cohort {cohort.label}: {'; '.join(parts)}.",), ()))
    if opinion.waiting:
        entries.append(((f"Waiting: {names.all(_by_name(opinion.waiting, names))}.",), ()))
    return tuple(entries)


def trade_off(theirs: RosterFigures, ours: RosterFigures, names: Names) -> tuple[list[str], list[str]]:
    """The respects in which another roster is better, and those in which it is worse."""
    better: list[str] = []
    worse: list[str] = []
    for measure, there, here, more_is_better in (
        ("common ground", theirs.common_ground, ours.common_ground, True),
        (
            f"the weakest seat ({names[theirs.weakest_seat]})",
            theirs.weakest_seat_ground,
            ours.weakest_seat_ground,
            True,
        ),
        ("the weakest cohort", theirs.weakest_cohort_ground, ours.weakest_cohort_ground, True),
        ("pairs from one sector", theirs.similar_work, ours.similar_work, False),
    ):
        if there != here:
            (better if (there > here) is more_is_better else worse).append(f"{measure} {there} instead of {here}")
    return better, worse


def _firmness(second: SecondOpinions, names: Names) -> tuple[Entry, ...]:
    """The seats that are the same in every good roster, and those that differ in at least half of them."""
    if second.rosters < 2:
        return ((("No other roster is known to be nearly as good, so every seat is firm.",), ()),)
    firm = [seat.participant for seat in second.seats if seat.same == second.rosters]
    loose = [seat.participant for seat in second.seats if 2 * seat.same <= second.rosters]
    rosters = f"{second.rosters} rosters that are nearly as good"
    entries: list[Entry] = []
    if firm:
        entries.append(((f"Firm (the same in all {rosters}): {names.all(_by_name(firm, names))}.",), ()))
    else:
        entries.append(((f"No seat is the same in all {rosters}.",), ()))
    if loose:
        people = some([names[participant] for participant in _by_name(loose, names)])
        entries.append(((f"A toss-up (elsewhere in at least half of them): {people}.",), ()))
    else:
        entries.append((("No seat is a toss-up: each is the same in more than half of them.",), ()))
    return tuple(entries)


def _by_name(ids: list[str] | tuple[str, ...], names: Names) -> list[str]:
    return sorted(ids, key=lambda participant: (names[participant].casefold(), participant))
