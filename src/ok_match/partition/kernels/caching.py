"""Compilation of the kernels, with their machine code kept on disk.

Numba decides from the file of a function alone whether its cached code is out of date, but a kernel contains the code
of the kernels that it calls. So the cache folder is named by a digest of all kernels: a change of one of them
invalidates the code of all.
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
    """Compile a function at its first call, without the interpreter lock, and keep its machine code on disk.

    Kernels neither make nor keep arrays, so references need not be counted. Counting cost several times the
    arithmetic, because each call passes some fifty arrays.

    Where the package folder is read-only, the code is kept in the user's cache folder, or compiled again in each
    process.
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
    """Inline a function into each kernel that calls it."""
    return numba.njit(inline="always", _nrt=False)(function)  # type: ignore[no-any-return]


def is_prepared() -> bool:
    """Whether the kernels were compiled before; if not, their first use takes about 20 seconds longer."""
    return any(FOLDER.rglob("annealing.anneal-*.nbc"))


def forget_others() -> None:
    """Delete the machine code of other versions of the kernels; do nothing where it cannot be deleted."""
    with contextlib.suppress(OSError):
        for folder in FOLDER.parent.glob("compiled-*"):
            if folder != FOLDER:
                shutil.rmtree(folder, ignore_errors=True)
