"""Time zones as people write them: IANA names, offsets, what a zone is called, and cities."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

#: The year whose clocks count. Later releases of the time zone database seldom change a past year, so that two
#: machines with different releases read a sheet alike.
YEAR = 2025
#: Longer than any answer to the question; a place named in prose may be anything.
_LONGEST = 120
#: Names in the database that are not a place's clock: an unset one, and that of this very machine.
_NO_PLACE = frozenset({"Factory", "localtime"})

#: IANA name: what people call that zone.
_CALLED: Mapping[str, str] = {
    "Pacific/Honolulu": "hst|hast|hawaii|hawaiian",
    "America/Anchorage": "akst|akdt|alaska|alaskan",
    "America/Los_Angeles": "pst|pdt|pt|pacific|west coast",
    "America/Denver": "mst|mdt|mt|mountain",
    "America/Phoenix": "arizona",
    "America/Chicago": "cst|cdt|ct|central",
    "America/New_York": "est|edt|et|eastern|east coast",
    "America/Halifax": "adt|atlantic",
    "America/St_Johns": "nst|newfoundland",
    "Etc/UTC": "utc|gmt|zulu|greenwich",
    "Europe/London": "uk time|british",
    "Europe/Lisbon": "wet|western europe|western european",
    "Europe/Berlin": "cet|cest|mez|mesz|central europe|central european",
    "Europe/Athens": "eet|eest|eastern europe|eastern european",
    "Africa/Lagos": "west africa|west african|western africa",
    "Africa/Maputo": "central africa|central african",
    "Africa/Johannesburg": "sast|south africa|south african",
    "Africa/Nairobi": "east africa|east african|eastern africa",
    "Europe/Moscow": "msk",
    "Asia/Dubai": "gulf",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst",
    "Asia/Seoul": "kst",
    "Australia/Perth": "awst|western australia|australian western",
    "Australia/Darwin": "acst|central australia|aus central|australian central",
    "Australia/Sydney": "aest|aedt|eastern australia|aus eastern|australian eastern",
    "Pacific/Auckland": "nzst|nzdt|new zealand",
}
#: IANA name: places near it that the database does not name, or names by an older spelling.
_NEARBY: Mapping[str, str] = {
    "America/Anchorage": "juneau",
    "America/Los_Angeles": "seattle|san francisco|oregon|california",
    "America/Denver": "calgary|salt lake city",
    "America/Chicago": "dallas|houston|austin|minneapolis",
    "America/New_York": "boston|atlanta|miami",
    "Africa/Cairo": "alexandria",
    "Asia/Kolkata": "mumbai|delhi|bangalore|bengaluru",
    "Asia/Shanghai": "beijing",
}
#: Cities of the database that share their name with a better-known place, or with an ordinary word.
_HOMONYMS = frozenset(
    "acre|act|canary|center|central|chatham|christmas|cordoba|dawson|easter|gambier|jersey|johnston|knox in|midway"
    "|monrovia|norfolk|north|oral|resolute|reunion|samoa|san juan|san luis|south|stanley|thule|truk|victoria|virgin"
    "|wake|west|yap".split("|")
)
#: Areas of the database whose names are "Area/City".
_AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
#: Other continents and countries have an eastern time too.
_OVERSEAS = re.compile(r"\b(?:africa|asia|australia|brazil|europe|indonesia|russia|kazakhstan)n?\b")
#: A state behind a city: "Paris, TX" is not the Paris that everybody knows.
_STATE = re.compile(
    r",\s*(?:A[KLRZ]|BC|C[AOT]|FL|GA|HI|I[AD]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKNR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY])\b"
)
_OFFSET = re.compile(
    r"(?<![a-z])(?:utc|gmt)\s*(?P<sign>[-+−–])\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>00|15|30|45))?(?!\d)"
)


@lru_cache(maxsize=4096)
def utc_offset(text: str) -> int | None:
    """The offset from UTC of a time zone that an answer names.

    An IANA name (``Pacific/Auckland``, in any case, with spaces for underscores) outranks a written offset, which
    outranks what people call a zone ("Pacific time"), which outranks a city ("Mountain time (Denver)").

    A zone with daylight saving time counts with its standard time, the whole year round: "PDT", "PST" and
    ``America/Los_Angeles`` are all 8 hours behind UTC. Within a country the summer clock moves everybody alike; across
    hemispheres the true distance changes by up to two hours over the year.

    Returns
    -------
    int or None
        Minutes east of UTC, at most 14 hours either way. ``None`` where the answer names no zone, or zones that differ.
    """
    said = _plain(text[: _LONGEST + 1])
    if len(said) > _LONGEST:
        return None
    database = _database()
    named = {database[said]} if said in database else {database[name] for name in _full_name().findall(said)}
    if named:
        return _only(map(standard_offset, named))
    offsets = [_minutes(match) for match in _OFFSET.finditer(said)]
    if offsets:
        return _only(offsets)
    zones, places = _words()
    words = _word().findall(said)
    called = {zones[word] for word in words if word in zones}
    if _OVERSEAS.search(_word().sub(" ", said)):
        called = {zone for zone in called if not zone.startswith("America/")}
    nearby = {places[word] for word in words if word in places}
    if _STATE.search(text):
        nearby = {zone for zone in nearby if zone.startswith("America/")}
    return _only(map(standard_offset, called or nearby))


@lru_cache(maxsize=1024)
def standard_offset(zone: str) -> int:
    """The offset from UTC in standard time of a zone of the IANA database, in minutes.

    It is the smaller of the offsets in January and in July. Ireland, whose law calls the summer clock the standard
    one, and Morocco, which sets its clock back for Ramadan alone, then count like their neighbours.

    Raises
    ------
    zoneinfo.ZoneInfoNotFoundError
        If the database has no such zone.
    """
    clock = ZoneInfo(zone)
    offsets = (datetime(YEAR, month, 1, 12, tzinfo=clock).utcoffset() or timedelta() for month in (1, 7))
    return min(round(offset.total_seconds() / 60) for offset in offsets)


def offset_label(minutes: int) -> str:
    """An offset from UTC as text: ``UTC-8``, ``UTC+5:30``, ``UTC``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def _plain(text: str) -> str:
    """An answer in lower case, without accents, apostrophes and the dots of abbreviations."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    plain = re.sub(r"['’]|(?<!\d)\.", "", re.sub(r"[\s_]+", " ", letters).strip().casefold())
    return re.sub(r"\s*/\s*", "/", plain)


def _only(offsets: Iterable[int | None]) -> int | None:
    """The offset that all of them are; ``None`` where they differ."""
    different = set(offsets)
    return different.pop() if len(different) == 1 else None


def _minutes(match: re.Match[str]) -> int | None:
    minutes = 60 * int(match["hours"]) + int(match["minutes"] or 0)
    return (minutes if match["sign"] == "+" else -minutes) if minutes <= 14 * 60 else None


@lru_cache(maxsize=1)
def _database() -> dict[str, str]:
    """The names of the IANA database, by how they are compared."""
    return {_plain(name): name for name in sorted(available_timezones() - _NO_PLACE)}


@lru_cache(maxsize=1)
def _full_name() -> re.Pattern[str]:
    names = sorted((name for name in _database() if "/" in name), key=len, reverse=True)
    return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, names))})(?![\w/])")


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, str]]:
    """What zones are called, and the places that tell one: each with an IANA name."""
    cities: dict[str, set[str]] = {}
    for name in _database().values():
        area, _, city = name.partition("/")
        if area in _AREAS and "/" not in city and _plain(city) not in _HOMONYMS:
            cities.setdefault(_plain(city), set()).add(name)
    # A city that stands in two areas tells nothing, unless its clocks agree.
    places = {city: min(zones) for city, zones in cities.items() if _only(map(standard_offset, zones)) is not None}
    return _by_word(_CALLED), places | _by_word(_NEARBY)


def _by_word(zones: Mapping[str, str]) -> dict[str, str]:
    return {word: zone for zone, words in zones.items() for word in words.split("|")}


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    words = sorted({word for table in _words() for word in table}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
