"""A sheet becomes an Intake: participants, problems, and an account of every row."""

from .corrections import read_corrections
from .decisions import decide, read_decisions
from .fields import FIELD_NAMES
from .problems import PROBLEMS
from .reading import read

__all__ = ["FIELD_NAMES", "PROBLEMS", "decide", "read", "read_corrections", "read_decisions"]
