"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .certificate import Certificate, certify
from .evolving import Found, Progress
from .feasible import first_plan
from .grouping import Grouping, group
from .impossible import Hindrance, Obstacle, hindrance
from .kernels import is_prepared
from .opinions import Opinion, near_best, opinions
from .plain_cost import cost
from .search import Solution, solve
from .seats import Alternative, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "Alternative",
    "Certificate",
    "Found",
    "Grouping",
    "Hindrance",
    "Obstacle",
    "Opinion",
    "Progress",
    "SizePlan",
    "Solution",
    "balanced",
    "certify",
    "cost",
    "first_plan",
    "group",
    "hindrance",
    "is_prepared",
    "near_best",
    "opinions",
    "other_seats",
    "plans",
    "solve",
]
