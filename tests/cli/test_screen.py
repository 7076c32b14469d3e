"""A result is formatted for a screen on a terminal, and as plain text anywhere else."""

import io
import shutil
from os import terminal_size

import pytest
from typer.testing import CliRunner

from ok_match.cli.app import app
from ok_match.cli.output import is_screen
from tests.conftest import SAMPLES

GOOD = str(SAMPLES / "hand-kept.csv")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, width: int = 100, **environment: str) -> str:
    """The output of a checked sheet on a screen."""
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("ok_match.cli.output.is_screen", lambda _: is_screen(Screen()))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: terminal_size((width, 40)))
    result = CliRunner().invoke(app, ["check", GOOD])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes.decode()


def test_a_screen_gets_frames_of_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (60, 90):
        lines = shown(monkeypatch, width, NO_COLOR="1").splitlines()
        assert {len(line) for line in lines} == {width}


def test_color_is_left_out_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" in shown(monkeypatch)
    assert "\x1b" in shown(monkeypatch, NO_COLOR="")
    without = shown(monkeypatch, NO_COLOR="1")
    assert "\x1b" not in without
    assert "╭" in without


def test_a_dumb_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, TERM="dumb")
    assert not set("\x1b╭╮╰╯│─") & set(text)
    assert text == CliRunner().invoke(app, ["check", GOOD]).stdout


def test_a_pipe_is_not_a_screen() -> None:
    assert not is_screen(io.StringIO())
