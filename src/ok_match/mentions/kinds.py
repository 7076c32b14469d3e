"""Kinds of business: which people are meant by "title companies", "other landscapers", "anyone in coffee".

The table is that of the lines of work (``model/people/lines_of_work.toml``). Prose uses other forms of the same words
than the names of industries do (landscapers, landscaping), so that here words are compared by their stems, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from ok_match.model import OrganisationKind, Participant
from ok_match.model.people.lines_of_work import phrases, singular, taken

from .prose import folded

#: Words about businesses that say nothing of which kind they are.
_VAGUE = frozenset(
    """
    a agencies agency agent agents an and any anyone are as business businesses care club clubs commercial companies
    company competing competitor competitors direct else family field firm firms folk folks for from game general group
    groups guy guys health in industries industry its kind lines line local my of office offices operator operators
    market markets organisation organisations organization organizations other others our outfit outfits owner owners
    people person place places practice practices professional professionals provider providers retail same sector
    service services small space specialist specialists store stores town trade trades type types same world
    """.split()
)
_SHOP = frozenset({"shop", "shops", "store", "stores", "house", "houses"})
_ENDINGS = (
    "ographers", "ographer", "ography", "ists", "ings", "ance", "ants", "ians", "eries", "ures",
    "ist", "ers", "ors", "ing", "ery", "ure", "ies", "ant", "ial", "ian", "als", "ions", "ion",
    "er", "or", "ry", "al", "es", "s", "y", "e",
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a trade share: landscapers, landscaping; roofer, roofing; brewery, brewers."""
    plain = folded(word)
    while True:
        ending = next((e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= 4), "")
        if not ending:
            return plain
        plain = plain[: -len(ending)] + ("ograph" if ending.startswith("ograph") else "")


@lru_cache(maxsize=50_000)
def kinds_in(text: str) -> frozenset[str]:
    """The kinds of business that a phrase names: kinds of the table, and stems of words that the table lacks."""
    tokens = _TOKEN.findall(text.replace("&", " and "))
    words = [singular(token.casefold()) for token in tokens]
    exact, short, stems, longest = _names()
    kinds = set(taken(words, exact, longest))
    for i, token in enumerate(tokens):
        letters = token.removesuffix("s")
        # "IT" and "PTs" are businesses; "it" is none.
        if letters.isupper() and letters.casefold() in short:
            kinds.add(short[letters.casefold()])
            words[i] = ""
    telling = (word and token.casefold() not in _VAGUE for word, token in zip(words, tokens, strict=True))
    roots = [stem(word) if tells else "" for word, tells in zip(words, telling, strict=True)]
    kinds.update(taken(roots, stems, longest))
    kinds.update(
        root
        for root, token in zip(roots, tokens, strict=True)
        if root and len(token) > 2 and not token.isdigit() and token.casefold() not in _SHOP
    )
    return frozenset(kinds)


@cache
def _names() -> tuple[dict[tuple[str, ...], str], dict[str, str], dict[tuple[str, ...], str], int]:
    """Kinds by the words of their phrases, by abbreviations of two letters, and by stems that are of one kind only.

    The last is the number of words in the longest phrase.
    """
    exact: dict[tuple[str, ...], str] = {}
    short: dict[str, str] = {}
    by_stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for phrase in phrases():
        if phrase.organisation is OrganisationKind.BUSINESS:
            continue  # "LLC" tells nobody apart
        if len(phrase.words) == 1 and len(phrase.words[0]) <= 2:
            short[phrase.words[0]] = phrase.kind
        else:
            exact[phrase.words] = phrase.kind
            by_stems[tuple(map(stem, phrase.words))].add(phrase.kind)
    alone = {stems: next(iter(kinds)) for stems, kinds in by_stems.items() if len(kinds) == 1}
    return exact, short, alone, max(map(len, exact))


class Kinds:
    """Who is in which kind of business, by industry, specialty and the name of the organisation."""

    def __init__(self, people: Sequence[Participant]) -> None:
        self.people = people
        self._of: dict[str, set[int]] = defaultdict(set)
        self._shops: set[int] = set()
        self._named: list[frozenset[str]] = []
        self._about: dict[int, frozenset[str]] = {}
        for i, person in enumerate(people):
            specialty = " ".join(person.trait("specialty"))
            own = kinds_in(person.industry) | kinds_in(specialty)
            self._named.append(own)
            for kind in own | kinds_in(person.organisation):
                self._of[kind].add(i)
            if _names_shop(f"{person.industry} {specialty} {person.organisation}"):
                self._shops.add(i)
        self._known = {phrase.kind for phrase in phrases()}.union(*self._named)

    def named(self, phrase: str) -> frozenset[str]:
        """The kinds that a phrase is about; empty where any word of it is of no known kind."""
        wanted = kinds_in(phrase)
        return wanted if wanted <= self._known else frozenset()

    def of(self, phrase: str) -> frozenset[int]:
        """Everybody of the kind that a phrase names."""
        wanted = self.named(phrase)
        if not wanted:
            return frozenset()
        people = set.intersection(*(self._of.get(kind, set()) for kind in wanted))
        if _names_shop(phrase) and people & self._shops:
            people &= self._shops
        return frozenset(people)

    def peers(self, i: int) -> frozenset[int]:
        """The others whose kinds of business include somebody's, or are included in them."""
        mine = self._named[i]
        return frozenset(
            j for kind in mine for j in self._of[kind] if j != i and (self._named[j] <= mine or mine <= self._named[j])
        )

    def in_role(self, i: int, phrase: str) -> bool:
        """Whether a phrase shares a word with somebody's role."""
        return not kinds_in(phrase).isdisjoint(kinds_in(" ".join(self.people[i].trait("role"))))

    def about(self, i: int, phrase: str) -> bool:
        """Whether a phrase shares a word with what somebody does or where they work."""
        own = self._about.get(i)
        if own is None:
            person = self.people[i]
            texts = (person.industry, person.organisation, *person.trait("role"), *person.trait("specialty"))
            own = self._about[i] = frozenset(kind for text in texts for kind in kinds_in(text))
        return not kinds_in(phrase).isdisjoint(own)


def _names_shop(text: str) -> bool:
    return not _SHOP.isdisjoint(re.findall(r"[a-z]+", text.casefold()))
