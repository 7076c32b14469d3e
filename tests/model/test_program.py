"""What a program may contain, and the errors for anything else."""

import pytest
from pydantic import ValidationError

from ok_match import Program, ProgramError
from ok_match.model import Strength
from ok_match.rules import complete


def test_an_empty_program_has_the_standing_rules() -> None:
    program = complete(Program.from_toml(""))
    assert program.cohorts is None
    assert (program.sizes.min, program.sizes.max) == (6, 10)
    assert [(rule.rule, rule.strength) for rule in program.rules] == [
        ("same_organisation", Strength.MUST),
        ("meeting_slot", Strength.MUST),
        ("industry_spread", Strength.SHOULD),
        ("nobody_stranded", Strength.SHOULD),
    ]
    assert Program.from_toml("") == Program()


def test_a_whole_program_is_read() -> None:
    program = Program.from_toml(
        """
        name = "Circles"
        season = "autumn"
        cohorts = { min = 7, max = 9, target = 8 }
        weights = { goals = 5, themes = 0 }
        columns = { goals = ["Goals", "Dreams"], name = "Who?", ignore = ["Shoe size"] }
        [[rules]]
        rule = "apart"
        people = ["Ana", "Bo"]
        why = "competitors"
        """
    )
    assert (program.cohorts.target, program.weights.goals, program.weights.themes) == (8, 5, 0)
    assert program.columns["goals"] == ("Goals", "Dreams")
    apart = program.rules[0]
    assert (apart.rule, apart.why, apart.arguments) == ("apart", "competitors", {"people": ["Ana", "Bo"]})


def test_a_rule_in_the_program_replaces_the_standing_one() -> None:
    program = complete(Program.from_toml('[[rules]]\nrule = "meeting_slot"\nstrength = "off"'))
    assert [rule.strength for rule in program.rules if rule.rule == "meeting_slot"] == [Strength.OFF]
    assert len(program.rules) == len(complete(Program()).rules)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cohorts", "is not valid TOML"),
        ('name = "a\n', "is not valid TOML"),
        ("[cohort]\nmin = 3", '"cohort" is not a key.*did you mean "cohorts"'),
        ("[cohorts]\nmni = 3", '"cohorts mni" is not a key.*did you mean "min"'),
        ("shoe_size = 42", '"shoe_size" is not a key.*The keys here are: .*cohorts.*rules'),
        ("[cohorts]\nmin = 1", "cohorts min: .*greater than or equal to 2, got 1"),
        ("[cohorts]\nmin = 9\nmax = 7", r"min \(9\) is larger than max \(7\)"),
        ("[cohorts]\nmin = 6\nmax = 8\ntarget = 9", r"target \(9\) is not between min \(6\) and max \(8\)"),
        ("[cohorts]\ncount = 0", "cohorts count: .*greater than or equal to 1, got 0"),
        ('[cohorts]\nmin = "six"', "cohorts min: .*valid integer.*got 'six'"),
        ("[weights]\ngoals = -1", "weights goals: .*got -1"),
        ("[weights]\ngoals = 1001", "weights goals: .*got 1001"),
        ('[[rules]]\nstrength = "must"', '"rules 1 rule" is missing'),
        ('[[rules]]\nrule = "apart"\n[[rules]]\nrule = "seat"\nstrength = "maybe"', "rules 2 strength: .*got 'maybe'"),
        ('[[rules]]\nrule = "industry_spread"\nweight = 5000', "rules 1 weight: .*got 5000"),
        ("rules = 3", "rules: .*got 3"),
        ("name = 3", "name: .*valid string, got 3"),
    ],
)
def test_an_invalid_program_is_rejected_with_its_fault(text: str, message: str) -> None:
    with pytest.raises(ProgramError, match=message) as caught:
        Program.from_toml(text, "program.toml")
    assert caught.value.where == "program.toml"
    assert caught.value.follows == "Nothing was matched."
    assert caught.value.advice


def test_the_key_in_an_error_is_one_in_the_file() -> None:
    with pytest.raises(ProgramError, match="columns goals: "):
        Program.from_toml("[columns]\ngoals = 0")


def test_a_program_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Program().name = "another"
