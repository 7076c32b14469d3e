"""The typed values of a trait from its text, for records that were written before traits were typed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_GRADE = re.compile(r"\s*(.+?)\s*[:=]\s*(\d)(?:\.\d+)?\b.*", re.DOTALL)
_AMOUNT = re.compile(r"\d[\d ,.]*")
_BELOW = re.compile(r"\W*(under|less|below|fewer|up to|<)", re.IGNORECASE)
_YES_OR_NO = {"yes": True, "no": False}
_MODES = ("in person", "online", "either")


def typed_values(name: str, values: Sequence[str]) -> Mapping[str, Any]:
    """The typed fields of a trait by name, as its text gives them; empty where the text gives none."""
    typed: dict[str, Any] = {}
    match name:
        case "time_zone":
            typed["offset"] = _minutes(values[0]) if len(values) == 1 else None
        case "mode":
            typed["mode"] = values[0] if len(values) == 1 and values[0] in _MODES else None
        case "facilitate" | "share_contact":
            typed["yes"] = next((_YES_OR_NO[value] for value in values if value in _YES_OR_NO), None)
        case "ratings":
            typed["grades"] = tuple((found[1], int(found[2])) for found in map(_GRADE.fullmatch, values) if found)
        case _:
            typed["edge"] = next((edge for edge in map(band_edge, values) if edge is not None), None)
    return {field: value for field, value in typed.items() if value not in (None, ())}


def band_edge(text: str) -> float | None:
    """The amount that a band begins with ("6-20 people": 6, "Under $250k": 249,999.5); ``None`` where it names none."""
    found = _AMOUNT.search(text)
    if not found:
        return None
    digits = re.sub(r"[ ,](?=\d{3}\b)|[ ,.]+$", "", found[0]).replace(",", ".").replace(" ", "")
    scale = {"k": 1e3, "m": 1e6}.get(text[found.end() : found.end() + 1].casefold(), 1.0)
    try:
        return float(digits) * scale - (0.5 if _BELOW.match(text) else 0)
    except ValueError:
        return None


def _minutes(text: str) -> int | None:
    """An offset from UTC in minutes, of text such as "UTC-8" or "UTC+5:30"."""
    plain = text.strip()
    if plain.upper() in ("UTC", "GMT"):
        return 0
    found = _OFFSET.fullmatch(plain)
    if not found:
        return None
    minutes = 60 * int(found[2]) + int(found[3] or 0)
    return minutes if found[1] == "+" else -minutes
