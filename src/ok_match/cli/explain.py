"""``ok-match explain``: everything about one seat, one cohort or two people, from a saved record."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import deliver, emit, read_bytes, refuse_overwriting
from .named import cohort_named, person_named
from .options import ForceOption, ModelOption, OutputOption, PageFormatOption, chosen_format, read_model
from .progress import shown

if TYPE_CHECKING:
    from ok_match.model import Record, SeatPage
    from ok_match.similarity import TextModel


def explain_command(
    record: Annotated[
        Path, typer.Argument(metavar="RECORD", help="The record: what ok-match match SHEET -o record.json wrote.")
    ],
    person: Annotated[
        str | None, typer.Option(metavar="WHO", help="Somebody's seat and why; by name, e-mail address or id.")
    ] = None,
    cohort: Annotated[
        str | None, typer.Option(metavar="LABEL", help="A whole cohort, by label or name, and what each two share.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="What two people share, kind of answer by kind.")
    ] = None,
    why_not: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Why two people are not in one cohort.")
    ] = None,
    model: ModelOption = None,
    format_: PageFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Tell everything about one seat, one cohort or two people. Nothing but the record is read.

    Example: ok-match explain record.json --person "Maeve Tiernan"
    """
    refuse_overwriting(output, force=force)
    if sum(one is not None for one in (person, cohort, pair, why_not)) != 1:
        raise typer.BadParameter("give one of --person, --cohort, --pair and --why-not, and only one.")
    data = read_bytes(record, "record")

    from ok_match.render import EXPLAIN_FORMATS, seat_page, terminal

    chosen = chosen_format(format_, output, list(EXPLAIN_FORMATS))
    saved = _read(data, record.name)
    page = _page(saved, record.name, person, cohort, pair, why_not, read_model(model))
    if chosen == "terminal" and output is None and sys.stdout.isatty():
        width = shutil.get_terminal_size((100, 40)).columns
        emit(terminal(seat_page(saved, page), width, colour="NO_COLOR" not in os.environ))
    else:
        deliver(EXPLAIN_FORMATS[chosen](saved, page), output, force=force)


def _read(data: bytes, name: str) -> Record:
    """Read the record; what is no text cannot be one."""
    from ok_match.errors import RecordError
    from ok_match.season import read_record

    try:
        return read_record(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise RecordError(
            name,
            "is not UTF-8 text, and so no record.",
            "Nothing was read from it.",
            "use the file that `ok-match match SHEET -o record.json` wrote, unchanged.",
        ) from None


def _page(
    saved: Record,
    name: str,
    person: str | None,
    cohort: str | None,
    pair: tuple[str, str] | None,
    why_not: tuple[str, str] | None,
    model: TextModel | None,
) -> SeatPage:
    """Find whom the arguments name before any work is done, and make the page about them."""
    from ok_match.season import insist_on_whole, reopen

    insist_on_whole(saved, name)
    both = pair or why_not
    people = [person_named(saved, one) for one in both or ([person] if person is not None else [])]
    label = cohort_named(saved, cohort) if cohort is not None else ""
    if both and people[0] == people[1]:
        raise typer.BadParameter(f"{both[0]} and {both[1]} are the same person. Name two people.")
    with shown() as progress:
        reopened = reopen(saved, name, model, progress)
    if pair:
        return reopened.pair(people[0], people[1])
    if why_not:
        return reopened.why_not(people[0], people[1])
    return reopened.cohort(label) if label else reopened.person(people[0])
