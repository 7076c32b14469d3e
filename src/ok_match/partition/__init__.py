"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .feasible import first_plan
from .impossible import Hindrance, Obstacle, hindrance
from .plain_cost import cost
from .search import Progress, Solution, solve
from .seats import Alternative, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "Alternative",
    "Hindrance",
    "Obstacle",
    "Progress",
    "SizePlan",
    "Solution",
    "balanced",
    "cost",
    "first_plan",
    "hindrance",
    "other_seats",
    "plans",
    "solve",
]
