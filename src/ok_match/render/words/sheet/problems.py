"""Problems of a sheet, and why people are held, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ok_match.model import Problem, Severity
from ok_match.model.sheets.ledger import shortened
from ok_match.render.document import Line
from ok_match.render.words.phrases import listed

MARKS = {
    Severity.ERROR: "Must be decided",
    Severity.DECISION: "To decide",
    Severity.WARNING: "Warning",
    Severity.NOTE: "Note",
}
#: The most rows listed for one kind of problem; the JSON has all of them.
MOST_ROWS = 12
#: Characters of a header beside a row.
LONGEST_HEADER = 80
HELD_FOR = {
    "consent-refused": "did not agree to the terms of the group",
    "consent-unclear": "did not clearly agree to the terms of the group",
    "consent-missing": "left a question for consent empty",
    "nobody-named": "gave neither a name nor an e-mail address",
    "unfinished": "did not finish the form",
    "two-people": "looks like two people in one row",
    "asks-to-talk": "asks to be called before anything is decided",
    "maybe-person": "may be a person, a title or a note",
    "maybe-header": "may be a second row of headers",
    "section-out": "stands below a title for people who do not take part",
    "perhaps-one-person": "may be the same person as somebody in another row",
    "withdrawn": "does not take part any more",
    "not-confirmed": "has not been confirmed",
    "unknown-status": "has a status that is not known",
    "no-times-given": "gave no times to meet",
    "no-time-suits": "can come at none of the times",
    "unread-times": "wrote times to meet that could not be read",
    "alternate-weeks": "can come in some weeks only",
    "times-without-zone": "gave times in a time zone that is not known",
}


def held_for(reasons: Sequence[str]) -> str:
    """Why somebody is held, in words."""
    return listed([HELD_FOR.get(reason, reason) for reason in reasons])


def problem_entries(problems: Sequence[Problem]) -> list[tuple[Line, tuple[Line, ...]]]:
    """Problems with their advice; of a kind with many rows, the first ones and the number of the others."""
    times: dict[str, int] = defaultdict(int)
    entries = []
    for problem in problems:
        times[problem.code] += 1
        if times[problem.code] <= MOST_ROWS:
            entries.append(problem_entry(problem))
    for code, number in times.items():
        if number > MOST_ROWS:
            more: Line = (f"{number - MOST_ROWS} more problems of the kind {code}.",)
            entries.append((more, (("Try: list them all with --format json.",),)))
    return entries


def problem_entry(problem: Problem) -> tuple[Line, tuple[Line, ...]]:
    """Where a problem is, what it is, and what to try; decisions stand together, and need no mark."""
    where = f"Row {problem.row}" if problem.row else "Sheet"
    # A long question is told in full once, where it is the question that is doubtful.
    named = shortened(problem.column, LONGEST_HEADER) if problem.row else problem.column
    column = f", column “{named}”" if named else ""
    mark = "" if problem.severity is Severity.DECISION else f"{MARKS[problem.severity]}: "
    return (f"{where}{column}: {mark}{problem.message}",), ((f"Try: {problem.advice}",),)
