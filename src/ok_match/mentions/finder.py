"""The finder of one person by whatever they are called, for program files, decisions and the command line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from ok_match.model import Held, Lookup, Participant, organisation_key

from .directory import Directory
from .named import named_by

#: The number of suggestions for a name that nobody answers to.
NEAR = 3
_WITH_ORGANISATION = re.compile(r"(?P<name>.+?)\s*\((?P<organisation>[^()]+)\)")


class PeopleFinder:
    """Everybody in a sheet, by id, e-mail address, name, nickname, initials or part of a name.

    Exact forms come first: an id or address, then a name with what tells its bearer from another, as reports show it
    ("Ana Ruiz (Tall Pine)"), then a name alone. Only where none of these fits is a name read as prose is. The index is
    built when the first name is looked up.
    """

    def __init__(self, people: Sequence[Participant], held: Iterable[Held] = ()) -> None:
        self._people = tuple(people)
        self._held = tuple(held)

    def look_up(self, named: str) -> Lookup:
        """Everybody who answers to a name, by the most exact form of it that anybody has."""
        key = _key(named)
        if not key:
            return Lookup()
        if named in self._ids:
            return self._answer([self._ids[named]])
        for forms in self._exact:
            if key in forms:
                return self._answer(self._namesakes(key, forms[key]))
        if (coded := self._book.codes.look_up(named)) is not None:
            return self._answer([coded])
        loose = self._by_prose(named)
        return self._answer(loose) if loose else Lookup(near=self._near(key))

    def _answer(self, indices: Iterable[int]) -> Lookup:
        """Indices of ``_everybody``, those held last, as positions of their own."""
        placed = len(self._people)
        found = sorted(indices)
        return Lookup(tuple(i for i in found if i < placed), tuple(i - placed for i in found if i >= placed))

    @cached_property
    def _everybody(self) -> tuple[Participant, ...]:
        held = (Participant(id=one.participant, email=one.email, name=one.name, row=one.row) for one in self._held)
        return (*self._people, *held)

    def _namesakes(self, key: str, people: set[int]) -> set[int]:
        """Those of an exact form, or everybody of that name where the form is a name: an id may be made from one."""
        namesakes = self._exact[-1].get(key, set())
        return namesakes if people & namesakes else people

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {person.id: i for i, person in enumerate(self._everybody) if person.id}

    @cached_property
    def _exact(self) -> tuple[Mapping[str, set[int]], ...]:
        """Folded exact forms, the most exact kind first, with the people who have them."""
        kinds: tuple[dict[str, set[int]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
        for i, person in enumerate(self._everybody):
            for kind, forms in zip(kinds, ((person.id, person.email), _shown(person), (person.name,)), strict=True):
                for form in forms:
                    kind[_key(form)].add(i)
        for kind in kinds:
            kind.pop("", None)
        return kinds

    @cached_property
    def _book(self) -> Directory:
        return Directory(self._everybody)

    def _by_prose(self, named: str) -> frozenset[int]:
        inside = _WITH_ORGANISATION.fullmatch(named.strip())
        if inside is None:
            return named_by(named, self._book)
        key = organisation_key(inside["organisation"])
        people = self._exact[-1].get(_key(inside["name"])) or named_by(inside["name"], self._book)
        return frozenset(i for i in people if key == organisation_key(self._everybody[i].organisation))

    def _near(self, key: str) -> tuple[str, ...]:
        """The names that hold the text, or else the names and addresses that it may be a slip of the pen from."""
        shown = [self._shown(i) for i in range(len(self._everybody))]
        parts = [name for name in shown if len(key) > 1 and key in _key(name)]
        if parts:
            return tuple(parts[:NEAR])
        texts = {_key(text): text for text in (*shown, *(person.email for person in self._everybody if person.email))}
        return tuple(texts[close] for close in get_close_matches(key, texts, n=NEAR))

    def _shown(self, i: int) -> str:
        person = self._everybody[i]
        if len(self._exact[-1].get(_key(person.name), ())) < 2:
            return person.name
        return next((form for form in _shown(person) if len(self._exact[1][_key(form)]) == 1), person.name)


def _shown(person: Participant) -> Iterator[str]:
    """A person's name with what may tell them from others of that name."""
    return (f"{person.name} ({text})" for text in (person.organisation, person.email, person.id) if text)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
