"""An admitted row becomes a participant."""

from collections.abc import Sequence

from ok_match.intake.answers.answers import Answers
from ok_match.intake.columns.fields import KEPT
from ok_match.intake.files.cleaning import is_label
from ok_match.intake.times.reading import Named
from ok_match.intake.values.statements import statements_in
from ok_match.intake.values.traits import TRAITS, trait_of
from ok_match.model import Facet, Participant, Place, Statement, Trait

from .row import Row

_FACETS = frozenset(Facet)


def participant(answers: Answers, row: Row, person_id: str, free: Sequence[Named]) -> Participant:
    """The participant of an admitted row; ``free`` are the times at which they can come."""
    statements: list[Statement] = []
    for heading in answers.headings:
        cell = answers.table[heading.position][row.line]
        if not cell or heading.field not in _FACETS:
            continue
        facet = Facet(heading.field)
        place = Place(row=row.number, column=heading.header)
        chosen = answers.chosen(heading, row.line)
        if chosen is None:
            statements += [Statement(facet=facet, text=text, place=place) for text in statements_in(cell)]
        else:
            statements += [Statement(facet=facet, text=text, place=place, rank=rank) for text, rank in chosen]
    labels = {name: row.texts.get(name, "") for name in ("organisation", "industry")}
    return Participant(
        id=person_id,
        email=row.email,
        name=row.shown,
        row=row.number,
        statements=_in_order(statements),
        traits=_traits(answers, row, free),
        **{name: " ".join(text.split()) if is_label(text) else "" for name, text in labels.items()},
    )


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in the order of the sheet, those that were put in order best first, and no option twice."""
    ranks = iter(sorted((s for s in statements if s.rank is not None), key=lambda s: s.rank or 0))
    ordered = [next(ranks) if statement.rank is not None else statement for statement in statements]
    once = {
        (s.facet, s.text.casefold() if s.facet is Facet.THEMES else (s.text, s.place)): s for s in reversed(ordered)
    }
    return tuple(reversed(once.values()))


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
        meant.setdefault(named.words, []).append(str(named.times))
    times = tuple("; ".join(dict.fromkeys(several)) for several in meant.values())
    return Trait(name="availability", values=tuple(meant), place=place, times=times)
