"""``ok-match init``: write a commented program for a sheet, by questions or by flags."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..files import opened
from ..options import SheetArgument, parse_size, read_sizes
from ..output import deliver, refuse_overwriting
from ..usage import UsageError

if TYPE_CHECKING:
    from ok_match import Intake, Problem, Sizes


def init_command(
    sheet: SheetArgument,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write; an existing file is never replaced."),
    ] = Path("program.toml"),
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="What the program is called.")] = None,
    season: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Which season this is, such as 2027-spring.")
    ] = None,
    size: Annotated[str | None, typer.Option(metavar="6-10", help="How many people a cohort may have.")] = None,
    cohorts: Annotated[int | None, typer.Option(metavar="N", min=1, help="How many cohorts to form.")] = None,
    questions: Annotated[
        bool | None,
        typer.Option(
            "--questions/--no-questions", help="Ask for what the options leave open. [default: on a terminal only]"
        ),
    ] = None,
) -> None:
    """Write a commented program file for this sheet. On a terminal a few questions are asked first.

    Example: ok-match init answers.csv --name "Spring circles" --size 7-9
    """
    refuse_overwriting(output, force=False)
    wanted = read_sizes(size, cohorts)

    from ok_match import Sizes, check, draft_program, open_sheet, standing_rules

    intake = check(opened(sheet, open_sheet))
    sizes = wanted or Sizes.fitting(len(intake.participants))
    strengths: dict[str, str] = {}
    columns: dict[str, str] = {}
    accepted: list[Problem] = []
    if questions if questions is not None else sys.stdin.isatty() and sys.stderr.isatty():
        typer.echo(
            f"{len(intake.participants)} people in {sheet.name}. Press Enter to accept what is in brackets.", err=True
        )
        name = name if name is not None else typer.prompt("What is the program called", default="", err=True)
        season = season if season is not None else typer.prompt("Which season is this", default="", err=True)
        sizes = sizes if wanted else _ask_sizes(sizes)
        strengths = _ask_rules(intake)
        columns = _ask_columns(intake)
        accepted = _ask_decisions(intake)
    draft = draft_program(
        intake,
        standing_rules(),
        name=name or "",
        season=season or "",
        sizes=sizes,
        strengths=strengths,
        columns=columns,
        accepted=accepted,
    )
    deliver(draft, output)
    typer.echo(f"Next: ok-match match {sheet} --program {output}", err=True)


def _ask_sizes(sizes: Sizes) -> Sizes:
    """The sizes that the facilitator wants; ``sizes`` are proposed."""
    while True:
        answer = typer.prompt("How many people may a cohort have", default=f"{sizes.min}-{sizes.max}", err=True)
        try:
            chosen = parse_size(answer)
        except UsageError as error:
            typer.echo(str(error), err=True)
            continue
        return sizes if (chosen.min, chosen.max) == (sizes.min, sizes.max) else chosen


def _ask_rules(intake: Intake) -> dict[str, str]:
    """The other strength of each standing rule that is not wanted, among those that this sheet has answers for."""
    from ok_match import standing_rules
    from ok_match.render import standing_question

    strengths = {}
    for rule, _, field in standing_rules():
        asked = standing_question(rule)
        if asked and field in intake.fields and not typer.confirm(asked[0], default=True, err=True):
            strengths[rule] = asked[1]
    return strengths


def _ask_columns(intake: Intake) -> dict[str, str]:
    """Header to field for each column that was recognised with some doubt."""
    fields = {}
    for problem in intake.problems:
        if problem.code != "unsure-column":
            continue
        column = next(column for column in intake.columns if column.header == problem.column)
        choices = [choice for choice in (column.field, problem.value) if choice and choice != "something else"]
        answer = typer.prompt(
            f"“{column.header}”: is it {' or '.join(choices)}, or none (ignore)", default=choices[0], err=True
        ).strip()
        fields[column.header] = answer if answer in choices else "ignore"
    return fields


def _ask_decisions(intake: Intake) -> list[Problem]:
    """The decisions that the facilitator makes as proposed; about columns they were asked before."""
    held = {(person.row, code): person for person in intake.held for code in person.reasons}
    accepted = []
    for problem in intake.decisions:
        if problem.code == "unsure-column":
            continue
        person = held.get((problem.row or 0, problem.code))
        where = f"Row {problem.row}: " if problem.row else f"“{problem.column}”: " if problem.column else ""
        asked = "Place them all the same?" if person else "Go on like this?"
        if typer.confirm(f"{where}{problem.message} {asked}", default=False, err=True):
            accepted.append(problem)
    return accepted
