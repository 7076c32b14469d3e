"""What the people of a sheet work in, in words, and which of it is a guess."""

from __future__ import annotations

from collections import Counter

from ok_match.model import Intake, OrganisationKind
from ok_match.render.document import Line, Strong
from ok_match.render.words.crossing import sector_name, work_name
from ok_match.render.words.phrases import quoted

#: The most guesses listed; the file that ``--sectors`` writes has all of them.
MOST_GUESSES = 12


def work_entries(intake: Intake) -> list[tuple[Line, tuple[Line, ...]]]:
    """The sectors of the sheet, and every one that is a guess."""
    known = Counter(person.work.sector for person in intake.participants if person.work.sector)
    if not known:
        return []
    most = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    charities = sum(person.work.kind is OrganisationKind.NONPROFIT for person in intake.participants)
    sectors = ", ".join(f"{sector_name(sector)} ({number})" for sector, number in most)
    entries: list[tuple[Line, tuple[Line, ...]]] = [((f"Sectors: {sectors}",), ())]
    if charities:
        entries.append(((f"Nonprofits: {charities}",), ()))
    unsure = [person for person in intake.participants if person.work.unsure]
    for person in sorted(unsure, key=lambda person: (person.work.sure, person.row))[:MOST_GUESSES]:
        work = person.work
        guess = f" could be {work_name(work)} ({work.sure}% sure)." if work.sector else " tells no sector."
        entries.append(((Strong(person.name), f" (row {person.row}): ", quoted(work.text), guess), ()))
    if len(unsure) > MOST_GUESSES:
        entries.append(((f"{len(unsure) - MOST_GUESSES} more are unsure.",), ()))
    if unsure:
        advice = "Try: correct them in the file that --sectors FILE.csv writes, or under [sectors] in the program."
        entries[-1] = (entries[-1][0], ((advice,),))
    return entries
