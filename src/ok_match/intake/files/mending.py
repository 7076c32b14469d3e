"""Letters that a program garbled in a way that can be undone: text encoded twice, and codes of web pages."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import cache, lru_cache, partial

from ok_match.model import Severity

from .grid import Grid

#: The codes of web pages, with the semicolon that ends them: "&eacute;", "&#39;"; and those of programs: "\u00e9".
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
#: A quick test that a cell is worth the closer ones.
_SUSPECT = re.compile(r"[\x80-\x9f\xc2-\xf4‚ƒ≈√¬–—╨╤├┬─┼╬╧ΓΟÔ∩]|&[#A-Za-z]|\\u[0-9a-fA-F]")
#: The encodings as which UTF-8 is often read by mistake. The one that makes sense of most characters counts.
_MISTAKEN = ("cp1252", "mac_roman", "cp850", "cp437", "latin-1")
#: First bytes of letters of Western Europe, of its punctuation, and of the marks of lost letters.
_NEAR = frozenset((0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xEF))
_INVISIBLE = "\u00a0\ufeff\u200b\u200d\u200e\u00ad\ufffd"
_GRAVE = re.compile("(?<=[a-z])\u00c3 ?(?=\\s|$|[!?.,;])")
_WINDOWS = re.compile("[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]")
#: What a text that was encoded twice may be mended by: three rounds, for text that went through it again and again.
_ROUNDS = 3


def mend(grid: Grid) -> Grid:
    """A grid whose letters are as they were typed, as far as that can be told, with a remark if any were changed."""
    changed = {"mended-letters": 0, "mended-entities": 0}
    cells = grid.cells
    for position in cells.columns:
        column = cells[position].tolist()
        if not any(_SUSPECT.search(cell) for cell in column):
            continue
        plain = [_without_entities(cell) for cell in column]
        mended = [_mended(cell) for cell in plain]
        changed["mended-entities"] += sum(a != b for a, b in zip(column, plain, strict=True))
        changed["mended-letters"] += sum(a != b for a, b in zip(plain, mended, strict=True))
        if mended != column:
            cells = cells.copy() if cells is grid.cells else cells
            cells[position] = mended
    grid = replace(grid, cells=cells)
    for code, count in changed.items():
        if count:
            severity = Severity.WARNING if code == "mended-letters" else Severity.NOTE
            grid = grid.remarked(code, None, f"{count:,} cell{'s' * (count > 1)}", severity=severity)
    return grid


@lru_cache(maxsize=100_000)
def _without_entities(cell: str) -> str:
    for _ in range(2):
        if not _ENTITY.search(cell):
            break
        cell = _ENTITY.sub(_named, cell)
    return _ESCAPE.sub(_escaped, cell) if "\\u" in cell else cell


def _named(match: re.Match[str]) -> str:
    """The character of a code of a web page; a code that names none stays."""
    text = html.unescape(match[0])
    return match[0] if text.endswith(";") and len(text) > 1 else text


def _escaped(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char.isprintable() else match[0]


@lru_cache(maxsize=100_000)
def _mended(cell: str) -> str:
    if not _SUSPECT.search(cell):
        return cell
    for _ in range(_ROUNDS):
        tries = [_runs(code).sub(partial(_read_again, encoding=code), cell) for code in _MISTAKEN]
        shortest = min(tries, key=len)
        if shortest == cell:
            break
        cell = shortest
    # What is left of a no-break space that became a plain one, as in "Voil\u00c3 !", and Windows' own punctuation.
    return _WINDOWS.sub(lambda match: match[0].encode("latin-1").decode("cp1252"), _GRAVE.sub("\u00e0", cell))


@cache
def _back(encoding: str) -> dict[str, int]:
    """The byte that each character stands for; bytes that an encoding leaves out stand for themselves."""
    table = {}
    for byte in range(0x80, 0x100):
        try:
            table[bytes([byte]).decode(encoding)] = byte
        except UnicodeDecodeError:
            table[chr(byte)] = byte
    return table


@cache
def _runs(encoding: str) -> re.Pattern[str]:
    """A run of characters that are the bytes of UTF-8, taken one by one."""
    back = _back(encoding)

    def of(first: int, last: int) -> str:
        return "[" + "".join(re.escape(char) for char, byte in back.items() if first <= byte <= last) + "]"

    follow = of(0x80, 0xBF)
    return re.compile(f"(?:{of(0xC2, 0xDF)}{follow}|{of(0xE0, 0xEF)}{follow}{{2}}|{of(0xF0, 0xF4)}{follow}{{3}})+")


def _read_again(match: re.Match[str], encoding: str) -> str:
    """A run of characters read as the UTF-8 that it is; the run itself where it may be what somebody wrote."""
    run = match[0]
    back = _back(encoding)
    data = bytes(back[char] for char in run)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return run
    if any(not char.isprintable() and char not in _INVISIBLE for char in text):
        return run
    # One letter of an alphabet that is far away is a coincidence: "caf\u00e9\u201d\u2026" is no Chinese.
    if len(text) == 1 and data[0] not in _NEAR:
        return run
    # "IRM\u00c3\u201d" ends with a quotation mark; within a word there is none.
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    ends_in_mark = run[-1] in "\u201c\u201d\u2019\u2026\u2013\u2014" and not after.isalpha()
    return run if len(run) == 2 and ends_in_mark and before.isupper() else text
