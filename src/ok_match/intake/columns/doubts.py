"""Second thoughts on wishes about other people: no such column is taken on its meaning alone, and none goes unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .asking.avoiding import asks_both
from .asking.cues import cues, denies, plain_question
from .verdict import Verdict

if TYPE_CHECKING:
    from .folding import Question

#: Cells of a column that are looked at.
_SAMPLE = 400
#: The share of cells that name people of the sheet, from which on a column speaks of them.
SPEAKS = 0.3
#: From here on words settle a field, in percent.
_PLAIN = 85
_WISHES = ("keep_apart", "sit_with")
_ASIDE = re.compile(
    r"\b(avoid\w*|apart|conflicts?|conflicted|clash\w*|separat\w+|feud\w*|rivals?|rivalr\w+|competitors?"
    r"|competing|not with|never with"
    r"|awkward|bad blood|enem(y|ies)|tensions?|friction|uncomfortable|exclu\w+|incompatible|beef|disputes?"
    r"|lawsuits?|sued|sue|suing"
    r"|divorced?|ex[- ](partner|husband|wife|colleague|boss|employe\w+|business)\w*|estranged|grudges?|fell out"
    r"|falling out)\b"
)
#: Who brought somebody here, or stands beside them, may well be in the sheet, and is nobody to be kept from.
_KNOWN = re.compile(
    r"\b(refer\w*|recommend\w*|hear(d)? (about|of)|invited|nominat\w+|sponsor\w*|introduc\w+|found us|told you"
    r"|emergency|mentor\w*|coach"
    r"|facilitator|assigned|partner|co-?founder|reviewer|interviewer|contact|owner|signed|account)\b"
)
_CERTAIN = 100
#: Why a column was read as one of people to keep apart though it asks for companions too.
BOTH = "it asks for those to avoid and those to be with"
_NAME = re.compile(r"[^\W\d_][\w'’-]*")


class Naming(NamedTuple):
    """The shares of answers, 0 to 1, with the full name of somebody who stands in the sheet, and with a part of one."""

    full: float
    part: float


def naming(questions: Sequence[Question], columns: Sequence[Sequence[str]]) -> tuple[Naming | None, ...]:
    """How far the answers to each question name people who stand in the sheet; ``None`` where the sheet has no names.

    Parameters
    ----------
    questions : sequence of Question
        The questions of the sheet.
    columns : sequence of sequence of str
        The cleaned cells of each column.
    """
    own = [q.parts[0].position for q in questions if len(q.parts) == 1 and cues(q.text)["name"] >= _PLAIN]
    first = [q.parts[0].position for q in questions if len(q.parts) == 1 and cues(q.text)["first_name"] >= _PLAIN]
    last = [q.parts[0].position for q in questions if len(q.parts) == 1 and cues(q.text)["last_name"] >= _PLAIN]
    if not own and first and last:
        cells = [f"{a} {b}" for a, b in zip(columns[first[0]], columns[last[0]], strict=True)]
        skip = {first[0], last[0]}
    else:
        cells = [cell for position in own[:1] for cell in columns[position]]
        skip = set(own)
    names = {(words[0], words[-1]) for cell in cells if len(words := _words(cell)) > 1}
    names |= {(b, a) for a, b in names}
    if not names:
        return (None,) * len(questions)
    nobody = Naming(0.0, 0.0)
    return tuple(
        nobody if skip & {part.position for part in q.parts} else _naming(q, columns, names) for q in questions
    )


def doubted(
    questions: Sequence[Question], verdicts: Sequence[Verdict], names: Sequence[Naming | None]
) -> list[Verdict]:
    """The verdicts, with those on wishes about people taken back or asked about where words and values disagree."""
    return [_second_thought(*three) for three in zip(questions, verdicts, names, strict=True)]


def _second_thought(  # noqa: PLR0911 - one return a reason
    question: Question, verdict: Verdict, named: Naming | None
) -> Verdict:
    if verdict.sure == _CERTAIN and verdict.field is not None:  # the program's word, or the tool's
        return verdict
    sure, text = cues(question.text), plain_question(question.text)
    if len(question.parts) == 1 and asks_both(question.text):
        # Whoever is named is kept apart unless the answer says otherwise; a companion lost does the lesser harm.
        reason = f"{BOTH}, and its answers name people of the sheet" if named and named.part else BOTH
        return replace(verdict, field="keep_apart", reason=reason, sure=_PLAIN, rival="sit_with")
    speaks_ill = _ASIDE.search(text) is not None and not denies(question.text, "keep_apart")
    if verdict.field in _WISHES and max(sure[wish] for wish in _WISHES) < _PLAIN:
        if named is None or (named.part and verdict.field == "keep_apart"):
            return verdict  # asked about, as a must that rests on a guess, and kept in the meantime
        # A wish to sit together that nobody of the sheet is named in is none; all else is asked.
        likely = "keep_apart" if speaks_ill or verdict.field == "keep_apart" else "sit_with" if named.part else ""
        rival = likely if likely and not denies(question.text, likely) else ""
        return replace(verdict, field=None, reason="the question does not say so in plain words", rival=rival)
    if verdict.field in _WISHES or denies(question.text, "keep_apart") or verdict.rival or not text:
        return verdict
    if named and named.full >= SPEAKS and verdict.field is None and not _KNOWN.search(text):
        return replace(verdict, rival="keep_apart")
    if speaks_ill and verdict.field != "availability" and (verdict.field is None or sure[verdict.field] < _PLAIN):
        return replace(verdict, rival="keep_apart")
    return verdict


def _naming(question: Question, columns: Sequence[Sequence[str]], names: set[tuple[str, str]]) -> Naming:
    cells = [cell for part in question.parts for cell in columns[part.position][:_SAMPLE] if cell]
    said = [words for cell in cells if (words := _words(cell))]
    if not said:
        return Naming(0.0, 0.0)
    single = {name for pair in names for name in pair if len(name) > 2}  # no initials
    full = sum(any(pair in names for pair in pairwise(words)) for words in said)
    return Naming(full / len(said), sum(not single.isdisjoint(words) for words in said) / len(said))


def _words(cell: str) -> list[str]:
    return _NAME.findall(cell[:300].casefold())
