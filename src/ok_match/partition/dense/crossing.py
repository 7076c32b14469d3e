"""A mixture of two groupings of the same people."""

import numpy as np

from ..labels import renamed
from ..protocol import Labels


def child(first: Labels, second: Labels, groups: int, random: np.random.Generator, *, numbered: bool) -> Labels:
    """A mixture of two groupings: people who sit the same in both stay, all others take a seat from either.

    Uniform crossover after matching the groups, with the sizes of the first grouping; people whose two seats are both
    taken fill what is left.

    Parameters
    ----------
    first, second : ndarray of shape (n,), int64
        The parents.
    groups : int
        The number of groups.
    random : numpy.random.Generator
        The only source of chance.
    numbered : bool
        Whether the numbers of groups have a meaning, so that groups with the same number correspond.
    """
    other = second if numbered else renamed(second, first, groups)
    mixed = np.where(first == other, first, -1)
    left = np.bincount(first, minlength=groups + 1) - np.bincount(mixed[mixed >= 0], minlength=groups + 1)
    for i in random.permutation(np.flatnonzero(mixed < 0)).tolist():
        choices = (first[i], other[i]) if random.random() < 0.5 else (other[i], first[i])
        for choice in choices:
            if left[choice] > 0:
                mixed[i] = choice
                left[choice] -= 1
                break
    seats = np.repeat(np.arange(groups + 1), left)
    mixed[mixed < 0] = random.permutation(seats)
    return mixed
