"""The file of proposed conflicts, as the facilitator decided on them: read back, and applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ok_match.errors import SheetError
from ok_match.model import Conflict, ConflictKind, Decision, DecisionLine, Finder, Participant, Strength

from .table import rows_of

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
    """The lines of a file of decisions, in any format that a sheet may have; empty lines are passed over.

    Raises
    ------
    SheetError
        If the file is no such list, or holds a decision or strength that does not exist.
    """
    rows = rows_of(data, name, NEEDED, _FOLLOWS, "ok-match check SHEET --conflicts FILE.csv")
    filled = ("decision", "a", "b", "a_name", "b_name", "key")
    return tuple(_line(cells, place) for place, cells in rows if any(cells.get(column) for column in filled))


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
    conflicts: Sequence[Conflict], lines: Iterable[DecisionLine], people: Sequence[Participant], finder: Finder
) -> tuple[Conflict, ...]:
    """The conflicts after decisions: accepted, softened, rejected or corrected, and pairs added.

    A proposal that no line is about stands as it was proposed.

    Parameters
    ----------
    finder : Finder
        Finds the ``people`` whom a line names; its positions are theirs.

    Raises
    ------
    SheetError
        If a line names nobody in the sheet, or asks to act on a proposal without saying whom it means.
    """
    names = _Names(people, finder)
    proposed = {conflict.key: conflict for conflict in conflicts}
    decided: dict[str, list[Conflict]] = {}
    added: list[Conflict] = []
    for line in lines:
        if line.key in proposed:
            decided.setdefault(line.key, []).append(_settled(proposed[line.key], line, names))
        elif line.decision is not Decision.REJECT:
            added.append(_added(line, names))
    kept = [conflict for key, was in proposed.items() for conflict in decided.get(key, [was])]
    return tuple(sorted([*kept, *added], key=lambda c: (c.a, not c.sentence, c.sentence, c.mention, c.b)))


class _Names:
    """People as the lines of a file name them."""

    def __init__(self, people: Sequence[Participant], finder: Finder) -> None:
        self._people = people
        self._finder = finder
        self.by_id = {person.id: person.name for person in people}

    def find(self, named: str, place: str) -> Participant | None:
        """The person named; ``None`` for somebody who is held, and not placed anyway."""
        answer = self._finder.look_up(named)
        if len(answer.people) == 1:
            return self._people[answer.people[0]]
        if answer.people:
            raise SheetError(
                place,
                f'"{named}" is the name of {len(answer.people)} people in the sheet.',
                _FOLLOWS,
                "use the e-mail address instead.",
            )
        if answer.held:
            return None
        raise SheetError(
            place,
            f'nobody in the sheet is called "{named}".',
            _FOLLOWS,
            f'did you mean "{answer.near[0]}"?' if answer.near else "correct the name, or write reject in that line.",
        )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _settled(was: Conflict, line: DecisionLine, names: _Names) -> Conflict:
    """One proposal as decided, with the other person corrected where the line names another."""
    strength = line.strength or was.strength
    decided = was.model_copy(update={"decision": line.decision, "strength": strength})
    if line.decision is Decision.REJECT:
        return decided
    stands = names.by_id[was.b] if was.b else ""
    changed = line.b if line.b and line.b != was.b else ""
    renamed = line.b_name if line.b_name and _plain(line.b_name) != _plain(stands) else ""
    named = changed or renamed
    if not named:
        if was.resolved or line.decision is Decision.PENDING:
            return decided
        raise SheetError(
            line.place,
            f"{line.decision} is written there, and nobody is named in column b.",
            _FOLLOWS,
            "write a name or an e-mail address from the sheet into column b, or write reject.",
        )
    other = names.find(named, line.place)
    if other is None:
        return decided.model_copy(update={"trouble": "held", "b": "", "resolved": False})
    _insist_on_two(was.a, other.id, line)
    return decided.model_copy(
        update={
            "b": other.id, "kind": ConflictKind.PERSON, "resolved": True, "sure": 100, "trouble": "", "candidates": (),
        }
    )  # fmt: skip


def _added(line: DecisionLine, names: _Names) -> Conflict:
    """The conflict of a pair that the facilitator added."""
    both = []
    for named in (line.a or line.a_name, line.b or line.b_name):
        if not named:
            raise SheetError(
                line.place,
                "names only one person." if line.a or line.a_name or line.b or line.b_name else "names nobody.",
                _FOLLOWS,
                "name two people of the sheet in columns a and b, or write reject.",
            )
        both.append(names.find(named, line.place))
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
