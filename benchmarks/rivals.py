"""Other ways to form groups of bounded sizes from the weights of pairs, as far as they are installed.

Each takes weights of shape (n, n), the least and greatest size of each group, and seconds, and gives labels or
``None``. A method that is done sooner starts again, from another seed and with the other settings that suit it, until
the seconds of the processor are over; the best counts. Sizes that a method cannot keep are repaired by moving those
who lose least. None is given a start.

    pip install k-means-constrained ortools pymetis kahip
"""

import threading
import time
from collections.abc import Callable, Sequence
from itertools import count

import numpy as np

Bounds = Sequence[tuple[int, int]]
Rival = Callable[[np.ndarray, Bounds, float], np.ndarray | None]
#: Each one's strongest ties that a sparse graph keeps.
TIES = 10


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


def _best(weights: np.ndarray, bounds: Bounds, seconds: float, attempt: Callable[[int], np.ndarray]) -> np.ndarray:
    """Run ``attempt`` with 0, 1, 2, ... until the next would not end within the seconds; give the best, repaired."""
    start = time.process_time()
    best, most = None, -np.inf
    for turn in count():
        labels = _repaired(weights, np.asarray(attempt(turn)), bounds)
        value = float(weights[np.triu(labels[:, None] == labels[None, :], 1)].sum())
        if value > most:
            best, most = labels, value
        spent = time.process_time() - start
        if spent + spent / (turn + 1) > seconds:
            return best
    raise AssertionError


def k_means_constrained(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Cluster spectral embeddings of the weights by balanced k-means.

    By turns the leading directions, and all of them with a constant added to every one's weight with themselves,
    which makes the products of rows the weights and, with groups of one size, k-means the same problem.
    """
    from k_means_constrained import KMeansConstrained

    values, vectors = np.linalg.eigh(weights)
    chosen = np.argsort(-values)[: min(len(weights) - 1, 64)]
    leading = vectors[:, chosen] * np.sqrt(np.maximum(values[chosen], 0))
    whole = vectors * np.sqrt(np.maximum(values - values.min(), 0))
    low, high = np.array(bounds).T

    def attempt(turn: int) -> np.ndarray:
        model = KMeansConstrained(
            len(bounds), size_min=int(low.min()), size_max=int(high.max()), n_init=1, random_state=turn
        )
        return model.fit_predict(whole if turn % 2 else leading)

    return _best(weights, bounds, seconds, attempt)


def cp_sat(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Solve the assignment model with one worker of OR-Tools CP-SAT; the time of building it does not count.

    Of the models and settings tried, this found most: the number of each one's group, two of which are equal where a
    pair earns its weight, and the searches of the portfolio by turns (one worker alone runs the first of them only).
    The limit is of the processor, as for the others, and so not one that the solver knows.
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
    return np.array([solver.value(one) for one in group])


def metis(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Cut a graph into k parts with METIS, by turns everybody's strongest ties and the complete one."""
    import pymetis

    graphs = [_graph(weights, ties) for ties in (TIES, len(weights) - 1)]

    def attempt(turn: int) -> np.ndarray:
        starts, others, scaled = graphs[turn % 2]
        options = pymetis.Options(seed=turn, ufactor=1)
        _, labels = pymetis.part_graph(len(bounds), xadj=starts, adjncy=others, eweights=scaled, options=options)
        return np.array(labels)

    return _best(weights, bounds, seconds, attempt)


def kahip_strong(weights: np.ndarray, bounds: Bounds, seconds: float) -> np.ndarray | None:
    """Cut the graph of everybody's strongest ties into k parts with KaHIP, its strong setting, no imbalance."""
    import kahip

    starts, others, scaled = _graph(weights, TIES)
    strong = 2

    def attempt(turn: int) -> np.ndarray:
        _, labels = kahip.kaffpa([1] * len(weights), starts, scaled, others, len(bounds), 0.0, True, turn, strong)
        return np.array(labels)

    return _best(weights, bounds, seconds, attempt)


def networkx_greedy(weights: np.ndarray, bounds: Bounds, _seconds: float) -> np.ndarray | None:
    """Take communities by greedy modularity on each one's strongest ties; it has no seed to start again from."""
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
    """Give each one's strongest ties, kept by both sides, in METIS' form: starts, neighbours, whole weights above 0."""
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
