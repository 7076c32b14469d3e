"""ok-match forms peer groups by common ground.

The public names, loaded when they are first used, so that importing the package loads no library.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .errors import ImpossibleError, LeftoverError, ModelError, OkMatchError, ProgramError, RecordError, SheetError
    from .matching import check, match
    from .model import Intake, Program, Record
    from .season import read_record

_HOMES = {
    "ImpossibleError": "errors",
    "Intake": "model",
    "LeftoverError": "errors",
    "ModelError": "errors",
    "OkMatchError": "errors",
    "Program": "model",
    "ProgramError": "errors",
    "Record": "model",
    "RecordError": "errors",
    "SheetError": "errors",
    "check": "matching",
    "match": "matching",
    "read_record": "season",
}

__all__ = [
    "ImpossibleError",
    "Intake",
    "LeftoverError",
    "ModelError",
    "OkMatchError",
    "Program",
    "ProgramError",
    "Record",
    "RecordError",
    "SheetError",
    "check",
    "match",
    "read_record",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
