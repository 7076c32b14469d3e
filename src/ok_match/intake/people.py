"""One line of the sheet becomes a participant."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ok_match.model import WRITTEN_FACETS, Facet, Participant, Place, Statement, Trait

from .admission import Row
from .answers import statements_in, ticked
from .cleaning import is_answer, is_label
from .ledger import Ledger
from .recognition import Heading

#: Fields that are kept for people as they stand.
TRAITS = ("role", "town", "earlier_group", "keep_apart", "consent", "notes")
_CANNOT = re.compile(r"\b(can'?t|cannot|can not|none|never|not available|unavailable|no|false)\b|^0$", re.IGNORECASE)
_TICK = re.compile(r"true|yes|x|1|✓|✔|available", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The recognised columns and, column by column, the cleaned cells below the header.

    ``ticks`` holds, by position of a multiple-choice column, the options ticked in each line.
    """

    headings: Sequence[Heading]
    table: Sequence[Sequence[str]]
    ticks: Mapping[int, list[tuple[str, ...]]]

    def header(self, field: str) -> str:
        """Give the header that a field stands under; empty where the sheet has none."""
        return next((heading.header for heading in self.headings if heading.field == field), "")


def sheet_of(headings: Sequence[Heading], table: Sequence[Sequence[str]]) -> Sheet:
    """Put a sheet together, with the options of its multiple-choice columns told apart."""
    choices = {h.position for h in headings if h.field in (Facet.THEMES, "availability")}
    return Sheet(headings, table, {position: ticked(table[position]) for position in choices})


def row_of(sheet: Sheet, line: int, number: int) -> Row:
    """Gather the cells of one line by field; ``number`` is the spreadsheet's."""
    texts: dict[str, str] = {}
    answered = False
    for heading in sheet.headings:
        text = sheet.table[heading.position][line]
        if heading.field and text:
            texts[heading.field] = f"{texts[heading.field]} {text}" if heading.field in texts else text
            answered = answered or (heading.field in set(Facet) and is_answer(text))
    full = " ".join(texts[part] for part in ("first_name", "last_name") if part in texts)
    name = " ".join((texts.get("name") or full).split())
    return Row(
        number=number,
        line=line,
        texts=texts,
        email=_address(texts.get("email", "")),
        name=name if is_label(name) else "",
        answered=answered,
        filled=any(cells[line] for cells in sheet.table),
    )


def _address(text: str) -> str:
    """Give an e-mail address as it identifies a person: no spaces, lower case; "anonymous" is none."""
    plain = "".join(text.split()).casefold().removeprefix("mailto:")
    return plain if is_label(plain) and plain not in {"anonymous", "none", "no"} else ""


def participant(sheet: Sheet, row: Row, person_id: str, free: tuple[str, ...]) -> Participant:
    """Make the participant of an admitted row; ``free`` are the times at which they can come."""
    statements = []
    for heading in sheet.headings:
        place = Place(row=row.number, column=heading.header)
        if heading.field in WRITTEN_FACETS:
            texts = statements_in(sheet.table[heading.position][row.line])
        elif heading.field == Facet.THEMES:
            texts = sheet.ticks[heading.position][row.line]
        else:
            continue
        statements += [Statement(facet=Facet(heading.field), text=text, place=place) for text in texts]
    kept: dict[str, tuple[str, ...]] = {
        name: (row.texts[name],) for name in TRAITS if is_answer(row.texts.get(name, ""))
    }
    if free:
        kept["availability"] = free
    traits = [
        Trait(name=name, values=values, place=Place(row=row.number, column=sheet.header(name)))
        for name, values in kept.items()
    ]
    labels = {name: row.texts.get(name, "") for name in ("organisation", "industry")}
    return Participant(
        id=person_id,
        email=row.email,
        name=row.name or row.email,
        row=row.number,
        statements=tuple(statements),
        traits=tuple(traits),
        **{name: " ".join(text.split()) if is_label(text) else "" for name, text in labels.items()},
    )


def _slot(row: str, option: str) -> str:
    """Name a time by its row in a grid and the option ticked there; a plain tick adds nothing to the row."""
    return row if row and _TICK.fullmatch(option) else f"{row} {option}".strip()


def availability(sheet: Sheet, ledger: Ledger) -> list[tuple[str, ...]]:
    """Read for each line the times at which that person can come; empty where they ticked none."""
    found: list[list[str]] = [[] for _ in sheet.table[0]]
    for heading in sheet.headings:
        if heading.field != "availability":
            continue
        for line, options in enumerate(sheet.ticks[heading.position]):
            wanted = [option for option in options if not _CANNOT.search(option)]
            found[line] += [_slot(heading.row, option) for option in wanted]
    often = Counter(slot for slots in found for slot in slots)
    repeated = sum(times for times in often.values() if times > 1)
    if often and repeated * 10 < sum(often.values()) * 6:
        ledger.warn("unclear-availability", column=sheet.header("availability"))
        return [()] * len(found)
    return [tuple(dict.fromkeys(slots)) for slots in found]
