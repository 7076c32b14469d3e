"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .certificate import Certificate, certify
from .evolving import Found, Progress
from .exact import SMALL, least_cost
from .factored import is_factored
from .feasibility import fewest_waiting
from .grouping import Grouping, group
from .impossible import Hindrance, Obstacle, hindrance
from .kernels import forget_others, is_prepared
from .opinions import Opinion, near_best, opinions
from .plain_cost import cost
from .quick import quick_plan
from .search import Solution, solve
from .seats import Alternative, groups_to_ask, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "SMALL",
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
    "fewest_waiting",
    "forget_others",
    "group",
    "groups_to_ask",
    "hindrance",
    "is_factored",
    "is_prepared",
    "least_cost",
    "near_best",
    "opinions",
    "other_seats",
    "plans",
    "quick_plan",
    "solve",
]
