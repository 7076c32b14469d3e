"""Conflicts in words: who is kept apart from whom, why, and what is unclear. For the facilitator only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ok_match.model import Conflict, ConflictKind, Decision, Strength
from ok_match.render.document import Block, Entries, Line, Lines, Section, Strong

from .phrases import Names, count, listed, quoted

#: How two people are connected, by its code.
BONDS = {
    "asked": "asked for it",
    "added": "added by you",
    "court": "a legal dispute",
    "ex-spouse": "formerly a couple",
    "former-partner": "once business partners",
    "former-colleague": "former colleagues",
    "hierarchy": "one works for the other",
    "spouse": "a couple",
    "family": "relatives",
    "competitor": "competitors",
    "falling-out": "on bad terms",
    "landlord": "landlord and tenant",
    "debt": "one owes the other money",
    "adviser": "professional adviser and client",
    "customer": "customer and supplier",
    "board": "board or funding ties",
    "partner": "business partners",
    "friend": "know each other well",
    "same-employer": "the same organisation",
    "same-domain": "the same e-mail domain",
}
#: Why it is unclear who is meant, by its code.
TROUBLES = {
    "nobody-of-that-name": "nobody by that name is in the sheet",
    "nobody-of-that-kind": "nobody else of that kind is in the sheet",
    "several-people": "it could mean several people",
    "many-people": "too many people are of that kind to keep apart one by one; use the rule one_per or at_most",
    "nobody-named": "it does not say who",
    "role-unnamed": "it names a role, not a person",
    "unclear": "it does not say whether they should be kept apart",
    "too-long": "the answer is too long to read to the end",
    "no-such-code": "nobody in the sheet has that code",
    "held": "that person is held and not placed",
}
HOW = (
    "To decide on them, write a file with: ok-match check SHEET --conflicts conflicts.csv; then match with"
    " --conflicts conflicts.csv."
)


def state(conflict: Conflict) -> str:
    """What is done about a conflict, in a few words."""
    if conflict.decision is Decision.REJECT:
        return "rejected by you"
    if not conflict.resolved:
        return "not resolved"
    if conflict.acts_as is Strength.OFF:
        colleagues = conflict.kind is ConflictKind.EMPLOYER
        return "kept apart by the rule same_organisation" if colleagues else "not acted on"
    firm = "never together" if conflict.acts_as is Strength.MUST else "apart if possible"
    return {
        Decision.ACCEPT: f"{firm}, accepted by you",
        Decision.SOFTEN: f"{firm}, softened by you",
        Decision.PENDING: firm if conflict.why == "added" else f"{firm}, unless you reject it",
    }[conflict.decision]


def reason(conflict: Conflict, names: Names) -> str:
    """Why two people should be apart, or why it is unclear who is meant."""
    bond = BONDS.get(conflict.why, conflict.why)
    if conflict.resolved or not conflict.trouble:
        return f"{bond} ({conflict.mention})" if conflict.kind is ConflictKind.DOMAIN else bond
    trouble = TROUBLES.get(conflict.trouble, conflict.trouble)
    if conflict.candidates:
        trouble += f"; it may be {names_of(conflict.candidates, names)}"
    return trouble if conflict.why == "asked" else f"{bond}; {trouble}"


def names_of(ids: Sequence[str], names: Names) -> str:
    """The names of the first few people, and the number of the others."""
    shown = [names[person] for person in ids[:5]]
    return listed([*shown, f"{len(ids) - 5} more"], "or") if len(ids) > 5 else listed(shown, "or")


def conflict_entry(conflict: Conflict, names: Names) -> tuple[Line, tuple[Line, ...]]:
    """One conflict: the people, what is done and why, and the sentence that it was read from."""
    who: Line = (Strong(names[conflict.a]),)
    if conflict.b:
        who = (*who, " and ", Strong(names[conflict.b]))
    source: tuple[Line, ...] = ((f"Row {conflict.row}: ", quoted(conflict.sentence)),) if conflict.sentence else ()
    sure = f"; {conflict.sure}% sure" if conflict.resolved and conflict.why != "added" else ""
    return (*who, f": {state(conflict)}; {reason(conflict, names)}{sure}"), source


def conflict_section(
    conflicts: Sequence[Conflict], names: Names, together: Callable[[str, str], str] = lambda _a, _b: ""
) -> Section | None:
    """All conflicts of a sheet; ``together`` gives the cohort that two people share, or an empty text."""
    kept = [conflict for conflict in conflicts if conflict.acts_as is not Strength.OFF]
    unresolved = [conflict for conflict in conflicts if conflict.open]
    rest = [conflict for conflict in conflicts if conflict.acts_as is Strength.OFF and not conflict.open]
    if not conflicts:
        return None
    blocks: list[Block] = [Lines(((HOW,),))]
    for title, group in (("Kept apart", kept), ("Not resolved, and not acted on", unresolved), ("Left alone", rest)):
        if group:
            blocks.append(Entries(title, tuple(_seated(conflict, names, together) for conflict in group)))
    tally = f"{count(len(kept), 'pair')} kept apart, {len(unresolved)} not resolved"
    return Section("Conflicts", tally, tuple(blocks))


def _seated(conflict: Conflict, names: Names, together: Callable[[str, str], str]) -> tuple[Line, tuple[Line, ...]]:
    title, source = conflict_entry(conflict, names)
    where = together(conflict.a, conflict.b) if conflict.b and conflict.acts_as is not Strength.OFF else ""
    return title, (*source, (f"They sit together anyway, in cohort {where}.",)) if where else source


def asked_lines(conflicts: Iterable[Conflict], people: Iterable[str], person: str, names: Names) -> tuple[Line, ...]:
    """The conflicts among ``people``, or those of one ``person`` of them, each with the words of who asked."""
    among = set(people)
    asked = [
        conflict
        for conflict in conflicts
        if conflict.acts_as is not Strength.OFF
        and {conflict.a, conflict.b} <= among
        and (not person or person in (conflict.a, conflict.b))
    ]
    return tuple(
        (f"{_asked(conflict, names)}: ", quoted(conflict.sentence))
        if conflict.sentence
        else (f"{_asked(conflict, names)}.",)
        for conflict in asked
    )


def _asked(conflict: Conflict, names: Names) -> str:
    first, second = names[conflict.a], names[conflict.b]
    if conflict.why in ("added", "same-domain", "same-employer"):
        return f"{first} and {second}: {BONDS[conflict.why]}"
    bond = f" ({BONDS.get(conflict.why, conflict.why)})" if conflict.why != "asked" else ""
    return f"{first} asked to be kept apart from {second}{bond}, in row {conflict.row}"
