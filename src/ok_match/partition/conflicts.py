"""The graph of people who must be apart, and that of people who must be together."""

from collections.abc import Iterable, Sequence
from itertools import islice

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ok_match.model import Apart, KindPairs, Seat, SharedSlots, Terms, Together

#: How many maximal cliques are looked at; each gives a valid bound, so stopping early is safe.
CLIQUES = 20_000
#: Up to here everybody stands for themselves in the graph of people whose kinds exclude one another.
EVERYBODY = 200


def together_units(terms: Terms) -> list[tuple[int, ...]]:
    """Give the sets of people who must all share one group: the joined *together* rules, sorted."""
    graph = nx.Graph()
    for term in terms.terms:
        if isinstance(term, Together):
            nx.add_path(graph, term.members)
    return sorted(tuple(sorted(unit)) for unit in nx.connected_components(graph))


def largest_conflict(terms: Terms) -> tuple[int, ...]:
    """Give the largest set found of people of whom no two may share a group (a clique), sorted.

    With fewer groups than members of this set, the difference must wait.
    """
    graph = nx.Graph()
    found: list[list[int]] = []
    for term in terms.terms:
        if isinstance(term, Apart):
            if isinstance(term.pairs, KindPairs) and terms.people > EVERYBODY:
                found.append(_largest_of_kinds(term.pairs))
            else:
                graph.add_edges_from(term.pairs)
    if graph:
        found += islice(nx.find_cliques(graph), CLIQUES)
    largest: list[int] = max(found, key=lambda clique: (len(clique), sorted(clique)), default=[])
    return tuple(sorted(largest))


def _largest_of_kinds(pairs: KindPairs) -> list[int]:
    """Give the largest set found among kinds that exclude one another: one of each, or all where a kind does itself."""
    graph = nx.Graph()
    graph.add_nodes_from(np.flatnonzero(np.bincount(pairs.kind, minlength=len(pairs.excludes))).tolist())
    graph.add_edges_from((i, j) for i, j in np.argwhere(np.triu(pairs.excludes, 1)).tolist() if {i, j} <= set(graph))
    members = {kind: np.flatnonzero(pairs.kind == kind).tolist() for kind in graph}
    kept = {kind: some if pairs.excludes[kind, kind] else some[:1] for kind, some in members.items()}
    cliques: list[list[int]] = list(islice(nx.find_cliques(graph), CLIQUES))
    best = max(cliques, key=lambda clique: (sum(len(kept[kind]) for kind in clique), sorted(clique)), default=[])
    return [i for kind in best for i in kept[kind]]


def inseparable(terms: Terms) -> list[tuple[int, ...]]:
    """Give the sets of people who share one group or none: those who must be together, or have one fixed seat."""
    graph = nx.Graph()
    for unit in together_units(terms):
        nx.add_path(graph, unit)
    homes: dict[int, set[int]] = {}
    for term in terms.terms:
        if isinstance(term, Seat):
            homes[term.member] = homes.get(term.member, set(term.cohorts)) & set(term.cohorts)
    for member, cohorts in homes.items():
        if len(cohorts) == 1:
            graph.add_edge(member, ("cohort", *cohorts))
    units = (tuple(sorted(one for one in unit if isinstance(one, int))) for unit in nx.connected_components(graph))
    return sorted(unit for unit in units if len(unit) > 1)


def free_together(term: SharedSlots, units: Sequence[tuple[int, ...]]) -> NDArray[np.bool_]:
    """Give the slots in which each person can come together with all whom they must sit with, shape (n, slots)."""
    free = term.free.astype(bool)
    for unit in units:
        free[list(unit)] = free[list(unit)].all(axis=0)
    return free


def lonely(terms: Terms, low: int) -> tuple[int, ...]:
    """Find the people who share their slots with too few others for any group of ``low``: they must wait.

    With them wait all who sit together with one of them or not at all, and so do those who cannot meet among
    themselves.
    """
    found: set[int] = set()
    units = inseparable(terms)
    for term in terms.terms:
        if isinstance(term, SharedSlots) and term.weight is None:
            free = free_together(term, units)
            crowd = free.sum(axis=0)
            # As many slots as are needed must each have people enough.
            possible = (free & (crowd >= low)).sum(axis=1) >= term.needed
            found.update(np.flatnonzero(~possible).tolist())
    for unit in units:
        if found & set(unit):
            found.update(unit)
    return tuple(sorted(found))


def contradictions(terms: Terms) -> dict[int, tuple[int, ...]]:
    """Find the people for whom rules cannot hold at once, whatever the sizes, each with the terms that cross."""
    seats: dict[int, set[int]] = {}
    fixing: dict[int, list[int]] = {}
    for turn, term in enumerate(terms.terms):
        if isinstance(term, Seat):
            seats[term.member] = seats.get(term.member, set(term.cohorts)) & set(term.cohorts)
            fixing.setdefault(term.member, []).append(turn)
    units = together_units(terms)
    unit_of = {i: number for number, unit in enumerate(units) for i in unit}
    binding = {
        number: [
            turn
            for turn, term in enumerate(terms.terms)
            if isinstance(term, Together) and set(term.members) & set(units[number])
        ]
        for number in range(len(units))
    }
    crossed: dict[int, list[int]] = {i: fixing[i] for i, cohorts in seats.items() if not cohorts}
    bound = sorted(set(unit_of) | set(seats))
    for number, unit in enumerate(units):
        fixed = [i for i in unit if i in seats]
        if fixed and not set.intersection(*(seats[i] for i in fixed)):
            for i in fixed:
                crossed.setdefault(i, []).extend([*fixing[i], *binding[number]])
    for turn, term in enumerate(terms.terms):
        for i, j in _within(term, bound) if isinstance(term, Apart) else ():
            if i in unit_of and unit_of[i] == unit_of.get(j):
                others = binding[unit_of[i]]
            elif i in seats and len(seats[i]) == 1 and seats[i] == seats.get(j):
                others = [*fixing[i], *fixing[j]]
            else:
                continue
            for person in (i, j):
                crossed.setdefault(person, []).extend([turn, *others])
    return {i: tuple(sorted(set(crossing))) for i, crossing in sorted(crossed.items())}


def _within(term: Apart, some: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Give the pairs of a rule that are among some people (and perhaps others, where it lists them)."""
    if not isinstance(term.pairs, KindPairs):
        return term.pairs
    return ((some[i], some[j]) for i, j in KindPairs(term.pairs.kind[list(some)], term.pairs.excludes))
