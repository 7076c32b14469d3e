"""How many people, how much money and how many years an answer speaks of.

A clear answer becomes a number and its band. A range counts as its middle, an open end ("50 or more") from where it
begins. An unclear answer stays unknown: a wrong figure would seat somebody among the wrong peers.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .numerals import AMERICAN, EITHER, EUROPEAN, Numeral, damaged_range, numerals, spelled_out

#: The name of each band, and the amount that it begins at.
TEAM_BANDS: Mapping[str, float] = {
    "1": 0, "2-4": 2, "5-9": 5, "10-19": 10, "20-49": 20, "50-99": 50, "100 or more": 100,
}  # fmt: skip
REVENUE_BANDS: Mapping[str, float] = {
    "none yet": 0, "under 100k": 0.01, "100k-250k": 100e3, "250k-500k": 250e3, "500k-1m": 500e3, "1m-2m": 1e6,
    "2m-5m": 2e6, "5m-10m": 5e6, "10m or more": 10e6,
}  # fmt: skip
YEARS_BANDS: Mapping[str, float] = {
    "under 1": 0, "1-2": 1, "3-5": 3, "6-10": 6, "11-20": 11, "over 20": 21,
}  # fmt: skip

#: No team is this large; such a number is a date, as spreadsheets count days.
_LARGEST_TEAM = 40_000
#: Years.
_LONGEST_TIME = 120
#: A part of an answer about another time, or about what nobody knows, is not counted.
_ELSEWHEN = re.compile(
    r"\b(?:was|were|used to|before|formerly|previously|hop(?:e|es|ing)|plan(?:s|ning)?|want|soon|will|would|going to"
    r"|expect\w*|hiring|goals?|target|aim\w*|next (?:year|season)|project\w*|forecast|not sure|unsure|unknown"
    r"|don't know|no idea|depend\w*|by (?:the |next |end of |mid-?)*(?:year|summer|fall|autumn|winter|spring|20\d\d))\b"
)
_PART = re.compile(r"(?:[,;.!?]|\bbut\b(?! me))\s+|[;!?]")
_ASIDE = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")

_ME = r"(?:me|myself|i)"
_ALONE = re.compile(
    r"\b(?:just|only) (?:me|myself|i)\b|\b(?:solo|sole|self-employed|freelanc\w+|alone|on my own|myself)\b|^me$"
    r"|\bnobody but me\b|\b(?:no|0|zero|without) (?:employees?|staff|team)\b"
    r"|\bno ?(?:body|-?one) else\b|^me and my (?:dog|cat|laptop)\b"
)
#: Words for company of unknown number: whoever has it is not alone.
_VAGUE = re.compile(
    r"\b(?:few|several|some|handful|many|dozens|hundreds|others?|helpers?|part-?timers?|contractors?|volunteers?|guys|crew"
    r"|interns?|students)\b"
)
_KIN = re.compile(
    r"\bmy (?:wife|husband|spouse|partner|business partner|son|daughter|brother|sister|mother|father|mom|dad|cousin"
    r"|co-?founder|assistant|bookkeeper|apprentice)\b"
)
_AND_ME = re.compile(
    rf"^{_ME}\s*(?:,|\band\b|&|\+|\bplus\b|\bwith\b)|(?:,|\band|&|\+|\bplus)\s*{_ME}\s*(?=$|[,;&+]|and\b|plus\b)"
    rf"|\b(?:just|only) {_ME}\s*(?:,|\band\b|&|\+|\bplus\b)"
    rf"|\b(?:not (?:counting|including)|excluding|besides|other than|apart from|in addition to) {_ME}\b"
)
_SEASON = re.compile(
    r"\b(?:season\w*|summer|winter|sometimes|peak|busy|busiest|slow|year[- ]round|holidays?|harvest)\b"
)
_THINGS = re.compile(
    r"\W*(?:locations?|stores?|shops?|offices?|sites?|trucks?|vans?|years?|yrs?|months?|hours?|hrs?|days?|weeks?|acres?"
    r"|clients?|customers?|branches|restaurants?|companies|businesses|departments?|shifts?|crews?|teams?|divisions?|kids|children|dogs?|cats?)\b"
)
_UNPAID = re.compile(r"\W*(?:volunteers?|board|trustees)\b")
_PEOPLE = re.compile(
    r"\W*(?:full|part|ft|pt|fte|employees?|staff|contractors?|owners?|partners?|people|guys|men|women|helpers?|others?"
    r"|apprentices?|freelancers?|temps?|subs?|subcontractors?|seasonal\w*|workers?|technicians?|managers?|crew|hourly"
    r"|salaried|paid|cooks?|servers?|drivers?|casual\w*|interns?|bookkeepers?|assistants?|techs?)\b"
)
_IN_ALL = re.compile(r"\b(?:total|altogether|in all|overall|of (?:them|whom|those|which))\b")
#: Counts that would have to be multiplied, and ordinal numbers.
_MULTIPLIED = re.compile(r"\b(?:each|apiece|every)\b|\d+ [a-z]+ of \d|\d(?:st|nd|rd|th)\b|%")
_SINCE = re.compile(r"\b(?:since|est|founded)\W*$")
_ADDED = re.compile(r"(?:,|;|\band\b|\+|&|\bplus\b|\bwith\b|/)\s*$")
_PLUS = re.compile(r"(?:\+|&|\bplus\b)\s*$")

_NO_REVENUE = re.compile(
    r"\b(?:still )?pre-? ?revenue\b|(?:none|nothing|nil|zero|not)(?: yet| so far)?|noch (?:keine?|nichts)|keine?"
    r"|no (?:revenue|sales|income|turnover)(?: yet| so far)?"
)
_PER = re.compile(
    r"(?:\b(?:a|an|per|each|every)\s+|/\s?|\b(?=\w+ly\b))(?P<time>month|mo\b|week|wk\b|quarter|year|annum)(?:ly)?"
)
_TIMES_A_YEAR = {"month": 12, "mo": 12, "week": 52, "wk": 52, "quarter": 4, "year": 1, "annum": 1}
_NOT_MONEY = re.compile(
    r"[\s-]*(?:employees?|people|staff|years?|yrs?|months?|customers?|clients?|locations?|stores?|shops?|units?)\b"
)
_EACH = re.compile(
    r"(?:\b(?:a|an|per)\s+|/\s?)(?:hours?|hr|day|night|session|client|head|unit|person)\b|%|\d(?:st|nd|rd|th)\b"
)
#: Another figure than a year's revenue, or a change from one year to another.
_OTHER_FIGURE = re.compile(
    r"\b(?:loss(?:es)?|deficit|debts?|profit|net|loan|not)\b"
    r"|\b(?:up|down|grew|rose|fell|dropped|went|increased|decreased|growing) from\b"
)

_UNITS = {
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren"), 1.0),
    **dict.fromkeys(("mo", "mos", "m", "month", "mth", "mths", "months", "monate", "monaten"), 1 / 12),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), 1 / 52),
    **dict.fromkeys(("d", "day", "days"), 1 / 365),
    **dict.fromkeys(("decade", "decades"), 10.0),
}
_UNIT = re.compile(r"\+?\s?(?:full )?([a-z]+)\b")
_BESIDE = re.compile(r"\s?[a-z]*\s?(?:,|and)?\s*")
_JUST_BEGUN = re.compile(
    r"\bjust (?:started|starting|opened|launched|begun|beginning)\b|^(?:brand[- ])?new\b|\bnew (?:owner|business|to)\b"
    r"|\bnot (?:yet )?(?:open|opened|started|launched)\b|\bstarting (?:now|up|out)\b"
)
#: ``'98``, or what a spreadsheet makes of May 2019: ``May-19``.
_SHORT_YEAR = re.compile(r"(?:(?<!\w)'|^[a-z]{3}-)(\d\d)\b")
_NTH = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)) year\b"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NOT_TIME = re.compile(
    r"\W*(?:employees?|people|staff|companies|businesses|locations?|clients?|customers?|times)\b|\W*%"
)


class Amount(NamedTuple):
    """An amount that an answer gives.

    Attributes
    ----------
    number : float
        The amount; the lower end where the upper one is open.
    band : str
        The name of the band that it lies in.
    """

    number: float
    band: str


def _amount(number: float, bands: Mapping[str, float], decisive: float | None = None) -> Amount:
    """An amount with its band; ``decisive`` is the number that decides on the band, where it is another."""
    edges = list(bands.values())
    return Amount(number, list(bands)[bisect_right(edges, number if decisive is None else decisive) - 1])


@lru_cache(maxsize=10_000)
def team_size(text: str) -> Amount | None:
    """The number of people that an answer counts; its writer is one of them where the answer says so."""
    said = _present(re.sub(r"\bincl?\.", "including", spelled_out(text)))
    said = re.sub(r"(\band|\bplus|&|\+) an? (?!few|handful|bunch|lot|number)(?=[a-z])", r"\1 1 ", said)
    damaged = damaged_range(said)
    if damaged:
        return _amount((damaged[0] + damaged[1]) / 2, TEAM_BANDS)
    numbers = numerals(said, EITHER)
    if numbers is None or _MULTIPLIED.search(said):
        return None
    counts = _people(said, numbers)
    if counts:
        return _total(said, counts)
    return _alone(said) if not numbers or _ALONE.search(said) else None


def _present(said: str) -> str:
    """The parts of an answer that speak of today, without asides."""
    outside = _ASIDE.sub(" ", said)
    said = outside if re.search(r"\w", outside) else re.sub(r"[()\[\]]", " ", said)
    parts = [part.strip() for part in _PART.split(said)]
    return ", ".join(part for part in parts if part and not _ELSEWHEN.search(part)).strip(" .")


def _alone(said: str) -> Amount | None:
    """The team of somebody who names nobody but themselves and their family."""
    kin = len(_KIN.findall(said))
    together = kin > 0 and re.search(rf"\b{_ME}\b", said) is not None
    if _VAGUE.search(said) or not (together or _ALONE.search(said)):
        return None
    return _amount(1 + kin if together else 1, TEAM_BANDS)


def _total(said: str, counts: list[Numeral]) -> Amount | None:
    """The team that counts of people make up, with those who are named beside them."""
    kin, added = len(_KIN.findall(said)), 0
    if re.search(rf"\binc(?:l\w*|\.)? {_ME}\b", said) is None and _AND_ME.search(said):
        added = 1 + kin
    elif kin:
        return None
    middles = [count.middle for count in counts]
    if _IN_ALL.search(said):
        total = max(middles) + added
    elif len(counts) == 1 or _adds_up(said, counts):
        total = sum(middles) + added
    elif _SEASON.search(said):
        total = (min(middles) + max(middles)) / 2 + added
    else:
        return None
    open_end = any(count.more for count in counts)
    return _amount(total, TEAM_BANDS, total + open_end) if total < _LARGEST_TEAM else None


def _people(said: str, numbers: list[Numeral]) -> list[Numeral]:
    """The numbers that count people; without volunteers, where anybody is paid."""
    after = {number: said[number.end :] for number in numbers}
    undated = [number for number in numbers if not (number.bare and _SINCE.search(said[: number.start]))]
    people = [number for number in undated if not _THINGS.match(after[number])]
    paid = [number for number in people if not _UNPAID.match(after[number])]
    return [number for number in paid or people if number.middle > 0 or len(people) == 1]


def _adds_up(said: str, counts: list[Numeral]) -> bool:
    """Whether several counts are parts of the same team."""
    if _SEASON.search(said) and not re.search(r"\bseasonals?\b", said):
        return False
    for left, right in pairwise(counts):
        between = said[left.end : right.start]
        listed = _ADDED.fullmatch(between.strip()) or _PEOPLE.match(between)
        if not (_PLUS.search(between) or (listed and _ADDED.search(between) and _PEOPLE.match(said[right.end :]))):
            return False
    return True


@lru_cache(maxsize=10_000)
def revenue(text: str, european: bool = False) -> Amount | None:
    """The revenue or budget of a year, in whatever currency the answer uses.

    Parameters
    ----------
    european : bool
        Whether a comma begins the fraction and a full stop separates the thousands.
    """
    said = _present(spelled_out(text))
    numbers = numerals(said, EUROPEAN if european else AMERICAN)
    if numbers is None or _EACH.search(said) or re.fullmatch(r"\(\$?[\d., ]+\)", text.strip()):
        return None
    sums = [
        number for number in numbers if not (number.bare and 1900 <= number.low <= 2099 and number.low == number.high)
    ]
    if not sums:
        none_yet = _NO_REVENUE.fullmatch(said) or re.search(r"\bpre-? ?revenue\b", said)
        return _amount(0.0, REVENUE_BANDS) if none_yet else None
    if _OTHER_FIGURE.search(said):
        return None
    [first, *others] = sums
    doubtful = first.scale == 1 and not first.money and 0 < first.high < 1000
    if others or doubtful or damaged_range(said) or _NOT_MONEY.match(said[first.end :]):
        return None
    per = _PER.search(said)
    return _amount(first.middle * (_TIMES_A_YEAR[per["time"]] if per else 1), REVENUE_BANDS)


@lru_cache(maxsize=10_000)
def years(text: str, this_year: int | None = None) -> Amount | None:
    """The number of years that an answer counts.

    Parameters
    ----------
    this_year : int, optional
        The year to which "since 2009" is counted; without it, such an answer stays unknown.
    """
    said = _present(re.sub(r"\best\.", "est", spelled_out(text)))
    said = re.sub(r"\ban? (?=year|month|week)", "1 ", said)
    said = re.sub(r"\b(\d+) years? and an? half\b", r"\1.5 years", said)
    damaged = damaged_range(said)
    if damaged and (damaged[2] is None or (this_year and abs(this_year - damaged[2]) < 2)):
        return _amount((damaged[0] + damaged[1]) / 2, YEARS_BANDS)
    if damaged:
        said = str(damaged[2])
    said = _SHORT_YEAR.sub(lambda short: _in_full(int(short[1]), this_year), said)
    nth = _NTH.search(said)
    if nth:
        number = int(nth[1]) if nth[1] else _ORDINALS.index(nth[2]) + 1
        return _amount(number - 0.5, YEARS_BANDS) if number else None
    if re.search(r"%|\bsince i\b|\bage\b|\d(?:st|nd|rd|th)\b", said):
        return None
    numbers = numerals(said, EITHER, multipliers=False)
    if not numbers:
        return _amount(0.0, YEARS_BANDS) if numbers == [] and _JUST_BEGUN.search(said) else None
    if len(numbers) == 1 and numbers[0].bare and 1900 < numbers[0].low == numbers[0].high:
        began = numbers[0].low
        return _amount(this_year - began, YEARS_BANDS) if this_year and began <= this_year else None
    return _time(said, numbers)


def _in_full(short: int, this_year: int | None) -> str:
    """A year of two digits in four: the latest such year that has begun."""
    return str(1900 + short if this_year is None or 2000 + short > this_year else 2000 + short)


def _time(said: str, numbers: list[Numeral]) -> Amount | None:
    """The sum of years, months and weeks that stand beside one another, the longest first."""
    after = [said[number.end :] for number in numbers]
    units = [_unit(words) for words in after]
    beside = all(_BESIDE.fullmatch(said[left.end : right.start]) for left, right in pairwise(numbers))
    falling = all(longer > shorter for longer, shorter in pairwise(units))
    total = sum(number.middle * unit for number, unit in zip(numbers, units, strict=True))
    if not (beside and falling) or total > _LONGEST_TIME or any(map(_NOT_TIME.match, after)):
        return None
    return _amount(total, YEARS_BANDS, total + any(number.more for number in numbers))


def _unit(after: str) -> float:
    """The unit behind a number, in years; without any, years are meant."""
    word = _UNIT.match(after)
    return _UNITS.get(word[1], 1.0) if word else 1.0
