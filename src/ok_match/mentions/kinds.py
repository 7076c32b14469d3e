"""Kinds of business: which people are meant by "title companies", "other landscapers", "anyone in coffee"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from ok_match.model import Participant

from .prose import folded

#: One line a trade: stems that name the same one.
_TRADES = """
law lawyer attorney legal solicitor
bank lend lender loan mortgage credit
account bookkeep cpa tax payroll book
realest realt realtor realty brokerage
title escrow
insur
restaur eatery diner bistro
brew taproom beer
coffee
roast
landscap lawn
childcar daycar preschool nursery
dent orthodont
veterin vet
physiotherap physicaltherap
fit gym crossfit
salon barber hair
photograph
flor florist flower
hvac heat cool
plumb
electric
roof
paint
mason
mechanic
market advertis
softwar saas
farm agricultur ranch
winer vineyard win
hotel motel lodg
pharm
nonprofit charit
build contract construct
counsel psychotherap
baker pastr
cater
outfit outdoor
hardwar
jewel
consult
engineer
architect
""".strip()
#: Words of a trade that say nothing of which trade it is.
_VAGUE = frozenset(
    """
    a agencies agency agent agents an and any anyone are as business businesses care club clubs commercial companies
    company competing competitor competitors direct else family field firm firms folk folks for from game general group
    groups guy guys health in industries industry its kind lines line local my of office offices operator operators
    organisation organisations organization organizations other others our outfit outfits owner owners people person
    place places practice practices professional professionals provider providers retail same sector service services
    small space specialist specialists store stores town trade trades type types same world
    """.split()
)
_SHOP = frozenset({"shop", "shops", "store", "stores", "house", "houses"})
_ENDINGS = (
    "ographers", "ographer", "ography", "ists", "ings", "ance", "ants", "ians", "eries", "ures", "ists",
    "ist", "ers", "ors", "ing", "ery", "ure", "ies", "ant", "ial", "ian", "als", "ions", "ion",
    "er", "or", "ry", "al", "es", "s", "y", "e",
)  # fmt: skip
_PHRASES = (
    (re.compile(r"\breal[- ]?estate\b", re.I), " realest "),
    (re.compile(r"\bphysical therap(y|ists?)\b|\bpts?\b", re.I), " physicaltherap "),
    (re.compile(r"\bnon[- ]profits?\b|\bnot[- ]for[- ]profits?\b", re.I), " nonprofit "),
    (re.compile(r"\bchild[- ]care\b|\bday[- ]?care\b|\bpre-?schools?\b", re.I), " childcare "),
    (re.compile(r"\bbook[- ]?keep(ers?|ing)\b", re.I), " bookkeep "),
    (re.compile(r"\bcredit unions?\b", re.I), " bank "),
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut a word down to what trades share: landscapers, landscaping; roofer, roofing; brewery, brewers."""
    plain = folded(word)
    while True:
        ending = next((e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= 4), "")
        if not ending:
            return plain
        plain = plain[: -len(ending)] + ("ograph" if ending.startswith("ograph") else "")


_CONCEPT = {stem(name): stem(line.split()[0]) for line in _TRADES.splitlines() for name in line.split()}


def _trade(root: str) -> str:
    """Give the one name of a trade, by its stem or the start of it."""
    known = _CONCEPT.get(root)
    if known is None and len(root) > 4:
        known = next((_CONCEPT[root[:cut]] for cut in range(len(root) - 1, 3, -1) if root[:cut] in _CONCEPT), None)
    return known or root


def kinds_in(text: str) -> frozenset[str]:
    """Give the trades that a phrase names; words that name none are left out."""
    for phrase, instead in _PHRASES:
        text = phrase.sub(instead, text)
    found = set()
    for word in re.findall(r"[^\W\d_]+", text):
        plain = word.casefold()
        if plain not in _VAGUE and plain not in _SHOP and len(plain) > 2:
            found.add(_trade(stem(plain)))
    return frozenset(found)


class Kinds:
    """Who is of which trade, by what they say of their industry, organisation and specialty."""

    def __init__(self, people: Sequence[Participant]) -> None:
        self.people = people
        self._of: dict[str, set[int]] = defaultdict(set)
        self._shops: set[int] = set()
        self._said: list[frozenset[str]] = []
        known: set[str] = set(_CONCEPT.values())
        for i, person in enumerate(people):
            own = kinds_in(f"{person.industry} {' '.join(person.trait('specialty'))}")
            known |= own
            self._said.append(own)
            everything = f"{person.industry} {' '.join(person.trait('specialty'))} {person.organisation}"
            for trade in own | kinds_in(person.organisation):
                self._of[trade].add(i)
            if set(re.findall(r"[a-z]+", everything.casefold())) & _SHOP:
                self._shops.add(i)
        self._known = known

    def named(self, phrase: str) -> frozenset[str]:
        """Give the trades that a phrase is about; empty where it is about none that is known."""
        wanted = kinds_in(phrase)
        return wanted if wanted and wanted <= self._known else frozenset()

    def of(self, phrase: str) -> frozenset[int]:
        """Find everybody of the trade that a phrase names."""
        wanted = self.named(phrase)
        if not wanted:
            return frozenset()
        found = set.intersection(*(self._of.get(trade, set()) for trade in wanted))
        if set(re.findall(r"[a-z]+", phrase.casefold())) & _SHOP and found & self._shops:
            found &= self._shops
        return frozenset(found)

    def peers(self, i: int) -> frozenset[int]:
        """Find the others who name the same line of work."""
        mine = self._said[i]
        return frozenset(
            j for trade in mine for j in self._of[trade] if j != i and (self._said[j] <= mine or mine <= self._said[j])
        )

    def about(self, i: int, phrase: str) -> bool:
        """Say whether a phrase shares a word with what somebody is or where they work."""
        one = self.people[i]
        own = kinds_in(
            f"{one.industry} {one.organisation} {' '.join(one.trait('role'))} {' '.join(one.trait('specialty'))}"
        )
        return bool(own & kinds_in(phrase))
