"""Conflicts in words: who is kept apart from whom, why, and what could not be told. For the facilitator only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ok_match.model import Conflict, ConflictKind, Decision, Strength
from ok_match.render.document import Block, Entries, Line, Lines, Section, Strong

from .phrases import Names, count, listed, quoted

#: How two people are bound, by the code of it.
BONDS = {
    "asked": "asked for it",
    "added": "added by you",
    "court": "a legal dispute",
    "ex-spouse": "once a couple",
    "former-partner": "once business partners",
    "former-colleague": "once worked for one another",
    "hierarchy": "one works for the other",
    "spouse": "a couple",
    "family": "relatives",
    "competitor": "competitors",
    "falling-out": "bad terms",
    "landlord": "landlord and tenant",
    "debt": "money is owed",
    "adviser": "professional adviser and client",
    "customer": "customer and supplier",
    "board": "board or funding ties",
    "partner": "business partners",
    "friend": "know each other well",
    "same-employer": "the same organisation",
    "same-domain": "the same e-mail domain",
}
#: Why nobody could be told, by the code of it.
TROUBLES = {
    "nobody-of-that-name": "nobody of that name is in the sheet",
    "nobody-of-that-kind": "nobody else of that kind is in the sheet",
    "several-people": "several people may be meant",
    "many-people": "too many people are of that kind to be kept apart one by one; a rule one_per or at_most can do it",
    "nobody-named": "it does not say who",
    "role-unnamed": "it names a role and no person",
    "too-long": "the answer is too long to be read to its end",
    "held": "that person is held, and not placed",
}
HOW = "To decide, write them to a file: ok-match check SHEET --conflicts conflicts.csv, and match with --conflicts."


def state(one: Conflict) -> str:
    """Say what is made of a conflict, in a word or two."""
    if one.decision is Decision.REJECT:
        return "rejected by you"
    if not one.resolved:
        return "not resolved"
    if one.acts_as is Strength.OFF:
        return "kept apart by the rule same_organisation" if one.kind is ConflictKind.EMPLOYER else "not acted upon"
    firm = "never together" if one.acts_as is Strength.MUST else "apart if possible"
    return {
        Decision.ACCEPT: f"{firm}, accepted by you",
        Decision.SOFTEN: f"{firm}, softened by you",
        Decision.PENDING: firm if one.why == "added" else f"{firm}, unless you reject it",
    }[one.decision]


def reason(one: Conflict, names: Names) -> str:
    """Say why two people should be apart, or why it cannot be told who is meant."""
    bond = BONDS.get(one.why, one.why)
    if one.resolved or not one.trouble:
        return f"{bond} ({one.mention})" if one.kind is ConflictKind.DOMAIN else bond
    trouble = TROUBLES.get(one.trouble, one.trouble)
    told = f"{trouble}; it may be {names_of(one.candidates, names)}" if one.candidates else trouble
    return told if one.why == "asked" else f"{bond}; {told}"


def names_of(ids: Sequence[str], names: Names) -> str:
    """List a few people, and how many more there are."""
    shown = [names[one] for one in ids[:5]]
    return listed([*shown, f"{len(ids) - 5} more"], "or") if len(ids) > 5 else listed(shown, "or")


def conflict_entry(one: Conflict, names: Names) -> tuple[Line, tuple[Line, ...]]:
    """Tell one conflict: who, what is made of it and why, and the sentence that it was read from."""
    who: Line = (Strong(names[one.a]), " and ", Strong(names[one.b])) if one.b else (Strong(names[one.a]),)
    said: tuple[Line, ...] = ((f"Row {one.row}: ", quoted(one.sentence)),) if one.sentence else ()
    sure = f"; {one.sure} % sure" if one.resolved and one.why != "added" else ""
    return (*who, f": {state(one)}; {reason(one, names)}{sure}"), said


def conflict_section(
    conflicts: Sequence[Conflict], names: Names, together: Callable[[str, str], str] = lambda _a, _b: ""
) -> Section | None:
    """Word all conflicts of a sheet; ``together`` gives the cohort that two people share, if they do."""
    kept = [one for one in conflicts if one.acts_as is not Strength.OFF]
    unresolved = [one for one in conflicts if one.open]
    rest = [one for one in conflicts if one.acts_as is Strength.OFF and not one.open]
    if not conflicts:
        return None
    blocks: list[Block] = [Lines(((HOW,),))]
    for title, group in (("Kept apart", kept), ("Not resolved, and not acted upon", unresolved), ("Left alone", rest)):
        if group:
            blocks.append(Entries(title, tuple(_seated(one, names, together) for one in group)))
    tally = f"{count(len(kept), 'pair')} kept apart, {len(unresolved)} not resolved"
    return Section("Conflicts", tally, tuple(blocks))


def _seated(one: Conflict, names: Names, together: Callable[[str, str], str]) -> tuple[Line, tuple[Line, ...]]:
    title, said = conflict_entry(one, names)
    where = together(one.a, one.b) if one.b and one.acts_as is not Strength.OFF else ""
    return title, (*said, (f"They sit together all the same, in cohort {where}.",)) if where else said


def asked_lines(conflicts: Iterable[Conflict], people: Iterable[str], person: str, names: Names) -> tuple[Line, ...]:
    """Say who asked that a person (or any two of ``people``) be kept apart, and in what words."""
    among = set(people)
    return tuple(
        (_asked(one, names), quoted(one.sentence)) if one.sentence else (_asked(one, names).removesuffix(": ") + ".",)
        for one in conflicts
        if one.acts_as is not Strength.OFF and {one.a, one.b} <= among and (not person or person in (one.a, one.b))
    )


def _asked(one: Conflict, names: Names) -> str:
    if one.why in ("added", "same-domain", "same-employer"):
        return f"{names[one.a]} and {names[one.b]}: {BONDS[one.why]}: "
    bond = f" ({BONDS.get(one.why, one.why)})" if one.why != "asked" else ""
    return f"{names[one.a]} asked to be kept apart from {names[one.b]}{bond}, in row {one.row}: "
