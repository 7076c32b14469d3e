"""The structure of the package: who may import whom, and where each library lives."""

import ast
from pathlib import Path

import pytest

import ok_match

SOURCE = Path(__file__).parents[2] / "src" / "ok_match"
STAGES = ("intake", "mentions", "sectors", "similarity", "rules", "partition", "explain", "render")
#: Folder: the folders of the package that it may import from, besides itself.
ALLOWED = {
    "model": {"errors"},
    **{stage: {"model", "errors"} for stage in STAGES},
    "seating": {"model", "errors", "similarity", "rules", "partition", "explain"},
    "matching.py": {"model", "errors", "intake", "mentions", "sectors", "similarity", "rules", "seating"},
    "season": {"model", "errors", "mentions", "similarity", "rules", "explain", "seating"},
    "cli": {"render"},
    "errors.py": set(),
    "__init__.py": {
        "errors",
        "matching",
        "model",
        "season",
        "seating",
        "intake",
        "mentions",
        "similarity",
        "rules",
        "render",
    },
    "__main__.py": {"cli"},
}
#: Library: the folders and top-level modules that may import it.
HOMES = {
    "pandas": {"intake"},
    "python_calamine": {"intake"},
    "sklearn": {"similarity"},
    "numba": {"partition"},
    "onnxruntime": {"similarity"},
    "tokenizers": {"similarity"},
    "joblib": {"partition", "similarity"},
    "networkx": {"partition"},
    "platformdirs": {"similarity"},
    "rich": {"render", "cli"},
    "typer": {"cli"},
    "click": set(),
    "numpy": {
        "similarity",
        "rules",
        "partition",
        "model",
        "seating",
    },
    "pydantic": {"model", "rules", "season"},
}
MODULES = sorted(SOURCE.rglob("*.py"))


def home(path: Path) -> str:
    """The folder of the package that a module is in, or the module itself at the top level."""
    return path.relative_to(SOURCE).parts[0]


def imported(path: Path) -> set[str]:
    """The modules that a module imports, those of the package as ``ok_match.folder``."""
    package = ["ok_match", *path.relative_to(SOURCE).parts[:-1]]
    modules = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module.split(".") if node.module else [])]
            if node.module and (len(module) > 1 or not node.level):
                modules.add(".".join(module))
            modules.update(".".join([*module, alias.name]) for alias in node.names if module == ["ok_match"])
    return modules


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    mine = home(path)
    for name in imported(path):
        first, _, rest = name.partition(".")
        if first == "ok_match" and rest in {*ok_match.__all__, "__version__"}:
            assert mine == "cli", f"{mine} imports {name} by its public name"
        elif first == "ok_match" and rest:
            theirs = rest.split(".")[0]
            assert theirs == mine or theirs in ALLOWED[mine], f"{mine} imports {name}"
        elif first in HOMES:
            assert mine in HOMES[first], f"{mine} imports {first}"


def test_every_folder_has_its_rule() -> None:
    assert {home(path) for path in MODULES} == set(ALLOWED)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_stay_small_and_well_named(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "helpers", "common", "manager", "misc", "globals"}


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda path: path.name)
def test_a_folder_holds_few_enough_files_to_take_in_at_a_glance(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= 14


def test_the_order_of_the_stages_fits_on_one_page() -> None:
    assert len((SOURCE / "matching.py").read_text("utf-8").splitlines()) <= 120


def test_the_check_itself_would_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.architecture.test_layers.SOURCE", tmp_path)
    (tmp_path / "intake").mkdir()
    bad = tmp_path / "intake" / "bad.py"
    bad.write_text("from ok_match.render import report\nfrom ..partition import solve\nimport networkx\n")
    assert {"ok_match.render", "ok_match.partition", "networkx"} <= imported(bad)
