"""Terms become labels: the search. It knows numbers, not people.

A maximally diverse grouping instance from the literature is an ordinary input: one ``PairGain``. Two engines do the
work: ``dense`` writes down what all pairs are worth, and ``sparse`` takes thousands of people without doing so.
``engines`` chooses between them.

The names are loaded when they are first used: a sheet is checked without a search, and so without its libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dense import Grouping, group
    from .engines import certify, groups_to_ask, improved, is_factored, opinions, other_seats, quick_plan, solve
    from .kernels import forget_others, is_prepared
    from .near_optima import Opinion, near_best
    from .plain_cost import cost
    from .proofs import SMALL, FewestPairs, Hindrance, Obstacle, fewest_pairs, hindrance, is_least, least_cost
    from .protocol import Alternative, Certificate, Labels, LocalOptimum, Progress, SizePlan, Solution
    from .sizes import balanced, plans

_HOMES = {
    "Alternative": "protocol",
    "Certificate": "protocol",
    "FewestPairs": "proofs",
    "Grouping": "dense",
    "Hindrance": "proofs",
    "Labels": "protocol",
    "LocalOptimum": "protocol",
    "Obstacle": "proofs",
    "Opinion": "near_optima",
    "Progress": "protocol",
    "SMALL": "proofs",
    "SizePlan": "protocol",
    "Solution": "protocol",
    "balanced": "sizes",
    "certify": "engines",
    "cost": "plain_cost",
    "fewest_pairs": "proofs",
    "forget_others": "kernels",
    "group": "dense",
    "groups_to_ask": "engines",
    "hindrance": "proofs",
    "improved": "engines",
    "is_factored": "engines",
    "is_least": "proofs",
    "is_prepared": "kernels",
    "least_cost": "proofs",
    "near_best": "near_optima",
    "opinions": "engines",
    "other_seats": "engines",
    "plans": "sizes",
    "quick_plan": "engines",
    "solve": "engines",
}

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


def __getattr__(name: str) -> object:
    """Load a name of the package from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
