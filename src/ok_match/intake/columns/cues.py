"""What the words of a question tell about the field it asks for."""

import re
from collections.abc import Sequence

from .fields import FIELDS
from .name_parts import asks_for_another, name_part

_CUES = {field.name: tuple((re.compile(pattern), sure) for pattern, sure in field.cues) for field in FIELDS}
#: Words that rule a field out, however near the meaning of the question comes.
_DENIED = {
    "offers": re.compile(r"\b(need|want|get|receive)\b"),
    "obstacles": re.compile(r"\bsolves?\b"),
    "organisation": re.compile(r"\b(web ?site|url|link|linkedin|address|phone|number)\b"),
    "town": re.compile(r"\baddress\b"),
    "email": re.compile(r"\b(share|give|pass on)\b"),
}
#: The fields that hold a name or a part of one.
NAMES = ("name", "first_name", "last_name", "middle_name", "name_prefix", "name_suffix", "preferred_name")
#: A name that is nobody's who answers: "First name of your business partner".
_PARTLY = re.compile(r"\b(first|given|last|family|middle)[ -]?names?\b|\bsurnames?\b")
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
    if part := name_part(question):
        sure.update(dict.fromkeys(NAMES, 0))
        sure[part[0]] = part[1]
    elif _PARTLY.search(text):
        sure.update(dict.fromkeys((*NAMES, "organisation"), 0))
    elif asks_for_another(question):
        sure.update(dict.fromkeys((*NAMES, "email"), 0))
    return sure


def denies(question: str, field: str) -> bool:
    """Whether the words of a question rule a field out."""
    if field in (*NAMES, "email") and asks_for_another(question):
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
    return PLATFORM.match(plain_question(question)) is not None


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
