"""The public names exist, are sorted and suffice."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import ok_match
from ok_match.cli.app import app

PACKAGE = Path(ok_match.__file__).parent
#: The private names that the command line imports, and why a Python program does without them.
BESIDE = {
    "render.CHECK_FORMATS": "names the formats in a message before any work is done; to_text does so later",
    "render.EXPLAIN_FORMATS": "as above",
    "render.FORMATS": "as above",
    "render.THEME_FORMATS": "as above",
    "render.document": "sets a result for a screen",
    "render.predicament_words": "words an error, which carries its data",
    "render.standing_question": "asks a question",
    "render.terminal": "sets a result for a screen",
}
COMMANDS = {command.name: inspect.getmodule(command.callback) for command in app.registered_commands}


def imported_by(source: str) -> set[str]:
    """The names that a module imports from ok_match at run time: public ones as they are, others with their folder."""
    tree = ast.parse(source)
    typing = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    return {
        f"{node.module}.{alias.name}".removeprefix("ok_match.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and id(node) not in typing and (node.module or "").startswith("ok_match")
        for alias in node.names
    } - {"__version__"}


def as_written(name: str) -> tuple[bool, bool, str]:
    """The names in order: constants, classes, functions, each alphabetically."""
    return not name.isupper(), name.islower(), name


def test_public_names_are_sorted_and_each_exists() -> None:
    assert ok_match.__all__ == sorted(ok_match.__all__, key=as_written)
    for name in ok_match.__all__:
        assert getattr(ok_match, name).__doc__, name


def test_every_package_lists_its_names_sorted_as_they_are() -> None:
    for folder in ("model", "intake", "similarity", "rules", "partition", "explain", "render", "seating", "season"):
        package = importlib.import_module(f"ok_match.{folder}")
        assert list(package.__all__) == sorted(package.__all__, key=as_written)
        assert all(hasattr(package, name) for name in package.__all__)


def test_no_name_that_is_loaded_late_is_hidden_by_a_module_of_its_package() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        package = importlib.import_module(".".join(("ok_match", *path.relative_to(PACKAGE).parent.parts)))
        if hasattr(package, "__getattr__"):
            inside = {entry.stem for entry in path.parent.iterdir() if entry.suffix == ".py" or entry.is_dir()}
            assert not inside & set(package.__all__), package.__name__


def test_an_unknown_name_is_refused() -> None:
    assert not hasattr(ok_match, "nonsense")


def test_every_command_has_help_with_an_example() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert "Example: ok-match " in (command.callback.__doc__ or "")


@pytest.mark.parametrize("path", sorted(Path(ok_match.__file__).parent.glob("cli/**/*.py")), ids=lambda path: path.stem)
def test_the_command_line_can_do_nothing_that_python_cannot(path: Path) -> None:
    for name in imported_by(path.read_text("utf-8")) - set(ok_match.__all__):
        assert name in BESIDE or name.split(".")[0] in BESIDE, f"{path.name} uses {name}, which is not public"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_does_its_work_by_public_names(command: str) -> None:
    assert imported_by(inspect.getsource(COMMANDS[command])) & set(ok_match.__all__)


def test_every_exception_for_a_private_name_is_needed() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(ok_match.__file__).parent.glob("cli/**/*.py"))
    assert all(name.split(".")[-1] in source for name in BESIDE if "." in name)


def test_the_check_itself_would_notice() -> None:
    code = "from ok_match import match\nfrom ok_match.rules import CARDS\n"
    code += "if TYPE_CHECKING:\n    from ok_match.model import Correction\n"
    assert imported_by(code) == {"match", "rules.CARDS"}
