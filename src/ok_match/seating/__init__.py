"""From people to a record: a case, cohorts formed from it, what becomes of those left over, other rosters as good."""

from .case import Case
from .forming import form
from .judging import judged
from .options import Options
from .recording import recorded

__all__ = ["Case", "Options", "form", "judged", "recorded"]
