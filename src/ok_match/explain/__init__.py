"""Explanations of cohorts and seats, as data: from affinity, themes and findings; the renderers write the sentences."""

from .cohorts import explain_cohort, ground_of, mean_affinities, rounded_mean
from .naming import name_cohorts
from .pages import cohort_page, held_portrait, pair_page, portrait, seated_page, waiting_page, why_not_page
from .scene import Scene
from .seats import Judge, explain_seats, waiting_reasons
from .spoken import Spoken

__all__ = [
    "Judge",
    "Scene",
    "Spoken",
    "cohort_page",
    "explain_cohort",
    "explain_seats",
    "ground_of",
    "held_portrait",
    "mean_affinities",
    "name_cohorts",
    "pair_page",
    "portrait",
    "rounded_mean",
    "seated_page",
    "waiting_page",
    "waiting_reasons",
    "why_not_page",
]
