"""How open a ticked option is: what it says of a person beyond the sector that they work in.

An option that only one sector can tick ("Board, funding and fundraising") says where somebody works, and little of
what is on their mind: those who tick it would find one another in any trade association. It binds less than an option
that people of all sectors tick.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ok_match.model import Facet, OrganisationKind, Participant, Work

#: What an option that only people of one sector ticked weighs beside one that tells nothing, if many ticked it.
CLOSED = 0.5
#: The number of ticks at which half of what they seem to tell is believed.
FEW = 2


#: The places at the top of an order that count, each less than the one before.
PLACES = 3


def weight_of(rank: int | None) -> float:
    """What an option counts that somebody put in this place: 1, 2/3, 1/3; one that was ticked without an order, 1."""
    return 1.0 if rank is None else max(1, PLACES + 1 - rank) / PLACES


def spellings(people: Sequence[Participant]) -> Mapping[str, str]:
    """How each option is spelled most often: people who type "hiring" and "Hiring" chose the same."""
    times = Counter(statement.text for person in people for statement in person.said(Facet.THEMES))
    best: dict[str, str] = {}
    for option in sorted(times, key=lambda option: (-times[option], option)):
        best.setdefault(_key(option), option)
    return {option: best[_key(option)] for option in times}


def _key(option: str) -> str:
    return " ".join(option.casefold().split())


def openness(people: Sequence[Participant]) -> Mapping[str, float]:
    """The weight of each ticked option: the less it tells of the sector, the more. Over all ticks, the mean is 1.

    An option tells as much as the pairs of people who ticked it are in one sector, or both nonprofits, more often than
    any two people here are.
    """
    usual = _near(_telling([person.work for person in people]))
    ticked: dict[str, list[Work]] = defaultdict(list)
    spelled = spellings(people)
    for person in people:
        for option in sorted({spelled[statement.text] for statement in person.said(Facet.THEMES)}):
            ticked[option].append(person.work)
    weights = {option: 1.0 - (1.0 - CLOSED) * _told(works, usual) for option, works in ticked.items()}
    ticks = sum(map(len, ticked.values()))
    mean = sum(weights[option] * len(works) for option, works in ticked.items()) / max(ticks, 1)
    return {option: weight / mean for option, weight in weights.items()}


def _told(works: Sequence[Work], usual: float) -> float:
    """How much an option tells of the sector of those who ticked it, 0 to 1."""
    if usual >= 1.0:
        return 0.0  # all are in one sector, so that no option can tell more
    telling = _telling(works)
    return max(0.0, (_near(telling) - usual) / (1.0 - usual)) * len(telling) / (len(telling) + FEW)


def _telling(works: Sequence[Work]) -> list[Work]:
    """Those that tell a sector, or that it is a nonprofit."""
    return [work for work in works if work.sector or work.kind is OrganisationKind.NONPROFIT]


def _near(works: Sequence[Work]) -> float:
    """The share of all pairs that are near (see ``Work.near``)."""
    charities = [work for work in works if work.kind is OrganisationKind.NONPROFIT]
    near = _in_one_sector(works) + _pairs(len(charities)) - _in_one_sector(charities)
    return near / max(_pairs(len(works)), 1)


def _in_one_sector(works: Sequence[Work]) -> int:
    """The pairs in one sector."""
    return sum(map(_pairs, Counter(work.sector for work in works if work.sector).values()))


def _pairs(number: int) -> int:
    return number * (number - 1) // 2
