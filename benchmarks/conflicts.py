"""How well conflicts are read from prose; prints a table.

    python -m benchmarks.conflicts [--folder FOLDER] [--wrong]

The folder holds ``people.tsv`` and ``sentences.tsv``. A sentence has its speaker, its column, and what a facilitator
reads in it: ``id:strength`` for each person to be kept apart, ``?`` for somebody who cannot be identified, or
``nobody``. The set beside this script was written before the code that reads it, and nothing was fitted on it.
"""

import argparse
from pathlib import Path

from tests.mentions.conflict_cases import cases, cast, read

HERE = Path(__file__).parent


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=HERE / "conflicts")
    parser.add_argument("--wrong", action="store_true", help="show the answers that were read differently")
    arguments = parser.parse_args()
    people, answers = cast(arguments.folder), cases(arguments.folder)
    wanted = proposed = right = firm = listed = to_list = silent = quiet = exact = lost = 0
    for case in answers:
        conflicts = read(people, case)
        pairs = {conflict.b: conflict.strength.value for conflict in conflicts if conflict.resolved}
        open_ = any(not conflict.resolved for conflict in conflicts)
        both = pairs.keys() & case.people.keys()
        wanted += len(case.people)
        proposed += len(pairs)
        right += len(both)
        firm += sum(pairs[person] == case.people[person] for person in both)
        to_list += case.unresolved
        listed += case.unresolved and open_
        nobody = not case.people and not case.unresolved
        quiet += nobody
        silent += nobody and not conflicts
        lost += not nobody and not conflicts
        same = pairs == case.people and open_ == case.unresolved
        exact += same
        if arguments.wrong and not same:
            print(f"{case.speaker} | {case.field} | {case.answer}\n   wanted {case.people} {'?' * case.unresolved}")
            for conflict in conflicts:
                who = f"{conflict.b or '?'}:{conflict.strength} {conflict.why} {conflict.trouble}"
                print(f"   read   {who} {conflict.sure} {conflict.candidates} “{conflict.mention}”")
    print(f"answers                          {len(answers)}")
    print(f"read exactly as intended         {exact} of {len(answers)}")
    print(f"pairs: precision                 {right} of {proposed}")
    print(f"pairs: recall                    {right} of {wanted}")
    print(f"pairs as firm as intended        {firm} of {right}")
    print(f"cannot be resolved: listed       {listed} of {to_list}")
    print(f"somebody meant: passed over      {lost} of {len(answers) - quiet}")
    print(f"nobody meant: nothing proposed   {silent} of {quiet}")


if __name__ == "__main__":
    main()
