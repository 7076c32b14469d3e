"""Compiles the kernels, and keeps the machine code on disk.

Numba looks only at the file of a function itself to see whether its cached code is out of date, and a kernel
contains the code of those that it calls. The code is therefore cached in a folder that is named by a digest of all
the kernels, so that a change of one of them is noticed by the others.
"""

import contextlib
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba

HERE = Path(__file__).parent


def _digest() -> str:
    sources = sorted(HERE.glob("*.py"))
    return hashlib.sha256(
        b"\0".join([numba.__version__.encode(), *(path.read_bytes() for path in sources)])
    ).hexdigest()


FOLDER = HERE / "__pycache__" / f"compiled-{_digest()[:16]}"


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a function at its first call, without the interpreter's lock, and keep its machine code on disk.

    Kernels make no arrays and keep none, so that references need not be counted: counting cost several times the
    arithmetic, since each call passes some fifty arrays.

    Where nothing can be written, the code is kept in the user's cache folder, or compiled anew in each process.
    """
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(FOLDER)
    try:
        return numba.njit(cache=True, nogil=True, _nrt=False)(function)  # type: ignore[no-any-return]
    except RuntimeError:  # no folder to cache in
        return numba.njit(nogil=True, _nrt=False)(function)  # type: ignore[no-any-return]
    finally:
        numba.config.CACHE_DIR = before


def inlined(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a function into each kernel that calls it."""
    return numba.njit(inline="always", _nrt=False)(function)  # type: ignore[no-any-return]


def is_prepared() -> bool:
    """Say whether the kernels have been compiled before; if not, their first use takes some seconds more."""
    return any(FOLDER.rglob("annealing.anneal-*.nbc"))


def forget_others() -> None:
    """Delete the machine code of other versions of the kernels."""
    with contextlib.suppress(OSError):
        for folder in FOLDER.parent.glob("compiled-*"):
            if folder != FOLDER:
                shutil.rmtree(folder, ignore_errors=True)
