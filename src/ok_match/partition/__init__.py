"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .impossible import why_impossible
from .plain_cost import cost
from .search import Progress, Solution, solve
from .seats import Alternative, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "Alternative",
    "Progress",
    "SizePlan",
    "Solution",
    "balanced",
    "cost",
    "other_seats",
    "plans",
    "solve",
    "why_impossible",
]
