"""The text model that comes with the package: a short text becomes a vector of unit length.

MiniLM (Wang et al., NeurIPS 2020) as a sentence encoder (Reimers and Gurevych, EMNLP 2019), fitted to the language
of owners and leaders; int8 weights, run on the CPU by onnxruntime. Nothing is fetched. How it was made is told in
``text_model/README.md``. A folder of one's own may take its place (``own_model``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from numpy.typing import NDArray

from .quiet_runtime import quiet_runtime

Vectors = NDArray[np.float32]
#: Takes token numbers and a mask, both of shape (texts, length), and gives one vector a text.
Run = Callable[[NDArray[np.int64], NDArray[np.int64]], Vectors]

FOLDER = Path(__file__).parent / "text_model"
#: The longest text read, in word pieces; a longer one is cut.
LONGEST = 96
#: As many characters are looked at for each word piece read: a longer word than that is no word.
CHARACTERS = 32
#: Texts that are read at once; they are sorted by length, so that little of a batch is padding.
BATCH = 32
#: With more batches than this, they are shared among threads.
MANY_BATCHES = 40
#: Told the steps done and the steps in all.
Progress = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class TextModel:
    """A tokenizer and weights that are ready to run.

    Attributes
    ----------
    name : str
        What reports call it; empty for the model that comes with the package.
    fingerprint : str
        SHA-256 of its files, in hexadecimal: another file, another fingerprint.
    dimensions : int
        How long its vectors are.
    longest : int
        The longest text read, in word pieces.
    """

    name: str
    fingerprint: str
    dimensions: int
    longest: int
    tokenizer: Any
    run: Run


@lru_cache(maxsize=1)
def shipped_model() -> TextModel:
    """Load the package's own model once, when the first text is read."""
    session = session_of(FOLDER / "encoder.onnx")

    def run(tokens: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        vectors: Vectors = session.run(None, {"tokens": tokens, "mask": mask})[0]
        return vectors

    return TextModel("", shipped_fingerprint(), 384, LONGEST, tokenizer_of(FOLDER / "tokenizer.json", LONGEST), run)


def shipped_fingerprint() -> str:
    """Name the package's own model by the sums that its files are checked against."""
    return (FOLDER / "SHA256SUMS").read_text("utf-8")


def tokenizer_of(path: Path, longest: int) -> Any:
    """Load a tokenizer that cuts long texts, and pads each batch to its own longest text."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(longest)
    tokenizer.enable_padding(**{} if tokenizer.padding is None else _padding(tokenizer.padding))
    return tokenizer


def _padding(known: dict[str, Any]) -> dict[str, Any]:
    """Keep what a tokenizer says of its padding, but for a fixed length."""
    return {key: known[key] for key in ("direction", "pad_id", "pad_type_id", "pad_token") if key in known}


def session_of(path: Path) -> Any:
    """Load an ONNX file to be run on the CPU."""
    onnxruntime = quiet_runtime()
    options = onnxruntime.SessionOptions()
    # One thread: two are slower on a busy machine, and the order of additions must not depend on their number.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # What is kept for the next batch would be as large as the largest batch ever was.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])


def embed(texts: Sequence[str], model: TextModel | None = None, progress: Progress = silent) -> Vectors:
    """Give the vectors of some texts; ``progress`` is told how many are done, and how many there are.

    Returns
    -------
    ndarray of shape (texts, dimensions), float32
        Each of length one. The same set of texts gives the same vectors, whatever their order; 8-bit arithmetic
        lets a text's vector differ a little in other company.
    """
    model = model or shipped_model()
    # What is cut off anyway need not be read, so that a very long answer costs no more than a long one.
    cut = [text[: model.longest * CHARACTERS] for text in texts]
    unique = sorted(set(cut), key=lambda text: (len(text), text))
    batches = [unique[start : start + BATCH] for start in range(0, len(unique), BATCH)]

    def vectors_of(some: Sequence[str]) -> Vectors:
        encoded = model.tokenizer.encode_batch(some)
        tokens = np.array([one.ids for one in encoded], np.int64)
        mask = np.array([one.attention_mask for one in encoded], np.int64)
        return model.run(tokens, mask)

    vectors: dict[str, Vectors] = {}
    # Few are done before threads have started; a batch has the same vectors in whichever thread it is read.
    workers = -1 if len(batches) > MANY_BATCHES else 1
    found = joblib.Parallel(n_jobs=workers, prefer="threads", return_as="generator")(
        joblib.delayed(vectors_of)(some) for some in batches
    )
    for some, rows in zip(batches, found, strict=True):
        vectors.update(zip(some, rows, strict=True))
        progress(len(vectors), len(unique))
    return np.array([vectors[text] for text in cut], np.float32).reshape(len(texts), model.dimensions)
