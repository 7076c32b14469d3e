"""Runs of ok-match in sealed processes, in a household whose folders are empty except for the sheet."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.laws import sealed

#: Seconds after which a library that reports from the background would have done so.
LINGERING = 30
#: The documented cache folder: it holds themes fitted to a theme list or a model of the user's own.
CACHE = "home/.cache/ok-match/"

#: A program that matches a sheet with enough statements to start threads, prints their number and stays alive.
LONG_LIFE = f"""
import sys, threading, time
start, names = threading.Thread.start, []
def counted(thread):
    names.append(thread.name)
    start(thread)
threading.Thread.start = counted

import ok_match
record = ok_match.match(ok_match.Sheet("answers.csv", open("answers.csv", "rb").read()))
assert len(record.participants) == {{people}}
assert "onnxruntime" in sys.modules
print(len(names))
time.sleep({LINGERING})
"""
PEOPLE, SENTENCES = 40, 12


@dataclass(frozen=True)
class Household:
    """A user's folders below one root, and the folder that the sheet is in."""

    root: Path

    def with_sheet(self, data: bytes, name: str = "answers.csv") -> "Household":
        """The same household, with a sheet to work on."""
        for folder in ("home", "temporary", "work"):
            (self.root / folder).mkdir(parents=True)
        (self.root / "work" / name).write_bytes(data)
        return self

    def start(self, *command: object) -> subprocess.Popen[str]:
        """A running sealed process; it inherits no setting that keeps the text model's library quiet."""
        home, cache = self.root / "home", self.root / "home" / ".cache"
        folders = {
            "HOME": home,
            "USERPROFILE": home,
            "APPDATA": home / "roaming",
            "LOCALAPPDATA": cache,
            "XDG_CACHE_HOME": cache,
            "XDG_CONFIG_HOME": home / ".config",
            "XDG_DATA_HOME": home / ".local" / "share",
            "XDG_STATE_HOME": home / ".local" / "state",
            "XDG_RUNTIME_DIR": home / "runtime",
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.root / "temporary"),
        }
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
        return subprocess.Popen(  # noqa: S603
            [sys.executable, sealed.__file__, *map(str, command)],
            cwd=self.root / "work",
            env=environment | {name: str(folder) for name, folder in folders.items()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        """A sealed process that has ended, with its output."""
        process = self.start(*command)
        output, errors = process.communicate(timeout=300)
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)

    def files(self) -> set[str]:
        """Every file in the household, by its path below the root."""
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()}


def long_life(root: Path) -> tuple[Household, subprocess.Popen[str]]:
    """A freshly started Python program that uses ok-match and runs for a while."""
    rows = ["Email,Name,Goals,Obstacles,Opportunities"]
    for person in range(PEOPLE):
        answers = [
            " ".join(f"We sell {facet} {person} {n}." for n in range(SENTENCES)) for facet in ("hay", "ham", "hats")
        ]
        rows.append(",".join([f"p{person}@people.example", f"Person {person}", *answers]))
    household = Household(root).with_sheet("\n".join(rows).encode())
    return household, household.start("-c", LONG_LIFE.format(people=PEOPLE))
