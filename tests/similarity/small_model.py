"""A tiny sentence-transformers folder: each word has a vector of its own, and a text is their mean."""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

WIDTH = 24
WORDS = ("[PAD]", "[UNK]", "cash", "invoice", "paid", "late", "hire", "cook", "staff", "tired", "sleep", "son", "heir")


def _field(number: int, value: bytes | int | str) -> bytes:
    """The encoding of one field of a protocol buffer."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    encoded = b""
    while value > 127:
        encoded += bytes([value & 127 | 128])
        value >>= 7
    return encoded + bytes([value])


def _value(name: str, kind: int, shape: tuple[str | int, ...]) -> bytes:
    dims = b"".join(_field(1, _field(2 if isinstance(size, str) else 1, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, dims)))


def onnx_of(table: np.ndarray, inputs: tuple[str, ...]) -> bytes:
    """An ONNX file that looks each token up in a table of vectors (onnx.proto, IR version 8, opset 17)."""
    node = _field(1, "table") + _field(1, inputs[0]) + _field(2, "last_hidden_state") + _field(4, "Gather")
    tensor = b"".join(_field(1, size) for size in table.shape) + _field(2, 1) + _field(8, "table")
    tensor += _field(9, table.astype("<f4").tobytes())
    graph = _field(1, node) + _field(2, "lookup") + _field(5, tensor)
    graph += b"".join(_field(11, _value(name, 7, ("texts", "length"))) for name in inputs)
    graph += _field(12, _value("last_hidden_state", 1, ("texts", "length", table.shape[1])))
    return _field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 17))


def write_model(
    folder: Path, *, pooling: str = "pooling_mode_mean_tokens", inputs: tuple[str, ...] = ("input_ids",)
) -> Path:
    """The folder, written and ready to open."""
    (folder / "onnx").mkdir(parents=True)
    (folder / "1_Pooling").mkdir()
    table = np.random.default_rng(1).normal(size=(len(WORDS), WIDTH))
    (folder / "onnx" / "model.onnx").write_bytes(onnx_of(table, inputs))
    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, "[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"word_embedding_dimension": WIDTH, pooling: True}))
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 64}))
    return folder
