"""Cohorts, affinity, themes and findings become Explanations: data that the renderers put into words."""

from .cohorts import explain_cohort, rounded_mean
from .naming import name_cohorts
from .seats import Judge, explain_seat, waiting_reasons

__all__ = ["Judge", "explain_cohort", "explain_seat", "name_cohorts", "rounded_mean", "waiting_reasons"]
