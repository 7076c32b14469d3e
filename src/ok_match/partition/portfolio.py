"""Several searches side by side, from different random numbers."""

from threading import Lock

import joblib
import numpy as np

from .evolving import Evolution, Progress, evolve
from .kernels import Instance
from .problem import Labels


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
    """Search ``runs`` times, in as many threads as ``workers``, and gather all that was met.

    The kernels release the interpreter's lock, and threads share the arrays of the instance. The result depends on
    the random numbers alone: neither on the number of threads nor on which of them is done first.
    """
    done, lock = [(0, 1)] * runs, Lock()

    def told(run: int) -> Progress:
        def tell(anneals: int, total: int) -> None:
            with lock:
                done[run] = (anneals, total)
                progress(sum(part for part, _ in done), sum(max(whole, total) for _, whole in done))

        return tell

    tasks = (
        joblib.delayed(evolve)(instance, sizes, first, steps, generator, told(run))
        for run, generator in enumerate(random.spawn(runs))
    )
    if runs == 1 or workers == 1:
        results = [task(*arguments, **options) for task, arguments, options in tasks]
    else:
        results = joblib.Parallel(n_jobs=workers, prefer="threads")(tasks)
    best = max(range(runs), key=lambda run: (results[run].best.gain, -run))
    met = Evolution(trace=results[best].trace)
    for run in sorted(range(runs), key=lambda run: run != best):
        met.found.extend(results[run].found)
    return met
