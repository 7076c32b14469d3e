"""One line of the sheet becomes a participant."""

import re
from collections import Counter
from collections.abc import Sequence

from ok_match.intake.columns.fields import EMAIL, KEPT
from ok_match.intake.columns.folding import Kind
from ok_match.intake.columns.furniture import furniture_code
from ok_match.intake.files.cleaning import is_answer, is_label
from ok_match.intake.values.answers import statements_in
from ok_match.intake.values.traits import TRAITS, trait_of
from ok_match.model import Facet, Participant, Place, Statement, Trait
from ok_match.model.sheets.ledger import Ledger

from .admission import Row
from .sheet import Sheet

FACETS = {facet.value: facet for facet in Facet}
_CANNOT = re.compile(
    r"\b(can'?t|can’t|cannot|can not|none|never|not (available|possible|free)|unavailable|no|false|maybe|perhaps"
    r"|if (needed|need be|necessary))\b|^0$",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"true|yes\b.*|x|1|✓|✔|available|(i )?can (attend|come|meet|make it)|works( for me)?|free|ok(ay)?|possible|good"
    r"|preferred|selected|checked|ja|oui|s[ií]",
    re.IGNORECASE,
)
#: "Ortega, Ana"; what stands behind a comma may also be a degree or a rank.
_LAST_FIRST = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^\W\d][^,\d]*)")
_TITLE = re.compile(
    r"(jr|sr|i{2,3}|iv|cpa|ph\.? ?d|m\.?d|mba|esq|inc|llc|ltd|co|rn|dvm|dds|pe|cfp|she|he|they|owner|founder"
    r"|director)\b\.?.*",
    re.IGNORECASE,
)


def row_of(sheet: Sheet, line: int, number: int) -> Row:
    """Gather the cells of one line by field; ``number`` is the spreadsheet's."""
    texts: dict[str, str] = {}
    answered = False
    for heading in sheet.headings:
        text = sheet.table[heading.position][line]
        if heading.field and text:
            texts[heading.field] = f"{texts[heading.field]} {text}" if heading.field in texts else text
            answered = answered or (heading.field in FACETS and is_answer(text))
    filled = [(position, cells[line]) for position, cells in enumerate(sheet.table) if cells[line]]
    headers = [heading.header for heading in sheet.headings]
    full = " ".join(texts[part] for part in ("first_name", "last_name") if part in texts)
    name = " ".join((texts.get("name") or full).split())
    return Row(
        number=number,
        line=line,
        texts=texts,
        email=_address(texts.get("email", "")),
        name=_in_order(name, flip=sheet.last_first) if is_label(name) else "",
        answered=answered,
        furniture=furniture_code(filled, headers, sheet.named, merged=number in sheet.wide) or "",
    )


def lasts_first(names: Sequence[str]) -> bool:
    """Say whether a column of names has the last name first."""
    known = [name for name in names if is_label(name)]
    return bool(known) and sum(_in_order(name, flip=True) != name for name in known) * 10 >= len(known) * 6


def _in_order(name: str, *, flip: bool) -> str:
    match = _LAST_FIRST.fullmatch(name) if flip else None
    return f"{match['first'].strip()} {match['last'].strip()}" if match and not _TITLE.match(match["first"]) else name


def _address(text: str) -> str:
    """Give an e-mail address as it identifies a person: no spaces, lower case; "anonymous" is none."""
    found = EMAIL.search(text)
    plain = "".join((found[0] if found else text).split()).casefold().removeprefix("mailto:")
    return plain if is_label(plain) and plain not in {"anonymous", "none", "no"} else ""


def participant(sheet: Sheet, row: Row, person_id: str, free: tuple[str, ...]) -> Participant:
    """Make the participant of an admitted row; ``free`` are the times at which they can come."""
    statements = []
    for heading in sheet.headings:
        cell = sheet.table[heading.position][row.line]
        if not cell or heading.field not in FACETS:
            continue
        facet = FACETS[heading.field]
        texts = sheet.options(heading, row.line) if facet is Facet.THEMES else statements_in(cell)
        place = Place(row=row.number, column=heading.header)
        statements += [Statement(facet=facet, text=text, place=place) for text in texts]
    labels = {name: row.texts.get(name, "") for name in ("organisation", "industry")}
    return Participant(
        id=person_id,
        email=row.email,
        name=row.name or row.email,
        row=row.number,
        statements=tuple(statements),
        traits=_traits(sheet, row, free),
        **{name: " ".join(text.split()) if is_label(text) else "" for name, text in labels.items()},
    )


def _traits(sheet: Sheet, row: Row, free: tuple[str, ...]) -> tuple[Trait, ...]:
    """Give all else that is kept of a person, by name in a fixed order."""
    found = []
    for name in (*TRAITS, *sorted(field for field in row.texts if field.startswith(KEPT))):
        if name not in row.texts:
            continue
        place = Place(row=row.number, column=sheet.header[name])
        if name == "availability":
            trait = Trait(name=name, values=free, place=place) if free else None
        else:
            text = sheet.graded(row.line) if name == "ratings" else row.texts[name]
            trait = trait_of(name, text, place, sheet.habits)
        if trait:
            found.append(trait)
    return tuple(found)


def _slot(row: str, option: str) -> str:
    """Name a time by its row in a grid and the option ticked there; a plain tick adds nothing to the row."""
    return row if row and (_TICK.fullmatch(option) or option == row) else f"{row} {option}".strip()


def availability(sheet: Sheet, ledger: Ledger) -> list[tuple[str, ...]]:
    """Read for each line the times at which that person can come; empty where they ticked none."""
    found: list[list[str]] = [[] for _ in sheet.table[0]]
    for heading in sheet.headings:
        if heading.field != "availability":
            continue
        label = "" if heading.kind in (Kind.OTHER, Kind.CHOICE) else heading.row
        for line in range(len(found)):
            wanted = [option for option in sheet.options(heading, line) if not _CANNOT.search(option)]
            found[line] += [_slot(label, option) for option in wanted]
    often = Counter(slot for slots in found for slot in slots)
    repeated = sum(times for times in often.values() if times > 1)
    if often and repeated * 10 < sum(often.values()) * 6:
        ledger.warn("unclear-availability", column=sheet.header["availability"])
        return [()] * len(found)
    return [tuple(dict.fromkeys(slots)) for slots in found]
