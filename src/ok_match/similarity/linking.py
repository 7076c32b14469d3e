"""The words that show what two people share, and what the one could give the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.model import FULL, WRITTEN_FACETS, Facet, Gift, Ground, Link, Participant, Statement

from .alignment import Positions
from .answers import CROSSING, HAVES, NEEDS, Said, joined
from .reading import Claim, Reading

#: So many of the best matching statements of two people are asked for what can be said of them.
TRIED = 100


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds the statements that show what two people share.

    ``shared`` gives the affinity (0-1000) of a facet between two people, ``given`` how well what the first of two
    has answers what the second lacks.
    """

    people: Sequence[Participant]
    reading: Reading
    statements: Sequence[Statement]
    said: Mapping[Facet, Said]
    needs: Said
    crossing: Said
    shared: Callable[[Facet, int, int], int]
    given: Callable[[int, int], int]

    @classmethod
    def of(
        cls,
        people: Sequence[Participant],
        reading: Reading,
        statements: Sequence[Statement],
        said: Mapping[Facet, Said],
        shared: Callable[[Facet, int, int], int],
        given: Callable[[int, int], int],
    ) -> Linker:
        """Make one, with the statements put together in which links and gifts are looked for."""
        return cls(people, reading, statements, said, joined(said, NEEDS), joined(said, CROSSING), shared, given)

    def links(self, i: int, j: int) -> tuple[Link, ...]:
        """Give the statements that show what participants i and j share, best first."""
        found = [self._ticked(i, j), *(self._link(facet, i, j) for facet in WRITTEN_FACETS)]
        known = [link for link in found if link]
        known += self._crossing(i, j, {one for link in known for one in link.subjects})
        return tuple(sorted(known, key=lambda link: (link.facet is None, -link.affinity)))

    def gifts(self, i: int, j: int) -> tuple[Gift, ...]:
        """Give what participant i could give to j."""
        # What is offered comes before what is only hoped for.
        for facet in HAVES:
            best = self._best_claim(self.said[facet].by(i), self.needs.by(j))
            # A word or an area that both have does not tell that the one can help with the other.
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
        mine, theirs = ({one.text: one for one in self.people[who].said(Facet.THEMES)} for who in (i, j))
        both = tuple(text for text in mine if text in theirs)
        if not both:
            return None
        return Link(
            facet=Facet.THEMES,
            affinity=self.shared(Facet.THEMES, i, j),
            ground=Ground.TICKED,
            subjects=both,
            mine=mine[both[0]],
            theirs=theirs[both[0]],
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

    def _crossing(self, i: int, j: int, told: set[str]) -> list[Link]:
        """Find what one said under one question and the other under another, on subjects that are not told yet."""
        own, other = self.crossing.by(i), self.crossing.by(j)
        found: dict[tuple[str, ...], Link] = {}
        for affinity, first, second in self._best_first(own, other):
            if self.statements[first].facet is self.statements[second].facet:
                continue
            claim = self.reading.claim(first, second)
            # A word that the one hopes for and the other dreads is not common ground.
            if claim and claim.ground not in {Ground.WORDS, Ground.AREA} and not told & set(claim.subjects):
                link = Link(
                    facet=None,
                    affinity=round(FULL * affinity),
                    ground=claim.ground,
                    subjects=claim.subjects,
                    mine=self.statements[first],
                    theirs=self.statements[second],
                )
                found.setdefault(claim.subjects, link)
        return list(found.values())

    def _best_claim(self, mine: Positions, theirs: Positions) -> tuple[int, int, Claim] | None:
        """Find the best matching statements of two people of which anything can be said."""
        for _, first, second in self._best_first(mine, theirs):
            claim = self.reading.claim(first, second)
            if claim:
                return first, second, claim
        return None

    def _best_first(self, mine: Positions, theirs: Positions) -> Iterator[tuple[float, int, int]]:
        """Give the best matching pairs of some statements, best first."""
        if mine.size == 0 or theirs.size == 0:
            return
        block = self.reading.compare(mine, theirs)
        for flat in np.argsort(-block, axis=None, kind="stable")[:TRIED].tolist():
            row, column = divmod(flat, theirs.size)
            yield float(block[row, column]), int(mine[row]), int(theirs[column])
