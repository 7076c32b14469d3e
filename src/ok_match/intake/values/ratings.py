"""Ratings as people write them: a number on a scale, stars, or a step of a scale in words."""

import math
import re
from functools import lru_cache

from .numerals import spelled_out

STEPS = 5
_STARS = re.compile(r"(?P<full>[★⭐✭✮\u2b50]+)(?P<empty>[☆✩]*)")
_OUT_OF = re.compile(r"\W*(\d+(?:[.,]\d+)?)\s*(?:/|out of|von|of)\s*(\d+)\b(?!\s*/)\D*")
_NUMBER = re.compile(r"\W*(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:[.,]\d+)?))?\s*(?:stars?\b)?(?:\s*[-–—:=.,()].*|)")
_BEHIND = re.compile(r"[^\d(]*\((\d+(?:[.,]\d+)?)\)\W*")
_FULLY = r"(?:extremely|very|strongly|completely|totally|absolutely|fully|highly|really)"
_PARTLY = r"(?:somewhat|moderately|fairly|partly|reasonably|rather)"
_BARELY = r"(?:slightly|a little|a bit|hardly|barely)"
_GOOD = (
    r"(?:important|strong|confident|comfortable|interested|well|high|experienced|skilled|relevant|true|valuable|useful)"
)
_FOR = r"(?:agree|satisfied|likely)"
_AGAINST = r"(?:disagree|dissatisfied|unsatisfied|unlikely)"
_BAD = r"(?:poor|low|weak|bad|unimportant)"
#: The first pattern that an answer begins with gives its step. The ends of longer scales are merged: on five steps,
#: "very" and "extremely" are both the highest.
_WORDS: tuple[tuple[str, int], ...] = (
    (r"neither\b|neutral\b|undecided\b|average\b|medium\b|middling\b|fair\b|adequate\b|ok(?:ay)?\b|sometimes\b", 3),
    (r"not at all\b|never\b|terrible\b|none at all\b", 1),
    (rf"not (?:so|very|particularly|really|too) {_GOOD}\b", 2),
    (rf"not {_GOOD}\b", 1),
    (rf"{_FULLY} (?:{_AGAINST}|{_BAD})\b", 1),
    (rf"(?:{_PARTLY} |{_BARELY} )?(?:{_AGAINST}|{_BAD})\b|(?:rarely|seldom)\b", 2),
    (rf"{_FULLY} (?:{_GOOD}|{_FOR}|good)\b|(?:excellent|outstanding|always|very often|essential|critical)\b", 5),
    (rf"(?:{_PARTLY} |{_BARELY} |mostly )?{_FOR}\b", 4),
    (rf"{_PARTLY} {_GOOD}\b", 3),
    (rf"{_BARELY} {_GOOD}\b", 2),
    (rf"(?:quite |mostly )?{_GOOD}\b|(?:quite )?good\b|(?:often|usually|mostly)\b", 4),
)


@lru_cache(maxsize=10_000)
def rating(text: str, top: int = STEPS) -> float | None:
    """A rating, brought to a scale of five.

    Parameters
    ----------
    top : int
        The highest number of the scale that the question uses; a higher one is unclear.

    Returns
    -------
    float or None
        From 0 to 5; ``None`` where the answer is no rating, or an unclear one.
    """
    said = spelled_out(text).strip(" .!")
    if not said or re.search(r"[%#]", said):
        return None
    value = _in_numbers(said, top)
    if value is None and not re.search(r"\d|★|⭐", said):
        value = next((float(step) for pattern, step in _WORDS if re.match(pattern, said)), None)
    return value


def nearest_step(value: float) -> int:
    """The whole step nearest to a rating; a half counts upwards."""
    return math.floor(value + 0.5)


def _in_numbers(said: str, top: int) -> float | None:
    stars = _STARS.fullmatch(said.replace("\ufe0f", "").replace(" ", ""))
    if stars is None and re.search("[★⭐]", said):
        return None
    if stars:
        full, most = len(stars["full"]), len(stars["full"] + stars["empty"]) if stars["empty"] else top
        return full * STEPS / most if full <= most <= 10 else None
    share = _OUT_OF.fullmatch(said)
    if share:
        value, most = float(share[1].replace(",", ".")), int(share[2])
        return value * STEPS / most if 3 <= most <= 100 and value <= most else None
    number = _NUMBER.fullmatch(said) or _BEHIND.fullmatch(said)
    if number is None or said.startswith(("-", "−")):
        return None
    ends = [float(end.replace(",", ".")) for end in number.groups() if end]
    if len(ends) > 1 and ends[0] > ends[1]:
        return None
    middle = sum(ends) / len(ends)
    return middle * STEPS / top if max(ends) <= top else None
