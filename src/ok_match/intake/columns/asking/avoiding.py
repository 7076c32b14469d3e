"""Whether a question asks whom somebody should not share a group with, in whatever roundabout words."""

from __future__ import annotations

import re
from functools import lru_cache

#: How surely a question with all three kinds of word, and a short header, ask whom to keep apart, in percent.
_ASKED, _TITLED = 91, 96
_SOMEBODY = re.compile(
    r"\b(who|whom|whose|any ?(one|body)|some ?(one|body)|people|persons?|participants?|members?|colleagues?|names?"
    r"|applicants?|individuals?|others?|faces?|codes?|ids?|initials|numbers|nicknames|handles|aliases)\b"
)
_DISTANCE = re.compile(
    r"\b(not|cannot|n't|can't|couldn't|shouldn't|wouldn't|don't|won't|avoid\w*|apart|away from|separate\w*"
    r"|uncomfortable|awkward\w*|conflicts?|steer|clear of|distance|never|without|unable|reluctant"
    r"|hesita\w+|difficult\w*|tension"
    r"|rather (\w+ ){1,8}than|less than|least|other than|another|different|elsewhere|keep you from|problem with"
    r"|trouble with|history with|spared?|skip|least like|least comfortable|should we keep)\b"
)
_TOGETHER = re.compile(
    r"\b(groups?|grouped|tables?|circles?|cohorts?|teams?|rooms?|pods?|sit|seat(ed)?|sitting|paired?|matched|placed?|put"
    r"|shar(e|ing)|near|next to|together|work with|working with|be with|meet|company|alongside|around)\b"
)
#: It is put to somebody, or is about them.
_YOU = re.compile(r"\b(you|your|we|us|me)\b")
#: A promise, a wish without distance, or another subject in which the same words stand.
_ELSE = re.compile(
    r"^i\b|\bi (will|promise|agree|understand|commit|consent)\b|\b(confidential\w*|repeat"
    r"|outside the group|tell(ing)? others|newsletter|refer|heard? (about|of)"
    r"|emergency|bring|plus one|in your (place|stead)|lead(ing)?|struggl\w+|achieve"
    r"|goals?|stands? in|holding|hardest|proud|learn|teach|hire|hiring|employees|customers?)\b"
)
#: Short headers of hand-kept sheets.
_TITLE = re.compile(
    r"(please )?(do not|don't|not|never|rather not|preferably not|avoid|separate|keep|can't|cannot)"
    r"( (me|us|him|her|them|be|sit|seat|seated|put|place|placed|pair|paired|group|grouped|match|matched|work|sitting"
    r"|apart|away|separate|separated|together|in|at|a|the|same|group|table|circle|team)){0,7}"
    r"( (with|from|near|beside|next to|together with|alongside))"
    r"|avoid|avoids?( list)?|(people|person|persons|names|who|whom) to (avoid|keep (apart|away)|separate)|to avoid"
    r"|(do )?not (with|near|next to)|incompatib\w+( with)?|exclusions?|excluded? (people|names)|no ?-?go( list)?s?"
    r"|(potential |possible |known )?conflicts?( of interest)?( with)?|keep (apart|separate|away)|separat(e|ion)s?"
    r"|(must|should) not (sit|be|meet) with|not (compatible|together) with|apart from whom|stay away from"
    r"|steer clear of"
)


_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_MARKS = re.compile(r"[^\w\s'-]")
#: Whom somebody would like to be with.
_WISHED = re.compile(
    r"\byou(?:'d|'ll)?(?: (?:would|will|do|might|may|especially|particularly|really|rather|very|much|most)){0,3}"
    r" (?:enjoy|like|love|prefer|want|hope|wish)\b(?! not\b| to avoid\b).{0,50}?"
    r"\b(?:with|together|alongside|beside|near)\b"
)
#: Plain words for keeping away, beside a wish for company.
_AWAY = re.compile(
    r"\b(?:avoid\w*|apart|away from|separate\w*|awkward\w*|uncomfortable|conflicts?|steer clear"
    r"|(?:not|never|n't) (?:to )?(?:share|sit|seated|be|work|with|want|like|grouped|placed|put|paired|meet))\b"
)
_BUT = re.compile(r",? (?:or|and|but|/)(?= )")


@lru_cache(maxsize=20_000)
def asks_both(question: str) -> bool:
    """Whether a question asks in one part whom somebody would like to be with, and in another whom to avoid."""
    sentences = [
        " ".join(_MARKS.sub(" ", sentence).split())
        for sentence in _SENTENCE.split(question.replace("’", "'").casefold())
    ]
    wished = [_WISHED.search(sentence) is not None and not _DISTANCE.search(sentence) for sentence in sentences]
    avoided = [
        sure_of_avoiding(sentence) > 0 or bool(_SOMEBODY.search(sentence) and _AWAY.search(sentence))
        for sentence in sentences
    ]
    if any(wished) and any(avoided):
        return True
    # "Anybody you would like to be with, or keep away from?"
    return any(
        _WISHED.search(before) and not _DISTANCE.search(before) and _AWAY.search(sentence, cut.end())
        for sentence in sentences
        if _SOMEBODY.search(sentence)
        for cut in _BUT.finditer(sentence)
        if (before := sentence[: cut.start()])
    )


@lru_cache(maxsize=20_000)
def sure_of_avoiding(question: str) -> int:
    """How surely a question, in small letters and without punctuation, asks whom to keep apart, in percent."""
    if _TITLE.fullmatch(question):
        return _TITLED
    asked = (
        _SOMEBODY.search(question)
        and _DISTANCE.search(question)
        and _TOGETHER.search(question)
        and _YOU.search(question)
        and not _ELSE.search(question)
    )
    return _ASKED if asked else 0
