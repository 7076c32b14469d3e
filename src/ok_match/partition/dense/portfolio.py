"""Independent searches of one instance, from different random numbers."""

from threading import Lock

import joblib
import numpy as np

from ..kernels import Instance
from ..protocol import Labels, Progress
from .evolving import Evolution, evolve


def portfolio(
    instance: Instance,
    sizes: Labels,
    first: Labels,
    steps: int,
    random: np.random.Generator,
    progress: Progress,
    *,
    runs: int,
    workers: int,
) -> Evolution:
    """Everything that ``runs`` searches met, in ``workers`` threads; the best run comes first.

    The kernels release the interpreter lock, and threads share the arrays of the instance. The result depends only on
    the random numbers, not on the number of threads or on which of them finishes first.
    """
    done, lock = [(0, 1)] * runs, Lock()

    def reporter(run: int) -> Progress:
        def report(anneals: int, total: int) -> None:
            with lock:
                done[run] = (anneals, total)
                progress(sum(count for count, _ in done), sum(max(whole, total) for _, whole in done))

        return report

    tasks = (
        joblib.delayed(evolve)(instance, sizes, first, steps, generator, reporter(run))
        for run, generator in enumerate(random.spawn(runs))
    )
    if runs == 1 or workers == 1:
        results = [task(*arguments, **options) for task, arguments, options in tasks]
    else:
        results = joblib.Parallel(n_jobs=workers, prefer="threads")(tasks)
    best = max(range(runs), key=lambda run: (results[run].best.gain, -run))
    met = Evolution(trace=results[best].trace)
    for run in sorted(range(runs), key=lambda run: run != best):
        met.optima.extend(results[run].optima)
    return met
