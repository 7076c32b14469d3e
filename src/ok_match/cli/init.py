"""``ok-match init``: write a commented program for a sheet, by questions or by flags."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import deliver, read_bytes, refuse_overwriting
from .options import SheetArgument, parse_size

if TYPE_CHECKING:
    from ok_match.model import Intake, Sizes
    from ok_match.render import Standing


def init_command(
    sheet: SheetArgument,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write; one that exists is never replaced."),
    ] = Path("program.toml"),
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="What the program is called.")] = None,
    season: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Which season this is, such as 2027-spring.")
    ] = None,
    size: Annotated[str | None, typer.Option(metavar="6-10", help="How many people a cohort may have.")] = None,
    cohorts: Annotated[int | None, typer.Option(metavar="N", min=1, help="How many cohorts to form.")] = None,
    questions: Annotated[
        bool | None,
        typer.Option("--questions/--no-questions", help="Ask what is not given. [default: on a terminal only]"),
    ] = None,
) -> None:
    """Write a commented program file for this sheet. On a terminal a few questions are asked first.

    Example: ok-match init answers.csv --name "Spring circles" --size 7-9
    """
    refuse_overwriting(output, force=False)
    if size is not None and cohorts is not None:
        raise typer.BadParameter("--size and --cohorts exclude each other. Give one of them.")
    bounds = None if size is None else parse_size(size)
    data = read_bytes(sheet, "sheet")

    from ok_match import matching
    from ok_match.model import Program, Sheet, Sizes
    from ok_match.render import Standing, fitting_sizes, program_file
    from ok_match.rules import CARDS, complete

    intake = matching.check(Sheet(sheet.name, data))
    standing = [Standing(rule.rule, rule.strength, CARDS[rule.rule].needs) for rule in complete(Program()).rules]
    wanted = Sizes(min=bounds[0], max=bounds[1]) if bounds else Sizes(count=cohorts) if cohorts else None
    sizes = fitting_sizes(len(intake.participants), wanted)
    strengths: dict[str, str] = {}
    chosen: dict[str, str] = {}
    if questions if questions is not None else sys.stdin.isatty() and sys.stderr.isatty():
        typer.echo(f"{len(intake.participants)} people in {sheet.name}. Enter takes what stands in brackets.", err=True)
        name = name if name is not None else typer.prompt("What is the program called", default="", err=True)
        season = season if season is not None else typer.prompt("Which season is this", default="", err=True)
        sizes = sizes if wanted else _ask_sizes(sizes)
        strengths = _ask_rules(intake, standing)
        chosen = _ask_columns(intake)
    deliver(program_file(intake, sizes, standing, name or "", season or "", strengths, chosen), output, force=False)
    typer.echo(f"Next: ok-match match {sheet} --program {output}", err=True)


def _ask_sizes(sizes: Sizes) -> Sizes:
    from ok_match.model import Sizes as Chosen

    while True:
        answer = typer.prompt("How many people may a cohort have", default=f"{sizes.min}-{sizes.max}", err=True)
        try:
            low, high = parse_size(answer)
        except typer.BadParameter as error:
            typer.echo(str(error), err=True)
            continue
        return sizes if (low, high) == (sizes.min, sizes.max) else Chosen(min=low, max=high)


def _ask_rules(intake: Intake, standing: list[Standing]) -> dict[str, str]:
    """The other strength of each standing rule that is not wanted, of those that this sheet has answers for."""
    from ok_match.render import standing_question

    strengths = {}
    for rule, _, field in standing:
        asked = standing_question(rule)
        if asked and field in intake.fields and not typer.confirm(asked[0], default=True, err=True):
            strengths[rule] = asked[1]
    return strengths


def _ask_columns(intake: Intake) -> dict[str, str]:
    """Ask what each column is that was recognised only nearly."""
    found = {}
    for problem in intake.problems:
        if problem.code != "unsure-column":
            continue
        column = next(column for column in intake.columns if column.header == problem.column)
        choices = [choice for choice in (column.field, problem.value) if choice and choice != "something else"]
        answer = typer.prompt(
            f"“{column.header}”: is it {' or '.join(choices)}, or none (ignore)", default=choices[0], err=True
        ).strip()
        found[column.header] = answer if answer in choices else "ignore"
    return found
