"""Everybody in the sheet, indexed by every name that others may use for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from string import ascii_lowercase

from ok_match.model import NO_EMPLOYER, Held, Participant, organisation_key, without_legal_form
from ok_match.model.people.given_names import ALSO_CALLED, CALLED, WORDS
from ok_match.model.people.spelling import distance

from .codes import Codes, code_key
from .kinds import Kinds
from .prose import folded, words_of

TITLES = frozenset("mr mrs ms miss mx dr prof rev fr sr sra hon".split())
_AFTER = frozenset("jr ii iii iv phd md dds dvm cpa esq mba rn".split())
#: Words that a surname may begin with.
_PARTICLES = frozenset("de da do dos das del della di du la le van von der den ter el al bin ibn ben mc mac st".split())
#: Words that identify no organisation by themselves.
GENERIC = frozenset(
    """
    advisors agency and art arts associates at auto bakery bank bar boutique brewing builders building business by cafe
    care catering center central centre childcare city clinic coffee collective community company construction
    consulting contracting counseling county creative creek dental design digital district east electric events family
    farm farms financial first fitness food foods for foundation fund garage garden grill group hardware health heating
    high hill home homes hotel house housing in industries inn insurance interiors kitchen lake landscaping law legal
    little management market marketing media mountain national network new north northwest of office old on oregon
    outdoor outdoors outfitters pacific painting partners peak photography physical pizza plumbing project properties
    property ranch real estate realty repair restaurant river roasters roofing safety salon school service services
    shelter shop small solutions sons south spa state store street studio supply systems team tech therapy title trust
    united university valley west wellness wood works workshop yoga youth
    """.split()
)


_NOBODY: frozenset[int] = frozenset()


class Directory:
    """An index of people by name, organisation and address; entries are positions in ``people``.

    Attributes
    ----------
    given, surnames, initials, emails : dict
        Folded word to the people who bear it.
    names : list of (set of str, set of str)
        Folded given names and surnames of each person.
    organisations : dict
        First two words of an organisation, or its only one, to pairs of its words and its people.
    """

    def __init__(self, people: Sequence[Participant], held: Iterable[Held] = ()) -> None:
        self.people = people
        self.given: dict[str, set[int]] = defaultdict(set)
        self.surnames: dict[str, set[int]] = defaultdict(set)
        self.initials: dict[str, set[int]] = defaultdict(set)
        self.names: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in people]
        self.emails: dict[str, int] = {}
        self.towns = {folded(town) for person in people for value in person.trait("town") for town in value.split()}
        self.employers: dict[str, set[int]] = defaultdict(set)
        self.organisations: dict[tuple[str, ...], list[tuple[tuple[str, ...], frozenset[int]]]] = defaultdict(list)
        held = tuple(held)
        names = [one.name for one in held if one.name]
        #: Folded names, and given names, of those who are not placed.
        self.held = {folded(text) for name in names for text in (name, name.split()[0])}
        #: The codes of the same, and the numbers in them.
        self.held_codes = {code_key(one.participant) for one in held}
        self.held_codes |= {code.lstrip(ascii_lowercase) for code in self.held_codes}
        named: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for i, person in enumerate(people):
            self._add_name(i, person.name)
            for called in person.trait("preferred_name"):
                self._add_preferred(i, called)
            if person.email:
                self.emails[person.email] = i
            key = organisation_key(person.organisation)
            if key and key not in NO_EMPLOYER:
                self.employers[key].add(i)
                named[_firm_words(person.organisation)].add(i)
        for words, bearers in named.items():
            if words:
                self.organisations[words[:2]].append((words, frozenset(bearers)))
        names_with = defaultdict(set)
        for words in named:
            for word in words:
                names_with[word].add(words)
        #: Words in the name of one organisation only that are no ordinary word.
        self.distinctive = {
            word: frozenset(i for words in names for i in named[words])
            for word, names in names_with.items()
            if len(names) == 1 and len(word) > 3 and word not in GENERIC and word not in WORDS
        }
        self._near: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for name in sorted({*self.given, *self.surnames}):
            if len(name) > 3:
                self._near[name[:1], len(name)].append((name, _letters(name)))
        self._slipped: dict[str, str] = {}
        self._called: dict[str, tuple[frozenset[int], ...]] = {}
        #: Beginnings of given names, which may be written in two words, and of the names of organisations.
        self._beginnings = {name[:end] for name in self.given for end in range(1, len(name) + 1)}
        self._beginnings |= {words[0] for words in self.organisations}
        self._may_begin: dict[str, bool] = {}

    @cached_property
    def firms(self) -> list[frozenset[str]]:
        """The words of each person's organisation and industry."""
        return [frozenset(word.plain for word in words_of(f"{p.organisation} {p.industry}")) for p in self.people]

    def _add_name(self, i: int, name: str) -> None:
        nickname = re.search(r"[\"“(]\s*([^\W\d_]+)\s*[\"”)]", name)
        if nickname:
            self._bears(i, folded(nickname[1]), given=True)
            name = name.replace(nickname[0], " ")
        parts = _parts(name)
        if not parts or "@" in name:
            return
        cut = next((at for at, part in enumerate(parts) if at and part in _PARTICLES), max(1, len(parts) - 1))
        for part in parts[:cut]:
            if len(part) > 1:
                self._bears(i, part, given=True)
        if cut > 1:
            self._bears(i, "".join(parts[:cut]), given=True)
        for part in parts[cut:]:
            if part not in _PARTICLES:
                self._bears(i, part, given=False)
        if len(parts) > cut + 1:
            self._bears(i, "".join(parts[cut:]), given=False)
        if len(parts) > 1:
            self.initials[parts[0][:1] + parts[-1][:1]].add(i)
            self.initials["".join(part[:1] for part in parts)].add(i)

    def _add_preferred(self, i: int, called: str) -> None:
        """What somebody likes to be called: a given name, with or without the surname; a handle is a code."""
        parts = [] if called.startswith("@") or len(called.split()) > 4 else _parts(called)
        surnames = self.names[i][1]
        for part in parts:
            if len(part) > 1 and part not in surnames and part not in self.names[i][0]:
                self._bears(i, part, given=True)

    def _bears(self, i: int, name: str, *, given: bool) -> None:
        (self.given if given else self.surnames)[name].add(i)
        self.names[i][0 if given else 1].add(name)

    @cached_property
    def codes(self) -> Codes:
        """The same people by id, number, code or handle."""
        return Codes(self.people)

    @cached_property
    def kinds(self) -> Kinds:
        """The same people by kind of business."""
        return Kinds(self.people)

    def called(self, given: str) -> Set[int]:
        """Everybody of a given name: as they write it, else by a short or long form of it."""
        return next((people for people in self._by_form(given) if people), _NOBODY)

    def called_in_full(self, given: str, surname: str) -> Set[int]:
        """Everybody of both names; the nearest form of the given name that anybody of the surname has."""
        bearers = self.named_so(surname)
        return next((both for people in self._by_form(given) if (both := people & bearers)), _NOBODY)

    def called_with_initial(self, given: str, letter: str) -> Set[int]:
        """Everybody of a given name, in its nearest form, whose surname starts with a letter."""
        bearers = (self.starting(people, letter, given=False) for people in self._by_form(given))
        return next((people for people in bearers if people), _NOBODY)

    def _by_form(self, given: str) -> tuple[frozenset[int], ...]:
        """Those of a given name as they write it, by a short or long form of it, and by another short form."""
        known = self._called.get(given)
        if known is None:
            forms = ((given,), CALLED.get(given, ()), ALSO_CALLED.get(given, ()))
            known = self._called[given] = tuple(
                frozenset(i for name in names for i in self.given.get(name, ())) for names in forms
            )
        return known

    def may_bear(self, i: int, word: str) -> bool:
        """Whether a folded word can be part of somebody's name: a name, a form of it, initials or a title."""
        given, surnames = self.names[i]
        if word in given or word in surnames or word in TITLES or len(word) == 1 or i in self.initials.get(word, ()):
            return True
        return any(i in people for people in self._by_form(word))

    def named_so(self, surname: str) -> Set[int]:
        """Everybody of a surname."""
        return self.surnames.get(surname, _NOBODY)

    def starting(self, people: Set[int], letter: str, *, given: bool) -> set[int]:
        """Those whose given name (or a short form of it), or surname, starts with a letter."""
        return {
            i
            for i in people
            for name in self.names[i][0 if given else 1]
            if name[:1] == letter or (given and any(other[:1] == letter for other in CALLED.get(name, ())))
        }

    def nearly(self, typed: str) -> str:
        """The only given name or surname within a slip of the pen of a word; empty if none or several."""
        if len(typed) < 5 or typed in CALLED:
            return ""
        known = self._slipped.get(typed)
        if known is None:
            known = self._slipped[typed] = self._one_near(typed)
        return known

    def _one_near(self, typed: str) -> str:
        letters = _letters(typed)
        close: list[str] = []
        for length in range(len(typed) - 2, len(typed) + 3):
            most = _slips(length, len(typed))
            if abs(length - len(typed)) > most:
                continue
            close += [
                name
                for name, own in self._near.get((typed[:1], length), ())
                # Each slip adds or takes away two letters at most: few names are worth the count.
                if (own ^ letters).bit_count() <= 2 * most and 0 < distance(name, typed, most) <= most
            ]
        return close[0] if len(close) == 1 else ""

    def may_begin(self, word: str) -> bool:
        """Whether a name of anybody, or of an organisation, may begin with a folded word: few words of prose do."""
        known = self._may_begin.get(word)
        if known is None:
            known = self._may_begin[word] = (
                len(word) < 2
                or word == "the"
                or word in TITLES
                or word in self._beginnings
                or any(word in index for index in (self.surnames, self.distinctive, self.initials))
                or any(self._by_form(word))
                or bool(self.nearly(word))
            )
        return known

    def employer(self, i: int) -> frozenset[int]:
        """Everybody at somebody's organisation, themselves included."""
        return frozenset({i, *self.employers.get(organisation_key(self.people[i].organisation), ())})


def _firm_words(organisation: str) -> tuple[str, ...]:
    """The folded words of an organisation's name, without its legal form."""
    words = words_of(organisation)
    pointed = [i for i, word in enumerate(words) if "." in word.text]
    return tuple(word for word in without_legal_form([word.plain for word in words], pointed) if word != "and")


def _parts(name: str) -> list[str]:
    """The folded words of a name, given names first, without titles and suffixes."""
    last, comma, first = name.partition(",")
    if comma and folded(first) not in _AFTER:
        name = f"{first} {last}"
    parts = [word.plain for word in words_of(name)]
    while len(parts) > 1 and parts[0] in TITLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in _AFTER:
        parts = parts[:-1]
    return parts


def _letters(word: str) -> int:
    """The set of letters in a word, one bit a letter."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _slips(one: int, other: int) -> int:
    """The number of slips of the pen between names of two lengths."""
    return 2 if max(one, other) >= 8 else 1
