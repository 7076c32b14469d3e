"""Whether somebody agreed, as they answered a question for their consent."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from ok_match.intake.columns.asking.agreement import asks_reversed
from ok_match.intake.files.cleaning import is_answer
from ok_match.model.languages import LANGUAGES, plain_words


class Assent(Enum):
    """What an answer says of somebody's consent."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    MISSING = "missing"


_MARKED = re.compile(r"x|👍|✓|✔|☑|✅|1|1\.0|true|checked|selected|on|ticked|signed|oui|ja|s[ií]|sim", re.IGNORECASE)
_UNMARKED = re.compile(
    r"0|0\.0|false|unchecked|not (checked|selected|ticked|signed)|unticked|unselected|off|☐|✗|✘|❌|[-–—]", re.I
)
#: "No problem" agrees.
_NO_BUT_FINE = re.compile(
    r"\W*(no|not an?|none|without|zero) (\w+ )?"
    r"(problems?|objections?|concerns?|issues?|worries|reservations?|doubts?)\b"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO = re.compile(
    r"\W*(no|n|nope|nah|never|refused?|declined?|(strongly )?disagree\w*|unwilling"
    r"|i (do not|don't|cannot|can't|will not|won't|refuse|decline|disagree|object)"
    r"|rather not|i'd rather not|prefer not|not (agreed|accepted|really|willing|for me))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(do not|don't|does not|cannot|can't|can not|will not|won't|not|never|unable to) (\w+ )?"
    r"(agree\w*|consent\w*|accept\w*|commit\w*|promise\w*|sign)\b|\b(disagree|declin|refus|withdraw|revok)\w*",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(maybe|perhaps|not (yet|sure|certain|now|at this (time|point))|unsure|undecided|depends?|think about|thinking"
    r"|let me|ask me|to be (discussed|confirmed|decided)|tbd|tbc|pending|later|possibly|unclear|need (to|more)"
    r"|would like to|questions?|discuss|what does|which)\b|\?",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\W*(y|yes|yep|yeah|yup|sure|true|ok|okay|fine|agreed?|agrees|accept(ed|s)?|consent(ed|s)?|granted|confirmed"
    r"|understood|acknowledged|noted|of course|absolutely|definitely|certainly|gladly|happily|happy to|willing|will do"
    r"|i (\w+ )?(agree|accept|consent|understand|commit|promise|do|will|confirm|acknowledge|pledge|am happy|have read)"
    r"|(strongly|fully|totally|completely|wholeheartedly) (agree|accept|consent)|we (agree|accept|consent)"
    r"|read and|have read|checked|affirmative)\b",
    re.IGNORECASE,
)
#: Says that nothing stands in the way of a yes.
_NO_QUESTIONS = re.compile(r"\b(no|without) (\w+ )?questions?\b", re.IGNORECASE)
_RESERVED = re.compile(
    r"\b(but|except(ing)?|unless|however|as long as|only|provided|on (the )?condition|though|although|if|apart from"
    r"|with (the exception|reservations?)|for now|mostly|partly|partially"
    r"|(do not|don't|please not|not) (share|pass|use|give|publish|tell|contact|record))\b",
    re.IGNORECASE,
)
_FOREIGN_RESERVED = re.compile(
    r"\b(pero|salvo|excepto|siempre que|mais|sauf|aber|ausser|nur|solange|mas|exceto|desde que|ma|tranne|maar|behalve"
    r"|mits|sofern|wenn|solo si|purche)\b"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ -]?){2,4}")
_DATED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?: \d{1,2}:\d\d(?::\d\d)?)?|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
#: A name as one signs it: two to four words with capitals, or an initial and a surname.
_SIGNED = re.compile(r"(?:/s/ ?)?[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){1,3}")
_TURNED = {Assent.YES: Assent.NO, Assent.NO: Assent.YES}


@lru_cache(maxsize=20_000)
def assent(answer: str, question: str = "", name: str = "") -> Assent:
    """What an answer says of somebody's consent.

    Parameters
    ----------
    answer : str
        The cell.
    question : str
        Its header, which may ask the other way round: "Do you object to ...?".
    name : str
        The name of the person, who may have signed with it.
    """
    text = " ".join(_NO_QUESTIONS.sub(" ", answer.replace("’", "'")).split())
    backwards = asks_reversed(question)
    if not text:
        # Nobody ticked "I do not agree", and so they did not refuse.
        opted_out = backwards and not re.match(r"\W*(do|does|would|have|any|is)\b", question, re.IGNORECASE)
        return Assent.YES if opted_out else Assent.MISSING
    fine = _NO_BUT_FINE.match(text)
    if fine:
        return Assent.UNCLEAR if _RESERVED.search(fine["rest"]) else Assent.YES
    said = _said(text, name)
    if backwards and not re.search(r"\b(agree|consent|accept)\w*\b", text, re.IGNORECASE):
        return _TURNED.get(said, said)
    return said


def _said(text: str, name: str) -> Assent:  # noqa: PLR0911 - one return a way of answering
    if _MARKED.fullmatch(text):
        return Assent.YES
    if _UNMARKED.fullmatch(text):
        return Assent.NO
    if not is_answer(text):
        return Assent.MISSING
    if name and plain_words(text) == plain_words(name):
        return Assent.YES
    yes = _YES.match(text) is not None
    refuses = _NEGATED.search(text) is not None
    if _NO.match(text):
        return Assent.UNCLEAR if _UNSURE.search(text) and not refuses else Assent.NO
    if refuses:
        return Assent.UNCLEAR if yes and not re.match(r"\W*i\b", text, re.IGNORECASE) else Assent.NO
    if yes:
        return Assent.UNCLEAR if _RESERVED.search(text) or _UNSURE.search(text) else Assent.YES
    if _UNSURE.search(text):
        return Assent.UNCLEAR
    foreign = _said_abroad(plain_words(text))
    if foreign is not Assent.UNCLEAR:
        return foreign
    unsigned = _DATED.sub(" ", text).strip(" ,;-–—")
    signed = not unsigned or _INITIALS.fullmatch(unsigned) or _SIGNED.fullmatch(unsigned)
    return Assent.YES if signed else Assent.UNCLEAR


def _said_abroad(words: str) -> Assent:
    for language in LANGUAGES.values():
        if language.no.match(words):
            return Assent.NO
    for language in LANGUAGES.values():
        if language.yes.match(words):
            return Assent.UNCLEAR if _FOREIGN_RESERVED.search(words) else Assent.YES
    return Assent.UNCLEAR
