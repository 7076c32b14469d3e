"""Mixed-integer programs, solved by HiGHS (Huangfu, Hall, Math. Program. Comput. 10, 2018, 119-142)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

#: The status of a result after a time limit, and of an infeasible program.
OUT_OF_TIME, NO_WAY = 1, 2
#: One constraint: columns, their weights, and the lower and upper bound of the weighted sum.
Row = tuple[Sequence[int], Sequence[float], float, float]


def most(
    gains: NDArray[np.float64], upper: NDArray[np.float64], rows: Sequence[Row], **limits: float
) -> OptimizeResult:
    """The whole numbers from 0 to ``upper`` that satisfy every constraint and gain most.

    Parameters
    ----------
    gains, upper : ndarray of shape (columns,)
        The gain of each variable, and its upper bound.
    rows : sequence of Row
        The constraints.
    **limits : float
        Limits of HiGHS: ``node_limit``, ``time_limit``.

    Returns
    -------
    scipy.optimize.OptimizeResult
        ``fun`` is minus the gain, and ``mip_dual_bound`` a lower bound on it.
    """
    counts = [len(columns) for columns, *_ in rows]
    matrix = csr_array(
        (
            np.concatenate([weights for _, weights, *_ in rows]),
            np.concatenate([columns for columns, *_ in rows]).astype(np.int32),
            np.cumsum([0, *counts]).astype(np.int32),
        ),
        shape=(len(rows), gains.size),
    )
    constraints = LinearConstraint(matrix, [row[2] for row in rows], [row[3] for row in rows])
    with muted():
        return milp(
            -gains, integrality=np.ones(gains.size), bounds=Bounds(0, upper), constraints=constraints, options=limits
        )


@contextmanager
def muted() -> Iterator[None]:
    """A context in which nothing reaches the standard output.

    HiGHS writes lines of its own there, whatever its options say, and they would end up in the middle of a record.
    """
    try:
        kept = os.dup(1)
    except OSError:  # there is no standard output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
