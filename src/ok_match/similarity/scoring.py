"""From what an engine says of single statements to how much people share: the part that all engines have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    FULL,
    MISSING,
    WRITTEN_FACETS,
    Affinity,
    Correction,
    Facet,
    FacetWeights,
    Gift,
    Ground,
    Link,
    Mention,
    Participant,
    Statement,
    Theme,
    ThemeList,
)

from .alignment import Floats, align, align_across, align_in_blocks, weighted_mean
from .text_model import TextModel

Positions = NDArray[np.int64]

#: Facets that say what somebody lacks, and facets that say what somebody has; common ground in these is a gift.
NEEDS = (Facet.GOALS, Facet.OBSTACLES)
HAVES = (Facet.OFFERS, Facet.OPPORTUNITIES)
#: Facets between which common ground is looked for where two people said the same under different questions.
CROSSING = (Facet.GOALS, Facet.OBSTACLES, Facet.OPPORTUNITIES)

#: So many statements of one answer are compared, the first ones: more is a document, and no answer.
COMPARED = 50
#: So many of the best matching statements of two people are asked for what can be said of them.
TRIED = 100


class Claim(NamedTuple):
    """What two statements have in common: on what it rests, and its subjects in words."""

    ground: Ground
    subjects: tuple[str, ...]


class Topic(NamedTuple):
    """A subject that recurs, the positions of the statements about it, and how much each is (0-1; none: fully)."""

    name: str
    ground: Ground
    statements: tuple[int, ...]
    fits: tuple[float, ...] = ()


class Reading(Protocol):
    """All written statements of a sheet, as one engine understands them; statements are known by position."""

    def compare(self, rows: Positions, columns: Positions) -> Floats:
        """Compare statements: an array of shape (rows, columns), 0 (nothing shared) to 1 (the same)."""
        ...

    def silent(self, position: int) -> bool:
        """Say whether a statement is about nothing, and so is no answer."""
        ...

    def claim(self, first: int, second: int) -> Claim | None:
        """Say what two statements share, if it is sure enough to be said."""
        ...

    def about(self, position: int, option: str) -> float:
        """Say how much a statement speaks of an option that its author ticked, 0-1; 0 where it does not surely."""
        ...

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """Find the subjects that recur; ``owners`` gives the person behind each statement, -1 for an offer."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """Statements of one facet: their positions among all that was written, and who made them (ascending)."""

    positions: Positions
    owners: Positions


def score(
    name: str,
    people: Sequence[Participant],
    weights: FacetWeights,
    read: Reader,
    corrections: Sequence[Correction] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
) -> tuple[Affinity, tuple[Theme, ...]]:
    """Score every pair of people, and find the subjects that recur.

    Goals meet goals, obstacles meet obstacles, opportunities meet opportunities, ticked options meet ticked
    options; and what one person lacks meets what another can offer. The best match of each statement counts, in
    both directions.

    Parameters
    ----------
    name : str
        The engine's, for the record.
    read : callable
        The engine: takes the texts of all written statements and gives a ``Reading``.
    corrections : sequence of Correction
        What the facilitator says some statements are about; obeyed before anything the engine thinks.
    own : ThemeList, optional
        Subjects that the program looks for, beside or instead of those that every engine knows.
    model : TextModel, optional
        A text model of the user's own; by default, the one that comes with the package.
    """
    written = [
        (i, one) for i, person in enumerate(people) for facet in WRITTEN_FACETS for one in person.said(facet)[:COMPARED]
    ]
    statements = [statement for _, statement in written]
    told = {(one.participant, one.facet, one.text): one.theme for one in corrections}
    reading = read(
        [statement.text for statement in statements],
        [told.get((people[i].id, one.facet, one.text)) for i, one in written],
        own,
        model,
    )
    said = {
        facet: _said([(p, i) for p, (i, one) in enumerate(written) if one.facet is facet and not reading.silent(p)])
        for facet in WRITTEN_FACETS
    }
    aligned = {
        facet: align_in_blocks(reading.compare, one.positions, one.owners, len(people)) for facet, one in said.items()
    }
    ticks = _said([(0, i) for i, person in enumerate(people) for _ in person.said(Facet.THEMES)])
    options = [one.text for person in people for one in person.said(Facet.THEMES)]
    aligned[Facet.THEMES] = align(_same_ticks(options, len(people)), ticks.owners, len(people))
    gifts = _gifts(reading, said, len(people))
    shares = [(getattr(weights, facet), values) for facet, values in aligned.items()]
    overall = weighted_mean([*shares, (weights.give_take, _both_ways(gifts))], len(people))
    np.fill_diagonal(overall, 0.0)
    given = _whole(np.nan_to_num(gifts, nan=0.0))
    facets = {facet: _whole(np.nan_to_num(values, nan=MISSING / FULL)) for facet, values in aligned.items()}
    for values in facets.values():
        np.fill_diagonal(values, MISSING)

    def links(i: int, j: int) -> tuple[Link, ...]:
        found = [_ticked_link(people[i], people[j], int(facets[Facet.THEMES][i, j]))]
        found += [_link(reading, statements, said[f], f, i, j, int(facets[f][i, j])) for f in WRITTEN_FACETS]
        known = [link for link in found if link]
        known += _crossing(reading, statements, said, i, j, {one for link in known for one in link.subjects})
        return tuple(sorted(known, key=lambda link: (link.facet is None, -link.affinity)))

    def offered(i: int, j: int) -> tuple[Gift, ...]:
        return _gift(reading, statements, said, (i, people[i].id), (j, people[j].id), int(given[i, j]))

    affinity = Affinity(engine=name, facets=facets, overall=_whole(overall), links=links, gifts=offered)
    return affinity, (*_ticked_themes(people, reading, written), *_written_themes(reading, written, len(people)))


def _whole(values: Floats) -> NDArray[np.int32]:
    return np.rint(values * FULL).astype(np.int32)


def _said(pairs: Sequence[tuple[int, int]]) -> Said:
    return Said(np.array([p for p, _ in pairs], np.int64), np.array([i for _, i in pairs], np.int64))


def _same_ticks(options: list[str], people: int) -> Floats:
    """Compare ticked options: 1 for the same option if only two people ticked it, less the more people did."""
    if not options:
        return np.zeros((0, 0))
    times = Counter(options)
    rarity = np.array([1.0 - max(0, times[option] - 2) / max(people, 2) for option in options])
    labels = np.unique(options, return_inverse=True)[1]
    same: Floats = np.equal.outer(labels, labels) * rarity[:, None]
    return same


def _gifts(reading: Reading, said: Mapping[Facet, Said], people: int) -> Floats:
    """Compare what each person has with what each other lacks: (giver, taker), ``nan`` where one is silent."""
    haves, needs = _joined(said, HAVES), _joined(said, NEEDS)
    return align_across(reading.compare(haves.positions, needs.positions), haves.owners, needs.owners, people)


def _joined(said: Mapping[Facet, Said], facets: Sequence[Facet]) -> Said:
    positions = np.concatenate([said[facet].positions for facet in facets])
    owners = np.concatenate([said[facet].owners for facet in facets])
    order = np.argsort(owners, kind="stable")
    return Said(positions[order], owners[order])


def _both_ways(gifts: Floats) -> Floats:
    """Average what two people can give each other; one direction alone counts where the other is unknown."""
    back = gifts.T
    return np.where(np.isnan(gifts), back, np.where(np.isnan(back), gifts, (gifts + back) / 2))


def _ticked_link(first: Participant, second: Participant, affinity: int) -> Link | None:
    mine, theirs = ({one.text: one for one in person.said(Facet.THEMES)} for person in (first, second))
    both = tuple(text for text in mine if text in theirs)
    if not both:
        return None
    return Link(
        facet=Facet.THEMES,
        affinity=affinity,
        ground=Ground.TICKED,
        subjects=both,
        mine=mine[both[0]],
        theirs=theirs[both[0]],
    )


def _best_claim(reading: Reading, mine: Positions, theirs: Positions) -> tuple[int, int, Claim] | None:
    """Find the best matching statements of two people of which anything can be said."""
    if mine.size == 0 or theirs.size == 0:
        return None
    block = reading.compare(mine, theirs)
    for flat in np.argsort(-block, axis=None, kind="stable")[:TRIED]:
        row, column = np.unravel_index(int(flat), block.shape)
        claim = reading.claim(int(mine[row]), int(theirs[column]))
        if claim:
            return int(mine[row]), int(theirs[column]), claim
    return None


def _link(
    reading: Reading, statements: Sequence[Statement], said: Said, facet: Facet, i: int, j: int, affinity: int
) -> Link | None:
    best = _best_claim(reading, said.positions[said.owners == i], said.positions[said.owners == j])
    if best is None:
        return None
    first, second, claim = best
    return Link(
        facet=facet,
        affinity=affinity,
        ground=claim.ground,
        subjects=claim.subjects,
        mine=statements[first],
        theirs=statements[second],
    )


def _crossing(
    reading: Reading,
    statements: Sequence[Statement],
    said: Mapping[Facet, Said],
    i: int,
    j: int,
    told: set[str],
) -> list[Link]:
    """Find what one said under one question and the other under another, on subjects that are not told yet."""
    mine, theirs = _joined(said, CROSSING), _joined(said, CROSSING)
    own, other = mine.positions[mine.owners == i], theirs.positions[theirs.owners == j]
    if own.size == 0 or other.size == 0:
        return []
    block = reading.compare(own, other)
    found: dict[tuple[str, ...], Link] = {}
    for flat in np.argsort(-block, axis=None, kind="stable")[:TRIED]:
        row, column = np.unravel_index(int(flat), block.shape)
        first, second = int(own[row]), int(other[column])
        if statements[first].facet is statements[second].facet:
            continue
        claim = reading.claim(first, second)
        # A word that the one hopes for and the other dreads is not common ground.
        if claim and claim.ground not in {Ground.WORDS, Ground.AREA} and not told & set(claim.subjects):
            link = Link(
                facet=None,
                affinity=round(FULL * float(block[row, column])),
                ground=claim.ground,
                subjects=claim.subjects,
                mine=statements[first],
                theirs=statements[second],
            )
            found.setdefault(claim.subjects, link)
    return list(found.values())


def _gift(
    reading: Reading,
    statements: Sequence[Statement],
    said: Mapping[Facet, Said],
    giver: tuple[int, str],
    taker: tuple[int, str],
    affinity: int,
) -> tuple[Gift, ...]:
    needs = _joined(said, NEEDS)
    # What is offered comes before what is only hoped for.
    for facet in HAVES:
        haves = said[facet].positions[said[facet].owners == giver[0]]
        best = _best_claim(reading, haves, needs.positions[needs.owners == taker[0]])
        # A word or an area that both have does not tell that the one can help with the other.
        if best and best[2].ground not in {Ground.WORDS, Ground.AREA}:
            break
    else:
        return ()
    first, second, claim = best
    return (
        Gift(
            giver=giver[1],
            taker=taker[1],
            affinity=affinity,
            subject=claim.subjects[0],
            ground=claim.ground,
            offered=statements[first],
            needed=statements[second],
        ),
    )


def _ticked_themes(
    people: Sequence[Participant], reading: Reading, written: Sequence[tuple[int, Statement]]
) -> list[Theme]:
    """Give each option that somebody ticked, with those who did and what they wrote of it."""
    mentions: dict[str, list[Mention]] = {}
    for i, person in enumerate(people):
        for statement in person.said(Facet.THEMES):
            mentions.setdefault(statement.text, []).append(Mention(i, statement))
    themes = []
    for option in sorted(mentions):
        who = {mention.participant for mention in mentions[option]}
        spoken = [
            Mention(i, one, round(FULL * fit))
            for position, (i, one) in enumerate(written)
            if i in who and one.facet is not Facet.OFFERS and (fit := reading.about(position, option)) > 0
        ]
        themes.append(Theme(option, Ground.TICKED, (*mentions[option], *spoken)))
    return themes


def _written_themes(reading: Reading, written: Sequence[tuple[int, Statement]], people: int) -> list[Theme]:
    topics = reading.topics([-1 if one.facet is Facet.OFFERS else i for i, one in written], people)
    return [
        Theme(
            topic.name,
            topic.ground,
            tuple(
                Mention(*written[position], round(FULL * fit))
                for position, fit in zip(topic.statements, topic.fits or [1.0] * len(topic.statements), strict=True)
            ),
        )
        for topic in topics
    ]


class Reader(Protocol):
    """An engine: takes the texts of all written statements and reads them.

    ``told`` gives for each text the theme that the facilitator named, "" for none of them, or ``None``; ``own``
    holds the program's themes, and ``model`` is a text model of the user's own.
    """

    def __call__(
        self,
        texts: Sequence[str],
        told: Sequence[str | None] = (),
        own: ThemeList | None = None,
        model: TextModel | None = None,
    ) -> Reading:
        """Read the texts."""
        ...
