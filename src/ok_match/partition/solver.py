"""Mixed-integer programs, solved by HiGHS (Huangfu, Hall, Math. Program. Comput. 10, 2018, 119-142)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

#: The status of a result when the seconds are over, and when nothing keeps all demands.
OUT_OF_TIME, NO_WAY = 1, 2
#: One demand: columns, their weights, and the bounds of the sum.
Row = tuple[Sequence[int], Sequence[float], float, float]


def most(
    gains: NDArray[np.float64], upper: NDArray[np.float64], rows: Sequence[Row], **limits: float
) -> OptimizeResult:
    """Find whole numbers, 0 to ``upper``, that keep every demand and gain most.

    ``limits`` are those of HiGHS: ``node_limit``, ``time_limit``. ``fun`` of the result is the gain with its sign
    turned, and ``mip_dual_bound`` what it cannot be below.
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
    demands = LinearConstraint(matrix, [row[2] for row in rows], [row[3] for row in rows])
    with muted():
        return milp(
            -gains, integrality=np.ones(gains.size), bounds=Bounds(0, upper), constraints=demands, options=limits
        )


@contextmanager
def muted() -> Iterator[None]:
    """Let nothing through to the standard output.

    HiGHS writes lines of its own there, whatever it is told, and they would stand in the middle of a record.
    """
    try:
        kept = os.dup(1)
    except OSError:  # there is none
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
