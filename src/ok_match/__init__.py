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
    from .intake import read_corrections, read_decisions
    from .matching import check, guess_themes, match
    from .model import Intake, Program, Record, Sheet
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
    "check": "matching",
    "guess_themes": "matching",
    "match": "matching",
    "open_model": "similarity",
    "read_corrections": "intake",
    "read_decisions": "intake",
    "read_record": "season",
    "reopen": "season",
    "theme_names": "similarity",
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
    "check",
    "guess_themes",
    "match",
    "open_model",
    "read_corrections",
    "read_decisions",
    "read_record",
    "reopen",
    "theme_names",
    "with_history",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module; the version is that of the installed package."""
    if name == "__version__":
        return version("ok-match")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
