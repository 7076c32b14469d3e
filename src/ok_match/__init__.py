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
    from .intake import read_corrections, read_decisions, read_sectors
    from .matching import check, guess_themes, match
    from .mentions import PeopleFinder
    from .model import (
        Correction,
        Crossing,
        DecisionLine,
        Intake,
        Problem,
        Program,
        Record,
        SeatPage,
        Sheet,
        Sizes,
        WorkChoice,
    )
    from .render import conflict_table, draft_program, sector_table, to_text
    from .rules import standing_rules
    from .season import (
        Reopened,
        follow,
        open_followed,
        open_program,
        open_record,
        open_sheet,
        read_record,
        reopen,
        with_history,
    )
    from .seating import Options
    from .similarity import ENGINES, TextModel, open_model, theme_names

_HOMES = {
    "Correction": "model",
    "Crossing": "model",
    "DecisionLine": "model",
    "ENGINES": "similarity",
    "ImpossibleError": "errors",
    "Intake": "model",
    "LeftoverError": "errors",
    "ModelError": "errors",
    "OkMatchError": "errors",
    "Options": "seating",
    "PeopleFinder": "mentions",
    "PredicamentError": "errors",
    "Problem": "model",
    "Program": "model",
    "ProgramError": "errors",
    "Record": "model",
    "RecordError": "errors",
    "Reopened": "season",
    "SeatPage": "model",
    "Sheet": "model",
    "SheetError": "errors",
    "Sizes": "model",
    "TextModel": "similarity",
    "check": "matching",
    "WorkChoice": "model",
    "conflict_table": "render",
    "draft_program": "render",
    "follow": "season",
    "guess_themes": "matching",
    "match": "matching",
    "open_followed": "season",
    "open_model": "similarity",
    "open_program": "season",
    "open_record": "season",
    "open_sheet": "season",
    "read_corrections": "intake",
    "read_decisions": "intake",
    "read_record": "season",
    "read_sectors": "intake",
    "reopen": "season",
    "sector_table": "render",
    "standing_rules": "rules",
    "theme_names": "similarity",
    "to_text": "render",
    "with_history": "season",
}

__all__ = [
    "ENGINES",
    "Correction",
    "Crossing",
    "DecisionLine",
    "ImpossibleError",
    "Intake",
    "LeftoverError",
    "ModelError",
    "OkMatchError",
    "Options",
    "PeopleFinder",
    "PredicamentError",
    "Problem",
    "Program",
    "ProgramError",
    "Record",
    "RecordError",
    "Reopened",
    "SeatPage",
    "Sheet",
    "SheetError",
    "Sizes",
    "TextModel",
    "WorkChoice",
    "check",
    "conflict_table",
    "draft_program",
    "follow",
    "guess_themes",
    "match",
    "open_followed",
    "open_model",
    "open_program",
    "open_record",
    "open_sheet",
    "read_corrections",
    "read_decisions",
    "read_record",
    "read_sectors",
    "reopen",
    "sector_table",
    "standing_rules",
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
