"""ok-match forms peer groups by common ground.

The public names, loaded when they are first used, so that importing the package loads no library.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import (
        ImpossibleError,
        LeftoverError,
        ModelError,
        OkMatchError,
        PredicamentError,
        ProgramError,
        RecordError,
        SheetError,
    )
    from .files import draft_program, open_program, open_record, open_sheet
    from .intake import read_corrections, read_decisions
    from .matching import check, guess_themes, match
    from .model import Intake, Program, Record, Sheet, Sizes
    from .render import conflict_table, to_text
    from .season import Reopened, read_record, reopen, with_history
    from .seating import Options
    from .similarity import open_model, theme_names

_HOMES = {
    "ImpossibleError": "errors",
    "Intake": "model",
    "LeftoverError": "errors",
    "ModelError": "errors",
    "OkMatchError": "errors",
    "Options": "seating",
    "PredicamentError": "errors",
    "Program": "model",
    "ProgramError": "errors",
    "Record": "model",
    "RecordError": "errors",
    "Reopened": "season",
    "Sheet": "model",
    "SheetError": "errors",
    "Sizes": "model",
    "check": "matching",
    "conflict_table": "render",
    "draft_program": "files",
    "guess_themes": "matching",
    "match": "matching",
    "open_model": "similarity",
    "open_program": "files",
    "open_record": "files",
    "open_sheet": "files",
    "read_corrections": "intake",
    "read_decisions": "intake",
    "read_record": "season",
    "reopen": "season",
    "theme_names": "similarity",
    "to_text": "render",
    "with_history": "season",
}

__all__ = [
    "ImpossibleError",
    "Intake",
    "LeftoverError",
    "ModelError",
    "OkMatchError",
    "Options",
    "PredicamentError",
    "Program",
    "ProgramError",
    "Record",
    "RecordError",
    "Reopened",
    "Sheet",
    "SheetError",
    "Sizes",
    "check",
    "conflict_table",
    "draft_program",
    "guess_themes",
    "match",
    "open_model",
    "open_program",
    "open_record",
    "open_sheet",
    "read_corrections",
    "read_decisions",
    "read_record",
    "reopen",
    "theme_names",
    "to_text",
    "with_history",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module; the version is that of the installed package."""
    if name == "__version__":
        return version("ok-match")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
