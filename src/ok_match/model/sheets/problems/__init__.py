"""The kinds of problem by code: what each says, what to do about it, and a sheet that shows it."""

from .answers import ANSWERS
from .cells import CELLS
from .kind import ProblemKind
from .mentioned import MENTIONED
from .people import PEOPLE
from .rows import ROWS
from .times import TIMES
from .whole import WHOLE

PROBLEMS: dict[str, ProblemKind] = ROWS | PEOPLE | ANSWERS | TIMES | CELLS | WHOLE | MENTIONED

__all__ = ["PROBLEMS", "ProblemKind"]
