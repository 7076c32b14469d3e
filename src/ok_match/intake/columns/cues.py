"""What the words of a question tell about the field it asks for."""

import re
from collections.abc import Sequence

from .agreement import asks_opinion, sure_of_consent
from .avoiding import sure_of_avoiding
from .fields import FIELDS
from .foreign import is_foreign_platform, read_foreign

_CUES = {field.name: tuple((re.compile(pattern), sure) for pattern, sure in field.cues) for field in FIELDS}
#: Words that rule a field out, however near the meaning of the question comes.
_DENIED = {
    "offers": re.compile(r"\b(need|want|get|receive)\b"),
    "obstacles": re.compile(r"\bsolves?\b"),
    "organisation": re.compile(r"\b(web ?site|url|link|linkedin|address|phone|number)\b"),
    "town": re.compile(r"\baddress\b"),
    "email": re.compile(r"\b(share|give|pass on)\b"),
}
#: From here on a question whom to keep apart is none for consent, in percent.
_APART = 90
#: From here on a question for consent asks for nothing else, in percent.
_PLAINLY = 95
#: How surely English words in a question of another language can ask for a field, in percent.
_SHARED = 70
_PROMISE = re.compile(
    r"\b(only|just)\b.{0,25}\b(facilitators?|staff|us|organi[sz]ers?|coordinators?|we|program(me)? (team|managers?))\b"
    r"|\b(confidential(ly)?|private(ly)?|in confidence)\b(?!.*\b(agree|understand|promise|keep)\b)"
    r"|\b(not|never|won't|isn't) (be )?(shared?|shown?|pass(ed)? (it |this )?on|publish(ed)?|visible)\b"
    r"|\b(facilitators?|staff) (eyes )?only\b"
    r"|\bfor (our|staff|facilitator'?s?) eyes\b|\bwon't share\b|\bnobody else (sees|will see)",
    re.IGNORECASE,
)


def cues(question: str) -> dict[str, int]:
    """How surely, in percent, the words of a question ask for each field."""
    text = plain_question(question)
    sure = {
        name: max((sure for pattern, sure in cued if pattern.search(text)), default=0) for name, cued in _CUES.items()
    }
    sure["keep_apart"] = max(sure["keep_apart"], sure_of_avoiding(text))
    consent = sure_of_consent(text) if sure["keep_apart"] < _APART else None
    if consent is not None:
        asked_else = 0 if asks_opinion(text) else _SHARED if consent >= _PLAINLY else 100
        sure = {name: min(percent, asked_else) for name, percent in sure.items()} | {"consent": consent}
    return _with_foreign(question, sure)


def _with_foreign(question: str, sure: dict[str, int]) -> dict[str, int]:
    """The same, for a question in another language: its own words go before those that English shares with it."""
    foreign = read_foreign(question)
    if foreign.field not in sure or (foreign.language is None and max(sure.values()) >= foreign.sure):
        return sure
    if foreign.language is not None:
        sure = {name: min(percent, _SHARED) for name, percent in sure.items()}
    return sure | {foreign.field: max(sure[foreign.field], foreign.sure)}


def denies(question: str, field: str) -> bool:
    """Whether the words of a question rule a field out."""
    if asks_opinion(plain_question(question)):
        return True
    return field in _DENIED and _DENIED[field].search(plain_question(question)) is not None


def plain_question(question: str) -> str:
    """A question in lower case, without remarks in brackets and without punctuation."""
    bare = re.sub(r"\([^()]*\)", " ", question)
    text = bare if bare.strip() else question
    text = re.sub(r"[^\w\s/@&'#-]", " ", text.replace("\u2019", "'")).casefold()
    return " ".join(text.replace("_", " ").split())


def is_platform(question: str) -> bool:
    """Whether a column is one that a form tool adds for itself."""
    return PLATFORM.match(plain_question(question)) is not None or is_foreign_platform(question)


def promises_privacy(header: str) -> bool:
    """Whether a header promises that the cohort will not see the answer."""
    return _PROMISE.search(header.replace("\u2019", "'")) is not None


def recognisable(headers: Sequence[str]) -> int:
    """The number of different fields that a row, taken for the header, would give."""
    return len({field for text in headers if text and (field := _likeliest(text))})


def _likeliest(header: str) -> str:
    sure = cues(header)
    best = max(sure, key=lambda name: sure[name])
    return best if sure[best] else ""


#: Columns that the form tool adds for itself; they say nothing about a person.
PLATFORM = re.compile(
    r"^(#|start time|start date( utc)?|stage date( utc)?|end date( utc)?|startzeit|heure de début|hora de inicio"
    r"|begintijd|last modified( time)?|letzte änderungszeit|zeit der letzten änderung|heure de la dernière modification"
    r"|ip ?address|network id|(response|respondent|collector|submission|record|row|form|survey) ?id|custom data \d+"
    r"|user ?agent|browser|device|operating system|recipient.*|external ?(data )?reference"
    r"|latitude|longitude|location ?(latitude|longitude)|geo ?location"
    r"|distribution ?channel|user ?language|language|sprache|langue|duration.*|recorded ?date|progress|score|points?"
    r"|(total )?points|feedback|quiz feedback|tags?|ending|response type|url|referr?er|utm .*)$"
)
