"""The ONNX runtime, with its telemetry switched off.

From version 1.32 on, onnxruntime has telemetry on by default. It keeps a device id and a database of events in the
user's cache folder and, in a long-running process, looks up a host to send them to. The environment variable must be
set before the library is loaded: its own ``disable_telemetry_events`` comes too late to prevent the files.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

SWITCH = "ORT_DISABLE_TELEMETRY"
#: The library's folder below the cache folder, and the files that it leaves there.
LEFT = ("Microsoft", "DeveloperTools", ".onnxruntime")
FILES = ("deviceid*", "onnxruntime.db*")
#: The file that it leaves in the folder for temporary files: when the session began, and a random id.
SESSION, SESSION_TEXT = ".ses", re.compile(rb"\d{10,16}\n[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n?")


@cache
def quiet_runtime() -> Any:
    """The ``onnxruntime`` module, with its telemetry off and the files of earlier runs removed."""
    os.environ[SWITCH] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    remove_telemetry()
    return onnxruntime


def remove_telemetry() -> None:
    """Delete onnxruntime's device id, session and events, and the folders that this leaves empty."""
    with contextlib.suppress(OSError):
        session = Path(tempfile.gettempdir()) / SESSION
        if session.stat().st_size < 100 and SESSION_TEXT.fullmatch(session.read_bytes()):
            session.unlink()
    folder = _base().joinpath(*LEFT)
    with contextlib.suppress(OSError):
        for pattern in FILES:
            for path in folder.glob(pattern):
                path.unlink()
        for _ in LEFT:
            folder.rmdir()
            folder = folder.parent


def _base() -> Path:
    """The folder below which the library keeps its files."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
