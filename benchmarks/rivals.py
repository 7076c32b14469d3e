"""Other ways to form groups of bounded sizes from the weights of pairs, as far as they are installed.

Each takes weights of shape (n, n), the least and greatest size of each group, and seconds, and gives labels or
``None``. Sizes that a method cannot keep are repaired by moving those who lose least.
"""

from collections.abc import Callable, Sequence

import numpy as np

Bounds = Sequence[tuple[int, int]]
Rival = Callable[[np.ndarray, Bounds, float], np.ndarray | None]


def _repaired(weights: np.ndarray, labels: np.ndarray, bounds: Bounds) -> np.ndarray:
    """Move members from groups that are too large, and to groups that are too small, at the least loss."""
    labels = labels.copy()
    low, high = np.array(bounds).T
    while True:
        size = np.bincount(labels, minlength=len(bounds))
        over, under = np.flatnonzero(size > high), np.flatnonzero(size < low)
        if not over.size and not under.size:
            return labels
        sources = over if over.size else np.flatnonzero(size > low)
        targets = under if under.size else np.flatnonzero(size < high)
        table = np.stack([weights[:, labels == g].sum(axis=1) for g in range(len(bounds))])
        movers = np.flatnonzero(np.isin(labels, sources))
        gain = table[np.ix_(targets, movers)] - table[labels[movers], movers]
        to, who = np.unravel_index(gain.argmax(), gain.shape)
        labels[movers[who]] = targets[to]


def k_means_constrained(weights: np.ndarray, bounds: Bounds, _seconds: float) -> np.ndarray | None:
    """Cluster a spectral embedding of the weights by balanced k-means."""
    from k_means_constrained import KMeansConstrained

    values, vectors = np.linalg.eigh(weights)
    chosen = np.argsort(-values)[: min(len(weights) - 1, 64)]
    points = vectors[:, chosen] * np.sqrt(np.maximum(values[chosen], 0))
    low, high = np.array(bounds).T
    model = KMeansConstrained(len(bounds), size_min=int(low.min()), size_max=int(high.max()), random_state=0)
    return _repaired(weights, model.fit_predict(points), bounds)


def cp_sat(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Solve the assignment model with one worker of OR-Tools CP-SAT."""
    from ortools.sat.python import cp_model

    n, k = len(weights), len(bounds)
    model = cp_model.CpModel()
    seat = [[model.new_bool_var("") for _ in range(k)] for _ in range(n)]
    for row in seat:
        model.add_exactly_one(row)
    for g, (low, high) in enumerate(bounds):
        model.add_linear_constraint(sum(seat[i][g] for i in range(n)), low, high)
    terms = []
    for i in range(n):
        for j in range(i):
            same = model.new_bool_var("")
            for g in range(k):
                model.add_bool_or([same.negated(), seat[i][g].negated(), seat[j][g]])
            terms.append(round(float(weights[i, j]) * 1000) * same)
    model.maximize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return np.array([next(g for g in range(k) if solver.value(seat[i][g])) for i in range(n)])


def metis(weights: np.ndarray, bounds: Bounds, _seconds: float) -> np.ndarray | None:
    """Cut the complete graph into k parts with METIS, and repair the sizes."""
    import pymetis

    n = len(weights)
    scaled = np.maximum(np.rint(weights * (1_000_000 / max(float(weights.max()), 1e-12))).astype(int), 0) + 1
    others = [[j for j in range(n) if j != i] for i in range(n)]
    starts = np.arange(n + 1) * (n - 1)
    flat = [j for row in others for j in row]
    edges = [int(scaled[i, j]) for i, row in enumerate(others) for j in row]
    _, labels = pymetis.part_graph(len(bounds), xadj=starts.tolist(), adjncy=flat, eweights=edges)
    return _repaired(weights, np.array(labels), bounds)


def networkx_greedy(weights: np.ndarray, bounds: Bounds, _seconds: float) -> np.ndarray | None:
    """Take communities by greedy modularity on each one's strongest ties, and repair the sizes."""
    import networkx as nx

    n, k = len(weights), len(bounds)
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    for i in range(n):
        for j in np.argsort(-weights[i])[: min(10, n - 1)].tolist():
            if i != j:
                graph.add_edge(i, j, weight=float(weights[i, j]))
    parts = nx.community.greedy_modularity_communities(graph, weight="weight", cutoff=min(k, n), best_n=k)
    labels = np.zeros(n, np.int64)
    for g, part in enumerate(parts):
        labels[list(part)] = g % k
    return _repaired(weights, labels, bounds)


RIVALS: dict[str, Rival] = {
    "k-means-constrained": k_means_constrained,
    "OR-Tools CP-SAT": cp_sat,
    "METIS": metis,
    "networkx": networkx_greedy,
}
