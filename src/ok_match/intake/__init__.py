"""A sheet becomes an Intake: participants, problems, and an account of every row."""

from ok_match.model.sheets.problems import PROBLEMS

from .columns.fields import FIELD_NAMES
from .reading import OpenSheet, open_sheet, read
from .returned.corrections import read_corrections
from .returned.decisions import decide, read_decisions
from .returned.sectors import read_sectors

__all__ = [
    "FIELD_NAMES",
    "PROBLEMS",
    "OpenSheet",
    "decide",
    "open_sheet",
    "read",
    "read_corrections",
    "read_decisions",
    "read_sectors",
]
