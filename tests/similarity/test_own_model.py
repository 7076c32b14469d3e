"""A user's own text model: it replaces the shipped one, the record names it, and ``explain`` insists on it."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from ok_match import ModelError, read_record
from ok_match.cli.app import app
from ok_match.model import ThemeEntry, ThemeList
from ok_match.similarity import guess_themes, open_model
from ok_match.similarity.encoder.text_model import embed
from tests.builders import participant
from tests.conftest import SAMPLES

from .small_model import WIDTH, write_model

PAID = ThemeEntry(name="Getting paid", phrases=("paid late", "invoice late", "cash late"))
REST = ThemeEntry(name="Rest", phrases=("tired", "tired sleep", "sleep"))
TWO = ThemeList(replace=True, themes=(PAID, REST))
GOOD = str(SAMPLES / "hand-kept.csv")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny model, and an empty cache folder for its fits."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return write_model(tmp_path / "tiny")


@pytest.mark.parametrize("pooling", ["pooling_mode_mean_tokens", "pooling_mode_cls_token", "pooling_mode_max_tokens"])
def test_vectors_have_length_one_however_tokens_are_pooled(tmp_path: Path, pooling: str) -> None:
    vectors = embed(["paid late", "invoice", ""], open_model(write_model(tmp_path / "m", pooling=pooling)))

    assert vectors.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(vectors[:2], axis=1), 1, atol=1e-5)


def test_padding_changes_no_vector(folder: Path) -> None:
    model = open_model(folder)

    alone, among = embed(["paid"], model)[0], embed(["paid", "late late late cash"], model)[0]

    assert np.allclose(alone, among, atol=1e-6)


def test_themes_are_fitted_for_the_model_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = participant("Ada", goals="invoice paid late")
    (first,) = guess_themes((person,), TWO, open_model(folder))
    assert first.guesses[0].theme == "Getting paid"

    monkeypatch.setattr("ok_match.similarity.themes.refit.fit_themes", None)
    assert guess_themes((person,), TWO, open_model(folder)) == (first,)


def test_the_record_names_the_model_and_explain_asks_for_it(folder: Path, tmp_path: Path) -> None:
    themes = tmp_path / "two.toml"
    themes.write_text(
        "replace = true\n"
        + "".join(f'[[themes]]\nname = "{t.name}"\nphrases = {json.dumps(t.phrases)}\n' for t in TWO.themes)
    )
    program = tmp_path / "program.toml"
    program.write_text('themes = "two.toml"\n')
    saved = tmp_path / "record.json"

    def run(*arguments: object) -> object:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    made = run("match", GOOD, "--size", "3-6", "-p", program, "--model", folder, "-o", saved)
    assert made.exit_code == 0, made.output
    record = read_record(saved.read_text("utf-8"), "record.json")
    assert record.provenance.model is not None
    assert record.provenance.model.name == "tiny"
    ask = ("explain", saved, "--cohort", "1")
    assert run(*ask, "--model", folder).exit_code == 0
    refused = run(*ask)
    assert "--model" in refused.stderr
    assert "tiny" in refused.stderr
    other = write_model(tmp_path / "other", pooling="pooling_mode_cls_token")
    (other / "tokenizer.json").write_text((other / "tokenizer.json").read_text() + "\n")
    assert "another was given" in run(*ask, "--model", other).stderr


def test_a_model_is_refused_by_an_engine_that_reads_none(folder: Path) -> None:
    refused = CliRunner().invoke(app, ["match", GOOD, "--engine", "lexical", "--model", str(folder)])

    assert refused.exit_code == 2


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("no folder", "is no folder"),
        ("no weights", "no weights"),
        ("no tokenizer", "no tokenizer.json"),
        ("broken weights", "cannot be loaded"),
        ("broken tokenizer", "cannot be loaded"),
        ("broken settings", "no JSON"),
        ("odd pooling", "not known here"),
        ("no text", "reads no plain text"),
    ],
)
def test_an_unusable_folder_is_rejected_with_the_reason(tmp_path: Path, fault: str, message: str) -> None:
    model = tmp_path / "m"
    if fault != "no folder":
        write_model(model, inputs=("pixels",) if fault == "no text" else ("input_ids",))
    weights, settings = model / "onnx" / "model.onnx", model / "1_Pooling" / "config.json"
    if fault == "no weights":
        weights.unlink()
    elif fault == "no tokenizer":
        (model / "tokenizer.json").unlink()
    elif fault == "broken weights":
        weights.write_bytes(b"nothing")
    elif fault == "broken tokenizer":
        (model / "tokenizer.json").write_text("{")
    elif fault == "broken settings":
        settings.write_text("{")
    elif fault == "odd pooling":
        settings.write_text(json.dumps({"pooling_mode_lasttoken": True}))

    with pytest.raises(ModelError, match=message):
        open_model(model)
