"""What two people share and could give each other, in words; the verb tells how sure each claim is."""

from __future__ import annotations

from collections.abc import Mapping

from ok_match.model import Facet, Gift, Ground, Link
from ok_match.render.document import Line

from .phrases import Names, quoted, spaced

ABOUT: Mapping[Facet, str] = {
    Facet.GOALS: "goals",
    Facet.OBSTACLES: "obstacles",
    Facet.OPPORTUNITIES: "opportunities",
    Facet.OFFERS: "what they can offer",
    Facet.THEMES: "ticked themes",
}

#: The verb for a subject that a cohort shares, by what the claim rests on, and what follows the subject.
SHARED = {
    Ground.RANKED: "put",
    Ground.TICKED: "ticked",
    Ground.THEME: "wrote about",
    Ground.LIKELY_THEME: "seem to touch on",
    Ground.AREA: "seem to be concerned with",
    Ground.WORDS: "used the word",
}

BEHIND = {Ground.RANKED: " among their first"}


def subjects_of(link: Link) -> Line:
    """The subjects that two people share."""
    word = "word" if len(link.subjects) == 1 else "words"
    if link.ground is Ground.RANKED:
        subjects = spaced([(quoted(subject),) for subject in link.subjects], ", ", " and ")
        return ("both put ", *subjects, BEHIND[Ground.RANKED])
    verb = {
        Ground.TICKED: "both ticked ",
        Ground.THEME: "both wrote about ",
        Ground.LIKELY_THEME: "both seem to touch on ",
        Ground.AREA: "both seem to be concerned with ",
        Ground.WORDS: f"both used the {word} ",
    }[link.ground]
    return (verb, *spaced([(quoted(subject),) for subject in link.subjects], ", ", " and "))


def kind_of(link: Link) -> str:
    """The kind of answer that a claim rests on, or both kinds where the two people's answers differ in kind."""
    if link.ground is Ground.RANKED:
        return "Ranked themes"
    if link.facet is not None:
        return ABOUT[link.facet].capitalize()
    return f"{ABOUT[link.mine.facet]} and {ABOUT[link.theirs.facet]}".capitalize()


def gives_line(gift: Gift, names: Names) -> Line:
    """What somebody offers, or sees coming, beside what another needs; the question decides which is which."""
    taker = names[gift.taker]
    start = f"Can help {taker}: " if gift.offered.facet is Facet.OFFERS else f"Looking at the same thing as {taker}: "
    return (start, quoted(gift.offered.text), " - ", quoted(gift.needed.text))


def gets_line(gift: Gift, names: Names) -> Line:
    """What somebody needs, beside what another offers or sees coming."""
    giver = names[gift.giver]
    helps = gift.offered.facet is Facet.OFFERS
    start = f"Can get help from {giver}: " if helps else f"Looking at the same thing as {giver}: "
    return (start, quoted(gift.needed.text), " - ", quoted(gift.offered.text))


def offered_line(gift: Gift, names: Names) -> str:
    """The lead-in to the words of the one who gives."""
    giver = names[gift.giver]
    return f"{giver} can offer: " if gift.offered.facet is Facet.OFFERS else f"{giver} sees coming: "
