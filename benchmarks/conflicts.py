"""How well conflicts are read from prose; prints a table.

    python -m benchmarks.conflicts [--folder FOLDER] [--wrong]

The folder holds ``people.tsv`` and ``sentences.tsv``: who wrote what in which column, and what a facilitator reads
in it: ``id:strength`` for each person to be kept apart, ``?`` for somebody who cannot be told, or ``nobody``. The
one beside this script was written down before the code that reads it, and nothing was fitted on it.
"""

import argparse
from pathlib import Path

from tests.mentions.conflict_cases import cases, cast, read

HERE = Path(__file__).parent


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=HERE / "conflicts")
    parser.add_argument("--wrong", action="store_true", help="show what was read otherwise")
    arguments = parser.parse_args()
    people, answers = cast(arguments.folder), cases(arguments.folder)
    wanted = proposed = right = firm = listed = to_list = silent = quiet = exact = lost = 0
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
        lost += not nobody and not found
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
    print(f"somebody meant, nothing told     {lost} of {len(answers) - quiet}")
    print(f"nobody meant: nothing proposed   {silent} of {quiet}")


if __name__ == "__main__":
    main()
