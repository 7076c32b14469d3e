"""Why there is no seat for somebody, and what would change it, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ok_match.model import Predicament, Relief, Rule, Waiting, Way
from ok_match.render.document import Line

from .phrases import Names, count, listed, some
from .rules import words_of


def predicament_words(predicament: Predicament) -> tuple[str, str, str, str]:
    """Why not everybody can be seated: where, what, what follows, and what to try."""
    names = Names(predicament.participants)
    where, what = hindrance_words(
        predicament.obstacle,
        predicament.found,
        predicament.limit,
        [names[person] for person in predicament.people],
        predicament.rules,
        predicament.total,
    )
    follows = "No cohorts were formed."
    if predicament.waiting is not None:
        left = f"{predicament.waiting} of {predicament.total} people would wait"
        follows = f'{left}, and the program says leftovers = "ask": no cohorts were formed.'
    otherwise = (
        "wait until more people apply."
        if predicament.total < 2
        else "allow a wider range of sizes, or take out one must after another."
    )
    return where, what, follows, advice_words(predicament.reliefs, names.__getitem__, otherwise)


def hindrance_words(  # noqa: PLR0911 - one return an obstacle
    obstacle: str, found: int, limit: int, people: Sequence[str], rules: Sequence[Rule], everybody: int
) -> tuple[str, str]:
    """Where the trouble is, and what it is.

    Parameters
    ----------
    obstacle : str
        What stands in the way, as ``partition.Obstacle`` names it; ``found`` and ``limit`` are explained there.
    people : sequence of str
        The names of those concerned.
    rules : sequence of Rule
        The rules that it comes from.
    everybody : int
        How many people there are to place.
    """
    named = listed(list(dict.fromkeys(rule.rule for rule in rules)))
    where = f"rule{'s' if ' and ' in named else ''} {named}" if named else "the rules"
    match obstacle:
        case "too_few":
            what = f"{count(found, 'person is', 'people are')} fewer than the {limit} that a cohort needs."
            return "the size of cohorts", what
        case "too_many_cohorts":
            what = f"{count(everybody, 'person', 'people')} cannot form {count(found, 'cohort')} of two or more."
            return "the number of cohorts", what
        case "no_such_cohort":
            return where, f"{some(people)} is to sit in cohort {found}, and at most {limit} can be formed."
        case "contradiction":
            return where, f"what is asked of {some(people)} contradicts itself: no cohort could keep all of it."
        case "bound":
            return where, f"{some(people)} must sit together ({found} people), and a cohort holds {limit} at most."
        case "apart":
            what = f"{some(people)} must all be apart from one another, and at most"
            return where, f"{what} {count(limit, 'cohort')} can be formed."
        case "slots":
            asked = next((rule.arguments.get("slots", 1) for rule in rules), 1)
            times = "at the same time" if asked == 1 else f"at the same {asked} times"
            return where, f"at most {count(found, 'person', 'people')} can come {times}, and a cohort needs {limit}."
        case "caps":
            return where, f"it lets at most {count(found, 'person', 'people')} into a cohort, which needs {limit}."
        case "quota":
            what = f"it can be kept in {count(found, 'cohort')} at most, and {limit} are needed"
            return where, f"{what}: {some(people)} would do, and nobody else." if people else f"{what}."
        case "sizes":
            return "the size of cohorts", f"{everybody} people cannot all be divided into cohorts of that size."
    return "the rules", f"no way was found to seat all of these {everybody} people so that every must holds."


def advice_words(reliefs: Sequence[Relief], name: Callable[[str], str], otherwise: str) -> str:
    """What could be changed, each change with what follows from it."""
    if not reliefs:
        return otherwise
    changes = [f"{relief_words(relief, name)} ({_follows(relief)})" for relief in reliefs]
    return f"{'; or '.join(changes)}."


def relief_words(  # noqa: PLR0911 - one return a kind of change
    relief: Relief, name: Callable[[str], str]
) -> str:
    """One change to the program."""
    people = f" on {some([name(person) for person in relief.people])}" if relief.people else ""
    if relief.rule == "size":
        return f"allow cohorts of {relief.value.replace('-', ' to ')} (--size {relief.value})"
    if relief.rule == "count":
        return f"form {count(int(relief.value), 'cohort')} (--cohorts {relief.value})"
    if relief.rule == "leftovers":
        return 'let cohorts differ in size (leftovers = "stretch")'
    words = words_of(relief.rule)
    if words.relief:
        return words.relief[not relief.setting].format(people=some([name(person) for person in relief.people]))
    if relief.people and relief.setting:
        return f"take {some([name(person) for person in relief.people])} out of the rule {relief.rule}"
    if relief.setting and words.eased:
        changed = words.eased.format(value=relief.value)
        return f"{changed} in the rule {relief.rule} ({relief.setting} = {relief.value})"
    return f'set the rule {relief.rule}{people} to "off"'


def _follows(relief: Relief) -> str:
    if not relief.waiting:
        return "then everybody has a seat"
    return f"then {count(relief.waiting, 'person waits', 'people wait')}"


def relief_lines(reliefs: Sequence[Relief], name: Callable[[str], str]) -> tuple[Line, ...]:
    """Each change to the program under which fewer people wait, with what follows."""
    sentences = [f"{relief_words(relief, name)}: {_follows(relief)}." for relief in reliefs]
    return tuple((f"{sentence[0].upper()}{sentence[1:]}",) for sentence in sentences)


def way_lines(waiting: Waiting, name: Callable[[str], str]) -> tuple[Line, ...]:
    """What would let somebody who waits join a cohort."""
    if not waiting.ways:
        return ()
    first, *others = [_way(way, waiting.participant, name) for way in waiting.ways]
    return ((f"{name(waiting.participant)} could join {'; or '.join([first, *others])}.",),)


def _way(way: Way, person: str, name: Callable[[str], str]) -> str:
    cohort = f"cohort {way.cohort}"
    larger = f"it had {way.size} people"
    if not way.rule:
        return f"{cohort} if {larger}"
    also = f" and {larger}" if way.size else ""
    if instead := words_of(way.rule).way:
        return f"{cohort} if {instead.format(label=way.evidence[0].label)}{also}"
    others = list(dict.fromkeys(other for evidence in way.evidence for other in evidence.people if other != person))
    between = f" between them and {some([name(other) for other in others])}" if others else ""
    return f"{cohort} if the rule {way.rule} did not count{between}{also}"
