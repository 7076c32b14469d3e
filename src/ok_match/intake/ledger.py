"""The problems of one intake, collected as they are met, and what each code means."""

from __future__ import annotations

from dataclasses import dataclass, field

from ok_match.model import Problem, Severity

#: Code: what it means, with {value} and {other} filled in, and what to do.
PROBLEMS: dict[str, tuple[str, str]] = {
    "blank-row": ("The row is empty and was dropped.", "nothing to do."),
    "test-row": ("This looks like a test entry ({value}) and was dropped.", "rename it if this is a real person."),
    "duplicate-person": (
        "{value} answered again later; row {other} was used and this row merged into it.",
        "check that row {other} is the one that counts.",
    ),
    "consent-refused": ("{value} did not agree and is held, not placed.", "speak with them, then correct the sheet."),
    "nobody-named": ("There are answers but no name and no e-mail; the row is held.", "find out whose row this is."),
    "no-answers": (
        "{value} wrote nothing about goals, obstacles or opportunities; they are seated by the rules alone.",
        "ask them for a line or two.",
    ),
    "no-name": ("There is no name; {value} stands in for it.", "fill in the name."),
    "no-email": ("{value} gave no e-mail address; the name identifies them.", "ask for an address."),
    "odd-email": ('"{value}" does not look like an e-mail address.', "correct it if it matters to you."),
    "same-name": (
        "{value} has the same name as row {other}; they count as two people.",
        "delete one row if they are the same person.",
    ),
    "hidden-characters": ("Characters that cannot be seen were removed from a cell.", "nothing to do."),
    "extra-cells": (
        "The row has more cells than there are headers; what stands beyond the last header was ignored.",
        "look for an unquoted comma in that row.",
    ),
    "unclosed-quote": (
        "A quotation mark in this row is not closed; the sheet was read as if it were a plain character.",
        "look at the rows from here on, and mend the mark.",
    ),
    "title-rows": (
        "Row {other} was taken for the header; what stands above it was passed over.",
        "look whether that is the row with the questions.",
    ),
    "repeated-header": ("Two columns have the same header; both were looked at.", "rename one of them."),
    "no-field": ("No column was recognised as {value}.", "name it under [columns] in the program if there is one."),
    "guessed-encoding": (
        "The file does not say how its letters are encoded; {value} was assumed.",
        "look at names with accents; if they are wrong, save the file as CSV UTF-8.",
    ),
    "no-availability": (
        "{value} ticked no time; they are taken to be free at every time.",
        "ask them when they can come.",
    ),
    "unclear-availability": (
        "The times in this column are not ticked from a list, so no shared meeting time can be kept.",
        "ask for times with tick boxes, or look at the times by hand.",
    ),
    "conflicts-proposed": (
        "{value} wrote about whom to keep apart; pairs were read from it, and are kept apart unless you say otherwise.",
        "look at them under Conflicts, or in the file that --conflicts writes.",
    ),
    "conflict-unresolved": (
        "{value} wrote about somebody to be kept apart, and it cannot be told who that is.",
        "see Conflicts; name the person in the file that --conflicts writes, or reject the line there.",
    ),
}  # fmt: skip


@dataclass(slots=True)
class Ledger:
    """Collects problems; ``fields`` maps each recognised field to the header it stands under."""

    fields: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Say whether the sheet has a column for a field."""
        return name in self.fields

    def note(self, code: str, row: int | None = None, *, column: str = "", value: str = "", other: int = 0) -> None:
        """Add something to know about."""
        self._add(Severity.NOTE, code, row, column, value, other)

    def warn(self, code: str, row: int | None = None, *, column: str = "", value: str = "", other: int = 0) -> None:
        """Add something to look at."""
        self._add(Severity.WARNING, code, row, column, value, other)

    def fail(self, code: str, row: int | None = None, *, column: str = "", value: str = "", other: int = 0) -> None:
        """Add something without which matching makes no sense."""
        self._add(Severity.ERROR, code, row, column, value, other)

    def _add(self, severity: Severity, code: str, row: int | None, column: str, value: str, other: int) -> None:
        what, advice = PROBLEMS[code]
        self.problems.append(
            Problem(
                code=code,
                severity=severity,
                row=row,
                column=column,
                value=value,
                message=what.format(value=value, other=other),
                advice=advice.format(value=value, other=other),
            )
        )

    def in_order(self) -> tuple[Problem, ...]:
        """Give the problems: those of the whole sheet first, then row by row."""
        return tuple(sorted(self.problems, key=lambda p: (p.row or 0, p.column, p.code)))
