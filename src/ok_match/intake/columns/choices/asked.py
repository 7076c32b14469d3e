"""The field of a question whose cells show that people chose among options, put them in order or rated them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ok_match.intake.columns.asking.cues import cues, plain_question
from ok_match.intake.columns.profile import MODES
from ok_match.model.people.lines_of_work import phrases

from .parts import Kind, Question
from .pieces import cut
from .shapes import Shape, are_times
from .words import ELSEWHERE, OFFERED, TOPICS

#: From here on the words of a question ask for a field of their own, in percent.
_PLAIN = 84
#: Fields that people answer by choosing topics, whatever the question calls them.
_TOPICAL = frozenset({"themes", "goals", "obstacles", "opportunities", "ratings", "notes"})
_REASONS = {Shape.RANKS: "the topics were put in order", Shape.UNCLEAR: "options were marked"}


class Asked(NamedTuple):
    """A field, or ``None`` to ignore the question, with the reason, how sure that is in percent, and a rival."""

    field: str | None
    reason: str
    sure: int
    rival: str = ""


def asked_for(question: Question, shape: Shape, columns: Sequence[Sequence[str]]) -> Asked | None:
    """What a question asks for whose cells have a shape; ``None`` where its words and their meaning decide.

    Parameters
    ----------
    columns : sequence of sequence of str
        The cleaned cells of the whole sheet, column by column.
    """
    labels = [part.label for part in question.parts if part.label and part.kind is not Kind.OTHER]
    words = cues(question.text)
    if shape is Shape.UNCLEAR and words["themes"] < _PLAIN and max(words.values()) >= _PLAIN:
        return None
    if shape is Shape.PLAIN or words["availability"] >= _PLAIN or (labels and are_times(labels)):
        return None
    if labels and all(MODES.search(label) for label in labels):
        return Asked("mode", "the headers are ways to meet", 85)
    if max(sure for field, sure in words.items() if field not in _TOPICAL) >= _PLAIN:
        return None
    if shape is Shape.GRADES:
        return Asked("ratings", "the answers are steps of a scale", 90 if question.text else 75)
    return _chosen(
        question, shape, columns, likely=max(words[field] for field in _TOPICAL if field != "ratings") >= _PLAIN
    )


def _chosen(  # noqa: PLR0911 - one return a reason
    question: Question, shape: Shape, columns: Sequence[Sequence[str]], *, likely: bool
) -> Asked | None:
    """What a question asks for in which people chose among options; ``likely`` where its words ask for topics."""
    said = plain_question(question.text)
    if OFFERED.search(said):
        return Asked("offers", "options that others could be helped with", 85)
    topics, other = likely or bool(TOPICS.search(said)), bool(ELSEWHERE.search(said))
    if other and not topics:
        return Asked(None, "not a question that matching uses", 90)
    reason = _REASONS.get(shape, "options were ticked")
    if shape is Shape.UNCLEAR and not topics:
        return None
    if topics and not other:
        return Asked("themes", reason, 95)
    if not question.text:
        # Columns without a question of their own: the more of them, the surer.
        sure = min(60 + len(question.parts), 80)
        return Asked("themes", "the headers are options that were ticked" if shape is Shape.TICKS else reason, sure)
    if shape is Shape.RANKS:
        return Asked("themes", reason, 85)
    if shape is Shape.CODES or (shape is Shape.LIST and _are_lines_of_work(columns[question.parts[0].position])):
        return None
    return Asked("themes", reason, 70, "something else")


def _are_lines_of_work(cells: Sequence[str]) -> bool:
    """Whether most of the options chosen are names of industries."""
    known = {" ".join(phrase.words) for phrase in phrases()}
    options = {option.casefold() for row in cut([cell for cell in cells if cell]).options for option in row}
    return 2 * sum(option in known or option.rstrip("s") in known for option in options) > len(options)
