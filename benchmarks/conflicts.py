"""How well conflicts are read from prose; prints a table.

    python benchmarks/conflicts.py [--folder FOLDER] [--wrong]

The folder holds ``people.tsv`` and ``sentences.tsv``: who wrote what in which column, and what a facilitator reads
in it: ``id:strength`` for each person to be kept apart, ``?`` for somebody who cannot be told, or ``nobody``. The
one beside this script was written down before the code that reads it, and nothing was fitted on it.
"""

import argparse
import csv
from pathlib import Path
from typing import NamedTuple

from ok_match.intake.conflicts import find_conflicts
from ok_match.model import Conflict, ConflictKind, Facet, Participant, Place, Statement, Trait

HERE = Path(__file__).parent


class Case(NamedTuple):
    """One answer and what is to be read in it."""

    speaker: str
    field: str
    answer: str
    people: dict[str, str]
    unresolved: bool


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table with tabs, in which a quotation mark is only that."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cast(folder: Path) -> list[Participant]:
    """Give the people of a folder, without their answers."""
    return [
        Participant(
            id=row["id"],
            name=row["name"],
            organisation=row["organisation"],
            industry=row["industry"],
            email=f"{row['id']}@people.example",
            row=number,
            traits=tuple(
                Trait(name=name, values=(row[name],), place=Place(row=number, column=name))
                for name in ("role", "town")
                if row.get(name)
            ),
        )
        for number, row in enumerate(rows(folder / "people.tsv"), 2)
    ]


def cases(folder: Path) -> list[Case]:
    """Give the answers of a folder."""
    found = []
    for row in rows(folder / "sentences.tsv"):
        marks = row["expected"].split()
        people = dict(mark.split(":") for mark in marks if ":" in mark)
        found.append(Case(row["speaker"], row["field"], row["answer"], people, "?" in marks))
    return found


def read(people: list[Participant], case: Case) -> list[Conflict]:
    """Read one answer in a sheet in which nobody else wrote anything."""
    said = [_saying(person, case) if person.id == case.speaker else person for person in people]
    shared = {ConflictKind.EMPLOYER, ConflictKind.DOMAIN}
    return [one for one in find_conflicts(said) if one.kind not in shared]


def _saying(person: Participant, case: Case) -> Participant:
    place = Place(row=person.row, column=case.field)
    if case.field in set(Facet):
        statement = Statement(facet=Facet(case.field), text=case.answer, place=place)
        return person.model_copy(update={"statements": (statement,)})
    trait = Trait(name=case.field, values=(case.answer,), place=place)
    return person.model_copy(update={"traits": (*person.traits, trait)})


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=HERE / "conflicts")
    parser.add_argument("--wrong", action="store_true", help="show what was read otherwise")
    arguments = parser.parse_args()
    people, answers = cast(arguments.folder), cases(arguments.folder)
    wanted = proposed = right = firm = listed = to_list = silent = quiet = exact = 0
    for case in answers:
        found = read(people, case)
        pairs = {one.b: one.strength.value for one in found if one.resolved}
        open_ = any(not one.resolved for one in found)
        both = pairs.keys() & case.people.keys()
        wanted += len(case.people)
        proposed += len(pairs)
        right += len(both)
        firm += sum(pairs[one] == case.people[one] for one in both)
        to_list += case.unresolved
        listed += case.unresolved and open_
        nobody = not case.people and not case.unresolved
        quiet += nobody
        silent += nobody and not found
        same = pairs == case.people and open_ == case.unresolved
        exact += same
        if arguments.wrong and not same:
            print(f"{case.speaker} | {case.field} | {case.answer}\n   wanted {case.people} {'?' * case.unresolved}")
            for one in found:
                who = f"{one.b or '?'}:{one.strength} {one.why} {one.trouble} {one.sure} {one.candidates}"
                print(f"   read   {who} “{one.mention}”")
    print(f"answers                          {len(answers)}")
    print(f"read exactly so                  {exact} of {len(answers)}")
    print(f"pairs: precision                 {right} of {proposed}")
    print(f"pairs: recall                    {right} of {wanted}")
    print(f"strength, of the pairs found     {firm} of {right}")
    print(f"cannot be told: listed           {listed} of {to_list}")
    print(f"nobody meant: nothing proposed   {silent} of {quiet}")


if __name__ == "__main__":
    main()
