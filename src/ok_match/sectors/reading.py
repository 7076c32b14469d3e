"""Everybody's sector and kind of organisation, as their words tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ok_match.model import OrganisationKind, Participant, ReadBy, Sector, Work
from ok_match.model.people.lines_of_work import classes, lines_of_work, phrases_in

from .choices import chosen

#: How sure words are that name one sector and nothing else, in the answer to a question about the industry.
BY_WORDS = 95
#: How sure the name of an organisation is at most, where nobody asked for the industry or it was left empty.
BY_NAME = 50
#: The likelihood below which a guess is none.
LEAST = 0.25
#: The likelihood that a kind of organisation other than a business needs.
KIND_LEAST = 0.5


class Odds(Protocol):
    """The likelihoods of one text's sectors and kinds of organisation, 0 to 1, likeliest first."""

    @property
    def sectors(self) -> Mapping[Sector, float]:
        """By sector."""
        ...

    @property
    def kinds(self) -> Mapping[OrganisationKind, float]:
        """By kind of organisation."""
        ...


def read(
    people: Sequence[Participant],
    judge: Callable[[Sequence[str]], Sequence[Odds]],
    own: Mapping[str, Sequence[Sector | OrganisationKind]],
) -> tuple[Participant, ...]:
    """The people with what they work in.

    Parameters
    ----------
    judge : callable
        From texts to the likelihoods that their meaning gives, in the same order.
    own : mapping
        The facilitator's sectors and kinds of organisation, by text as people wrote it; case does not matter.
    """
    texts = [_telling(person) for person in people]
    asked = sorted({text for text, _ in texts if text})
    odds = dict(zip(asked, judge(asked), strict=True))
    works = []
    for text, most in texts:
        work = _work(text, odds[text], most) if text else Work()
        works.append(chosen(work, own.get(" ".join(text.casefold().split()), ())))
    return tuple(person.model_copy(update={"work": work}) for person, work in zip(people, works, strict=True))


def _telling(person: Participant) -> tuple[str, int]:
    """The text that tells what somebody works in, and how sure it can be at most; empty where nothing tells."""
    specialty = " ".join(person.trait("specialty"))
    for text, most in ((person.industry, 100), (specialty, 100), (person.organisation, BY_NAME)):
        phrases, words = phrases_in(text)
        # A text of vague words alone ("small business", "CEO") says nothing; a name must hold a known phrase.
        if phrases or (words and most == 100):
            return text, most
    return "", 0


def _work(text: str, odds: Odds, most: int) -> Work:
    phrases, others = phrases_in(text)
    named = {phrase.sector for phrase in phrases if phrase.sector}
    likeliest, likelihood = next(iter(odds.sectors.items()))
    if len(named) == 1 and not others:
        sector, sure, by = next(iter(named)), BY_WORDS, ReadBy.WORDS
    elif likelihood >= LEAST:
        sector, sure, by = likeliest, min(round(100 * likelihood), 99), ReadBy.MEANING
    else:
        return Work(kind=_kind(text, odds), text=text)
    return Work(sector=sector, kind=_kind(text, odds), lines=_lines(text), sure=min(sure, most), by=by, text=text)


def _lines(text: str) -> tuple[str, ...]:
    """The lines of work that a text names; if the table knows none of its words, all of them together are one."""
    lines = lines_of_work(text)
    known = lines & classes()
    return tuple(sorted(known)) or ((" ".join(sorted(lines)),) if lines else ())


def _kind(text: str, odds: Odds) -> OrganisationKind:
    """The kind of organisation: what words name, else what the text means, else a business."""
    named = [phrase.organisation for phrase in phrases_in(text)[0] if phrase.organisation]
    if named:
        return named[0]
    likeliest, likelihood = next(iter(odds.kinds.items()))
    return likeliest if likelihood >= KIND_LEAST else OrganisationKind.BUSINESS
