"""The graphs of people who must be apart and of people who must be together."""

from collections.abc import Iterable, Sequence
from itertools import islice

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ok_match.model import Apart, KindPairs, Seat, SharedSlots, Terms, Together

#: The most maximal cliques to look at. Each gives a valid bound, so stopping early is safe.
CLIQUES = 20_000
#: The most people who are nodes of their own in the graph of kinds that exclude one another.
EVERYBODY = 200


def together_units(terms: Terms) -> list[tuple[int, ...]]:
    """The sets of people who must all share one group: the joined *together* rules, sorted."""
    graph = nx.Graph()
    for term in terms.terms:
        if isinstance(term, Together):
            nx.add_path(graph, term.members)
    return sorted(tuple(sorted(unit)) for unit in nx.connected_components(graph))


def largest_conflict(terms: Terms) -> tuple[int, ...]:
    """The largest clique found in the graph of conflicts, sorted: no two of its members may share a group.

    With fewer groups than members, the difference must wait.
    """
    graph = nx.Graph()
    cliques: list[list[int]] = []
    for term in terms.terms:
        if isinstance(term, Apart):
            if isinstance(term.pairs, KindPairs) and terms.people > EVERYBODY:
                cliques.append(_largest_of_kinds(term.pairs))
            else:
                graph.add_edges_from(term.pairs)
    if graph:
        cliques += islice(nx.find_cliques(graph), CLIQUES)
    largest: list[int] = max(cliques, key=lambda clique: (len(clique), sorted(clique)), default=[])
    return tuple(sorted(largest))


def _largest_of_kinds(pairs: KindPairs) -> list[int]:
    """The largest clique found: one person of each kind, or everybody of a kind that excludes itself."""
    graph = nx.Graph()
    graph.add_nodes_from(np.flatnonzero(np.bincount(pairs.kind, minlength=len(pairs.excludes))).tolist())
    graph.add_edges_from((i, j) for i, j in np.argwhere(np.triu(pairs.excludes, 1)).tolist() if {i, j} <= set(graph))
    members = {kind: np.flatnonzero(pairs.kind == kind).tolist() for kind in graph}
    kept = {kind: some if pairs.excludes[kind, kind] else some[:1] for kind, some in members.items()}
    cliques: list[list[int]] = list(islice(nx.find_cliques(graph), CLIQUES))
    best = max(cliques, key=lambda clique: (sum(len(kept[kind]) for kind in clique), sorted(clique)), default=[])
    return [i for kind in best for i in kept[kind]]


def inseparable(terms: Terms) -> list[tuple[int, ...]]:
    """The sets of people who share one group or none: they must be together, or their one fixed seat is the same."""
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
    units = (tuple(sorted(node for node in unit if isinstance(node, int))) for unit in nx.connected_components(graph))
    return sorted(unit for unit in units if len(unit) > 1)


def free_together(term: SharedSlots, units: Sequence[tuple[int, ...]]) -> NDArray[np.bool_]:
    """The slots in which each person can come with everybody they must sit with: shape (n, slots)."""
    free = term.free.astype(bool)
    for unit in units:
        free[list(unit)] = free[list(unit)].all(axis=0)
    return free


def lonely(terms: Terms, low: int) -> tuple[int, ...]:
    """The people whom no group of ``low`` can seat, sorted: they must wait.

    They share their slots with too few others, or rules about them contradict each other. Everybody inseparable from
    one of them waits too, and so do people who must sit together and cannot meet.
    """
    waiting = set(contradictions(terms))
    units = inseparable(terms)
    for term in terms.terms:
        if isinstance(term, SharedSlots) and term.weight is None:
            free = free_together(term, units)
            crowd = free.sum(axis=0)
            # Each of the slots needed must have enough people.
            possible = (free & (crowd >= low)).sum(axis=1) >= term.needed
            waiting.update(np.flatnonzero(~possible).tolist())
    for unit in units:
        if waiting & set(unit):
            waiting.update(unit)
    return tuple(sorted(waiting))


def contradictions(terms: Terms) -> dict[int, tuple[int, ...]]:
    """The people for whom rules contradict each other, whatever the sizes, each with the numbers of those terms."""
    seats: dict[int, set[int]] = {}
    fixing: dict[int, list[int]] = {}
    for number, term in enumerate(terms.terms):
        if isinstance(term, Seat):
            seats[term.member] = seats.get(term.member, set(term.cohorts)) & set(term.cohorts)
            fixing.setdefault(term.member, []).append(number)
    units = together_units(terms)
    unit_of = {i: number for number, unit in enumerate(units) for i in unit}
    binding = _bindings(terms, unit_of)
    crossed: dict[int, list[int]] = {i: fixing[i] for i, cohorts in seats.items() if not cohorts}
    bound = sorted(set(unit_of) | set(seats))
    for number, unit in enumerate(units):
        fixed = [i for i in unit if i in seats]
        if fixed and not set.intersection(*(seats[i] for i in fixed)):
            for i in fixed:
                crossed.setdefault(i, []).extend([*fixing[i], *binding[number]])
    for index, term in enumerate(terms.terms):
        for i, j in _within(term, bound) if isinstance(term, Apart) else ():
            if i in unit_of and unit_of[i] == unit_of.get(j):
                others = binding[unit_of[i]]
            elif i in seats and len(seats[i]) == 1 and seats[i] == seats.get(j):
                others = [*fixing[i], *fixing[j]]
            else:
                continue
            for person in (i, j):
                crossed.setdefault(person, []).extend([index, *others])
    return {i: tuple(sorted(set(crossing))) for i, crossing in sorted(crossed.items())}


def _bindings(terms: Terms, unit_of: dict[int, int]) -> dict[int, list[int]]:
    """The numbers of the terms that bind each unit together."""
    binding: dict[int, list[int]] = {}
    for index, term in enumerate(terms.terms):
        for number in {unit_of[i] for i in term.members} if isinstance(term, Together) else ():
            binding.setdefault(number, []).append(index)
    return binding


def _within(term: Apart, people: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The pairs of a rule among some people; where the rule lists its pairs, all of them."""
    if not isinstance(term.pairs, KindPairs):
        return term.pairs
    return ((people[i], people[j]) for i, j in KindPairs(term.pairs.kind[list(people)], term.pairs.excludes))
