"""What can be proved: which plans are impossible, why, how many can be seated, and how good a solution is."""

from .certificate import certify_by_rows, certify_in_full
from .conflicts import contradictions, largest_conflict, lonely, together_units
from .exact import SMALL, is_least, least_cost
from .feasibility import DECIDABLE, Seating, seat_most
from .fewest_pairs import FewestPairs, fewest_pairs
from .impossible import Hindrance, Obstacle, hindrance
from .plan_filter import PlanFilter, promising
from .seat_bound import SeatBound

__all__ = [
    "DECIDABLE",
    "SMALL",
    "FewestPairs",
    "Hindrance",
    "Obstacle",
    "PlanFilter",
    "SeatBound",
    "Seating",
    "certify_by_rows",
    "certify_in_full",
    "contradictions",
    "fewest_pairs",
    "hindrance",
    "is_least",
    "largest_conflict",
    "least_cost",
    "lonely",
    "promising",
    "seat_most",
    "together_units",
]
