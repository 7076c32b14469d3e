"""Affinities of people from an engine's reading of their statements: the part that all engines share."""

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
from ok_match.similarity.encoder.text_model import StepProgress, TextModel, unreported

from .answers import StatementIndex
from .linking import Linker
from .openness import openness, spellings, weight_of
from .reading import Reading, SimilarityEngine
from .sharing import AnswerSet, OnDemand, of_everybody
from .summary import summarised

#: The number of statements compared per answer, from the first on: anything longer is a document, not an answer.
COMPARED = 50
#: The number of groups whose affinities are cached.
CACHED = 16

#: A statement, after the position of the person who made it.
Written = tuple[int, Statement]


def score(
    name: str,
    people: Sequence[Participant],
    weights: FacetWeights,
    engine: SimilarityEngine,
    corrections: Sequence[Correction] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: StepProgress = unreported,
) -> tuple[Affinity, tuple[Theme, ...]]:
    """The affinity of every pair of people, and the recurring themes.

    Goals are compared with goals, obstacles with obstacles, opportunities with opportunities and ticks with ticks; in
    addition, one person's needs with another's offers. Each statement counts by its best match, in both directions. In
    large intakes, affinities are computed on demand, and a low-rank summary guides the search.

    Parameters
    ----------
    name : str
        The name of the engine, for the record.
    people : sequence of Participant
        Positions in the result count in this order.
    weights : FacetWeights
        The weight of each kind of answer.
    engine : callable
        From the texts of all written statements to a ``Reading``.
    corrections : sequence of Correction, optional
        The facilitator's themes for some statements; they override the engine.
    own : ThemeList, optional
        The program's own themes.
    model : TextModel, optional
        A text model of the user's own; by default, that of the package.
    progress : callable, optional
        Called with the number of steps done and the total.
    """
    written = [
        (i, statement)
        for i, person in enumerate(people)
        for facet in WRITTEN_FACETS
        for statement in person.said(facet)[:COMPARED]
    ]
    statements = [statement for _, statement in written]
    corrected = {(line.participant, line.facet, line.text): line.theme for line in corrections}
    # In a large intake, the sample takes about as long per person as the engine does per text.
    ahead = len(people) if too_many(len(people)) else 0
    reading = engine(
        [statement.text for statement in statements],
        [corrected.get((people[i].id, statement.facet, statement.text)) for i, statement in written],
        own,
        model,
        lambda done, total: progress(done, total + ahead),
    )
    answers = _answers(people, written, reading)
    themes = (*_ticked_themes(people, reading, written), *_written_themes(reading, written, len(people)))
    if not too_many(len(people)):
        return _in_full(name, people, statements, answers, weights), themes
    texts = len({statement.text for statement in statements})
    asked = OnDemand(answers, weights, lambda done, total: progress(texts + done, texts + total))
    return _on_demand(name, people, statements, answers, asked), themes


def _answers(people: Sequence[Participant], written: Sequence[Written], reading: Reading) -> AnswerSet:
    """The statements that say something, by facet, and the ticked options."""
    positions: dict[Facet, list[tuple[int, int]]] = {facet: [] for facet in WRITTEN_FACETS}
    for position, (i, statement) in enumerate(written):
        if not reading.silent(position):
            positions[statement.facet].append((position, i))
    spelled = spellings(people)
    ticks = [(i, tick) for i, person in enumerate(people) for tick in person.said(Facet.THEMES)]
    return AnswerSet(
        reading=reading,
        said={facet: StatementIndex(pairs) for facet, pairs in positions.items()},
        options=[spelled[tick.text] for _, tick in ticks],
        ticks=StatementIndex(list(enumerate(i for i, _ in ticks))),
        people=len(people),
        openness=openness(people),
        places=[weight_of(tick.rank) for _, tick in ticks],
    )


def _in_full(
    name: str,
    people: Sequence[Participant],
    statements: Sequence[Statement],
    answers: AnswerSet,
    weights: FacetWeights,
) -> Affinity:
    """Affinities as matrices of all pairs."""
    facets, overall, given = of_everybody(answers, weights)

    def shared(facet: Facet, i: int, j: int) -> int:
        return int(facets[facet][i, j]) if facet in facets else MISSING

    linker = Linker.of(people, answers.reading, statements, answers.said, shared, lambda i, j: int(given[i, j]))
    return Affinity(name, shared, overall, linker.links, linker.gifts)


def _on_demand(
    name: str, people: Sequence[Participant], statements: Sequence[Statement], answers: AnswerSet, asked: OnDemand
) -> Affinity:
    """Affinities computed on demand, with a low-rank summary of all pairs."""
    linker = Linker.of(people, answers.reading, statements, answers.said, asked.shared, asked.given)
    # Several rules ask about the same cohort, and so does its explanation.
    among = lru_cache(maxsize=CACHED)(asked.among)
    overall = Factored(summarised(asked.sample, asked.chosen), lambda members: among(tuple(members)))
    return Affinity(name, asked.shared, overall, linker.links, linker.gifts, asked.sample)


def _ticked_themes(people: Sequence[Participant], reading: Reading, written: Sequence[Written]) -> list[Theme]:
    """Each ticked option, with the people who ticked it and their statements about it."""
    mentions: dict[str, list[ThemeMention]] = {}
    spelled = spellings(people)
    for i, person in enumerate(people):
        for statement in person.said(Facet.THEMES):
            mentions.setdefault(spelled[statement.text], []).append(ThemeMention(i, statement))
    themes = []
    for option in sorted(mentions):
        holders = {mention.participant for mention in mentions[option]}
        statements = [
            ThemeMention(i, statement, round(FULL * fit))
            for position, (i, statement) in enumerate(written)
            if i in holders and statement.facet is not Facet.OFFERS and (fit := reading.about(position, option)) > 0
        ]
        in_order = all(mention.statement.rank for mention in mentions[option])
        ground = Ground.RANKED if in_order else Ground.TICKED
        themes.append(Theme(option, ground, (*mentions[option], *statements)))
    return themes


def _written_themes(reading: Reading, written: Sequence[Written], people: int) -> list[Theme]:
    topics = reading.topics([-1 if statement.facet is Facet.OFFERS else i for i, statement in written], people)
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
