"""The compiled inner loops of the search, and the arrays that they work on.

``inst`` and ``state`` are an ``Instance`` and its ``State`` throughout, or a ``RowInstance`` and its ``RowState`` in
the kernels that work by rows.
"""

from .annealing import anneal
from .arrays import Instance, RowInstance, RowState, Rules, State
from .caching import forget_others, is_prepared
from .changing import apply_move, apply_swap, fill
from .descending import best_seats, descend
from .pairs import RANGE, ROW, anneal_pairs
from .pricing import price_move, price_swap, price_swaps
from .row_pricing import fill_rows, sample_earnings
from .rows import anneal_rows

__all__ = [
    "RANGE",
    "ROW",
    "Instance",
    "RowInstance",
    "RowState",
    "Rules",
    "State",
    "anneal",
    "anneal_pairs",
    "anneal_rows",
    "apply_move",
    "apply_swap",
    "best_seats",
    "descend",
    "fill",
    "fill_rows",
    "forget_others",
    "is_prepared",
    "price_move",
    "price_swap",
    "price_swaps",
    "sample_earnings",
]
