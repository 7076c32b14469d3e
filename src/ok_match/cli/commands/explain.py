"""``ok-match explain``: everything about one seat, one cohort or two people, from a saved record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..files import opened
from ..named import cohort_named, person_named
from ..options import ForceOption, ModelOption, OutputOption, PageFormatOption, chosen_format, read_model
from ..output import present, refuse_overwriting
from ..progress import shown
from ..usage import UsageError

if TYPE_CHECKING:
    from ok_match import Record, SeatPage, TextModel


def explain_command(
    record: Annotated[
        Path, typer.Argument(metavar="RECORD", help="The record: what ok-match match SHEET -o record.json wrote.")
    ],
    person: Annotated[
        str | None, typer.Option(metavar="WHO", help="One person's seat and why; by name, e-mail address or id.")
    ] = None,
    cohort: Annotated[
        str | None, typer.Option(metavar="LABEL", help="A whole cohort, by label or name, and what each two share.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="What two people share, question by question.")
    ] = None,
    why_not: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Why two people are not in one cohort.")
    ] = None,
    model: ModelOption = None,
    format_: PageFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Explain one seat, one cohort, or two people. Only the record is read.

    Example: ok-match explain record.json --person "Maeve Tiernan"
    """
    refuse_overwriting(output, force=force)
    asked = sum(question is not None for question in (person, cohort, pair, why_not))
    if asked != 1:
        what = "several questions are asked at once." if asked else "no question is asked."
        raise UsageError(what, "Give one of --person, --cohort, --pair and --why-not, and only one.")

    from ok_match import open_record
    from ok_match.render import EXPLAIN_FORMATS

    form = chosen_format(format_, output, EXPLAIN_FORMATS)
    saved = opened(record, open_record)
    page = _page(saved, record.name, person, cohort, pair, why_not, read_model(model))
    present(page, form, output, force=force, record=saved)


def _page(
    saved: Record,
    name: str,
    person: str | None,
    cohort: str | None,
    pair: tuple[str, str] | None,
    why_not: tuple[str, str] | None,
    model: TextModel | None,
) -> SeatPage:
    """The page about whom the arguments name; they are looked up before any work is done."""
    from ok_match import reopen

    both = pair or why_not
    people = [person_named(saved, called) for called in both or ([person] if person is not None else [])]
    label = cohort_named(saved, cohort) if cohort is not None else ""
    if both and people[0] == people[1]:
        raise UsageError(f"{both[0]} and {both[1]} are the same person.", "Name two people.")
    with shown() as progress:
        reopened = reopen(saved, name, model, progress)
    if pair:
        return reopened.pair(people[0], people[1])
    if why_not:
        return reopened.why_not(people[0], people[1])
    return reopened.cohort(label) if label else reopened.person(people[0])
