"""A program may have its own themes; they are fitted once and cached."""

import subprocess
import sys
from pathlib import Path

import pytest

from ok_match import Program, ProgramError
from ok_match.model import ThemeEntry, ThemeList
from ok_match.similarity import guess_themes, theme_names
from ok_match.similarity.themes.refit import shipped_examples
from ok_match.similarity.themes.theme_space import shipped_themes
from tests.builders import participant
from tests.conftest import SAMPLES

HORSES = ThemeEntry(
    name="Horses in the parade",
    phrases=(
        "our horses shy at the brass band",
        "find calm ponies for the parade",
        "the parade marshal wants hay bales",
    ),
)
HENS = ThemeEntry(name="Keeping hens", phrases=("the hens stopped laying", "build a coop", "a fox got into the run"))


@pytest.fixture(autouse=True)
def _cache_of_this_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cache folder, so that fits do not reach that of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))


def test_every_shipped_example_has_a_shipped_theme() -> None:
    keys = {theme["key"] for theme in shipped_themes()}
    used = {key for key, _ in shipped_examples()}
    assert used - {""} == keys


def test_themes_that_replace_the_list_are_the_only_ones() -> None:
    own = ThemeList(replace=True, themes=(HORSES, HENS))
    assert theme_names(own) == ("Horses in the parade", "Keeping hens")
    (guess,) = guess_themes((participant("A", goals="get ponies that like trombones"),), own)
    assert guess.guesses[0].theme == "Horses in the parade"
    assert len(guess.guesses) == 2


def test_a_single_theme_can_be_fitted() -> None:
    own = ThemeList(replace=True, themes=(HENS,))
    hens, thanks = guess_themes(
        (participant("A", goals="a new coop"), participant("B", goals="many thanks to all")), own
    )
    assert hens.guesses[0].theme == thanks.guesses[0].theme == "Keeping hens"
    assert theme_names(own) == ("Keeping hens",)


def test_a_cached_fit_is_loaded_without_the_library_that_made_it(tmp_path: Path) -> None:
    own = ThemeList(replace=True, themes=(HORSES, HENS))
    first = guess_themes((participant("A", goals="a fox again"),), own)
    assert len(list((tmp_path / "cache" / "ok-match").glob("themes-*.npz"))) == 1
    code = (
        "import sys\n"
        "from ok_match.model import ThemeList\n"
        "from ok_match.similarity import theme_names\n"
        f"theme_names(ThemeList.model_validate_json({own.model_dump_json()!r}))\n"
        "sys.exit('sklearn' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
    assert guess_themes((participant("A", goals="a fox again"),), own) == first


def test_a_program_names_its_list_of_themes_by_file(tmp_path: Path) -> None:
    (tmp_path / "themes.toml").write_text(
        "replace = true\n[[themes]]\nname = 'Hens'\nphrases = ['a coop', 'a fox', 'eggs']\n", "utf-8"
    )
    program = Program.from_toml("themes = 'themes.toml'", read=lambda name: (tmp_path / name).read_text("utf-8"))
    assert program.themes is not None
    assert program.themes.themes[0].name == "Hens"


def test_too_few_phrases_are_refused_with_the_theme_named() -> None:
    with pytest.raises(ProgramError, match="phrases"):
        Program.from_toml("themes = 't.toml'", read=lambda _: "[[themes]]\nname = 'Hens'\nphrases = ['a coop']\n")


def test_the_command_line_reads_the_list_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "hens.toml").write_text(
        "replace = true\n[[themes]]\nname = 'Hens'\nphrases = ['a coop', 'a fox', 'eggs']\n", "utf-8"
    )
    (tmp_path / "program.toml").write_text("themes = 'hens.toml'\n", "utf-8")
    command = [sys.executable, "-m", "ok_match", "themes", str(SAMPLES / "hand-kept.csv"), "-p"]
    done = subprocess.run(  # noqa: S603
        [*command, str(tmp_path / "program.toml")], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "Hens" in done.stdout
