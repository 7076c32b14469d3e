import pytest

from ok_match import ENGINES, Options


def test_every_engine_is_an_option() -> None:
    assert [Options(engine=engine).engine for engine in ENGINES] == list(ENGINES)


@pytest.mark.parametrize("wrong", [{"engine": "guesswork"}, {"seed": -1}, {"alternatives": -1}, {"take": -2}])
def test_an_option_that_is_not_possible_is_refused_at_once(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"engine|0 or more"):
        Options(**wrong)  # type: ignore[arg-type]
