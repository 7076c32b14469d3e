"""From what an engine says of single statements to how much people share: the part that all engines have in common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ok_match.model import (
    FULL,
    MISSING,
    WRITTEN_FACETS,
    Affinity,
    Correction,
    Facet,
    FacetWeights,
    Factored,
    Ground,
    Participant,
    Statement,
    Theme,
    ThemeList,
    ThemeMention,
    too_many,
)
from ok_match.similarity.encoder.text_model import Progress, TextModel, silent

from .answers import Said
from .linking import Linker
from .reading import Reader, Reading
from .sharing import Answers, OnDemand, of_everybody
from .summary import summarised

#: So many statements of one answer are compared, the first ones: more is a document, and no answer.
COMPARED = 50
#: So many sets of people whose affinities were worked out are remembered.
REMEMBERED = 16


def score(
    name: str,
    people: Sequence[Participant],
    weights: FacetWeights,
    read: Reader,
    corrections: Sequence[Correction] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: Progress = silent,
) -> tuple[Affinity, tuple[Theme, ...]]:
    """Score every pair of people, and find the subjects that recur.

    Goals meet goals, obstacles meet obstacles, opportunities meet opportunities, ticked options meet ticked
    options; and what one person lacks meets what another can offer. The best match of each statement counts, in
    both directions. Among many people, pairs are scored when they are asked about, and a summary of everybody is
    made for the search.

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
    progress : callable, optional
        Told the steps done and the steps in all.
    """
    written = [
        (i, one) for i, person in enumerate(people) for facet in WRITTEN_FACETS for one in person.said(facet)[:COMPARED]
    ]
    statements = [statement for _, statement in written]
    told = {(one.participant, one.facet, one.text): one.theme for one in corrections}
    # Among many people, the sample takes about as long for a person as the engine does for a text.
    ahead = len(people) if too_many(len(people)) else 0
    reading = read(
        [statement.text for statement in statements],
        [told.get((people[i].id, one.facet, one.text)) for i, one in written],
        own,
        model,
        lambda done, total: progress(done, total + ahead),
    )
    answers = Answers(
        reading=reading,
        said={
            facet: Said([(p, i) for p, (i, one) in enumerate(written) if one.facet is facet and not reading.silent(p)])
            for facet in WRITTEN_FACETS
        },
        options=[one.text for person in people for one in person.said(Facet.THEMES)],
        ticks=Said(list(enumerate(i for i, person in enumerate(people) for _ in person.said(Facet.THEMES)))),
        people=len(people),
    )
    themes = (*_ticked_themes(people, reading, written), *_written_themes(reading, written, len(people)))
    if too_many(len(people)):
        texts = len({one.text for one in statements})
        asked = OnDemand(answers, weights, lambda done, total: progress(texts + done, texts + total))
        linker = Linker.of(people, reading, statements, answers.said, asked.shared, asked.given)
        rows = summarised(asked.sample, asked.chosen)
        # A cohort is asked about by several rules and again when it is explained.
        among = lru_cache(maxsize=REMEMBERED)(asked.among)
        overall = Factored(rows, lambda members: among(tuple(members)))
        return Affinity(name, asked.shared, overall, linker.links, linker.gifts, asked.sample), themes
    facets, matrix, given = of_everybody(answers, weights)

    def shared(facet: Facet, i: int, j: int) -> int:
        return int(facets[facet][i, j]) if facet in facets else MISSING

    linker = Linker.of(people, reading, statements, answers.said, shared, lambda i, j: int(given[i, j]))
    return Affinity(name, shared, matrix, linker.links, linker.gifts), themes


def _ticked_themes(
    people: Sequence[Participant], reading: Reading, written: Sequence[tuple[int, Statement]]
) -> list[Theme]:
    """Give each option that somebody ticked, with those who did and what they wrote of it."""
    mentions: dict[str, list[ThemeMention]] = {}
    for i, person in enumerate(people):
        for statement in person.said(Facet.THEMES):
            mentions.setdefault(statement.text, []).append(ThemeMention(i, statement))
    themes = []
    for option in sorted(mentions):
        who = {mention.participant for mention in mentions[option]}
        spoken = [
            ThemeMention(i, one, round(FULL * fit))
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
                ThemeMention(*written[position], round(FULL * fit))
                for position, fit in zip(topic.statements, topic.fits or [1.0] * len(topic.statements), strict=True)
            ),
        )
        for topic in topics
    ]
