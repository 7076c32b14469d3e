"""A text model of the user's own: a folder in the layout of sentence-transformers, with its weights as ONNX."""

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

#: The paths at which weights are sought, in order.
WEIGHTS = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx")
#: The longest text, in word pieces, whatever the model allows: time grows with its square.
LONGEST = 256

Masks = NDArray[np.int64]
#: From the states of tokens (texts, length, width) and a mask of 0 and 1 (texts, length, 1) to vectors (texts, width).
POOLING: dict[str, Callable[[Vectors, Vectors], Vectors]] = {
    "cls": lambda states, _: states[:, 0],
    "mean": lambda states, mask: (states * mask).sum(axis=1) / np.maximum(mask.sum(axis=1), 1e-9),
    "max": lambda states, mask: np.where(mask > 0, states, np.finfo(np.float32).min).max(axis=1),
}


def open_model(folder: Path) -> TextModel:
    """The text model in a sentence-transformers folder: ``tokenizer.json``, ONNX weights and the way of pooling.

    Everything is read from the folder; nothing is downloaded.

    Raises
    ------
    ModelError
        If a file is missing or cannot be used.
    """
    weights, tokens = _files(folder)
    pooling, longest = POOLING[_pooling(folder)], _longest(folder)
    try:
        session, tokenizer = session_of(weights), tokenizer_of(tokens, longest)
    except Exception as error:  # both libraries raise classes of their own, and plain Exception
        raise _unfit(folder, f"cannot be loaded ({type(error).__name__}).", "export or download it again.") from None
    inputs = {node.name for node in session.get_inputs()}
    if not inputs <= {"input_ids", "attention_mask", "token_type_ids"} or "input_ids" not in inputs:
        raise _unfit(
            folder,
            f"needs {', '.join(sorted(inputs))}, and reads no plain text.",
            "use a sentence-transformers model.",
        )

    def run(tokens: Masks, mask: Masks) -> Vectors:
        values = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        states = session.run(None, {name: values[name] for name in inputs})[0].astype(np.float32)
        vectors = pooling(states, mask[:, :, None].astype(np.float32)) if states.ndim == 3 else states
        vectors[mask.sum(axis=1) == 0] = 0.0
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        scaled: Vectors = vectors / np.maximum(lengths, 1e-9)
        return scaled

    try:
        dimensions = run(np.zeros((1, 2), np.int64), np.ones((1, 2), np.int64)).shape[-1]
    except Exception as error:
        raise _unfit(folder, f"cannot be run ({type(error).__name__}).", "use a sentence-transformers model.") from None
    return TextModel(folder.resolve().name, _fingerprint(weights, tokens), dimensions, longest, tokenizer, run)


def _files(folder: Path) -> tuple[Path, Path]:
    """The paths of a model's weights and of its tokenizer."""
    if not folder.is_dir():
        raise _unfit(folder, "is no folder.", "name the folder that holds the model.")
    weights = next((path for name in WEIGHTS if (path := folder / name).is_file()), None)
    if weights is None:
        raise _unfit(
            folder,
            f"has no weights that can be run: none of {', '.join(WEIGHTS)}.",
            'export the model with SentenceTransformer(..., backend="onnx").save_pretrained(FOLDER).',
        )
    tokens = folder / "tokenizer.json"
    if not tokens.is_file():
        raise _unfit(folder, "has no tokenizer.json.", "copy it from where the model was published.")
    return weights, tokens


def _fingerprint(*files: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _pooling(folder: Path) -> str:
    """The way in which the states of a text's tokens are pooled; by default, their mean."""
    settings = _settings(folder, "1_Pooling/config.json")
    if not settings:
        return "mean"
    # Older folders have a switch for each mode, newer ones the name of the mode.
    switched = [key.removeprefix("pooling_mode_").split("_")[0] for key, value in settings.items() if value is True]
    modes = [mode for mode in (settings.get("pooling_mode"), *switched) if isinstance(mode, str) and mode != "include"]
    if len(modes) != 1 or modes[0] not in POOLING:
        raise _unfit(
            folder,
            f"pools its tokens in a way that is not known here: {', '.join(modes) or 'none'}.",
            f"use a model that pools by one of: {', '.join(POOLING)}.",
        )
    return modes[0]


def _longest(folder: Path) -> int:
    length = _settings(folder, "sentence_bert_config.json").get("max_seq_length")
    return min(length, LONGEST) if isinstance(length, int) and length > 2 else LONGEST


def _settings(folder: Path, name: str) -> dict[str, Any]:
    """The content of a JSON file in the folder; empty if there is no such file."""
    path = folder / name
    if not path.is_file():
        return {}
    try:
        settings = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError):
        raise _unfit(folder, f"has a {name} that is no JSON.", "download it again.") from None
    return settings if isinstance(settings, dict) else {}


def _unfit(folder: Path, what: str, advice: str) -> ModelError:
    return ModelError(f"model {folder.name or folder}", what, "Nothing was matched.", advice)
