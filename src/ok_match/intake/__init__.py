"""A sheet becomes an Intake: participants, problems, and an account of every row."""

from .corrections import read_corrections
from .fields import FIELD_NAMES
from .problems import PROBLEMS
from .reading import read

__all__ = ["FIELD_NAMES", "PROBLEMS", "read", "read_corrections"]
