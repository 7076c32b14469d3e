"""What is at stake in a sheet: how much more people could share with their cohort than with strangers.

Rules that trade common ground for something else take their prices from it, so that they mean the same in every sheet.
"""

from __future__ import annotations

import numpy as np

from ok_match.rules.world import World


def stakes(world: World) -> tuple[int, int]:
    """What two people usually share, and what people could share with their cohort at best, in affinity points.

    The best is the mean over all people of what they share with as many others as share a cohort, the nearest ones.
    No roster can reach it for everybody, since nobody can be near to all who are near to them. Both are 0 where nothing
    was judged yet.
    """
    people = len(world.people)
    if people < 2 or not world.affinity.engine:
        return 0, 0
    known = world.affinity.known()
    mates = int(np.clip(people // max(1, world.cohorts) - 1, 1, people - 1))
    nearest = np.partition(known, people - mates, axis=1)[:, people - mates :]
    return int(world.affinity.usual()), int(nearest.sum(dtype=np.int64)) // nearest.size


def at_stake(world: World) -> int:
    """The points that the best possible cohort is above the usual, for one person; at least 0."""
    usual, best = stakes(world)
    return max(0, best - usual)
