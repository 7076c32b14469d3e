"""Reads where somebody's clock stands, and whether they want to meet in a room or on a screen."""

import re
from typing import Literal

Mode = Literal["in person", "online", "either"]

#: Hours from UTC in standard time, by what people call the zone. Summer time is left out: within a country it moves
#: everybody alike.
_NAMES: dict[str, float] = {
    **dict.fromkeys(("hst", "hast", "hawaii", "hawaiian"), -10),
    **dict.fromkeys(("akst", "akdt", "alaska", "alaskan"), -9),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific", "west coast"), -8),
    **dict.fromkeys(("mst", "mdt", "mt", "mountain", "arizona"), -7),
    **dict.fromkeys(("cst", "cdt", "ct", "central"), -6),
    **dict.fromkeys(("est", "edt", "et", "eastern", "east coast"), -5),
    **dict.fromkeys(("adt", "atlantic"), -4),
    **dict.fromkeys(("nst", "newfoundland"), -3.5),
    **dict.fromkeys(("utc", "gmt", "zulu", "wet", "uk time", "british", "greenwich"), 0),
    **dict.fromkeys(("cet", "cest", "mez", "mesz", "central european"), 1),
    **dict.fromkeys(("eet", "eest", "sast", "eastern european"), 2),
    **dict.fromkeys(("msk", "moscow"), 3),
    "gulf": 4,
    **dict.fromkeys(("sgt", "hkt", "awst"), 8),
    **dict.fromkeys(("jst", "kst"), 9),
    **dict.fromkeys(("aest", "aedt"), 10),
    **dict.fromkeys(("nzst", "nzdt"), 12),
}
#: Cities that name a zone of the IANA database, and places that people name instead.
_CITIES: dict[str, float] = {
    **dict.fromkeys(("honolulu",), -10),
    **dict.fromkeys(("anchorage", "juneau"), -9),
    **dict.fromkeys(("los angeles", "seattle", "san francisco", "vancouver", "oregon", "california"), -8),
    **dict.fromkeys(("denver", "boise", "phoenix", "edmonton", "calgary", "salt lake city"), -7),
    **dict.fromkeys(("chicago", "dallas", "houston", "austin", "winnipeg", "mexico city", "minneapolis"), -6),
    **dict.fromkeys(("new york", "detroit", "toronto", "montreal", "boston", "atlanta", "miami", "bogota", "lima"), -5),
    **dict.fromkeys(("halifax", "puerto rico", "santiago"), -4),
    "st johns": -3.5,
    **dict.fromkeys(("sao paulo", "buenos aires"), -3),
    **dict.fromkeys(("london", "dublin", "lisbon", "accra"), 0),
    **dict.fromkeys(("berlin", "paris", "madrid", "rome", "amsterdam", "zurich", "vienna", "stockholm"), 1),
    **dict.fromkeys(("oslo", "copenhagen", "brussels", "prague", "warsaw", "budapest", "lagos"), 1),
    **dict.fromkeys(("athens", "helsinki", "cairo", "johannesburg", "jerusalem", "kiev", "kyiv"), 2),
    **dict.fromkeys(("istanbul", "moscow", "nairobi", "riyadh"), 3),
    "dubai": 4,
    "karachi": 5,
    **dict.fromkeys(("kolkata", "calcutta", "mumbai", "delhi", "bangalore"), 5.5),
    "kathmandu": 5.75,
    **dict.fromkeys(("bangkok", "jakarta"), 7),
    **dict.fromkeys(("singapore", "hong kong", "shanghai", "beijing", "manila", "perth", "taipei"), 8),
    **dict.fromkeys(("tokyo", "seoul"), 9),
    **dict.fromkeys(("sydney", "melbourne", "brisbane"), 10),
    "auckland": 12,
}
_OFFSET = re.compile(
    r"(?<![a-z])(?:utc|gmt)\s*(?P<sign>[-+−–])\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>00|15|30|45))?(?!\d)"
)
#: Longer than any answer to the question; a place named in prose may be anything.
_LONGEST = 120
_WORDS = re.compile("|".join(rf"\b{name}\b" for name in sorted({**_NAMES, **_CITIES}, key=len, reverse=True)))

_ROOM = re.compile(
    r"\bin[- ]?person\b|\bface[- ]to[- ]face\b|\bf2f\b|\bon[- ]?site\b|\bin (?:a|the|one) room\b"
    r"|\blocal(?:ly)?\b|^person\b"
)
_SCREEN = re.compile(
    r"\bon[- ]?line\b|\bvirtual(?:ly)?\b|\bremote(?:ly)?\b|\bzoom\b|\bvideo\b|\bteams\b|\bfrom home\b|\bweb\b"
)
_BOTH = re.compile(
    r"\beither\b|\bboth\b|\bhybrid\b|\bno preference\b|\bany(?:thing)?\b|\bdoes(?:n't| not) matter\b|\bdon't mind\b"
    r"|\bflexible\b"
)
_ONLY = re.compile(r"\b(?:only|must|strictly|prefer\w*|rather|ideally)\b")
_REFUSED = re.compile(r"(?:\bnot?\b|\bnever\b|\bcan(?:no|')t\b|\bexcept\b|\bwithout\b|\bn't\b)[^,.;]{0,25}$")


def time_zone(text: str) -> str | None:
    """Read a time zone, as the standard offset from UTC: ``UTC-8``, ``UTC+5:30``.

    Nothing where the answer names none, or zones that differ.
    """
    said = re.sub(r"[\s_]+", " ", text[: _LONGEST + 1]).strip().casefold().replace("’", "").replace("'", "")
    if len(said) > _LONGEST:
        return None
    found = [_hours(match) for match in _OFFSET.finditer(said)]
    if found:
        hours = found[0]
        return _named(hours) if hours is not None and set(found) == {hours} else None
    words = _WORDS.findall(said)
    # "Mountain time (Denver)": a zone by its name counts more than the places named beside it.
    named = {_NAMES[word] for word in words if word in _NAMES} or {_CITIES[word] for word in words if word in _CITIES}
    return _named(named.pop()) if len(named) == 1 else None


def _hours(match: re.Match[str]) -> float | None:
    hours = int(match["hours"]) + int(match["minutes"] or 0) / 60
    return (hours if match["sign"] == "+" else -hours) if hours <= 14 else None


def _named(hours: float) -> str:
    whole, minutes = divmod(round(abs(hours) * 60), 60)
    rest = f":{minutes:02}" if minutes else ""
    return "UTC" if hours == 0 else f"UTC{'-' if hours < 0 else '+'}{whole}{rest}"


def meeting_mode(text: str) -> Mode | None:
    """Read how somebody wants to meet; nothing where the answer does not say."""
    said = " ".join(text[: _LONGEST + 1].split()).casefold().replace("’", "'")
    if not said or len(said) > _LONGEST:
        return None
    room, screen = _wanted(_ROOM, said), _wanted(_SCREEN, said)
    if _BOTH.search(said) and room is not False and screen is not False:
        return "either"
    if room and screen:
        return _preferred(said)
    if room or (screen is False and room is None):
        return "in person"
    return "online" if screen or room is False else None


def _wanted(way: re.Pattern[str], said: str) -> bool | None:
    """Say whether a way of meeting is wanted or refused; neither where it is not named."""
    found = way.search(said)
    return None if found is None else _REFUSED.search(said[: found.start()]) is None


def _preferred(said: str) -> Mode:
    """Tell which of two ways is meant more: the one beside "only" or "prefer", else both."""
    parts = [part for part in re.split(r"[,;.(]|\bbut\b", said) if _ONLY.search(part)]
    room, screen = (any(way.search(part) for part in parts) for way in (_ROOM, _SCREEN))
    return "either" if room == screen else "in person" if room else "online"
