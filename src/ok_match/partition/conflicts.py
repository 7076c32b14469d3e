"""The graph of people who must be apart, and that of people who must be together."""

from itertools import islice

import networkx as nx

from ok_match.model import Apart, Terms, Together

#: How many maximal cliques are looked at; each gives a valid bound, so stopping early is safe.
CLIQUES = 20_000


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
    for term in terms.terms:
        if isinstance(term, Apart):
            graph.add_edges_from(term.pairs)
    cliques = islice(nx.find_cliques(graph), CLIQUES) if graph else iter(())
    return tuple(sorted(max(cliques, key=lambda clique: (len(clique), sorted(clique)), default=[])))
