"""The compiled inner loops of the search.

``inst`` and ``state`` are an ``Instance`` and a ``State`` of the arrays module throughout.
"""

from .annealing import anneal
from .caching import forget_others, is_prepared
from .changing import apply_move, apply_swap, fill
from .descending import best_seats, descend
from .pairs import anneal_pairs
from .pricing import price_move, price_swap, price_swaps

__all__ = [
    "anneal",
    "anneal_pairs",
    "apply_move",
    "apply_swap",
    "best_seats",
    "descend",
    "fill",
    "forget_others",
    "is_prepared",
    "price_move",
    "price_swap",
    "price_swaps",
]
