"""An admitted row becomes a participant."""

from collections.abc import Sequence
from functools import lru_cache

from ok_match.intake.answers.answers import Answers
from ok_match.intake.columns.fields import KEPT
from ok_match.intake.files.cleaning import is_label
from ok_match.intake.times.reading import Named
from ok_match.intake.values.statements import statements_in
from ok_match.intake.values.traits import TRAITS, trait_of
from ok_match.model import Facet, Participant, Place, Statement, Trait
from ok_match.model.people.slot import Times

from .row import Row

_FACETS = frozenset(Facet)


def participant(answers: Answers, row: Row, person_id: str, free: Sequence[Named]) -> Participant:
    """The participant of an admitted row; ``free`` are the times at which they can come."""
    statements = []
    for heading in answers.headings:
        cell = answers.table[heading.position][row.line]
        if not cell or heading.field not in _FACETS:
            continue
        facet = Facet(heading.field)
        texts = answers.options(heading, row.line) if facet is Facet.THEMES else statements_in(cell)
        place = Place(row=row.number, column=heading.header)
        statements += [Statement(facet=facet, text=text, place=place) for text in texts]
    labels = {name: row.texts.get(name, "") for name in ("organisation", "industry")}
    return Participant(
        id=person_id,
        email=row.email,
        name=row.name or row.email,
        row=row.number,
        statements=tuple(statements),
        traits=_traits(answers, row, free),
        **{name: " ".join(text.split()) if is_label(text) else "" for name, text in labels.items()},
    )


def _traits(answers: Answers, row: Row, free: Sequence[Named]) -> tuple[Trait, ...]:
    """All other answers that are kept of a person, in the order of ``TRAITS``."""
    traits = []
    for name in (*TRAITS, *sorted(field for field in row.texts if field.startswith(KEPT))):
        if name not in row.texts and not (name == "availability" and free):
            continue
        place = Place(row=row.number, column=answers.header[name])
        if name == "availability":
            trait = _times(free, place)
        else:
            text = answers.graded(row.line) if name == "ratings" else row.texts[name]
            trait = trait_of(name, text, place, answers.habits)
        if trait:
            traits.append(trait)
    return tuple(traits)


def _times(free: Sequence[Named], place: Place) -> Trait | None:
    """The times at which somebody can come: their words, and beside each what it means."""
    if not free:
        return None
    meant: dict[str, list[str]] = {}
    for named in free:
        meant.setdefault(named.words, []).append(_written(named.times))
    times = tuple("; ".join(dict.fromkeys(several)) for several in meant.values())
    return Trait(name="availability", values=tuple(meant), place=place, times=times)


@lru_cache(maxsize=20_000)
def _written(times: Times) -> str:
    return str(times)
