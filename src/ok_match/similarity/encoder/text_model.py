"""The text model of the package: from a short text to a vector of unit length.

MiniLM (Wang et al., NeurIPS 2020) as a sentence encoder (Reimers and Gurevych, EMNLP 2019), fitted to the language
of owners and leaders; int8 weights, run on the CPU by onnxruntime. It never uses the network. ``text_model/README.md``
describes how it was made. A user's own model may take its place: see ``own_model``.
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
#: From token numbers and a mask, both of shape (texts, length), to vectors of shape (texts, dimensions).
Run = Callable[[NDArray[np.int64], NDArray[np.int64]], Vectors]

FOLDER = Path(__file__).parent / "text_model"
#: The longest text, in word pieces; longer ones are truncated.
LONGEST = 96
#: The number of characters kept per word piece; longer strings are not words.
CHARACTERS = 32
#: The number of texts in a batch. Texts are sorted by length, so that batches need little padding.
BATCH = 32
#: The number of batches above which threads pay off.
MANY_BATCHES = 40
#: Called with the number of steps done and the total.
StepProgress = Callable[[int, int], None]


def unreported(_done: int, _total: int) -> None:
    """No progress reports at all."""


@dataclass(frozen=True, slots=True)
class TextModel:
    """A tokenizer and weights, ready to run.

    Attributes
    ----------
    name : str
        Its name in reports; empty for the model of the package.
    fingerprint : str
        The SHA-256 of its files, in hexadecimal.
    dimensions : int
        The length of its vectors.
    longest : int
        The longest text, in word pieces; longer ones are truncated.
    tokenizer : tokenizers.Tokenizer
        From texts to word pieces.
    run : callable
        From token numbers and a mask, both of shape (texts, length), to vectors of shape (texts, dimensions).
    """

    name: str
    fingerprint: str
    dimensions: int
    longest: int
    tokenizer: Any
    run: Run


@lru_cache(maxsize=1)
def shipped_model() -> TextModel:
    """The package's own model, loaded lazily and once."""
    session = session_of(FOLDER / "encoder.onnx")

    def run(tokens: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        vectors: Vectors = session.run(None, {"tokens": tokens, "mask": mask})[0]
        return vectors

    return TextModel("", shipped_fingerprint(), 384, LONGEST, tokenizer_of(FOLDER / "tokenizer.json", LONGEST), run)


def shipped_fingerprint() -> str:
    """The identity of the package's own model: the checksums of its files."""
    return (FOLDER / "SHA256SUMS").read_text("utf-8")


def tokenizer_of(path: Path, longest: int) -> Any:
    """A tokenizer that truncates long texts and pads each batch to its longest text."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(longest)
    tokenizer.enable_padding(**{} if tokenizer.padding is None else _padding(tokenizer.padding))
    return tokenizer


def _padding(known: dict[str, Any]) -> dict[str, Any]:
    """A tokenizer's own padding settings, without a fixed length."""
    return {key: known[key] for key in ("direction", "pad_id", "pad_type_id", "pad_token") if key in known}


def session_of(path: Path) -> Any:
    """An ONNX file, loaded to run on the CPU."""
    onnxruntime = quiet_runtime()
    options = onnxruntime.SessionOptions()
    # One thread: two are slower on a busy machine, and the order of additions must not depend on their number.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # An arena would keep as much memory as the largest batch ever needed.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])


def embed(texts: Sequence[str], model: TextModel | None = None, progress: StepProgress = unreported) -> Vectors:
    """The vectors of texts.

    Parameters
    ----------
    texts : sequence of str
        In any order, with or without repetitions.
    model : TextModel, optional
        By default, the model of the package.
    progress : callable, optional
        Called with the number of distinct texts done and the total.

    Returns
    -------
    ndarray of shape (texts, dimensions), float32
        Each of length one. Equal sets of texts have equal vectors, whatever their order. In different sets, a text's
        vector may differ slightly, because of 8-bit arithmetic.
    """
    model = model or shipped_model()
    # Truncation comes before tokenization, so that a very long answer costs no more than a long one.
    cut = [text[: model.longest * CHARACTERS] for text in texts]
    unique = sorted(set(cut), key=lambda text: (len(text), text))
    batches = [unique[start : start + BATCH] for start in range(0, len(unique), BATCH)]

    def vectors_of(batch: Sequence[str]) -> Vectors:
        encodings = model.tokenizer.encode_batch(batch)
        tokens = np.array([encoding.ids for encoding in encodings], np.int64)
        mask = np.array([encoding.attention_mask for encoding in encodings], np.int64)
        return model.run(tokens, mask)

    vectors: dict[str, Vectors] = {}
    # A few batches are done before threads have started. The vectors do not depend on the thread.
    workers = -1 if len(batches) > MANY_BATCHES else 1
    results = joblib.Parallel(n_jobs=workers, prefer="threads", return_as="generator")(
        joblib.delayed(vectors_of)(batch) for batch in batches
    )
    for batch, rows in zip(batches, results, strict=True):
        vectors.update(zip(batch, rows, strict=True))
        progress(len(vectors), len(unique))
    return np.array([vectors[text] for text in cut], np.float32).reshape(len(texts), model.dimensions)
