"""The command line as a shell sees it, but run in this process."""

import gc
import subprocess
from collections.abc import Callable, Iterator

import pytest

from ok_match.cli.app import main

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ok_match(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """The command with its arguments: its exit code and what it printed.

    It goes through ``main``, as the installed command does, but saves the second that a new process needs to load the
    libraries. An exception that escapes from ``main`` would be a traceback in a shell, and fails the test here.
    """
    thresholds = gc.get_threshold()

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = ["ok-match", *map(str, arguments)]
        monkeypatch.setattr("sys.argv", command)
        capsys.readouterr()
        try:
            main()
        except SystemExit as stopped:
            code = stopped.code
        else:
            code = 0
        printed = capsys.readouterr()
        assert code is None or isinstance(code, int), code
        return subprocess.CompletedProcess(command, code or 0, printed.out, printed.err)

    yield run
    gc.set_threshold(*thresholds)
