"""Who may see a column."""

from enum import StrEnum


class Visibility(StrEnum):
    """Who may see a column: everybody in the cohort, or the facilitator alone."""

    COHORT = "cohort"
    FACILITATOR = "facilitator"
