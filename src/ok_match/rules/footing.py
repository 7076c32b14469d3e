"""What musts rest on: a must on a column that was guessed is the facilitator's to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Column, Conflict, Intake, Problem, Program, Strength
from ok_match.model.sheets.ledger import Ledger

from .applying import active_rules
from .registry import CARDS

#: From here on a column bears a must without being confirmed, in percent.
FIRM = 90
#: The field that people's own wishes to be kept apart are read from.
_WISHES = "keep_apart"


def remark_on_footing(program: Program, intake: Intake, conflicts: Sequence[Conflict]) -> tuple[Problem, ...]:
    """A decision for each column below ``FIRM`` that a must rests on; the must holds until it is made.

    Parameters
    ----------
    program : Program
        Complete: with its standing rules.
    intake : Intake
        The sheet; a column that is asked about already is not asked about twice.
    conflicts : sequence of Conflict
        Those read from people's answers; without any, nothing rests on the column that asks for them.
    """
    musts = [CARDS[rule.rule] for rule in active_rules(program) if rule.strength is Strength.MUST]
    bearing = {card.needs for card in musts if card.needs}
    if any(conflict.sentence for conflict in conflicts):
        bearing.add(_WISHES)
    ledger = Ledger({}, program.guidance)
    asked = {problem.column for problem in intake.decisions}
    # The columns of one question are doubtful together, and asked about once.
    doubtful: dict[tuple[str | None, str, int], Column] = {}
    for column in intake.columns:
        if column.field in bearing and column.confidence < FIRM and column.header not in asked:
            doubtful.setdefault((column.field, column.reason, column.confidence), column)
    for column in doubtful.values():
        ledger.ask("unsure-must", column=column.header, value=str(column.field), detail=str(column.confidence))
    return ledger.in_order()
