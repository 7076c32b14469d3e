"""The problems of an intake, collected as it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ok_match.model import Problem, Severity
from ok_match.model.programs.guidance import Guidance

from .problems import PROBLEMS


@dataclass(slots=True)
class Ledger:
    """The problems so far.

    Attributes
    ----------
    fields : dict
        Each recognised field, and the header that it stands under.
    guidance : Guidance
        The facilitator's word: a decision that was made as proposed becomes a note.
    """

    fields: dict[str, str]
    guidance: Guidance = field(default_factory=Guidance)
    problems: list[Problem] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for a field."""
        return name in self.fields

    def note(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add a note; ``seen`` may hold column, value, other (a row number) and detail."""
        self._add(Severity.NOTE, code, row, **seen)

    def warn(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add a warning; ``seen`` as for a note."""
        self._add(Severity.WARNING, code, row, **seen)

    def ask(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add a decision that waits for the facilitator while the cautious reading holds; ``seen`` as for a note."""
        self._add(Severity.DECISION, code, row, **seen)

    def fail(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add an error: going on would lose or confuse something; ``seen`` as for a note."""
        self._add(Severity.ERROR, code, row, **seen)

    def remark(self, severity: Severity, code: str, row: int | None = None, **seen: Any) -> None:
        """Add a problem of any severity; ``seen`` as for a note."""
        self._add(severity, code, row, **seen)

    def _add(
        self,
        severity: Severity,
        code: str,
        row: int | None,
        column: str = "",
        value: str = "",
        other: int = 0,
        detail: str = "",
    ) -> None:
        kind = PROBLEMS[code]
        if severity.open and self.guidance.accepts(code, row, column, value):
            severity = Severity.NOTE
        words = {"value": value, "other": other, "detail": detail}
        self.problems.append(
            Problem(
                code=code,
                severity=severity,
                row=row,
                column=column,
                value=value,
                message=kind.message.format(**words),
                advice=kind.advice.format(**words),
            )
        )

    def in_order(self) -> tuple[Problem, ...]:
        """The problems: those of the whole sheet first, then row by row."""
        return tuple(sorted(self.problems, key=Problem.order))


def shortened(text: str, length: int = 60) -> str:
    """The text on one line, cut to a number of characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
