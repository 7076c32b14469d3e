"""The numbers in an answer: digits in any style, words, ranges, and open ends."""

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

#: A longer answer, in characters, is prose, and a number in it may be about anything.
LONGEST = 200
#: The factor by which a word behind a number multiplies it.
MULTIPLIERS: Mapping[str, float] = {
    **dict.fromkeys(("dozen", "doz"), 12),
    "hundred": 100,
    **dict.fromkeys(("k", "thousand", "thousands", "tsd", "tausend"), 1e3),
    **dict.fromkeys(("m", "mm", "mn", "mil", "mio", "million", "millions", "millionen"), 1e6),
    **dict.fromkeys(("b", "bn", "billion", "billions", "mrd"), 1e9),
}
#: The marks that separate thousands: as in America, as in most of Europe, or either where nobody writes fractions.
AMERICAN, EUROPEAN, EITHER = ",", ".", ",."

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_BIG = "hundred|thousand|million|billion|dozen|decade"
#: Rewritten in this order, until only digits and multipliers remain.
_REWRITE = tuple(
    (re.compile(pattern), rewritten)
    for pattern, rewritten in (
        (r"\b(?:an? )?couple(?: of)?\b", "2"),
        (r"\b(\d+) point (\d+)\b", r"\1.\2"),
        (r"\b(\d+) and an? half\b", r"\1.5"),
        (rf"\b(?:a )?half(?: an?)? (?={_BIG}|year)", "0.5 "),
        (r"\b(\d+) 1/2\b", r"\1.5"),
        (rf"\b1/2 (?={_BIG}|year)", "0.5 "),
        (r"(?:\b(?:an?|1) )?\bquarter(?: of)?(?: an?)? (?=million|billion)", "0.25 "),
        (r"(?<![\d.])\.(?=\d)", "0."),
        (r"\b3 quarters of an? (?=million|billion)", "0.75 "),
        (rf"\ban? (?={_BIG})", "1 "),
    )
)
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_UNITS[1:10])})\b")
_WORD = re.compile(rf"(?<!no )\b({'|'.join(_SPELLED)})\b")
_HUNDREDS = re.compile(r"\b(\d{1,2}) hundred(?: and)? (\d{1,2})(?![\d.,])")
_CURRENCY = re.compile(
    r"(?:\b(?:us|ca|au|nz|c|a))?\$|[€£]|(?<![a-z])(?:usd|eur|euros?|gbp|cad|chf|dollars?|bucks|pounds?)(?![a-z])"
)
_DIGITS = r"\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*(?:e[+-]?\d{1,3}(?!\d))?"
_NUMBER = re.compile(
    rf"(?P<minus>(?<![\w)]) ?[-−]\s*)?(?P<before>\$\s?)?(?<![\w.,])(?P<digits>{_DIGITS})"
    r"(?P<times>(?:\s?(?:" + "|".join(sorted(MULTIPLIERS, key=len, reverse=True)) + r")(?![^\W\d_])\.?)*)"
    r"(?P<after>\s?\$)?"
)
_DASH = re.compile(r"\s*(?:-|–|—|−|to|bis|till|through|or|oder)\s*|\s*/\s*")
_BETWEEN = re.compile(r"\b(?:between|from|zwischen)\W*$")
_AND = re.compile(r"\s*(?:and|und|to)\s*")
_ROUGHLY = re.compile(
    r"\b(?:just|an? (?:little|bit|tad|hair)|slightly|barely)(?: (?:over|under|above|below|more than|less than|shy of))"
)
_BELOW = re.compile(
    r"(?:\b(?:under|below|less than|fewer than|smaller than|up to|at most|no more than|max(?:imum)?(?: of)?"
    r"|unter|bis zu|weniger als)|[<≤]=?)\s*$"
)
_ABOVE = re.compile(
    r"(?:\b(?:over|above|more than|greater than|at least|min(?:imum)?(?: of)?|upwards of|über|mehr als)|[>≥]=?)\s*$"
)
_OR_LESS = re.compile(r"\s*(?:\w+ )?(?:(?:or|and|oder) (?:less|fewer|under|below|smaller|weniger)\b|max\b)")
_OR_MORE = re.compile(
    r"\s*\+(?!\s*[\w$])|\s*(?:\w+ )?(?:or|and|oder) (?:more|up|over|above|larger|greater|mehr)\b|\+ ?(?=[a-z])"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_OF_YEAR = re.compile(rf"(?:{'|'.join(_MONTHS)})-\d\d")
_DAMAGED = re.compile(
    r"(?P<day>\d{1,2})-(?P<month>[a-z]{3})|(?P<year>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[ t]00:00(?::00)?)?"
)


class Numeral(NamedTuple):
    """A number or range in an answer.

    Attributes
    ----------
    low, high : float
        The same for a plain number.
    more : bool
        Whether the upper end is open: "50 or more".
    start, end : int
        Where it stands in the text that was searched, in characters.
    bare : bool
        Whether it has neither a currency nor a multiplier nor a mark between its digits.
    money : bool
        Whether a currency stands beside it.
    scale : float
        The factor by which the words behind its digits multiplied them.
    """

    low: float
    high: float
    more: bool
    start: int
    end: int
    bare: bool
    money: bool
    scale: float

    @property
    def middle(self) -> float:
        """The amount that stands for all of the range."""
        return (self.low + self.high) / 2


def spelled_out(text: str) -> str:
    """An answer in lower case, with its words for numbers as digits and its currencies as ``$``.

    It is empty where the answer is too long to be an amount.
    """
    if len(text) > LONGEST:
        return ""
    halves = re.sub(
        r"(\d?)\s?([½¼¾])", lambda match: f"{match[1] or '0'}.{_FRACTIONS[match[2]]}", text.replace("’", "'")
    )
    plain = unicodedata.normalize("NFKC", halves).casefold().strip()
    plain = re.sub(r"\s+", " ", re.sub(r"\s*[\t\r\n]\s*", ", ", plain))
    plain = _CURRENCY.sub("$", plain)
    plain = _COMPOUND.sub(lambda match: str(_SPELLED[match[1]] + _SPELLED[match[2]]), plain)
    plain = _WORD.sub(lambda match: str(_SPELLED[match[1]]), plain)
    for pattern, rewritten in _REWRITE:
        plain = pattern.sub(rewritten, plain)
    plain = _HUNDREDS.sub(lambda match: str(100 * int(match[1]) + int(match[2])), plain)
    return _ROUGHLY.sub("about", plain)


def damaged_range(text: str) -> tuple[int, int, int | None] | None:
    """The range that a spreadsheet made a date of: ``2-3`` became the second of March.

    Returns
    -------
    tuple or None
        The lower and the upper end, and the year of the date where it has one; ``None`` for other text.
    """
    date = _DAMAGED.fullmatch(text)
    if date is None:
        return None
    if date["year"]:
        ends = (int(date["m"]), int(date["d"]))
    elif date["month"] in _MONTHS:
        ends = (int(date["day"]), _MONTHS.index(date["month"]) + 1)
    else:
        return None
    return (min(ends), max(ends), int(date["year"]) if date["year"] else None) if min(ends) > 0 else None


def numerals(text: str, groups: str = AMERICAN, multipliers: bool = True) -> list[Numeral] | None:
    """The numbers and ranges of a text, from left to right.

    Parameters
    ----------
    text : str
        As ``spelled_out`` gives it.
    groups : str
        The marks that separate thousands.
    multipliers : bool
        Whether "m" and the like multiply.

    Returns
    -------
    list of Numeral, or None
        ``None`` where any number is unclear: negative, of doubtful digits, or in a range that goes backwards.
    """
    single: list[Numeral] = []
    if _MONTH_OF_YEAR.fullmatch(text):
        return None
    for match in _NUMBER.finditer(text):
        words = re.findall(r"[a-z]+", match["times"]) if multipliers else []
        scale = math.prod(MULTIPLIERS[word] for word in words)
        value = _value(match["digits"], groups, bool(words))
        if value is None or (match["minus"] and not single) or value * scale >= 1e13:
            return None
        value *= scale
        money = bool(match["before"] or match["after"])
        bare = not money and not words and re.fullmatch(r"\d+", match["digits"]) is not None
        start = match.start("before") if match["before"] else match.start("digits")
        end = match.end() if multipliers else match.end("digits")
        single.append(Numeral(value, value, False, start, end, bare, money, scale))
    return _ranges(text, single)


def _value(digits: str, groups: str, multiplied: bool) -> float | None:
    """The value of digits with marks among them; ``None`` where the marks may mean two things."""
    if "e" in digits:
        return float(digits.replace(",", ".")) if digits.count(".") + digits.count(",") <= 1 else None
    plain = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    whole, *rest = re.split(r"[.,]", plain)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return float(plain)
    fraction = rest[-1]
    thousands = 1 <= len(whole) <= 3 and whole[0] != "0"
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        decimal = True
    elif len(marks) > 1:
        decimal = False
    elif len(fraction) == 3 and thousands:
        decimal = marks[0] not in groups
        if decimal and not multiplied:
            return None
    else:
        decimal = True
    parts = rest[:-1] if decimal else rest
    if parts and not (thousands and all(len(part) == 3 for part in parts) and len(set(marks[: len(parts)])) == 1):
        return None
    return float("".join([whole, *parts]) + (f".{fraction}" if decimal else ""))


def _ranges(text: str, single: list[Numeral]) -> list[Numeral] | None:
    """Numbers with the two ends of a range joined, and the ends of the others opened or closed."""
    joined: list[Numeral] = []
    ended = False
    for number in single:
        if joined and _is_range(text, joined[-1], number):
            low = joined.pop()
            if ended or low.low != low.high:
                return None
            start = low.low
            if low.scale == 1 and start < 1000:
                start *= number.scale
            if start > number.high:
                return None
            bare = low.bare and number.bare
            joined.append(low._replace(low=start, high=number.high, end=number.end, bare=bare))
            ended = True
        else:
            joined.append(number)
            ended = False
    return [_opened(text, number) for number in joined]


def _is_range(text: str, low: Numeral, high: Numeral) -> bool:
    between = text[low.end : high.start]
    return bool(_DASH.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(text[: low.start])))


def _opened(text: str, number: Numeral) -> Numeral:
    """A number, with an open end where the words beside it say so: "under 5", "50 or more"."""
    before, after = text[: number.start], text[number.end :]
    if number.low != number.high:
        return number
    if _BELOW.search(before) or _OR_LESS.match(after):
        return number._replace(low=0.0)
    if _ABOVE.search(before) or _OR_MORE.match(after):
        return number._replace(more=True)
    return number
