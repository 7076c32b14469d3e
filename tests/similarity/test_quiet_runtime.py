import os
import sys
import tempfile
from pathlib import Path

import pytest

from ok_match.similarity.encoder import quiet_runtime


def environment(home: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ORT_"))}
    return kept | {"HOME": str(home), "LOCALAPPDATA": str(home)}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


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


def test_the_session_it_left_is_removed_and_a_file_of_that_name_that_is_another_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    session = tmp_path / quiet_runtime.SESSION
    session.write_text("1795899329596\nf0931dc2-8054-56dd-314f-a7ab6b07a571\n")
    quiet_runtime.remove_telemetry()
    assert not session.exists()
    session.write_text("my notes on sessions\n")
    quiet_runtime.remove_telemetry()
    assert session.exists()


def test_the_runtime_is_asked_to_report_nothing() -> None:
    assert quiet_runtime.quiet_runtime().__name__ == "onnxruntime"
    assert os.environ[quiet_runtime.SWITCH] == "1"
