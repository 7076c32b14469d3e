"""Sheets in long form: a row for each answer, with the question in a column of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ok_match.intake.columns.asking.cues import recognisable
from ok_match.intake.columns.asking.name_parts import words_in
from ok_match.intake.columns.table import Header

_ASKED = frozenset(
    "question questions field item prompt variable attribute key measure label property frage feld pregunta campo"
    " domanda pergunta vraag élément".split()
)
_SAID = frozenset(
    "answer answers response responses value values reply entry text antwort antworten wert respuesta valor réponse"
    " valeur risposta valore resposta antwoord waarde".split()
)
#: Rows that are looked at.
_SAMPLE = 2000
#: Fewer rows than this show no pattern.
_FEWEST = 4


def long_form_column(headers: Sequence[Header], columns: Sequence[Sequence[str]]) -> Header | None:
    """The column that holds the questions, in a sheet with a row for each answer; ``None`` for all other sheets.

    Its cells are questions, the same few for everybody: most of them ask for something that a form asks people for.
    """
    pairs = any(map(_is_said, headers))
    for header in headers:
        cells = [cell for cell in columns[header.position][:_SAMPLE] if cell]
        times = Counter(cells)
        if len(cells) < _FEWEST or len(times) < 2 or len(cells) < 2 * len(times) - 1:
            continue
        fields = recognisable(list(times)[:50])
        if fields >= (2 if pairs and _is_asked(header) else max(3, len(times) // 2)) and _are_questions(times):
            return header
    return None


def long_form_refusal(header: str) -> tuple[str, str, str]:
    """What is wrong with such a sheet, what follows, and what to try."""
    return (
        f'has a row for each answer, not one for each person: the questions stand in the column "{header}".',
        "People cannot be told from answers, so nothing was read.",
        "export the answers with a row for each person and a column for each question, or make a pivot table; if each"
        ' row is a person after all, add accept = ["long-form"] to the program.',
    )


def _are_questions(times: Counter[str]) -> bool:
    """Whether most cells ask for something that a form asks for, each of them more than once."""
    asking = sum(count for text, count in times.items() if recognisable([text]))
    return 2 * asking >= times.total() and sum(count > 1 for count in times.values()) * 10 >= 6 * len(times)


def _is_asked(header: Header) -> bool:
    return not _ASKED.isdisjoint(words_in(header.text)) and len(words_in(header.text)) <= 3


def _is_said(header: Header) -> bool:
    return not _SAID.isdisjoint(words_in(header.text)) and len(words_in(header.text)) <= 3
