"""Requests: people sit with those whom they asked to sit with, where they can be found in the sheet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ok_match.errors import ProgramError
from ok_match.model import NO_EMPLOYER, Participant, Rule, Strength, organisation_key
from ok_match.rules.pairing.same_organisation import NoArguments
from ok_match.rules.world import World, arguments_of, insist, usual

from .wished import Wished

#: What somebody who is asked for counts for, in affinity points; two who ask for one another count twice.
WEIGHT = 150
#: A part of an answer with one of these words says whom somebody does not ask for.
_REFUSAL = re.compile(r"\b(not|no|never|except|but|avoid|without|apart|away|don['’]?t|won['’]?t|nobody)\b", re.I)
_PART = re.compile(r"\n|[.;!?](?=\s|$)|\s(?=(?:but|except)\b)", re.I)


def requests(rule: Rule, world: World) -> Wished:
    """Read the rule ``requests``, from the answers to whom people would like to sit with.

    Raises
    ------
    ProgramError
        If the sheet has no such answers.
    """
    insist(rule, Strength.SHOULD)
    arguments_of(rule, NoArguments)
    asked = {i: person.trait("sit_with") for i, person in enumerate(world.people) if person.trait("sit_with")}
    if not asked:
        raise ProgramError(
            f"program, rule {rule.rule}",
            "nobody in the sheet asked to sit with anybody.",
            "Nothing was matched, so that the rule is not lost without a word.",
            "name the column under [columns] as sit_with, or take the rule out.",
        )
    points: dict[tuple[int, int], int] = defaultdict(int)
    named = Mentioned(world.people)
    for i, answers in asked.items():
        for j in sorted(named.in_answers(answers) - {i}):
            points[min(i, j), max(i, j)] += usual(rule, WEIGHT)
    return Wished(world, rule.rule, dict(points), dict.fromkeys(points, ""))


def requested(people: Sequence[Participant]) -> dict[int, list[tuple[str, set[int]]]]:
    """Give, for each position of somebody who asked for people, the parts that do, and whom this rule finds there."""
    asked = {i: person.trait("sit_with") for i, person in enumerate(people) if person.trait("sit_with")}
    named = Mentioned(people) if asked else None
    return {i: named.by_part(answers) for i, answers in asked.items()} if named else {}


class Mentioned:
    """Finds the people whom an answer names: by name, by organisation, or by a first name that only one has."""

    def __init__(self, people: Iterable[Participant]) -> None:
        self._names: Mapping[tuple[str, ...], set[int]] = defaultdict(set)
        firsts: Counter[str] = Counter()
        for i, person in enumerate(people):
            words = tuple(_words(person.name))
            if len(words) > 1:
                self._names[words].add(i)
                self._names[words[0], words[-1]].add(i)
            if person.email:
                self._names[tuple(_words(person.email))].add(i)
            firsts.update(words[:1])
            firm = tuple(_words(person.organisation))
            if firm and (key := organisation_key(person.organisation)) and key not in NO_EMPLOYER and len(key) > 3:
                self._names[firm].add(i)
        for i, person in enumerate(people):
            words = tuple(_words(person.name))
            if words and firsts[words[0]] == 1 and len(words[0]) > 1:
                self._names[words[:1]].add(i)
        self._longest = max(map(len, self._names), default=0)

    def in_answers(self, answers: Iterable[str]) -> set[int]:
        """Give the positions of everybody named, but for the parts of an answer that refuse somebody."""
        return set().union(*(found for _, found in self.by_part(answers)))

    def by_part(self, answers: Iterable[str]) -> list[tuple[str, set[int]]]:
        """Give the parts of answers that refuse nobody, each with the positions of everybody named in it."""
        parts = [part for answer in answers for part in _PART.split(answer) if not _REFUSAL.search(part)]
        return [(part, self._in(part)) for part in parts]

    def _in(self, part: str) -> set[int]:
        """Look for the longest names first; what one has taken is not looked at again."""
        words = _words(part)
        found: set[int] = set()
        # "I hope" names no Hope: a name of one word has a capital letter.
        capital = {word.casefold() for word in re.findall(r"[^\W_]+", part) if not word.islower()}
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                here = self._names.get(tuple(words[start : start + length]))
                if here and (length > 1 or words[start] in capital):
                    found |= here
                    words[start : start + length] = [""] * length
        return found


def _words(text: str) -> list[str]:
    """Split a text into words in lower case, less the legal form of firms and the possessive s."""
    plain = re.sub(r"['’]s\b", "", text.casefold())
    return [word for word in re.findall(r"[^\W_]+", plain) if word not in ("inc", "llc", "ltd", "co", "the")]
