"""The problems of one intake, collected as they are met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ok_match.model import Problem, Severity

from .problems import PROBLEMS


@dataclass(slots=True)
class Ledger:
    """Collects problems; ``fields`` maps each recognised field to the header it stands under."""

    fields: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Say whether the sheet has a column for a field."""
        return name in self.fields

    def note(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add something to know about; ``seen`` may hold column, value, other and detail."""
        self._add(Severity.NOTE, code, row, **seen)

    def warn(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add something to look at."""
        self._add(Severity.WARNING, code, row, **seen)

    def fail(self, code: str, row: int | None = None, **seen: Any) -> None:
        """Add something without which matching makes no sense."""
        self._add(Severity.ERROR, code, row, **seen)

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
        """Give the problems: those of the whole sheet first, then row by row."""
        return tuple(sorted(self.problems, key=lambda p: (p.row or 0, p.column, p.code)))
