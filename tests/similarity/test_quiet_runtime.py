import os
import subprocess
import sys
from pathlib import Path

import pytest

from ok_match.similarity.encoder import quiet_runtime
from tests.conftest import SAMPLES


def environment(home: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ORT_"))}
    return kept | {"HOME": str(home), "LOCALAPPDATA": str(home)}


def run(arguments: list[str], home: Path) -> None:
    subprocess.run([sys.executable, *arguments], env=environment(home), check=True, capture_output=True, timeout=300)  # noqa: S603


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="home folders are found in another way")
def test_a_run_leaves_no_file_in_the_home_folder(tmp_path: Path) -> None:
    run(["-m", "ok_match", "match", str(SAMPLES / "hand-kept.csv")], tmp_path)
    assert files(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="home folders are found in another way")
def test_what_the_library_left_before_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    base = quiet_runtime._base()
    left = base.joinpath(*quiet_runtime.LEFT)
    left.mkdir(parents=True)
    for name in ("deviceid", "deviceid.lock", "onnxruntime.db", "onnxruntime.db-wal"):
        (left / name).touch()
    other = base / "Microsoft" / "deviceid"
    other.touch()
    quiet_runtime.remove_telemetry()
    assert files(base) == [other]
    assert not left.parent.exists()
    quiet_runtime.remove_telemetry()  # nothing is there, and that is no fault


def test_the_runtime_is_asked_to_report_nothing() -> None:
    assert quiet_runtime.quiet_runtime().__name__ == "onnxruntime"
    assert os.environ[quiet_runtime.SWITCH] == "1"
