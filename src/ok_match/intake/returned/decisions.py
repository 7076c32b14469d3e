"""Reads back the file of proposed conflicts, as the facilitator decided on them, and applies it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from ok_match.errors import SheetError
from ok_match.intake.files.cleaning import clean
from ok_match.intake.files.readers import grids_of
from ok_match.model import Conflict, ConflictKind, Decision, DecisionLine, Held, Participant, Strength

from .corrections import as_typed

#: The columns that must be there; the others help a reader, and are not needed to add a pair.
NEEDED = ("decision", "a", "b")
_SAID = {
    "": Decision.PENDING,
    **dict.fromkeys(("accept", "accepted", "yes", "y", "ok", "keep apart", "must"), Decision.ACCEPT),
    **dict.fromkeys(("soften", "softened", "soft", "should"), Decision.SOFTEN),
    **dict.fromkeys(("reject", "rejected", "no", "n", "ignore"), Decision.REJECT),
}
_FOLLOWS = "No decision was taken from the file, and nothing was matched."


def read_decisions(data: bytes, name: str) -> tuple[DecisionLine, ...]:
    """Read the lines of a file of decisions, in any format that a sheet may have; empty lines are passed over.

    Raises
    ------
    SheetError
        If the file is no such list, or holds a decision or strength that does not exist.
    """
    grid = grids_of(data, name)[0]
    rows = [(number, [clean(cell) for cell in cells]) for number, *cells in grid.cells.itertuples()]
    header = [cell.casefold() for cell in rows[0][1]] if rows else []
    missing = [column for column in NEEDED if column not in header]
    if missing:
        raise SheetError(
            name,
            f"has no column {missing[0]}.",
            _FOLLOWS,
            "use the file that `ok-match check SHEET --conflicts FILE.csv` wrote, with its first row unchanged.",
        )
    found = []
    for number, cells in rows[1:]:
        line = {column: as_typed(cell) for column, cell in zip(header, cells, strict=False)}
        if any(line.get(column) for column in ("decision", "a", "b", "a_name", "b_name", "key")):
            found.append(_line(line, f"{name}, row {number}"))
    return tuple(found)


def _line(cells: Mapping[str, str], place: str) -> DecisionLine:
    decision = cells["decision"].casefold().strip(" .!")
    if decision not in _SAID:
        raise SheetError(
            place,
            f'"{cells["decision"]}" is not a decision.',
            _FOLLOWS,
            "write accept, soften or reject, or leave the cell empty to keep what is proposed.",
        )
    strength = cells.get("strength", "").casefold()
    if strength not in ("", Strength.MUST, Strength.SHOULD):
        raise SheetError(place, f'strength "{strength}" is not possible.', _FOLLOWS, "write must or should.")
    return DecisionLine(
        place=place,
        key=cells.get("key", ""),
        **{column: cells.get(column, "") for column in ("a", "a_name", "b", "b_name")},
        strength=Strength(strength) if strength else None,
        decision=_SAID[decision],
    )


def decide(
    conflicts: Sequence[Conflict], lines: Iterable[DecisionLine], people: Sequence[Participant], held: Iterable[Held]
) -> tuple[Conflict, ...]:
    """Apply decisions to what is proposed: accepted, softened, rejected, corrected, and pairs added.

    A proposal that no line is about stands as it was proposed.

    Raises
    ------
    SheetError
        If a line names nobody in the sheet, or asks to act on a proposal without saying whom it means.
    """
    finder = _Finder(people, held)
    proposed = {one.key: one for one in conflicts}
    decided: dict[str, list[Conflict]] = {}
    added: list[Conflict] = []
    for line in lines:
        if line.key in proposed:
            decided.setdefault(line.key, []).append(_settled(proposed[line.key], line, finder))
        elif line.decision is not Decision.REJECT:
            added.append(_added(line, finder))
    kept = [one for key, was in proposed.items() for one in decided.get(key, [was])]
    return tuple(sorted([*kept, *added], key=lambda one: (one.a, not one.sentence, one.sentence, one.mention, one.b)))


class _Finder:
    """Finds people by id, e-mail address or name."""

    def __init__(self, people: Sequence[Participant], held: Iterable[Held]) -> None:
        self.people = {person.id: person for person in people}
        self._known: dict[str, set[str]] = {}
        for person in people:
            for text in {person.id, person.email, person.name} - {""}:
                self._known.setdefault(_plain(text), set()).add(person.id)
        self._held = {_plain(text) for one in held for text in (one.participant, one.email, one.name) if text}

    def find(self, named: str, place: str) -> Participant | None:
        """Find a person; ``None`` for somebody who is held, and not placed anyway."""
        found = self._known.get(_plain(named), set())
        exact = self.people.get(named)
        if exact or len(found) == 1:
            return exact or self.people[next(iter(found))]
        if not found and _plain(named) in self._held:
            return None
        if found:
            raise SheetError(
                place, f'"{named}" is the name of {len(found)} people in the sheet.', _FOLLOWS,
                "use the e-mail address instead.",
            )  # fmt: skip
        near = get_close_matches(_plain(named), self._known, n=1)
        meant = self.people[min(self._known[near[0]])].name if near else ""
        raise SheetError(
            place,
            f'nobody in the sheet is called "{named}".',
            _FOLLOWS,
            f'did you mean "{meant}"?' if meant else "correct the name, or write reject in that line.",
        )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _settled(was: Conflict, line: DecisionLine, finder: _Finder) -> Conflict:
    """Decide on one proposal, with the other person corrected where the line names another."""
    strength = line.strength or was.strength
    one = was.model_copy(update={"decision": line.decision, "strength": strength})
    if line.decision is Decision.REJECT:
        return one
    stands = finder.people[was.b].name if was.b else ""
    changed = line.b if line.b and line.b != was.b else ""
    renamed = line.b_name if line.b_name and _plain(line.b_name) != _plain(stands) else ""
    named = changed or renamed
    if not named:
        if was.resolved or line.decision is Decision.PENDING:
            return one
        raise SheetError(
            line.place,
            f"{line.decision} is written there, and nobody is named in column b.",
            _FOLLOWS,
            "write a name or an e-mail address from the sheet into column b, or write reject.",
        )
    other = finder.find(named, line.place)
    if other is None:
        return one.model_copy(update={"trouble": "held", "b": "", "resolved": False})
    _insist_on_two(was.a, other.id, line)
    return one.model_copy(
        update={
            "b": other.id, "kind": ConflictKind.PERSON, "resolved": True, "sure": 100, "trouble": "", "candidates": (),
        }
    )  # fmt: skip


def _added(line: DecisionLine, finder: _Finder) -> Conflict:
    """Make a conflict of a pair that the facilitator added."""
    both = []
    for named in (line.a or line.a_name, line.b or line.b_name):
        if not named:
            raise SheetError(
                line.place,
                "names only one person." if line.a or line.a_name or line.b or line.b_name else "names nobody.",
                _FOLLOWS,
                "name two people of the sheet in columns a and b, or write reject.",
            )
        both.append(finder.find(named, line.place))
    first, second = both
    known = first or second
    if known is None:
        raise SheetError(line.place, "names two people who are held.", _FOLLOWS, "write reject in that line.")
    shared = {"row": known.row, "why": "added", "strength": line.strength or Strength.MUST, "decision": line.decision}
    if first is None or second is None:
        return Conflict(a=known.id, trouble="held", resolved=False, **shared)
    _insist_on_two(first.id, second.id, line)
    return Conflict(a=first.id, b=second.id, resolved=True, **shared)


def _insist_on_two(a: str, b: str, line: DecisionLine) -> None:
    if a == b:
        raise SheetError(line.place, "names the same person twice.", _FOLLOWS, "name two people of the sheet.")
