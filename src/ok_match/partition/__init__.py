"""Terms become labels: the search. It knows numbers, not people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``. Two engines do the
work: ``dense`` writes down what all pairs are worth, and ``sparse`` takes thousands of people without doing so.
``engines`` chooses between them.
"""

from .dense import Grouping, group
from .engines import certify, groups_to_ask, improved, is_factored, opinions, other_seats, quick_plan, solve
from .kernels import forget_others, is_prepared
from .opinions import Opinion, near_best
from .plain_cost import cost
from .proofs import SMALL, FewestPairs, Hindrance, Obstacle, fewest_pairs, hindrance, is_least, least_cost
from .protocol import Alternative, Certificate, Labels, LocalOptimum, Progress, SizePlan, Solution
from .sizes import balanced, plans

__all__ = [
    "SMALL",
    "Alternative",
    "Certificate",
    "FewestPairs",
    "Grouping",
    "Hindrance",
    "Labels",
    "LocalOptimum",
    "Obstacle",
    "Opinion",
    "Progress",
    "SizePlan",
    "Solution",
    "balanced",
    "certify",
    "cost",
    "fewest_pairs",
    "forget_others",
    "group",
    "groups_to_ask",
    "hindrance",
    "improved",
    "is_factored",
    "is_least",
    "is_prepared",
    "least_cost",
    "near_best",
    "opinions",
    "other_seats",
    "plans",
    "quick_plan",
    "solve",
]
