"""The text model: short texts become unit vectors, so that what means the same lies close together.

MiniLM-L6 fitted to the language of owners and leaders, as ONNX with int8 weights; ``text_model/README.md`` says
where it comes from and how it was made. It is run on this machine and never fetches anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FOLDER = Path(__file__).parent / "text_model"
#: The longest text read, in word pieces; a longer one is cut.
LONGEST = 96
#: Texts that are read at once; they are sorted by length, so that little of a batch is padding.
BATCH = 32
DIMENSIONS = 384


@lru_cache(maxsize=1)
def _loaded() -> tuple[Any, Any]:
    """Load tokenizer and weights once, when the first text is read."""
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    # One thread: two are slower on a busy machine, and the order of additions must not depend on their number.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(FOLDER / "encoder.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
    )
    return tokenizer, session


def embed(texts: Sequence[str]) -> Vectors:
    """Give the vectors of some texts.

    Returns
    -------
    ndarray of shape (texts, 384), float32
        Each of length one. The same set of texts gives the same vectors, whatever their order; 8-bit arithmetic
        lets a text's vector differ a little in other company.
    """
    unique = sorted(set(texts), key=lambda text: (len(text), text))
    tokenizer, session = _loaded()
    vectors: dict[str, Vectors] = {}
    for start in range(0, len(unique), BATCH):
        some = unique[start : start + BATCH]
        encoded = tokenizer.encode_batch(some)
        tokens = np.array([one.ids for one in encoded], np.int64)
        mask = np.array([one.attention_mask for one in encoded], np.int64)
        vectors.update(zip(some, session.run(None, {"tokens": tokens, "mask": mask})[0], strict=True))
    return np.array([vectors[text] for text in texts], np.float32).reshape(len(texts), DIMENSIONS)
