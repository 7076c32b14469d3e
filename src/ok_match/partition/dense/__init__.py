"""The engine that writes down what all pairs are worth: annealing within a population of groupings."""

from .compiling import compile_terms, state_of
from .cooling import FORBIDDEN, HOT, Window, cool, window
from .engine import DenseEngine
from .grouping import Grouping, group
from .rules import compile_rules
from .seats import Seats, cheapest_seats

__all__ = [
    "FORBIDDEN",
    "HOT",
    "DenseEngine",
    "Grouping",
    "Seats",
    "Window",
    "cheapest_seats",
    "compile_rules",
    "compile_terms",
    "cool",
    "group",
    "state_of",
    "window",
]
