"""Terms become labels: the search. It knows numbers and no people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``.
"""

from .certificate import Certificate, certify
from .evolving import Found, Progress
from .feasibility import fewest_waiting
from .grouping import Grouping, group
from .impossible import why_impossible
from .kernels import is_prepared
from .opinions import alternatives, together_share
from .plain_cost import cost
from .search import Solution, solve
from .seats import Alternative, other_seats
from .sizes import SizePlan, balanced, plans

__all__ = [
    "Alternative",
    "Certificate",
    "Found",
    "Grouping",
    "Progress",
    "SizePlan",
    "Solution",
    "alternatives",
    "balanced",
    "certify",
    "cost",
    "fewest_waiting",
    "group",
    "is_prepared",
    "other_seats",
    "plans",
    "solve",
    "together_share",
    "why_impossible",
]
