"""What the words of a question tell about the field it asks for."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ok_match.intake.columns.fields import FIELDS

from .agreement import asks_opinion, sure_of_consent
from .avoiding import sure_of_avoiding
from .foreign import is_foreign_platform, read_foreign
from .lookalikes import rules_out
from .name_parts import asks_for_another, name_part
from .wording import asking, behind_clause, in_full, in_words, without_owner

_CUES = {field.name: tuple((re.compile(pattern), sure) for pattern, sure in field.cues) for field in FIELDS}
#: The fields that hold a name or a part of one.
NAMES = ("name", "first_name", "last_name", "middle_name", "name_prefix", "name_suffix", "preferred_name")
#: A name that is nobody's who answers: "First name of your business partner".
_PARTLY = re.compile(r"\b(first|given|last|family|middle)[ -]?names?\b|\bsurnames?\b")
#: The weight of words outside the part of a long header that asks, and of a short heading before it, in percent.
ASIDE, HEADING = 40, 92
#: Below this the words of the part that asks name no field, in percent.
_NAMED = 60
#: From here on they need no second opinion, in percent.
_PLAIN = 85
#: Fields that hold what people wrote in their own words: a question that looks like one of them may well be another.
_WRITTEN = frozenset({"goals", "obstacles", "opportunities", "offers", "themes", "notes"})
#: How the answer is to be given is said in an aside as often as in the question.
_INSTRUCTED = ("themes", "ratings")
#: From here on a question whom to keep apart is none for consent, in percent.
_APART = 90
#: From here on a question for consent asks for nothing else, in percent.
_PLAINLY = 95
#: How surely English words in a question of another language can ask for a field, in percent.
_SHARED = 70
#: A title that may be of people or of times, and remarks in brackets that tell: "Conflicts (days you're busy)".
_CLASHES = re.compile(r"\b(conflicts?|clash(es)?|avoid(ing)?|no[ -]?gos?|black ?outs?|exclusions?|constraints?)\b")
_OF_TIMES = re.compile(
    r"\b(days?|times?|dates?|hours?|evenings?|mornings?|afternoons?|weekdays?|slots?|calendar|schedul(e|ing)|busy"
    r"|unavailable|when)\b"
)
_OF_PEOPLE = re.compile(
    r"\b(who|whom|any ?(one|body)|some ?(one|body)|people|persons?|names?|members?|participants?)\b"
)
_REMARK = re.compile(r"\(([^()]*)\)|[:\u2013\u2014-]\s(.*)$")
_PROMISE = re.compile(
    r"\b(only|just)\b.{0,25}\b(facilitators?|staff|us|organi[sz]ers?|coordinators?|we|program(me)? (team|managers?))\b"
    r"|\b(confidential(ly)?|private(ly)?|in confidence)\b(?!.*\b(agree|understand|promise|keep)\b)"
    r"|\b(not|never|won't|isn't) (be )?(shared?|shown?|pass(ed)? (it |this )?on|publish(ed)?|visible)\b"
    r"|\b(facilitators?|staff) (eyes )?only\b"
    r"|\bfor (our|staff|facilitator'?s?) eyes\b|\bwon't share\b|\bnobody else (sees|will see)",
    re.IGNORECASE,
)


def cues(question: str) -> dict[str, int]:
    """How surely, in percent, the words of a question ask for each field.

    Of a long header the part that asks counts; what an introduction or an example mentions counts far less.
    """
    return dict(_cues(question))


@lru_cache(8192)
def _cues(question: str) -> Mapping[str, int]:
    """The same, with what is asked of other people, of consent and in other languages, which takes more than a cue."""
    sure = dict(_weighed(question))
    essence, text = asking(question).essence, plain_question(question)
    if part := name_part(question) or name_part(essence):
        sure.update(dict.fromkeys(NAMES, 0))
        sure[part[0]] = part[1]
    elif _PARTLY.search(plain_question(essence)):
        sure.update(dict.fromkeys((*NAMES, "organisation"), 0))
    elif asks_for_another(essence):
        sure.update(dict.fromkeys((*NAMES, "email"), 0))
    lean = plain(without_owner(in_words(essence)))
    sure["keep_apart"] = max(sure["keep_apart"], sure_of_avoiding(text), sure_of_avoiding(lean))
    if sure["keep_apart"] and _is_of_times(question):
        sure |= {"keep_apart": 0, "availability": max(sure["availability"], _PLAINLY)}
    consent = sure_of_consent(text) if sure["keep_apart"] < _APART else None
    if consent is not None:
        asked_else = 0 if asks_opinion(text) else _SHARED if consent >= _PLAINLY else 100
        sure = {name: min(percent, asked_else) for name, percent in sure.items()} | {"consent": consent}
    return _with_foreign(question, sure)


def _is_of_times(question: str) -> bool:
    """Whether a remark behind a title that may be of people says that it is of times."""
    title = plain(question)
    remarks = " ".join(filter(None, (part for found in _REMARK.findall(question) for part in found))).casefold()
    about = f"{title} {remarks}"
    return bool(_CLASHES.search(title) and _OF_TIMES.search(remarks) and not is_of_people(about))


def is_of_people(question: str) -> bool:
    """Whether a question names people at all: "Who ...", "People to avoid"."""
    return _OF_PEOPLE.search(question.casefold()) is not None


def _weighed(question: str) -> Mapping[str, int]:
    asked = asking(question)
    sure = _sure(asked.essence)
    clause = behind_clause(asked.essence)
    if clause and max((narrow := _sure(clause)).values()) >= _NAMED:
        sure = {name: max(narrow[name], sure[name] * ASIDE // 100) for name in sure}
    if not (asked.heading or asked.rest):
        return sure
    said = _sure(asked.rest)
    heading = _sure(asked.heading)
    weight = ASIDE if max(sure.values()) >= _NAMED else HEADING
    return {
        name: max(
            sure[name],
            heading[name] * weight // 100,
            said[name] * (HEADING if name in _INSTRUCTED else ASIDE) // 100,
        )
        for name in sure
    }


def _with_foreign(question: str, sure: dict[str, int]) -> dict[str, int]:
    """The same, for a question in another language: its own words go before those that English shares with it."""
    by_machine = without_owner(in_words(question)) if " " not in question.strip() else ""  # "meta.source"
    foreign = read_foreign(by_machine or question)
    # Who takes part is told by the words below a header, whatever its language.
    if (
        foreign.field not in sure
        or foreign.field == "status"
        or (foreign.language is None and max(sure.values()) >= foreign.sure)
    ):
        return sure
    if foreign.language is not None:
        sure = {name: min(percent, _SHARED) for name, percent in sure.items()}
    return sure | {foreign.field: max(sure[foreign.field], foreign.sure)}


@lru_cache(8192)
def _sure(text: str) -> dict[str, int]:
    """How surely a text as a whole asks for each field; words of things that only look like a field rule it out."""
    words = in_words(text)
    sure = _matched(frozenset(plain(way) for way in (words, text, in_full(words))))
    lean = without_owner(words)
    if lean and max(sure.values()) < _PLAIN:
        own = _matched(frozenset((plain(lean),)))
        sure = {name: max(own[name], sure[name]) for name in sure}
    return {name: 0 if best and rules_out(name, plain(words)) else best for name, best in sure.items()}


def _matched(ways: frozenset[str]) -> dict[str, int]:
    """How surely any of the ways to read a text asks for each field."""
    return {
        name: max((sure for pattern, sure in cued if any(map(pattern.search, ways))), default=0)
        for name, cued in _CUES.items()
    }


def is_lookalike(question: str) -> bool:
    """Whether a question only looks as if it asked for a plain fact, and asks for something else."""
    text = plain(in_words(asking(question).essence))
    sure = _matched(frozenset((text,)))
    denied = {name for name, best in sure.items() if best >= _NAMED and rules_out(name, text)}
    return bool(denied - _WRITTEN or rules_out("any", text)) and max(cues(question).values()) < _NAMED


def denies(question: str, field: str) -> bool:
    """Whether the words of a question rule a field out."""
    if asks_opinion(plain_question(question)):
        return True
    essence = asking(question).essence
    if field in (*NAMES, "email") and asks_for_another(essence):
        return True
    return rules_out(field, plain(in_words(essence)))


def plain_question(question: str) -> str:
    """The part of a question that asks, in lower case, without remarks in brackets and without punctuation."""
    return plain(in_words(asking(question).essence))


def plain(text: str) -> str:
    """A text in lower case, without remarks in brackets and without punctuation."""
    bare = re.sub(r"\([^()]*\)", " ", text)
    text = bare if bare.strip() else text
    text = re.sub(r"[^\w\s/@&'#-]", " ", text.replace("\u2019", "'")).casefold()
    return " ".join(text.replace("_", " ").split())


def is_platform(question: str) -> bool:
    """Whether a column is one that a form tool adds for itself."""
    text = question.strip()
    texts = [plain(question), plain_question(question)]
    if " " not in text:
        texts.append(plain(in_words(re.split(r"[./:]", text)[-1])))  # "meta.userAgent"
    return any(map(PLATFORM.match, texts)) or is_foreign_platform(question)


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
