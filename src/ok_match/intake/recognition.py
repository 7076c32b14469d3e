"""Says which field each column holds: by the program's word, by the header, and by the values themselves."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ok_match.errors import ProgramError

from .cleaning import clean
from .fields import EMAIL, FIELD_NAMES, FIELDS, PLATFORM

_GRID = re.compile(r"^(?P<stem>.*?)\s*\[(?P<row>[^\[\]]+)\]$", re.DOTALL)
_DAYS = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(morning|afternoon|evening|lunch|noon|am|pm)\b", re.I)

#: A field or none, the reason, and how sure it is (0-100).
Guess = tuple[str | None, str, int]
CERTAIN = 100


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's header, tidied, and what it was recognised as.

    Attributes
    ----------
    row : str
        The row label of a grid question (``When can you meet? [Tuesday]``), else empty.
    field : str or None
        ``None`` where the column is ignored; ``reason`` says why it was or was not taken.
    """

    position: int
    header: str
    row: str
    field: str | None
    reason: str


def recognise(
    headers: Sequence[str], columns: Sequence[Sequence[str]], wanted: Mapping[str, str | tuple[str, ...]]
) -> tuple[Heading, ...]:
    """Recognise every column.

    Parameters
    ----------
    headers : sequence of str
        The header row, as it stands in the sheet.
    columns : sequence of sequence of str
        The cells below each header.
    wanted : mapping
        What the program says: field to one or more headers; ``ignore`` to headers that are not to be read.

    Raises
    ------
    ProgramError
        If the program names a field or a header that does not exist.
    """
    tidy = [" ".join(clean(header).split()) for header in headers]
    told = _told(tidy, wanted)
    numbered = {"start time", "completion time"} <= {header.casefold() for header in tidy}
    found = [
        (told[position], "the program says so", CERTAIN)
        if position in told
        else (None, "only the form tool needs it", CERTAIN)
        if numbered and header.casefold() == "id"
        else _guess(header, columns[position])
        for position, header in enumerate(tidy)
    ]
    kept = _one_each(tidy, found, {field for field in told.values() if field})
    return tuple(
        Heading(position, header, _split_grid(header)[1], field, reason)
        for position, (header, (field, reason, _)) in enumerate(zip(tidy, kept, strict=True))
    )


def recognisable(headers: Sequence[str]) -> int:
    """Count the fields that a row, taken for the header, would give."""
    tidy = [" ".join(clean(header).split()) for header in headers]
    return len({field for header in tidy if header for field, _, _ in [_guess(header, [header])] if field})


def _told(tidy: list[str], wanted: Mapping[str, str | tuple[str, ...]]) -> dict[int, str | None]:
    """Give the columns that the program names, by position."""
    told: dict[int, str | None] = {}
    stems = [_split_grid(header)[0].casefold() for header in tidy]
    for field, named in wanted.items():
        if field not in (*FIELD_NAMES, "ignore"):
            near = get_close_matches(field, FIELD_NAMES, n=1)
            raise ProgramError(
                "program [columns]",
                f'"{field}" is not a field.',
                "Nothing was matched.",
                f"{f'did you mean {near[0]}? ' if near else ''}The fields are: {', '.join(FIELD_NAMES)}, ignore.",
            )
        for header in [named] if isinstance(named, str) else named:
            key = " ".join(clean(header).split()).casefold()
            places = [p for p, text in enumerate(tidy) if key in (text.casefold(), stems[p])]
            if not places:
                near = get_close_matches(key, [text.casefold() for text in tidy], n=1, cutoff=0.5)
                meant = next((text for text in tidy if near and text.casefold() == near[0]), "")
                raise ProgramError(
                    f"program [columns] {field}",
                    f'the sheet has no column "{header}".',
                    "Nothing was matched.",
                    f'did you mean "{meant}"?' if meant else "run `ok-match check` to see the sheet's columns.",
                )
            told.update(dict.fromkeys(places, None if field == "ignore" else field))
    return told


def _guess(header: str, cells: Sequence[str]) -> Guess:
    """Tell the field of one column from its header and its values."""
    stem, row = _split_grid(header)
    text = re.sub(r"\(.*?\)", " ", stem) if re.sub(r"\(.*?\)", "", stem).strip() else stem
    text = re.sub(r"[^\w\s/@&'-]", " ", text.replace("\u2019", "'")).casefold()
    text = " ".join(text.replace("_", " ").split())
    filled = [cell for cell in cells if cell.strip()]
    if PLATFORM.match(text):
        return None, "only the form tool needs it", CERTAIN
    if not filled:
        return None, "the column is empty", CERTAIN
    if all(cell.strip().casefold() == "anonymous" for cell in filled):
        return None, "everybody answered anonymously here", CERTAIN
    cues = {field.name: max((sure for cue, sure in field.cues if re.search(cue, text)), default=0) for field in FIELDS}
    if cues["themes"] and not _recurs(filled):
        cues["themes"] = 0
    if row and not cues["availability"] and _DAYS.search(row):
        cues["availability"] = 90
    addresses = sum(bool(EMAIL.fullmatch(cell.strip())) for cell in filled)
    if addresses * 10 >= len(filled) * 6 and cues["email"] < 90:
        return "email", "the values are e-mail addresses", 95
    best = max(cues, key=lambda name: cues[name])
    if cues[best] == 0:
        return None, "not a question that matching uses" if text else "the header is empty", 0
    return best, "the header says so", cues[best]


def _recurs(cells: Sequence[str]) -> bool:
    """Say whether the cells look ticked from a list: most pieces occur more than once."""
    pieces = Counter(piece.strip() for cell in cells for piece in re.split(r"[;,\n]", cell) if piece.strip())
    return bool(pieces) and sum(n for n in pieces.values() if n > 1) * 10 >= sum(pieces.values()) * 6


def _one_each(tidy: list[str], found: list[Guess], told: set[str]) -> list[Guess]:
    """Let only one column be a field that has room for one: the program's, else the surest, else the first."""
    kept = list(found)
    for field in FIELDS:
        places = [p for p, (name, _, _) in enumerate(found) if name == field.name]
        if field.name in told:
            for place in places:
                if found[place][1] != "the program says so":
                    kept[place] = (None, f"the program takes {field.name} from elsewhere", CERTAIN)
        elif not field.several and len(places) > 1:
            best = min(places, key=lambda p: (-found[p][2], p))
            for place in places:
                if place != best:
                    kept[place] = (None, f'"{tidy[best]}" was taken for {field.name}', CERTAIN)
    return kept


def _split_grid(header: str) -> tuple[str, str]:
    """Split ``Question [row]`` into question and row; the row is empty for other headers."""
    match = _GRID.match(header)
    return (match["stem"].strip(), match["row"].strip()) if match and match["stem"] else (header, "")
