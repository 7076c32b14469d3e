"""The pairs whom a rule would rather part, in words: how many sit together, at random, and at least."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Evidence, PairCount
from ok_match.render.document import Line

from .phrases import Names, count, some


def meeting_again(pairs: PairCount, together: Sequence[tuple[str, Evidence]], names: Names) -> Line:
    """The pairs who met before and meet again, and who they are, cohort by cohort."""
    who = [f"{names.all(met.people)} in cohort {label}" for label, met in together]
    return (f"{_beside(pairs, 'pair')}{': ' if who else ''}{some(who)}",)


def _beside(pairs: PairCount, singular: str, plural: str = "") -> str:
    """The number of pairs, the number at random, and the fewest possible: ``4 pairs (random rosters have 20 ...)``."""
    at_random = f"random rosters of these sizes have {pairs.random:.0f}"
    if pairs.pairs == pairs.fewest:
        fewest = "no roster of these sizes has fewer"
    elif pairs.exact:
        fewest = f"the fewest possible is {pairs.fewest}"
    else:
        fewest = f"at least {pairs.fewest} must"
    return f"{count(pairs.pairs, singular, plural)} ({at_random}; {fewest})"
