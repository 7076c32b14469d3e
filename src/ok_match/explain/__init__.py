"""Cohorts, affinity, themes and findings become Explanations: data that the renderers put into words."""

from .cohorts import explain_cohort, mean_affinity, rounded_mean
from .naming import name_cohorts
from .pages import cohort_page, held_portrait, pair_page, portrait, seated_page, waiting_page, why_not_page
from .scene import Scene
from .seats import Judge, explain_seat, waiting_reasons

__all__ = [
    "Judge",
    "Scene",
    "cohort_page",
    "explain_cohort",
    "explain_seat",
    "held_portrait",
    "mean_affinity",
    "name_cohorts",
    "pair_page",
    "portrait",
    "rounded_mean",
    "seated_page",
    "waiting_page",
    "waiting_reasons",
    "why_not_page",
]
