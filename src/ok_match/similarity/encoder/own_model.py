"""A text model of the user's own: a folder as sentence-transformers saves it, with the weights as ONNX."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ok_match.errors import ModelError

from .text_model import TextModel, Vectors, session_of, tokenizer_of

#: Where the weights may lie, the best first: 8-bit weights are three times as fast.
WEIGHTS = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx")
#: No text is read further than this, in word pieces, whatever the model allows: time grows with its square.
LONGEST = 256

Masks = NDArray[np.int64]
#: How the states of a text's tokens become its vector: takes states (texts, length, width) and a mask of 0 and 1.
POOLING: dict[str, Callable[[Vectors, Vectors], Vectors]] = {
    "cls": lambda states, _: states[:, 0],
    "mean": lambda states, mask: (states * mask).sum(axis=1) / np.maximum(mask.sum(axis=1), 1e-9),
    "max": lambda states, mask: np.where(mask > 0, states, np.finfo(np.float32).min).max(axis=1),
}


def open_model(folder: Path) -> TextModel:
    """Load a sentence-transformers folder: ``tokenizer.json``, weights as ONNX, and how they are pooled.

    Raises
    ------
    ModelError
        If a file is missing or cannot be used. Nothing is ever fetched.
    """
    if not folder.is_dir():
        raise _unfit(folder, "is no folder.", "name the folder that holds the model.")
    weights = next((path for name in WEIGHTS if (path := folder / name).is_file()), None)
    if weights is None:
        raise _unfit(
            folder,
            f"holds no weights that can be run: none of {', '.join(WEIGHTS)}.",
            'export the model with SentenceTransformer(..., backend="onnx").save_pretrained(FOLDER).',
        )
    tokens = folder / "tokenizer.json"
    if not tokens.is_file():
        raise _unfit(folder, "holds no tokenizer.json.", "copy it from where the model was published.")
    pooled = POOLING[_pooling(folder)]
    longest = _longest(folder)
    try:
        session, tokenizer = session_of(weights), tokenizer_of(tokens, longest)
    except Exception as error:  # both libraries raise classes of their own, and plain Exception
        raise _unfit(folder, f"cannot be loaded ({type(error).__name__}).", "export or download it anew.") from None
    given = {one.name for one in session.get_inputs()}
    if not given <= {"input_ids", "attention_mask", "token_type_ids"} or "input_ids" not in given:
        raise _unfit(
            folder,
            f"asks for {', '.join(sorted(given))}, and reads no plain text.",
            "use a sentence-transformers model.",
        )

    def run(tokens: Masks, mask: Masks) -> Vectors:
        known = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        found = session.run(None, {name: known[name] for name in given})[0].astype(np.float32)
        vectors = pooled(found, mask[:, :, None].astype(np.float32)) if found.ndim == 3 else found
        vectors[mask.sum(axis=1) == 0] = 0.0
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        scaled: Vectors = vectors / np.maximum(lengths, 1e-9)
        return scaled

    try:
        dimensions = run(np.zeros((1, 2), np.int64), np.ones((1, 2), np.int64)).shape[-1]
    except Exception as error:
        raise _unfit(folder, f"cannot be run ({type(error).__name__}).", "use a sentence-transformers model.") from None
    return TextModel(folder.resolve().name, _fingerprint(weights, tokens), dimensions, longest, tokenizer, run)


def _fingerprint(*files: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _pooling(folder: Path) -> str:
    """Say how a text's vector is made of its tokens' states; the mean where the folder does not say."""
    told = _read(folder, "1_Pooling/config.json")
    if not told:
        return "mean"
    # Older folders have a switch for each way, newer ones a word for the way.
    chosen = [key.removeprefix("pooling_mode_").split("_")[0] for key, value in told.items() if value is True]
    wanted = [one for one in (told.get("pooling_mode"), *chosen) if isinstance(one, str) and one != "include"]
    if len(wanted) != 1 or wanted[0] not in POOLING:
        raise _unfit(
            folder,
            f"pools its tokens in a way that is not known here: {', '.join(wanted) or 'none'}.",
            f"use a model that pools by one of: {', '.join(POOLING)}.",
        )
    return wanted[0]


def _longest(folder: Path) -> int:
    told = _read(folder, "sentence_bert_config.json").get("max_seq_length")
    return min(told, LONGEST) if isinstance(told, int) and told > 2 else LONGEST


def _read(folder: Path, name: str) -> dict[str, Any]:
    """Read a JSON file of the folder; one that is not there says nothing."""
    path = folder / name
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError):
        raise _unfit(folder, f"holds a {name} that is no JSON.", "download it anew.") from None
    return found if isinstance(found, dict) else {}


def _unfit(folder: Path, what: str, advice: str) -> ModelError:
    return ModelError(f"model {folder.name or folder}", what, "Nothing was matched.", advice)
