"""A Program's rules become Terms that the partitioner can weigh, and Findings that people can read."""

from .applying import active_rules, complete, constraints_of, guidance_of, named_apart, standing_rules
from .card import Card, Fixed
from .footing import remark_on_footing
from .lineup import Lineup, folded, lineup_of
from .naming.conflict import with_conflicts
from .naming.requests import with_requests
from .registry import CARDS
from .world import Constraint, World

__all__ = [
    "CARDS",
    "Card",
    "Constraint",
    "Fixed",
    "Lineup",
    "World",
    "active_rules",
    "complete",
    "constraints_of",
    "folded",
    "guidance_of",
    "lineup_of",
    "named_apart",
    "remark_on_footing",
    "standing_rules",
    "with_conflicts",
    "with_requests",
]
