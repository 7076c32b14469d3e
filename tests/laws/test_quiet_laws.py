"""Law 11: help is quick, and nothing ever opens a network connection."""

import subprocess
import sys

from tests.conftest import SAMPLES

HEAVY = (
    "pandas",
    "sklearn",
    "scipy",
    "numba",
    "numpy",
    "networkx",
    "python_calamine",
    "onnxruntime",
    "tokenizers",
    "rich.progress",
)

BLOCKED = """
import os, sys
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(2, event.encode())
        os._exit(97)
sys.addaudithook(watch)
sys.argv = ["ok-match", *{arguments!r}]
from ok_match.cli.app import main
main()
"""

LOADED = """
import sys
sys.argv = ["ok-match", *{arguments!r}]
from ok_match.cli.app import main
try:
    main()
except SystemExit:
    pass
print(*sorted(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=300)  # noqa: S603


def test_help_loads_no_heavy_library() -> None:
    for arguments in (["--help"], ["match", "--help"], ["check", "--help"], ["--version"]):
        result = run(LOADED.format(arguments=arguments, heavy=HEAVY))
        assert result.stdout.strip()
        assert result.stderr.strip() == "", f"{arguments} loaded {result.stderr}"


def test_the_package_itself_loads_no_library() -> None:
    code = "import sys, ok_match; print(*[m for m in ('pydantic', 'rich', 'typer', *{!r}) if m in sys.modules])"
    assert run(code.format(HEAVY)).stdout.strip() == ""


def test_a_whole_run_opens_no_connection() -> None:
    for command in ("match", "check"):
        result = run(BLOCKED.format(arguments=[command, str(SAMPLES / "hand-kept.csv")]))
        assert result.returncode == 0, result.stderr
        assert "12" in result.stdout


def test_the_watch_itself_would_notice() -> None:
    code = BLOCKED.replace("main()\n", "import socket\nsocket.getaddrinfo('localhost', 80)\n")
    assert run(code.format(arguments=[])).returncode == 97
