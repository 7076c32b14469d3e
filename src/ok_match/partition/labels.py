"""The numbers of groups: which numbers mean something, and which groups of two groupings correspond."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from ok_match.model import Seat, Terms

from .protocol import Labels


def is_numbered(terms: Terms) -> bool:
    """Whether a fixed seat gives the numbers of groups a meaning."""
    return any(isinstance(term, Seat) for term in terms.terms)


def in_order(labels: Labels, groups: int) -> Labels:
    """The same groups, numbered in the order of their first members; people who wait keep the number ``groups``."""
    met = dict.fromkeys(label for label in labels.tolist() if label < groups)
    number = {label: index for index, label in enumerate(met)} | {groups: groups}
    return np.array([number[label] for label in labels.tolist()], np.int64)


def renamed(labels: Labels, model: Labels, groups: int) -> Labels:
    """The same groups, numbered so that they share as many members as possible with those of ``model``.

    A linear assignment between the groups (Kuhn, Nav. Res. Logist. Q. 2, 1955, 83-97). People who wait, in group
    number ``groups``, stay there.
    """
    shared = np.zeros((groups + 1, groups + 1), np.int64)
    np.add.at(shared, (labels, model), 1)
    ours, theirs = linear_sum_assignment(-shared[:groups, :groups])
    name = np.arange(groups + 1)
    name[ours] = theirs
    return name[labels]


def distance(labels: Labels, model: Labels, groups: int) -> int:
    """The number of people who sit elsewhere, under the numbering of groups that makes it smallest."""
    return int((renamed(labels, model, groups) != model).sum())
