"""People named by an id, a number, a code or a handle: "P-014", "#7", "@ruthcare"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ok_match.model import Participant

_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
#: What may stand between the parts of a code.
_GAP = re.compile(r"[-–_./# ]{0,2}")
#: What stands before a bare number that names somebody.
_HASH = re.compile(
    r"(#|№|\b(no|nr|number|id|member|participant|person|code|applicant|student)\.?:?)\s*#?$", re.IGNORECASE
)
#: An answer that holds nothing but numbers, and what may stand around them.
_ONLY_NUMBERS = re.compile(
    r"(?:\d{1,6}|#|no\.?|nos\.?|nr\.?|numbers?|ids?|members?|participants?|persons?|codes?|please|pls|thanks|with|from|not|apart|keep|me|away|and|or|und|et|y|e"
    r"|[\s,;&/.:()+-])+",
    re.IGNORECASE,
)
#: Parts of a code at most.
_MOST = 4
#: Codes of letters alone up to this length are read only in capitals, as they stand in the sheet.
_SHORT = 4


_LIKE_A_CODE = re.compile(r"\b[^\W\d_]{1,8}[-–_./# ]{0,2}\d{1,6}\b")


class Coded(NamedTuple):
    """A stretch of text that is somebody's code."""

    start: int
    end: int
    person: int


class Codes:
    """Everybody's ids, numbers, codes and handles."""

    def __init__(self, people: Sequence[Participant]) -> None:
        self._known: dict[str, int] = {}
        self._written: dict[str, str] = {}
        numbers: dict[str, int | None] = {}
        for i, person in enumerate(people):
            for code in _codes_of(person):
                key = code_key(code)
                if self._known.setdefault(key, i) != i:
                    self._known[key] = -1
                self._written[key] = code
                digits = re.sub(r"\D+", "", code)
                if digits and not key.isdigit():
                    number = str(int(digits))
                    numbers[number] = i if numbers.get(number, i) == i else None
        #: The letters before the digits of a code, by which a code is known for one though nobody has it.
        self._letters = {letters for key in self._written if (letters := _letters_of(key))}
        self._numbers = {number: i for number, i in numbers.items() if i is not None}

    def __bool__(self) -> bool:
        return bool(self._known)

    def look_up(self, text: str) -> int | None:
        """The person of a code, however its parts are joined; ``None`` where it is nobody's or two people's."""
        person = self._known.get(code_key(text), -1)
        return person if person >= 0 else None

    def named_in(self, text: str) -> Iterator[Coded]:
        """Every code in a text, left to right."""
        words = list(_WORD.finditer(text))
        only_numbers = _ONLY_NUMBERS.fullmatch(text) is not None
        at = 0
        while at < len(words):
            used = 1
            for count in range(min(_MOST, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + count - 1].end()
                gaps = (text[words[k].end() : words[k + 1].start()] for k in range(at, at + count - 1))
                if not all(map(_GAP.fullmatch, gaps)):
                    continue
                person = self._person(text, start, end, only_numbers=only_numbers)
                if person is not None:
                    yield Coded(start, end, person)
                    used = count
                    break
            at += used

    def unknown_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text has a code with the letters of the codes here, and that is nobody's."""
        for match in _LIKE_A_CODE.finditer(text):
            key = code_key(match[0])
            if _letters_of(key) in self._letters and key not in self._known:
                yield match.span()
        if self._numbers and _ONLY_NUMBERS.fullmatch(text):
            for match in re.finditer(r"\b\d+\b", text):
                number = str(int(match[0]))
                if number not in self._numbers and number not in self._known and number != "0":
                    yield match.span()

    def _person(self, text: str, start: int, end: int, *, only_numbers: bool) -> int | None:
        said = text[start:end]
        key = code_key(said)
        person = self._known.get(key)
        if key.isdigit():
            person = self._numbers.get(key) if person is None else person
            numbered = only_numbers or _HASH.search(text[:start]) is not None
            return person if numbered and person is not None and person >= 0 else None
        if person is None or person < 0:
            return None
        written = self._written[key]
        if key.isalpha() and not text[:start].endswith("@"):
            plain = " " not in said
            if len(key) <= _SHORT:
                return person if said.isupper() and plain else None
            return person if said.casefold() == written.casefold().lstrip("@") else None
        return person


def _letters_of(key: str) -> str:
    """The letters of a code that is letters, then digits; empty for any other."""
    match = re.fullmatch(r"([^\W\d_]+)\d+", key)
    return match[1] if match else ""


def code_key(code: str) -> str:
    """What all ways of writing a code have in common: "P-014", "p 14" and "P14"."""
    parts = _PARTS.findall(code.casefold())
    plain = [part.lstrip("0") or "0" if part.isdigit() else part for part in parts]
    return re.sub(r"(?<=\d)\s(?=\d)", "-", " ".join(plain)).replace(" ", "")


def _codes_of(person: Participant) -> Iterator[str]:
    """The id that the sheet gives, and whatever stands in for the name or is used beside it, where it is no name."""
    if "@" not in person.id.lstrip("@") and not _is_made(person.id, person.name):
        yield person.id
    for called in (person.name, *person.trait("preferred_name")):
        if "@" in called.lstrip("@"):
            continue
        if called.startswith("@") or re.search(r"[\d_]", called) or (called.isupper() and len(called) <= 2 * _SHORT):
            yield called


def _is_made(code: str, name: str) -> bool:
    """Whether an id was made from the name, for want of another."""
    return bool(code) and re.sub(r"(-\d+)?$", "", code) == re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
