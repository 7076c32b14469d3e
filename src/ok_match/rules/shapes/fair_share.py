"""The price of more than a fair share: convex, so that the next one of a kind always costs more than the last."""

from __future__ import annotations

#: How much steeper the price rises from the second member beyond the fair share on.
STEEP = 4


def beyond_share(members: int, everybody: int, cohorts: int) -> int:
    """The price of a cohort with this many members of a kind, in pairs.

    The fair share is the most that a cohort gets if the kind is dealt evenly. It is free, so that an even deal costs
    nothing, however many there are of a kind. One member beyond costs as much as one pair, the second six more, the
    third eleven more.

    Parameters
    ----------
    members : int
        The members of the kind in the cohort.
    everybody : int
        The people of the kind in the sheet.
    cohorts : int
        The number of cohorts that they are dealt to, at least 1.
    """
    beyond = max(0, members - -(-everybody // cohorts))
    return (beyond * (beyond + 1) + STEEP * beyond * (beyond - 1)) // 2
