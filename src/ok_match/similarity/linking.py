"""The statements that show what two people share, and what one could give the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.model import FULL, WRITTEN_FACETS, Facet, Gift, Ground, Link, Participant, Statement

from .alignment import Positions
from .answers import CROSSING, HAVES, NEEDS, StatementIndex, joined
from .reading import Claim, Reading

#: The number of best matching pairs of statements in which a claim is sought.
TRIED = 100


@dataclass(frozen=True, slots=True)
class Linker:
    """The source of links and gifts between any two people.

    Attributes
    ----------
    people : sequence of Participant
        Everybody; positions count in this order.
    reading : Reading
        The engine's reading of ``statements``.
    said : mapping of Facet to StatementIndex
        The statements of each written facet.
    needs, crossing : StatementIndex
        The statements of the facets in ``NEEDS`` and in ``CROSSING``.
    shared : callable
        ``shared(facet, i, j)``: the affinity of two people in a facet, 0-1000.
    given : callable
        ``given(i, j)``: how well the offers of i answer the needs of j, 0-1000.
    """

    people: Sequence[Participant]
    reading: Reading
    statements: Sequence[Statement]
    said: Mapping[Facet, StatementIndex]
    needs: StatementIndex
    crossing: StatementIndex
    shared: Callable[[Facet, int, int], int]
    given: Callable[[int, int], int]

    @classmethod
    def of(
        cls,
        people: Sequence[Participant],
        reading: Reading,
        statements: Sequence[Statement],
        said: Mapping[Facet, StatementIndex],
        shared: Callable[[Facet, int, int], int],
        given: Callable[[int, int], int],
    ) -> Linker:
        """A linker, with the statements of several facets joined as it needs them."""
        return cls(people, reading, statements, said, joined(said, NEEDS), joined(said, CROSSING), shared, given)

    def links(self, i: int, j: int) -> tuple[Link, ...]:
        """The statements that show what participants i and j share, best first; links across facets come last."""
        within = [self._ticked(i, j), *(self._link(facet, i, j) for facet in WRITTEN_FACETS)]
        links = [link for link in within if link]
        links += self._crossing(i, j, {subject for link in links for subject in link.subjects})
        return tuple(sorted(links, key=lambda link: (link.facet is None, -link.affinity)))

    def gifts(self, i: int, j: int) -> tuple[Gift, ...]:
        """The best thing that participant i could give to j, if any."""
        # Offers come before opportunities.
        for facet in HAVES:
            best = self._best_claim(self.said[facet].by(i), self.needs.by(j))
            # A shared word or area is no evidence that one can help the other.
            if best and best[2].ground not in {Ground.WORDS, Ground.AREA}:
                break
        else:
            return ()
        first, second, claim = best
        return (
            Gift(
                giver=self.people[i].id,
                taker=self.people[j].id,
                affinity=self.given(i, j),
                subject=claim.subjects[0],
                ground=claim.ground,
                offered=self.statements[first],
                needed=self.statements[second],
            ),
        )

    def _ticked(self, i: int, j: int) -> Link | None:
        mine, theirs = ({tick.text.casefold(): tick for tick in self.people[who].said(Facet.THEMES)} for who in (i, j))
        shared = tuple(text for text in mine if text in theirs)
        if not shared:
            return None
        in_order = all(said[text].rank for text in shared for said in (mine, theirs))
        return Link(
            facet=Facet.THEMES,
            affinity=self.shared(Facet.THEMES, i, j),
            ground=Ground.RANKED if in_order else Ground.TICKED,
            subjects=tuple(mine[text].text for text in shared),
            mine=mine[shared[0]],
            theirs=theirs[shared[0]],
        )

    def _link(self, facet: Facet, i: int, j: int) -> Link | None:
        best = self._best_claim(self.said[facet].by(i), self.said[facet].by(j))
        if best is None:
            return None
        first, second, claim = best
        return Link(
            facet=facet,
            affinity=self.shared(facet, i, j),
            ground=claim.ground,
            subjects=claim.subjects,
            mine=self.statements[first],
            theirs=self.statements[second],
        )

    def _crossing(self, i: int, j: int, known: set[str]) -> list[Link]:
        """Links between answers to different questions, on subjects not yet known to be shared."""
        mine, theirs = self.crossing.by(i), self.crossing.by(j)
        links: dict[tuple[str, ...], Link] = {}
        for affinity, first, second in self._best_first(mine, theirs):
            if self.statements[first].facet is self.statements[second].facet:
                continue
            claim = self.reading.claim(first, second)
            # One person's hope and another's dread may share a word or an area; that is not common ground.
            if claim and claim.ground not in {Ground.WORDS, Ground.AREA} and not known & set(claim.subjects):
                link = Link(
                    facet=None,
                    affinity=round(FULL * affinity),
                    ground=claim.ground,
                    subjects=claim.subjects,
                    mine=self.statements[first],
                    theirs=self.statements[second],
                )
                links.setdefault(claim.subjects, link)
        return list(links.values())

    def _best_claim(self, mine: Positions, theirs: Positions) -> tuple[int, int, Claim] | None:
        """The best matching statements of two people that support a claim, with the claim."""
        for _, first, second in self._best_first(mine, theirs):
            claim = self.reading.claim(first, second)
            if claim:
                return first, second, claim
        return None

    def _best_first(self, mine: Positions, theirs: Positions) -> Iterator[tuple[float, int, int]]:
        """The best matching pairs of statements, best first, with their similarity."""
        if mine.size == 0 or theirs.size == 0:
            return
        block = self.reading.compare(mine, theirs)
        for flat in np.argsort(-block, axis=None, kind="stable")[:TRIED].tolist():
            row, column = divmod(flat, theirs.size)
            yield float(block[row, column]), int(mine[row]), int(theirs[column])
