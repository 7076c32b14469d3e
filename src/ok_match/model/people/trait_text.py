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
    single = values[0] if len(values) == 1 else ""
    if name == "time_zone":
        minutes = _minutes(single)
        return {} if minutes is None else {"offset": minutes}
    if name == "mode":
        return {"mode": single} if single in _MODES else {}
    if name in ("facilitate", "share_contact"):
        return {"yes": _YES_OR_NO[single]} if single in _YES_OR_NO else {}
    if name == "ratings":
        grades = tuple((match[1], int(match[2])) for match in map(_GRADE.fullmatch, values) if match)
        return {"grades": grades} if grades else {}
    for value in values:
        edge = band_edge(value)
        if edge is not None:
            return {"edge": edge}
    return {}


def band_edge(text: str) -> float | None:
    """The amount that a band begins with ("6-20 people": 6, "Under $250k": 249,999.5); ``None`` where it names none."""
    amount = _AMOUNT.search(text)
    if not amount:
        return None
    digits = re.sub(r"[ ,](?=\d{3}\b)|[ ,.]+$", "", amount[0]).replace(",", ".").replace(" ", "")
    scale = {"k": 1e3, "m": 1e6}.get(text[amount.end() : amount.end() + 1].casefold(), 1.0)
    try:
        return float(digits) * scale - (0.5 if _BELOW.match(text) else 0)
    except ValueError:
        return None


def _minutes(text: str) -> int | None:
    """An offset from UTC in minutes, of text such as "UTC-8" or "UTC+5:30"."""
    plain = text.strip()
    if plain.upper() in ("UTC", "GMT"):
        return 0
    offset = _OFFSET.fullmatch(plain)
    if not offset:
        return None
    minutes = 60 * int(offset[2]) + int(offset[3] or 0)
    return minutes if offset[1] == "+" else -minutes
