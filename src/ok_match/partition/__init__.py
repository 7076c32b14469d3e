"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .certificate import LARGE, Certificate, certify
from .evolving import Found, Progress
from .exact import SMALL, least_cost
from .feasibility import fewest_waiting
from .grouping import Grouping, group
from .impossible import Hindrance, Obstacle, hindrance
from .kernels import is_prepared
from .nearness import allowance, matched, near_best
from .opinions import alternatives, together_share
from .plain_cost import cost
from .quick import first_plan
from .search import Solution, solve
from .seats import Alternative, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "LARGE",
    "SMALL",
    "Alternative",
    "Certificate",
    "Found",
    "Grouping",
    "Hindrance",
    "Obstacle",
    "Progress",
    "SizePlan",
    "Solution",
    "allowance",
    "alternatives",
    "balanced",
    "certify",
    "cost",
    "fewest_waiting",
    "first_plan",
    "group",
    "hindrance",
    "is_prepared",
    "least_cost",
    "matched",
    "near_best",
    "other_seats",
    "plans",
    "solve",
    "together_share",
]
