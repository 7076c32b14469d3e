"""What the people of a sheet work in, in words, and which of it is a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ok_match.model import Intake, OrganisationKind, Participant
from ok_match.render.document import Line, Strong
from ok_match.render.words.crossing import sector_name, work_name
from ok_match.render.words.phrases import quoted, some

#: The most guesses listed, and the most answers that tell nothing; the file that ``--sectors`` writes has all of them.
MOST_GUESSES = 12
#: The most nonprofits named.
MOST_NAMES = 20


def work_entries(intake: Intake) -> list[tuple[Line, tuple[Line, ...]]]:
    """The sectors of the sheet, every one that is a guess, and the answers that tell none."""
    people = intake.participants
    known = Counter(person.work.sector for person in people if person.work.sector)
    charities = sorted(person.name for person in people if person.work.kind is OrganisationKind.NONPROFIT)
    unsure = sorted((p for p in people if p.work.unsure), key=lambda p: (p.work.sure, p.row))
    entries: list[tuple[Line, tuple[Line, ...]]] = []
    if known:
        most = sorted(known.items(), key=lambda item: (-item[1], item[0]))
        sectors = ", ".join(f"{sector_name(sector)} ({number})" for sector, number in most)
        entries.append(((f"Sectors: {sectors}",), ()))
    if charities:
        entries.append(((f"Nonprofits ({len(charities)}): {some(charities, MOST_NAMES)}",), ()))
    entries += _listed([person for person in unsure if person.work.sector], "are unsure")
    entries += _listed([person for person in unsure if not person.work.sector], "tell no sector")
    if unsure:
        advice = "Try: correct them in the file that --sectors FILE.csv writes, or under [sectors] in the program."
        entries[-1] = (entries[-1][0], ((advice,),))
    return entries


def _listed(people: Sequence[Participant], what: str) -> list[tuple[Line, tuple[Line, ...]]]:
    """What the first of these people wrote, and what was made of it; the others are only counted."""
    entries: list[tuple[Line, tuple[Line, ...]]] = []
    for person in people[:MOST_GUESSES]:
        work = person.work
        guess = f" could be {work_name(work)} ({work.sure}% sure)." if work.sector else " tells no sector."
        entries.append(((Strong(person.name), f" (row {person.row}): ", quoted(work.text), guess), ()))
    if len(people) > MOST_GUESSES:
        entries.append(((f"{len(people) - MOST_GUESSES} more {what}.",), ()))
    return entries
