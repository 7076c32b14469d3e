"""Files that are handed in by mistake, named for what they are."""

import io
import json
import re
import tomllib
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from ok_match.errors import SheetError

from .refusals import DOWNLOAD, refusal

#: The first bytes by which a file is judged.
HEAD = 1 << 16
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
ARCHIVE = b"PK\x03\x04"
#: The sizes of the lock files that Excel and Word keep, which hold a name and blanks.
_LOCK_SIZES = (162, 165, 171)


class _Kind(NamedTuple):
    what: str
    advice: str
    starts: bytes
    holds: bytes
    ole: bytes
    parts: str
    pattern: re.Pattern[bytes] | None
    name: re.Pattern[str] | None

    def fits(self, data: bytes, name: str, parts: Sequence[str]) -> bool:
        if self.name and not self.name.fullmatch(name):
            return False
        if not data.startswith(OLD_OFFICE if self.ole else self.starts) or self.holds not in data[:HEAD]:
            return False
        if self.ole and self.ole not in data:
            return False
        if self.parts and not any(part.startswith(self.parts) for part in parts):
            return False
        return not self.pattern or self.pattern.match(data[:HEAD]) is not None


@cache
def _kinds() -> tuple[_Kind, ...]:
    text = resources.files(__package__).joinpath("kinds.toml").read_text("utf-8")
    flags = re.IGNORECASE | re.DOTALL
    return tuple(
        _Kind(
            entry["what"],
            entry.get("advice", DOWNLOAD),
            bytes.fromhex(entry.get("starts", "")),
            entry.get("holds", "").encode(),
            entry.get("ole", "").encode("utf-16-le"),
            entry.get("parts", ""),
            re.compile(entry["pattern"].encode("latin-1"), flags) if "pattern" in entry else None,
            re.compile(entry["name"], flags) if "name" in entry else None,
        )
        for entry in tomllib.loads(text)["kind"]
    )


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Reject what is surely no sheet: documents, pictures, databases, links, lock files.

    Raises
    ------
    SheetError
        If the bytes, or the name of the file, are those of something else. It says of what, and what to do.
    """
    base = re.split(r"[\\/]", name)[-1]
    if not data.strip():
        raise SheetError(
            name, "is empty.", "There is nobody to place.", "download the answers again; the file has no content."
        )
    text = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    parts = names_in(data) if data.startswith(ARCHIVE) else []
    for kind in _kinds():
        if kind.fits(text, base, parts):
            lead = base[:2] if base.startswith("~$") else ".~lock."
            raise refusal(name, kind.what, kind.advice.format(lead=f"“{lead}”"))
    if len(data) in _LOCK_SIZES and data[0] < 55 and data.count(b" ") + data.count(b"\0") > len(data) // 2:
        raise refusal(
            name,
            "is the small lock file that Excel keeps beside a workbook while it is open, not the workbook.",
            "hand in the workbook itself; save and close it first.",
        )
    if _is_json(text):
        raise refusal(name, "is JSON, not a spreadsheet.")


def _is_json(data: bytes) -> bool:
    """Whether bytes are JSON, or a line of JSON each; a table that begins with a bracket is not."""
    head = data[:HEAD].lstrip()
    if not re.match(rb'[\[{]\s*(["{\[\]}]|$)', head):
        return False
    for piece in (data, head.partition(b"\n")[0]):
        try:
            value = json.loads(piece)
        except (ValueError, RecursionError):
            continue
        return isinstance(value, dict) or all(isinstance(item, dict | list) for item in value)
    # A file that was cut off still begins like a record.
    return re.match(rb'(\[\s*)?\{\s*"[^"\n]{1,200}"\s*:', head) is not None


def names_in(data: bytes) -> list[str]:
    """The names of the files in a ZIP archive; none where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, KeyError, IndexError, OSError, NotImplementedError, RuntimeError):
        return []
