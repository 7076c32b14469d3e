"""Questions that ask for agreement: to taking part and its terms, or to something else altogether.

"Do you agree to keep what is said confidential?" holds a person until they agree. "Do you agree that our town needs a
market?" asks for an opinion, and "May we take photographs?" for a permission without which anybody may take part.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class Agreement(Enum):
    """What a question asks agreement to; ``NONE`` where it asks for none at all."""

    NONE = "none"
    TERMS = "terms"
    UNKNOWN = "unknown"
    OTHER = "other"


_AGREES = re.compile(
    r"\b(agree\w*|consent\w*|accept\w*|commit|committed|promise|pledge|acknowledge\w*|abide|undertake|authori[sz]e"
    r"|permission|understand|understood|confirm|object|objections?|willing to (abide|keep|follow|respect|commit))\b"
)
#: What somebody must agree to before they can take part.
_CORE = re.compile(
    r"\b(tak(e|ing) part|participa\w+|attend\w*|join(ing)?|rules?|terms|conditions|codes? of (conduct|ethics)|conduct"
    r"|guidelines|ground ?rules|policy|policies|charter|covenant|confiden\w+|non[- ]?disclosure|nda|in confidence"
    r"|commitments?|waiver|liability|expectations|norms|requirements?|secrecy|meetings?|sessions?"
    r"|(stays?|remains?|kept?|keep) (in|within|inside|private|between|secret)|repeat(ed)?|being (placed|matched)"
    r"|placed|matched|members? agreement|participant agreement|(the|this|our) (agreement|pledge|compact))\b"
)
_DATA = re.compile(
    r"\b(data|gdpr|privacy|personal (data|details|information)|information|stor(e|ed|ing|age)|process(ed|ing)?"
    r"|shar(e|ed|ing)|answers|responses|contacted|background check|use of my)\b"
)
#: What people may decline, and take part all the same.
_SIDE = re.compile(
    r"\b(newsletters?|mailing list|marketing|promotion\w*|publicity|updates|announcements?|offers|advert\w*|sms"
    r"|text messages|photo\w*|pictures?|images?|likeness|video\w*|film\w*|record(ed|ing|ings)|social media|website"
    r"|testimonials?|quot(e|es|ed)|press|media|sponsors?|third part(y|ies)|fundrais\w+|donat\w+|survey|research"
    r"|directory|cookies?|linkedin|whats ?app)\b"
)
#: Details by which people are reached: whether to pass them on is a question of its own.
_CONTACT = re.compile(
    r"\b(shar(e|ing)|pass(ing)? on|giv(e|ing) out|list(ing)?|includ(e|ing))\b.{0,40}"
    r"\b(e-?mail|contact|phone|number|address)\b"
)
_OPINION = re.compile(
    r"\b(agree or disagree|disagree or agree|to what extent|how (much|strongly|far)|on a scale|strongly"
    r"|(with|about) (the|this|these|each|following)( following)? (statements?|claims?|ideas?|views?"
    r"|opinions?|propos\w+)"
    r"|in your (opinion|view)|do you (think|feel|believe))\b"
)
#: "agree that the rules ..." may still be an opinion: somebody's own duties are spoken of as "I", "my", "we".
_THAT = re.compile(r"\b(agree|accept|acknowledge|understand|confirm|believe)\w* that\b(?P<clause>.*)")
_OWN = re.compile(
    r"\b(i|i'll|i'm|my|me|we|our group|you|your|what|whatever|everything|anything|all that|nothing|information"
    r"|things|conversations?|discussions?)\b"
)
_MINE = re.compile(
    r"\b(i|i'll|my|me|your|what is|what's|everything|anything|whatever|nothing|information|discussions?)\b"
)
_REVERSED = re.compile(
    r"\b(object(ions?)?( to)?|oppose|opt(ing)?[- ]out"
    r"|(do|does|would|will) ?(not|n't) (\w+ )?(agree|consent|accept|wish|want)"
    r"|don't (agree|consent|accept|wish|want)|decline|refuse|withhold|disagree)\b"
)
#: A header that names the terms and nothing else.
_TITLE = re.compile(
    r"((data )?privacy( policy| notice)?|terms( (and|&) conditions)?|t&cs?|codes? of conduct|ground ?rules|house rules"
    r"|group rules|confidentiality( (agreement|pledge|statement))?|data protection|gdpr|nda)"
    r"( (consent|accepted|agreed|agreement|signed|acknowledged|acknowledgement|ok|form|statement))*"
)
#: A question for something else, in which agreement is only spoken of; or for somebody to avoid.
_ASKS_ELSE = re.compile(
    r"^(what|which|how (?!(much|strongly|far)\b)|where|when|who|whom|why|tell|describe|list|name)\b"
    r"|\b(any ?(one|body)|some ?(one|body)|people|person|whom?)\b.*\b(object|avoid|apart|sit|group with|conflict)\b"
    r"|\bobject\b.*\b(any ?(one|body)|some ?(one|body)|whom?)\b"
)
_BARE = re.compile(r"\W*(i (hereby )?)?(agree\w*|consent|accept\w*|agreement|i do|do you (agree|consent|accept))\W*")
#: Statements by which somebody binds themselves, whatever follows.
_BINDS = re.compile(
    r"\b(i|we) (\w+ )?(agree to|agree with|agree on|accept|consent|commit|promise|pledge|undertake|will abide)\b"
)


@lru_cache(maxsize=20_000)
def agreement_of(question: str) -> Agreement:  # noqa: PLR0911 - one return a kind
    """What a question, in small letters, asks people to agree to."""
    if _TITLE.fullmatch(question):
        return Agreement.TERMS
    if not _AGREES.search(question) or _ASKS_ELSE.search(question):
        return Agreement.NONE
    if _OPINION.search(question):
        return Agreement.OTHER
    if _BARE.fullmatch(question):
        return Agreement.TERMS
    if _CONTACT.search(question) and not _CORE.search(question):
        return Agreement.OTHER
    that = _THAT.search(question)
    if that and not _OWN.search(that["clause"]):
        # Nobody's own doing is spoken of: an opinion, unless it is plainly about the terms and says so of itself.
        return (
            Agreement.TERMS if re.search(r"\b(i|we) (understand|acknowledge|accept)\b", question) else Agreement.OTHER
        )
    if _SIDE.search(question) and not (_CORE.search(question) and not _only_side(question)):
        return Agreement.OTHER
    if that and not _MINE.search(that["clause"]) and not _CORE.search(question):
        return Agreement.OTHER
    if _CORE.search(question) or _DATA.search(question):
        return Agreement.TERMS
    return Agreement.UNKNOWN


def _only_side(question: str) -> bool:
    """Whether the words about taking part stand only beside what is asked: "photographs taken at meetings"."""
    core = re.sub(
        r"\b(at|during|of|from|in|about|our|the|these|those|future) (\w+ ){0,2}(meetings?|sessions?)\b", " ", question
    )
    core = re.sub(r"\b(conditions|participants?|attend\w*)\b", " ", core)
    return not _CORE.search(core)


def sure_of_consent(question: str) -> int | None:
    """How surely a question asks for the consent that people are held for, in percent; ``None``: it does not tell."""
    asked = agreement_of(question)
    if asked is Agreement.NONE:
        return None
    if asked is Agreement.TERMS:
        return 95
    if asked is Agreement.UNKNOWN:
        return 84 if _BINDS.search(question) else 40
    return 0


def asks_opinion(question: str) -> bool:
    """Whether a question asks for an opinion or a permission that matching has no use for."""
    return agreement_of(question) is Agreement.OTHER and not _CONTACT.search(question)


def asks_reversed(question: str) -> bool:
    """Whether "yes" refuses: "Do you object to ...?", "I do not agree to ..."."""
    return _REVERSED.search(question.casefold().replace("’", "'")) is not None
