"""Other packages that form groups of bounded sizes from the weights of pairs, where they are installed.

Each method takes weights of shape (n, n), the least and greatest size of each group, and a limit in processor seconds.
It returns labels, or ``None`` if it found no grouping. A method that finishes early starts again from another seed,
alternating between the settings that suit it, until the time is up; the best run counts. Sizes that a method cannot
keep are repaired by moving the members who lose least. No method gets a starting solution.

    pip install k-means-constrained ortools pymetis kahip
"""

import threading
import time
from collections.abc import Callable, Sequence
from itertools import count

import numpy as np

Bounds = Sequence[tuple[int, int]]
Rival = Callable[[np.ndarray, Bounds, float], np.ndarray | None]
#: The strongest ties of each member that a sparse graph keeps.
TIES = 10


def _repaired(weights: np.ndarray, labels: np.ndarray, bounds: Bounds) -> np.ndarray:
    """The labels after moving the members who lose least, until every size is within its bounds."""
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


def _best(weights: np.ndarray, bounds: Bounds, seconds: float, attempt: Callable[[int], np.ndarray]) -> np.ndarray:
    """The best repaired labels of ``attempt(0)``, ``attempt(1)``, ... that fit into the seconds."""
    start = time.process_time()
    best, most = None, -np.inf
    for number in count():
        labels = _repaired(weights, np.asarray(attempt(number)), bounds)
        value = float(weights[np.triu(labels[:, None] == labels[None, :], 1)].sum())
        if value > most:
            best, most = labels, value
        spent = time.process_time() - start
        if spent + spent / (number + 1) > seconds:
            return best
    raise AssertionError


def k_means_constrained(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Balanced k-means on spectral embeddings of the weights.

    Even runs use the leading directions. Odd runs use all directions, after a constant is added to the diagonal, so
    that the products of rows are the weights. With groups of one size, k-means is then the same problem.
    """
    from k_means_constrained import KMeansConstrained

    values, vectors = np.linalg.eigh(weights)
    chosen = np.argsort(-values)[: min(len(weights) - 1, 64)]
    leading = vectors[:, chosen] * np.sqrt(np.maximum(values[chosen], 0))
    whole = vectors * np.sqrt(np.maximum(values - values.min(), 0))
    low, high = np.array(bounds).T

    def attempt(number: int) -> np.ndarray:
        model = KMeansConstrained(
            len(bounds), size_min=int(low.min()), size_max=int(high.max()), n_init=1, random_state=number
        )
        return model.fit_predict(whole if number % 2 else leading)

    return _best(weights, bounds, seconds, attempt)


def cp_sat(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """The assignment model, solved by one worker of OR-Tools CP-SAT; building the model is not timed.

    Of the models and settings tried, this one found the most. A variable holds each member's group number, and a pair
    earns its weight where two numbers are equal. The searches of the portfolio are interleaved, because a single worker
    otherwise runs only the first. The limit is in processor time, as for the others; CP-SAT has no such setting,
    so a thread watches it.
    """
    from ortools.sat.python import cp_model

    n, k = len(weights), len(bounds)
    model = cp_model.CpModel()
    seat = [[model.new_bool_var("") for _ in range(k)] for _ in range(n)]
    group = [model.new_int_var(0, k - 1, "") for _ in range(n)]
    for i in range(n):
        model.add_exactly_one(seat[i])
        model.add(group[i] == sum(g * seat[i][g] for g in range(k)))
    for g, (low, high) in enumerate(bounds):
        model.add_linear_constraint(sum(seat[i][g] for i in range(n)), low, high)
    terms = []
    for i in range(n):
        for j in range(i):
            same = model.new_bool_var("")
            model.add(group[i] == group[j]).only_enforce_if(same)
            if weights[i, j] < 0:
                model.add(group[i] != group[j]).only_enforce_if(same.negated())
            terms.append(round(float(weights[i, j]) * 1000) * same)
    model.maximize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.interleave_search = True
    start, ended = time.process_time(), threading.Event()

    def watch() -> None:
        while not ended.wait(0.05):
            if time.process_time() - start > seconds:
                solver.stop_search()

    threading.Thread(target=watch, daemon=True).start()
    status = solver.solve(model)
    ended.set()
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return np.array([solver.value(number) for number in group])


def metis(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """A graph cut into k parts by METIS: the strongest ties in even runs, the complete graph in odd runs."""
    import pymetis

    graphs = [_graph(weights, ties) for ties in (TIES, len(weights) - 1)]

    def attempt(number: int) -> np.ndarray:
        starts, others, scaled = graphs[number % 2]
        options = pymetis.Options(seed=number, ufactor=1)
        _, labels = pymetis.part_graph(len(bounds), xadj=starts, adjncy=others, eweights=scaled, options=options)
        return np.array(labels)

    return _best(weights, bounds, seconds, attempt)


def kahip_strong(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """The graph of the strongest ties, cut into k parts by KaHIP with its strong setting and no imbalance."""
    import kahip

    starts, others, scaled = _graph(weights, TIES)
    strong = 2

    def attempt(number: int) -> np.ndarray:
        _, labels = kahip.kaffpa([1] * len(weights), starts, scaled, others, len(bounds), 0.0, True, number, strong)
        return np.array(labels)

    return _best(weights, bounds, seconds, attempt)


def networkx_greedy(weights: np.ndarray, bounds: Bounds, _seconds: float) -> np.ndarray | None:
    """The communities of greedy modularity on the strongest ties; the method has no seed, so it runs once."""
    import networkx as nx

    n, k = len(weights), len(bounds)
    starts, others, _ = _graph(weights, TIES)
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(
        (i, j, {"weight": float(weights[i, j])}) for i in range(n) for j in others[starts[i] : starts[i + 1]]
    )
    parts = nx.community.greedy_modularity_communities(graph, weight="weight", cutoff=min(k, n), best_n=k)
    labels = np.zeros(n, np.int64)
    for g, part in enumerate(parts):
        labels[list(part)] = g % k
    return _repaired(weights, labels, bounds)


def _graph(weights: np.ndarray, ties: int) -> tuple[list[int], list[int], list[int]]:
    """The strongest ties of each member, symmetric, in METIS' format: starts, neighbours, positive integer weights."""
    n = len(weights)
    near = np.zeros((n, n), bool)
    ranked = np.argsort(-(weights - np.diag(np.full(n, np.inf))), axis=1)[:, : min(ties, n - 1)]
    np.put_along_axis(near, ranked, True, axis=1)
    near |= near.T
    np.fill_diagonal(near, False)
    scaled = np.maximum(np.rint(weights * (10_000 / max(float(weights.max()), 1e-12))).astype(int), 0) + 1
    return [0, *np.cumsum(near.sum(axis=1)).tolist()], np.nonzero(near)[1].tolist(), scaled[near].tolist()


RIVALS: dict[str, Rival] = {
    "k-means-constrained": k_means_constrained,
    "OR-Tools CP-SAT": cp_sat,
    "METIS": metis,
    "KaHIP": kahip_strong,
    "networkx": networkx_greedy,
}
