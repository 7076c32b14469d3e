"""Everybody's sector and kind of organisation, as their words tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from ok_match.model import OrganisationKind, Participant, ReadBy, Sector, Work
from ok_match.model.people.lines_of_work import classes, lines_of_work, phrases_in

from .choices import chosen

#: How sure words are that name one sector and nothing else, in the answer to a question about the industry.
BY_WORDS = 99
#: How sure a meaning is at most.
BY_MEANING = 95
#: How sure the name of an organisation is at most, where no answer tells a sector.
BY_NAME = 50
#: How sure an answer is at most that names industries of several sectors.
SEVERAL = 50
#: The likelihood below which a guess is none.
LEAST = 0.25
#: The likelihood that a kind of organisation other than a business needs: nonprofits and public bodies mostly say so.
KIND_LEAST = 0.65
#: The most words that a line of work may have which the table does not know: anything longer is a description.
LONGEST_LINE = 4
#: What stands between two industries.
_BETWEEN = re.compile(r"[/,;|+&]|\band\b|\by\b", re.IGNORECASE)

#: The facilitator's sectors and kinds of organisation, by text in lower case.
Own = Mapping[str, Sequence[Sector | OrganisationKind]]


class Odds(Protocol):
    """The likelihoods of one text's sectors and kinds of organisation, 0 to 1, likeliest first.

    ``None`` among the sectors stands for a text that tells none.
    """

    @property
    def sectors(self) -> Mapping[Sector | None, float]:
        """By sector."""
        ...

    @property
    def kinds(self) -> Mapping[OrganisationKind, float]:
        """By kind of organisation."""
        ...


Judge = Callable[[Sequence[str]], Sequence[Odds]]


class _Source(NamedTuple):
    """Where a sector may be told: the text of one person there, and how sure it can be at most."""

    text: Callable[[Participant], str]
    most: int


#: The sources in their order: a later one counts where the earlier ones tell no sector.
_SOURCES = (
    _Source(lambda person: person.industry, 100),
    _Source(lambda person: " ".join(person.trait("specialty")), 100),
    _Source(lambda person: person.organisation, BY_NAME),
)


def read(people: Sequence[Participant], judge: Judge, own: Own) -> tuple[Participant, ...]:
    """The people with what they work in.

    Parameters
    ----------
    judge : callable
        From texts to the likelihoods that their meaning gives, in the same order.
    own : mapping
        The facilitator's sectors and kinds of organisation, by text as people wrote it; case does not matter.
    """
    works = [Work()] * len(people)
    for source in _SOURCES:
        texts = {i: source.text(person) for i, person in enumerate(people) if works[i].sector is None}
        asked = {text for text in texts.values() if text and (source.most > BY_NAME or _known(text, own))}
        read_here = _works_by_text(sorted(asked), source.most, judge, own)
        for i, text in texts.items():
            if text in read_here:
                works[i] = _joined(works[i], read_here[text])
    return tuple(person.model_copy(update={"work": work}) for person, work in zip(people, works, strict=True))


def _known(name: str, own: Own) -> bool:
    """Whether an organisation's name holds the name of a line of work, or the facilitator said what it does."""
    return _key(name) in own or any(phrase.sector for phrase in phrases_in(name)[0])


def _joined(earlier: Work, later: Work) -> Work:
    """What two texts of one person tell together; the earlier told no sector."""
    told = later if later.sector or not earlier.text else earlier
    return told.model_copy(update={"kind": earlier.kind or later.kind})


def _works_by_text(texts: Sequence[str], most: int, judge: Judge, own: Own) -> dict[str, Work]:
    telling = [text for text in texts if any(phrases_in(text))]
    odds = dict(zip(telling, judge(telling), strict=True))
    works = {text: _work(text, odds[text], most) if text in odds else Work(text=text) for text in texts}
    return {text: chosen(work, own.get(_key(text), ())) for text, work in works.items()}


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _work(text: str, odds: Odds, most: int) -> Work:
    """What a text tells that is more than vague words."""
    kind = _named_kind(text)
    several = len(_industries(text)) > 1
    sector, sure, by = _certain(text), BY_WORDS, ReadBy.WORDS
    if sector is None and _tells_work(text):
        likeliest, likelihood = next(iter(odds.sectors.items()))
        sector = likeliest if likelihood >= LEAST else None
        sure, by = min(round(100 * likelihood), SEVERAL if several else BY_MEANING), ReadBy.MEANING
    if sector is None:
        return Work(kind=kind, text=text)
    lines = _lines(text, sector, several=several)
    kind = kind or _likely_kind(odds)
    return Work(sector=sector, kind=kind, lines=lines, sure=min(sure, most), by=by, text=text)


def _tells_work(text: str) -> bool:
    """Whether a text says more than what kind of organisation somebody works for."""
    phrases, others = phrases_in(text)
    return bool(others) or any(phrase.sector for phrase in phrases)


def _certain(text: str) -> Sector | None:
    """The sector that words name, if they name one and nothing else."""
    phrases, others = phrases_in(text)
    sectors = {phrase.sector for phrase in phrases if phrase.sector}
    return next(iter(sectors)) if len(sectors) == 1 and not others else None


def _industries(text: str) -> frozenset[Sector]:
    """The sectors that the parts of a text name, as "law / bakery" names two; empty where the whole names one."""
    if _certain(text):
        return frozenset()
    return frozenset(sector for part in _BETWEEN.split(text) if (sector := _certain(part)))


def _lines(text: str, sector: Sector, *, several: bool) -> tuple[str, ...]:
    """The lines of work that a text names: those inside its sector, or all of them if it names several sectors.

    If the table knows none of its words, all of them together are one, unless they are a whole description.
    """
    inside = {phrase.line for phrase in phrases_in(text)[0] if phrase.sector is sector} & classes()
    if inside and not several:
        return tuple(sorted(inside))
    lines = lines_of_work(text)
    known = lines & classes()
    if known:
        return tuple(sorted(known))
    return (" ".join(sorted(lines)),) if 0 < len(lines) <= LONGEST_LINE else ()


def _named_kind(text: str) -> OrganisationKind | None:
    """The kind of organisation that words name."""
    return next((phrase.organisation for phrase in phrases_in(text)[0] if phrase.organisation), None)


def _likely_kind(odds: Odds) -> OrganisationKind:
    """The kind of organisation that a text means; a business where nothing else is likely."""
    likeliest, likelihood = next(iter(odds.kinds.items()))
    return likeliest if likelihood >= KIND_LEAST else OrganisationKind.BUSINESS
