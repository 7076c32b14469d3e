"""Lists as programs write them into a cell: JSON, Python, Postgres, or anything in brackets and quotation marks."""

from __future__ import annotations

import ast
import csv
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

#: Where an object of a list says what it is called, best first.
_NAMES = ("name", "label", "title", "text", "display_name", "displayname", "value", "option", "choice", "answer", "id")
_PAIRS = {"[": "]", "{": "}", "(": ")", '"': '"', "'": "'"}


@lru_cache(maxsize=50_000)
def listed(cell: str) -> tuple[str, ...] | None:
    """The texts of a list in brackets or braces, or of quoted texts in a row; ``None`` for any other cell."""
    text = cell.strip()
    if len(text) < 2 or _PAIRS.get(text[0]) != text[-1]:
        return None
    if text[0] in "\"'":
        return _quoted(text)
    value = _loaded(text)
    if value is not None:
        return tuple(_texts(value))
    if text[0] == "(":
        return None
    # Postgres braces, and brackets around bare words.
    inner = text[1:-1].strip()
    if any(bracket in inner for bracket in "[]{}"):
        return None
    mark = next((mark for mark in ",;|" if mark in inner), ",")
    return tuple(_fields(inner, mark))


def _quoted(text: str) -> tuple[str, ...] | None:
    """``"Hiring", "Pricing"``: quoted texts in a row; a single quoted text is one."""
    value = _loaded(f"[{text}]")
    if value is not None and all(isinstance(item, str) for item in value):
        return tuple(_texts(value))
    return None


def _loaded(text: str) -> Any:
    """The value that a text writes in JSON or Python, if it is a list or an object, else ``None``."""
    if len(text) > 20_000:
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        try:
            value = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
            return None
    # A set keeps no order: its text is read below, item by item.
    return value if isinstance(value, list | tuple | dict) else None


def _texts(value: Any) -> Iterable[str]:
    """The texts in a loaded value, in order; of objects, their names, or the keys that are true."""
    if isinstance(value, Mapping):
        plain = {str(key).casefold(): item for key, item in value.items()}
        name = next((plain[key] for key in _NAMES if isinstance(plain.get(key), str)), None)
        if name is not None:
            yield name
        elif plain and all(isinstance(item, bool | int) for item in plain.values()):
            yield from (str(key) for key, item in value.items() if item)
        else:
            for item in value.values():
                yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _fields(inner: str, mark: str) -> list[str]:
    if "(" in inner and '"' not in inner:
        return [field.strip(" '") for field in outside_brackets(inner, mark) if field.strip()]
    fields = next(csv.reader([inner.replace("\n", " ")], delimiter=mark, skipinitialspace=True), [])
    return [field.strip().strip("'\"“”‘’") for field in fields if field.strip()]


def outside_brackets(text: str, mark: str) -> list[str]:
    """A text cut at a mark, except where that stands in round brackets."""
    pieces: list[str] = []
    depth = 0
    for piece in text.split(mark):
        if depth and pieces:
            pieces[-1] = f"{pieces[-1]}{mark}{piece}"
        else:
            pieces.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return pieces
