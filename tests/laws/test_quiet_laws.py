"""Law 11: help is quick, nothing opens a network connection, and no run leaves a file that nobody asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import ok_match
from ok_match.cli.app import app
from tests.conftest import SAMPLES
from tests.laws import sealed
from tests.laws.quiet_runs import CACHE, Household

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
COMMANDS = [str(command.name) for command in app.registered_commands]
HELP = (["--help"], ["--version"], *([command, "--help"] for command in COMMANDS))

LOADED = """
import sys
from ok_match.cli.app import main
for arguments in {commands!r}:
    sys.argv = ["ok-match", *arguments]
    try:
        main()
    except SystemExit as stopped:
        assert not stopped.code, arguments
    print(arguments, *sorted(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""

#: Programs that open an internet socket in C, unseen by Python, in different places.
SOCKET = "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)"
IN_A_THREAD = f"""
import threading
thread = threading.Thread(target=lambda: exec({SOCKET!r}))
thread.start()
thread.join()
"""
IN_A_WORKER = f"""
import joblib
def work(): exec({SOCKET!r})
joblib.Parallel(n_jobs=2)(joblib.delayed(work)() for _ in range(2))
"""
sealable = pytest.mark.skipif(bool(sealed.unsealable()), reason=sealed.unsealable())


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=300)  # noqa: S603


def package_files() -> set[Path]:
    """The files in the package's folder, except compiled code."""
    folder = Path(ok_match.__file__).parent
    return {path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture
def household(tmp_path: Path) -> Household:
    """A user's empty folders, with the small sample to work on."""
    return Household(tmp_path / "household").with_sheet((SAMPLES / "hand-kept.csv").read_bytes())


def test_help_loads_no_heavy_library() -> None:
    result = python(LOADED.format(commands=HELP, heavy=HEAVY))
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("Example: ok-match") == len(COMMANDS)
    assert result.stderr.splitlines() == [str(arguments) for arguments in HELP]


def test_the_package_itself_loads_no_library() -> None:
    code = "import sys, ok_match; print(*[m for m in ('pydantic', 'rich', 'typer', *{!r}) if m in sys.modules])"
    assert python(code.format(HEAVY)).stdout.strip() == ""


def test_whole_runs_open_no_connection_and_leave_only_what_was_asked_for(household: Household) -> None:
    shipped = package_files()
    commands = (
        (["check", "answers.csv"], "12 people"),
        (["match", "answers.csv", "-o", "record.json"], ""),
        (["explain", "record.json", "--person", "Maeve Tiernan"], "Maeve Tiernan"),
    )
    for arguments, words in commands:
        result = household.run("ok_match", *arguments)
        assert result.returncode == 0, (arguments, result.stderr)
        assert words in result.stdout
    assert household.files() == {"work/answers.csv", "work/record.json"}
    assert package_files() == shipped


def test_custom_themes_are_cached_in_the_documented_folder_only(household: Household) -> None:
    themes = "replace = true\n[[themes]]\nname = 'Hens'\nphrases = ['a coop', 'a fox', 'eggs']\n"
    (household.root / "work" / "hens.toml").write_text(themes, "utf-8")
    (household.root / "work" / "program.toml").write_text("themes = 'hens.toml'\n", "utf-8")
    before = household.files()
    result = household.run("ok_match", "themes", "answers.csv", "--program", "program.toml")
    assert result.returncode == 0, result.stderr
    assert "Hens" in result.stdout
    made = household.files() - before
    assert made
    assert all(name.startswith(CACHE) for name in made)


def test_a_python_program_that_lives_long_opens_no_connection_and_leaves_nothing(
    lingering: tuple[Household, subprocess.Popen[str]],
) -> None:
    household, process = lingering
    output, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    assert int(output) >= 2, "the statements were not read in several threads"
    assert household.files() == {"work/answers.csv"}


def test_the_audit_hook_notices_a_call_from_python(household: Household) -> None:
    assert household.run("-c", "import socket; socket.getaddrinfo('localhost', 80)").returncode == sealed.HEARD


@sealable
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_seal_notices_each_kind_of_internet_socket(household: Household, family: str) -> None:
    code = (
        f"import ctypes, socket; print(1, flush=True); ctypes.CDLL(None).socket(int(socket.{family}), 1, 0); print(2)"
    )
    result = household.run("-c", code)
    assert (result.returncode, result.stdout.split()) == (sealed.KILLED, ["1"])


@sealable
@pytest.mark.parametrize("code", [IN_A_THREAD, IN_A_WORKER], ids=["in a thread", "in a worker process"])
def test_the_seal_notices_a_socket_anywhere_in_the_program(household: Household, code: str) -> None:
    result = household.run("-c", f"{code}\nprint('survived')")
    assert result.returncode == sealed.KILLED or (result.returncode != 0 and "SIGSYS" in result.stderr)
    assert "survived" not in result.stdout


@sealable
def test_the_seal_spares_sockets_between_processes_of_one_machine(household: Household) -> None:
    assert household.run("-c", "import socket; socket.socket(socket.AF_UNIX).close()").returncode == 0


def test_a_stray_file_would_be_noticed(household: Household) -> None:
    before = household.files()
    assert household.run("-c", "import tempfile; tempfile.mkstemp()").returncode == 0
    (stray,) = household.files() - before
    assert stray.startswith("temporary/")
