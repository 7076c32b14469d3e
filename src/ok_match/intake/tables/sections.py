"""Lines between people that are none: titles of sections, totals, and notes."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from .likeness import shape

_TOTAL = re.compile(
    r"(?:grand |sub[- ]?)?(?:totals?|sum|count|average|mean|median|summe|gesamt|somme|anzahl|nombre|suma|totale?)\b.*"
    r"|n ?= ?\d+.*|(?:number|no\.?|#) of (?:people|applicants|participants|rows|entries|responses|members"
    r"|sign[- ]?ups)\b.*"
    r"|\d+ (?:responses?|entries|rows|records)(?: in total| total)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:[^\W\d]+\.?:? ){0,2}\W{0,3}\d[\d.,/%: ]*\W{0,2}(?: ?[^\W\d]+){0,3}")
_LETTER = re.compile(r"[^\W\d_]")
#: Marks that frame a title, or announce what stands below it.
_FRAMED = re.compile(
    r"[-–—=*#~_•>+.<\[(|▼▶►■●◆]{1,}\s*\S.*?\s*[-–—=*#~_•>+.<\])|▼◀◄■●◆]{1,}|.*\S\s*(?::|-{2,}|={2,}|—|▼)"
    r"|[>▶►■●◆▼#]+\s.*"
)
_LINES = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))
_HEAD, _WITH = "|".join(_LINES["groups"]), "|".join(_LINES["beside"])
_TITLE = re.compile(rf"(?:(?:{_HEAD}|{_WITH}|\d{{1,4}}(?:st|nd|rd|th)?)\b[\W_]*)+", re.IGNORECASE)
_HEADED = re.compile(
    rf"(?:{_HEAD})\b.*|.*\b(?:{_HEAD})(?:\W+\d{{1,4}}\W*|\W+[A-Z0-9]\W*|\W*\([^()]*\)\W*|\W*)",
    re.IGNORECASE | re.DOTALL,
)
_HAS_HEAD = re.compile(rf"\b(?:{_HEAD})\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:\W+(?:mornings?|afternoons?|evenings?|noon|lunch\w*"
    r"|nights?|\d[\d:. apm–-]*))*\W*"
    r"|(?:spring|summer|autumn|fall|winter|season)?\W*20\d\d(?:\W+\d\d(?:\d\d)?)?\W*(?:spring|summer|autumn"
    r"|fall|winter)?\W*",
    re.IGNORECASE,
)
#: Titles of sections whose people are not to be placed before somebody has said so.
_OUT = re.compile(rf"\b(?:{'|'.join(_LINES['out'])})\b", re.IGNORECASE)
#: "Small businesses (under 10 staff)" are no staff.
_SIZE = re.compile(
    r"\b(?:under|over|than|up to|with|without|no|paid|own"
    r"|\d+\+?(?:\s*(?:-|–|to)\s*\d+)?)\s+(?:\d+\s+)?(?:paid\s+)?staff\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:not|no(?: one| longer)?|never|un|nobody) (?:withdr|cancel|declin|wait)", re.IGNORECASE)
#: How a line begins that tells the reader something.
_NOTE = re.compile(
    r"\W*(?:n\.?b\.?|notes?|please|pls|legend|key|contact|questions?|updated?|last (?:updated?|change|edit\w*"
    r"|saved)|printed|print(?:ed)? on"
    r"|source|deadline|due|export\w*|generated|created|prepared|compiled|confidential|private|internal|draft"
    r"|version|as of|status as"
    r"|reminder|to ?do|remember|tip|hint|warning|attention|important|thanks?|thank you|see (?:also|tab|sheet"
    r"|the)|end of|continued|page \d"
    r"|\*|†|‡|¹|²|download\w*|form closes|closes|capacity|places? (?:left|remaining)|copyright|©|all (?:rights"
    r"|answers|times)|stand"
    r"|aktualisiert|hinweis|kontakt|anmerkung|nota|remarque|leyenda|légende)\b(?:\W.*|$)"
    r"|[*†‡•→¹²³#]+\s*=?\s*\S.*|\S{1,12}\s*=\s*\S.*|.*\s=\s.*|https?://.*|www\..*|.*\bfiled? under\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: What a mark means: "* = waitlisted" is a note, whatever it says.
_LEGEND = re.compile(r"[^=]{1,20}=\s*[^=]+")
_COUNTED = re.compile(
    r"(?:we (?:have|are|need)\s)?(?:only |about |now |\W)*\d+\s+(?:more |of \d+ )?(?:people|persons"
    r"|participants|applicants|members|sign[- ]?ups|spots?"
    r"|places?|seats?|answers?|replies|left|so far|confirmed|paid|missing|waiting|in all|altogether|businesses"
    r"|nonprofits|leaders|mentors|mentees)\b.*"
    r"|.*\b(?:so far|to date|in total|in all|altogether)\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
#: Words of the longest title, and of the shortest sentence.
_LONGEST, _SENTENCE = 12, 4
#: So many words that are all used in titles are no name.
_MANY = 3


def is_total(text: str) -> bool:
    """Whether a line begins as one with totals does."""
    return _TOTAL.fullmatch(text.strip()) is not None


def is_count(text: str) -> bool:
    """Whether a cell beside a total says how many or how much: "8 people", "300 paid", "avg 4.2"."""
    return _COUNT.fullmatch(text.strip()) is not None


@lru_cache(8192)
def is_title(text: str) -> bool:
    """Whether a line that stands alone is surely the title of a section, and not a name."""
    line = " ".join(text.split())
    if not _LETTER.search(line) or len(line.split()) > _LONGEST or _LEGEND.fullmatch(line):
        return False
    if (_FRAMED.fullmatch(line) and not _NOTE.fullmatch(line.rstrip(":"))) or _WEEKDAY.fullmatch(line):
        return True
    bare = line.strip(" -–—=*#:.").replace("-", " ")
    if _TITLE.fullmatch(bare) and (_HAS_HEAD.search(bare) or _OUT.search(bare) or len(bare.split()) >= _MANY):
        return True
    return _HEADED.fullmatch(bare) is not None and len(bare.split()) > 1 and not _SAYS.search(bare)


#: Words of a sentence: a line with one of them tells something, and is no title.
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|will|please|do|must|should|paid by|see|i|we|my|our)\b", re.IGNORECASE
)


def is_out(title: str) -> bool:
    """Whether people below a title are not to be placed unless somebody says so."""
    text = _SIZE.sub(" ", title)
    return _OUT.search(text) is not None and _IN.search(text) is None


@lru_cache(8192)
def is_note(text: str) -> bool:
    """Whether a line in the column of the names is surely a note: it says something, counts, or explains a mark."""
    line = " ".join(text.split())
    if _NOTE.fullmatch(line) or _COUNTED.fullmatch(line):
        return True
    words = _WORD.findall(line)
    return (
        len(words) >= _SENTENCE and shape(line) != "name" and sum(word[0].islower() for word in words) * 2 >= len(words)
    )


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person."""
    line = " ".join(text.split())
    return (
        bool(_LETTER.search(line))
        and not re.search(r"[=*?!@#:<>]|\d{5}|\d[/:]\d", line)
        and len(line.split()) <= 6
        and not is_title(line)
    )
