"""The words for why somebody is held."""

from ok_match.model.sheets.problems import PROBLEMS
from ok_match.render.words.sheet.problems import HELD_FOR


def test_every_problem_that_holds_somebody_has_words_for_it() -> None:
    holding = {code for code, kind in PROBLEMS.items() if "is held, not placed" in kind.message}
    assert len(holding) > 10
    assert holding <= set(HELD_FOR)


def test_no_words_are_for_a_problem_that_does_not_exist() -> None:
    assert set(HELD_FOR) <= set(PROBLEMS)
