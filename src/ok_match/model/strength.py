"""How strongly something holds."""

from enum import StrEnum


class Strength(StrEnum):
    """How binding a rule is. ``off`` switches off a rule that applies by default."""

    MUST = "must"
    SHOULD = "should"
    OFF = "off"
