"""The price of more than a fair share: convex, so that the next one of a kind always costs more than the last."""

from __future__ import annotations

#: How much steeper the price rises from the second member beyond the fair share on.
STEEP = 2


def beyond_share(members: int, everybody: int, cohorts: int) -> int:
    """The price of a cohort with this many members of a kind, in pairs.

    The fair share is the most that a cohort gets if the kind is dealt evenly. A cohort of an even deal costs nothing,
    so that people of one kind only cost nothing at all. One member beyond the fair share costs as much as one pair, and
    each further one more. Without the steepness, the price of a roster would be the number of its pairs above that of
    an even deal, since terms that are linear in the number of members add up to the same for every roster.

    Parameters
    ----------
    members : int
        The members of the kind in the cohort.
    everybody : int
        The people of the kind in the sheet.
    cohorts : int
        The number of cohorts that they are dealt to, at least 1.
    """
    beyond = members - -(-everybody // cohorts)
    steep = STEEP * beyond * (beyond - 1) // 2 if beyond > 1 else 0
    return beyond * (beyond + 1) // 2 + steep
