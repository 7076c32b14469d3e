"""Two groupings of the same people: which groups correspond, how far apart they are, and a child of both."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from .problem import Labels


def renamed(labels: Labels, model: Labels, groups: int) -> Labels:
    """Rename the groups of ``labels`` so that they share as many members as can be with those of ``model``.

    A linear assignment between the groups (Kuhn, Nav. Res. Logist. Q. 2, 1955, 83-97). Those who wait, in group
    number ``groups``, stay there.
    """
    shared = np.zeros((groups + 1, groups + 1), np.int64)
    np.add.at(shared, (labels, model), 1)
    ours, theirs = linear_sum_assignment(-shared[:groups, :groups])
    name = np.arange(groups + 1)
    name[ours] = theirs
    return name[labels]


def distance(labels: Labels, model: Labels, groups: int) -> int:
    """Count the people who sit elsewhere, after the groups were matched as well as can be."""
    return int((renamed(labels, model, groups) != model).sum())


def child(one: Labels, other: Labels, groups: int, random: np.random.Generator, *, numbered: bool) -> Labels:
    """Mix two groupings: who sits the same in both stays, all else take a seat from either, at random.

    Uniform crossover after matching the groups, with the sizes of ``one``; the rest fill what is left.
    ``numbered``: the numbers of groups have a meaning, so that they are not matched anew.
    """
    other = other if numbered else renamed(other, one, groups)
    mixed = np.where(one == other, one, -1)
    left = np.bincount(one, minlength=groups + 1) - np.bincount(mixed[mixed >= 0], minlength=groups + 1)
    for i in random.permutation(np.flatnonzero(mixed < 0)).tolist():
        choices = (one[i], other[i]) if random.random() < 0.5 else (other[i], one[i])
        for choice in choices:
            if left[choice] > 0:
                mixed[i] = choice
                left[choice] -= 1
                break
    seats = np.repeat(np.arange(groups + 1), left)
    mixed[mixed < 0] = random.permutation(seats)
    return mixed
