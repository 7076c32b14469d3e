"""The shipped text model is intact, and its vectors depend on each text alone."""

import hashlib

import numpy as np

from ok_match.similarity.encoder.text_model import FOLDER, embed


def test_the_shipped_files_match_their_checksums() -> None:
    lines = (FOLDER / "SHA256SUMS").read_text("utf-8").split("\n")
    named = dict(reversed(line.split("  ")) for line in lines if line)
    assert set(named) == {"encoder.onnx", "tokenizer.json"}
    for name, digest in named.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest


def test_its_licence_and_origin_lie_beside_it() -> None:
    assert "Apache License" in (FOLDER / "LICENSE").read_text("utf-8")
    assert "MiniLM" in (FOLDER / "NOTICE").read_text("utf-8")


def test_vectors_have_length_one_and_keep_the_order_of_texts() -> None:
    texts = ["hire a cook", "get paid on time", "hire a cook", ""]
    vectors = embed(texts)
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors[0] == vectors[2]).all()


def test_a_text_hardly_changes_with_its_company() -> None:
    alone = embed(["I never see my kids"])[0]
    among = embed(["short", "I never see my kids", "a rather longer text that makes the batch wider " * 3])[1]
    assert float(alone @ among) > 0.99


def test_no_texts_have_no_vectors_and_very_long_ones_are_truncated() -> None:
    assert embed([]).shape[0] == 0
    assert embed(["word " * 20_000]).shape == (1, 384)
