"""The page about a sheet, in words: what it is, how it was read, what is missing, and what needs a decision."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ok_match.model import Column, Held, Intake, Participant, Problem, Severity, Visibility
from ok_match.render.document import Document, Entries, Facts, Line, Section, Strong
from ok_match.render.words.conflicts import conflict_section
from ok_match.render.words.phrases import Names, count, listed, quoted, row_account

from .problems import MARKS, held_for, problem_entries
from .work import work_entries

FORMATS = {
    "csv": "delimited text",
    "xlsx": "Excel workbook",
    "xls": "older Excel workbook",
    "ods": "OpenDocument spreadsheet",
}
#: The most people listed for one kind of gap; the JSON has all of them.
MOST_PEOPLE = 8
LACKING = {
    "name": "name",
    "email": "e-mail address",
    "organisation": "organisation",
    "industry": "line of work",
    "goals": "goals",
    "obstacles": "obstacles",
    "opportunities": "opportunities",
    "offers": "answer about what others could learn from them",
    "themes": "ticked themes",
    "availability": "times to meet",
}
#: What a form could ask next time, and why.
WISHES = {
    "themes": "A list of themes to tick. Ticks leave little doubt, and they help more than anything else.",
    "goals": "What people want to get done in the next twelve months.",
    "obstacles": "What stands in their way.",
    "opportunities": "What opportunities they see coming.",
    "offers": "What others could learn from them, so that offers can meet needs.",
    "availability": "Times to meet, as boxes to tick, so that every cohort has a time when everybody can come.",
    "industry": "Their line of work, from a list, so that cohorts mix industries.",
    "organisation": "The name of their organisation, so that colleagues, and bosses and their reports, are kept apart.",
    "email": "An e-mail address, which distinguishes people with the same name and recognises people from last season.",
    "keep_apart": "Whom they should not sit with, in an answer that only you see.",
    "share_contact": "Whether their cohort may have their e-mail address.",
    "consent": "Whether they agree to keep what is said confidential.",
}


def sheet_page(intake: Intake) -> Document:
    """The page about an intake, for the facilitator who is about to match."""
    known = [column for column in intake.columns if column.field]
    ignored = [column for column in intake.columns if not column.field]
    decisions = _decisions(intake)
    facts: tuple[tuple[str, Line], ...] = (
        ("File", (f"{intake.source} ({_kind(intake)})",)),
        ("Rows", row_account(intake.rows)),
        ("Columns", (f"{len(known)} recognised, {len(ignored)} ignored",)),
        ("Needs a decision", (count(len(decisions), "item") if decisions else "nothing",)),
        ("To look at", (_tally(intake.problems),)),
    )
    sections = [
        _section("Needs a decision", decisions),
        Section(
            "Columns",
            "",
            (
                Entries("Recognised", tuple(_column(column) for column in known)),
                Entries("Ignored", tuple(_column(column) for column in ignored)),
            ),
        ),
        conflict_section(intake.conflicts, Names(intake.participants)),
        _section("What people work in", work_entries(intake)),
        _section("Who is missing what", _gaps(intake)),
        _section("Row by row", problem_entries([p for p in intake.problems if not p.severity.open])),
        _section("What would make matching better next time", _wishes(intake)),
    ]
    return Document(f"What is in {intake.source}", (Facts(facts),), tuple(s for s in sections if s))


def sheet_json(intake: Intake) -> str:
    """The same as JSON for scripts: everything on the page, with every row."""
    page = {
        "source": intake.source,
        "sha256": intake.sha256,
        "detected": intake.detected.model_dump(),
        "undecided": intake.undecided,
        "rows": intake.rows.model_dump(),
        "columns": [column.model_dump(mode="json") for column in intake.columns],
        "people": [_person_data(intake, person) for person in intake.participants],
        "held": [_held_data(held) for held in intake.held],
        "problems": [problem.model_dump(mode="json") for problem in intake.problems],
        "conflicts": [conflict.model_dump(mode="json") for conflict in intake.conflicts],
        "wishes": [WISHES[field] for field in WISHES if field not in intake.fields],
    }
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _person_data(intake: Intake, person: Participant) -> dict[str, Any]:
    return {
        "id": person.id,
        "email": person.email,
        "name": person.name,
        "row": person.row,
        "work": person.work.model_dump(mode="json") | {"unsure": person.work.unsure},
        "missing": intake.missing(person),
    }


def _held_data(held: Held) -> dict[str, Any]:
    return {
        "id": held.participant,
        "email": held.email,
        "name": held.name,
        "row": held.row,
        "reason": held_for(held.reasons),
        "reasons": held.reasons,
    }


def _kind(intake: Intake) -> str:
    detected = intake.detected
    parts = (
        f"from {detected.tool}" if detected.tool else "",
        FORMATS.get(detected.format, detected.format),
        f"sheet {detected.sheet}" if detected.sheet else "",
        f"{detected.encoding}, {detected.delimiter}-separated" if detected.delimiter else "",
        f"{detected.header_rows} header rows" if detected.header_rows > 1 else "",
    )
    return ", ".join(part for part in parts if part)


def _section(title: str, entries: Sequence[tuple[Line, tuple[Line, ...]]]) -> Section | None:
    return Section(title, "", (Entries("", tuple(entries)),)) if entries else None


def _decisions(intake: Intake) -> list[tuple[Line, tuple[Line, ...]]]:
    """What only the facilitator can decide, and how."""
    decisions = problem_entries(intake.decisions)
    if not intake.participants:
        decisions.append((("Nobody in this sheet can be placed.",), (("Try: look at the rows below.",),)))
    return decisions


def _gaps(intake: Intake) -> list[tuple[Line, tuple[Line, ...]]]:
    """Each question that some people left out, and who they are."""
    without: dict[str, list[str]] = defaultdict(list)
    for person in intake.participants:
        for field in intake.missing(person):
            without[field].append(f"{person.name} (row {person.row})")
    gaps: list[tuple[Line, tuple[Line, ...]]] = []
    for field, people in sorted(without.items(), key=lambda item: list(LACKING).index(item[0])):
        shown = people if len(people) <= MOST_PEOPLE else [*people[:MOST_PEOPLE], f"{len(people) - MOST_PEOPLE} more"]
        gaps.append(((f"No {LACKING[field]}: {count(len(people), 'person', 'people')}: {listed(shown)}",), ()))
    return gaps


def _wishes(intake: Intake) -> list[tuple[Line, tuple[Line, ...]]]:
    return [((wish,), ()) for field, wish in WISHES.items() if field not in intake.fields]


def _tally(problems: tuple[Problem, ...]) -> str:
    parts = [
        count(number, MARKS[severity].lower())
        for severity in (Severity.WARNING, Severity.NOTE)
        if (number := sum(problem.severity is severity for problem in problems))
    ]
    return ", ".join(parts) or "nothing"


def _column(column: Column) -> tuple[Line, tuple[Line, ...]]:
    shown = column.header or "(no header)"
    if column.field is None:
        return (shown, f": {column.reason}"), ()
    seen = "you alone" if column.visibility is Visibility.FACILITATOR else "the cohort"
    lines: list[Line] = [(f"{column.confidence}% sure: {column.reason}. Visible to {seen}.",)]
    if column.sample:
        lines.append(("Example: ", quoted(column.sample)))
    return (Strong(column.field), f" <- {shown}"), tuple(lines)
