"""Who a cohort is: labels, names and fixed seats go with its people, not with the order in which it was formed."""

from .anchoring import keeping_identity
from .formed import Formed
from .naming import given_names, kept_members

__all__ = ["Formed", "given_names", "keeping_identity", "kept_members"]
