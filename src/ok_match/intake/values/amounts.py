"""Reads how many people, how much money and how many years an answer speaks of.

What is clear becomes a number and its band; a range counts as its middle, and an open end from just above where it
begins. What is not clear stays unknown: a wrong figure would seat somebody among the wrong peers.
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

#: No team is so large; such a number is a date, as spreadsheets count days.
_LARGEST_TEAM = 40_000
_LONGEST_TIME = 120
#: What an answer says of another time, or says that nobody knows, is not counted.
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
#: Somebody with such company is not alone, and nobody knows how many they are.
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
#: Counts that would have to be multiplied, and counts in a row.
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
#: Another figure than a year's revenue, or two of them told in one breath.
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
    number : float or None
        The amount; the lower end where the upper one is open.
    band : str
        The name of the band that it lies in.
    """

    number: float | None
    band: str


def _amount(one: float, bands: Mapping[str, float], counted_from: float | None = None) -> Amount:
    """Put an amount into its band; ``counted_from`` is the amount that decides where it is another."""
    edges = list(bands.values())
    return Amount(one, list(bands)[bisect_right(edges, one if counted_from is None else counted_from) - 1])


@lru_cache(maxsize=10_000)
def team_size(text: str) -> Amount | None:
    """Read how many people an answer counts, the person who wrote it among them if they say so."""
    said = _present(re.sub(r"\bincl?\.", "including", spelled_out(text)))
    said = re.sub(r"(\band|\bplus|&|\+) an? (?!few|handful|bunch|lot|number)(?=[a-z])", r"\1 1 ", said)
    damaged = damaged_range(said)
    if damaged:
        return _amount((damaged[0] + damaged[1]) / 2, TEAM_BANDS)
    found = numerals(said, EITHER)
    if found is None or _MULTIPLIED.search(said):
        return None
    counted = _people(said, found)
    if counted:
        return _counted(said, counted)
    return _alone(said) if not found or _ALONE.search(said) else None


def _present(said: str) -> str:
    """Give the parts of an answer that speak of today, without asides."""
    outside = _ASIDE.sub(" ", said)
    said = outside if re.search(r"\w", outside) else re.sub(r"[()\[\]]", " ", said)
    parts = [part.strip() for part in _PART.split(said)]
    return ", ".join(part for part in parts if part and not _ELSEWHEN.search(part)).strip(" .")


def _alone(said: str) -> Amount | None:
    """Count somebody who names nobody but themselves and their family."""
    kin = len(_KIN.findall(said))
    together = kin > 0 and re.search(rf"\b{_ME}\b", said) is not None
    if _VAGUE.search(said) or not (together or _ALONE.search(said)):
        return None
    return _amount(1 + kin if together else 1, TEAM_BANDS)


def _counted(said: str, counted: list[Numeral]) -> Amount | None:
    """Put together the counts of people, and those who are named beside them."""
    kin, added = len(_KIN.findall(said)), 0
    if re.search(rf"\binc(?:l\w*|\.)? {_ME}\b", said) is None and _AND_ME.search(said):
        added = 1 + kin
    elif kin:
        return None
    middles = [one.middle for one in counted]
    if _IN_ALL.search(said):
        total = max(middles) + added
    elif len(counted) == 1 or _adds_up(said, counted):
        total = sum(middles) + added
    elif _SEASON.search(said):
        total = (min(middles) + max(middles)) / 2 + added
    else:
        return None
    open_end = any(one.more for one in counted)
    return _amount(total, TEAM_BANDS, total + open_end) if total < _LARGEST_TEAM else None


def _people(said: str, found: list[Numeral]) -> list[Numeral]:
    """Leave out what is no people, and volunteers where anybody is paid."""
    after = {one: said[one.end :] for one in found}
    found = [one for one in found if not (one.bare and _SINCE.search(said[: one.start]))]
    people = [one for one in found if not _THINGS.match(after[one])]
    paid = [one for one in people if not _UNPAID.match(after[one])]
    return [one for one in paid or people if one.middle > 0 or len(people) == 1]


def _adds_up(said: str, counted: list[Numeral]) -> bool:
    """Say whether several counts are parts of one team."""
    if _SEASON.search(said) and not re.search(r"\bseasonals?\b", said):
        return False
    for one, other in pairwise(counted):
        between = said[one.end : other.start]
        listed = _ADDED.fullmatch(between.strip()) or _PEOPLE.match(between)
        if not (_PLUS.search(between) or (listed and _ADDED.search(between) and _PEOPLE.match(said[other.end :]))):
            return False
    return True


@lru_cache(maxsize=10_000)
def revenue(text: str, european: bool = False) -> Amount | None:
    """Read a year's revenue or budget.

    Parameters
    ----------
    european : bool
        Whether a comma begins the fraction and a full stop parts the thousands.
    """
    said = _present(spelled_out(text))
    found = numerals(said, EUROPEAN if european else AMERICAN)
    if found is None or _EACH.search(said) or re.fullmatch(r"\(\$?[\d., ]+\)", text.strip()):
        return None
    found = [one for one in found if not (one.bare and 1900 <= one.low <= 2099 and one.low == one.high)]
    if not found:
        none_yet = _NO_REVENUE.fullmatch(said) or re.search(r"\bpre-? ?revenue\b", said)
        return _amount(0.0, REVENUE_BANDS) if none_yet else None
    if _OTHER_FIGURE.search(said):
        return None
    [one, *others] = found
    doubtful = one.scale == 1 and not one.money and 0 < one.high < 1000
    if others or doubtful or damaged_range(said) or _NOT_MONEY.match(said[one.end :]):
        return None
    per = _PER.search(said)
    return _amount(one.middle * (_TIMES_A_YEAR[per["time"]] if per else 1), REVENUE_BANDS)


@lru_cache(maxsize=10_000)
def years(text: str, this_year: int | None = None) -> Amount | None:
    """Read how many years an answer counts.

    Parameters
    ----------
    this_year : int, optional
        The year that "since 2009" is counted to; where it is not given, such an answer stays unknown.
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
    found = numerals(said, EITHER, multipliers=False)
    if not found:
        return _amount(0.0, YEARS_BANDS) if found == [] and _JUST_BEGUN.search(said) else None
    if len(found) == 1 and found[0].bare and 1900 < found[0].low == found[0].high:
        began = found[0].low
        return _amount(this_year - began, YEARS_BANDS) if this_year and began <= this_year else None
    return _time(said, found)


def _in_full(short: int, this_year: int | None) -> str:
    """Give a year of two digits in four: the latest such year that has begun."""
    return str(1900 + short if this_year is None or 2000 + short > this_year else 2000 + short)


def _time(said: str, found: list[Numeral]) -> Amount | None:
    """Add up years, months and weeks that stand beside one another, the longest first."""
    units = [_unit(said[one.end :]) for one in found]
    beside = all(_BESIDE.fullmatch(said[one.end : other.start]) for one, other in pairwise(found))
    falling = all(one > other for one, other in pairwise(units))
    total = sum(one.middle * unit for one, unit in zip(found, units, strict=True))
    if not (beside and falling) or total > _LONGEST_TIME or any(_NOT_TIME.match(said[one.end :]) for one in found):
        return None
    return _amount(total, YEARS_BANDS, total + any(one.more for one in found))


def _unit(after: str) -> float:
    """Give the years that the unit behind a number stands for; without any, years are meant."""
    word = _UNIT.match(after)
    return _UNITS.get(word[1], 1.0) if word else 1.0
