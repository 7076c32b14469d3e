"""The words of a header as a person would say them, and, of a long header, the part that asks."""

from __future__ import annotations

import html
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{\{.*?\}\}|\*\*|__+")
#: Names that are written with a capital inside and are one word all the same.
_ONE_WORD = re.compile(
    r"LinkedIn|WhatsApp|YouTube|TikTok|GitHub|FaceTime|QuickBooks|PayPal|WeChat|iPhone|[eE]-?Mail(?=s?(?:[^a-z]|$))"
)
_CAMEL = re.compile(r"(?<=[a-zß-ÿ\d])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-Za-z]{3})(?=\d)")
#: What stands between the words of a header that a machine made; a dash does too, but not in "e-mail".
_JOINT = re.compile(r"[._/:\\|~]+|(?<!\be)(?<!\bco)(?<!\bin)(?<!\bdrop)-+", re.IGNORECASE)
#: Words that programmers write without a space between them.
_GLUED = sorted(
    (
        "first last full given family middle preferred name email mail address company organisation organization org"
        " business job title role phone mobile telephone number keep apart kept team staff size time zone years in with"
        " sit date submitted annual revenue town city industry sector goals goal obstacles obstacle opportunities"
        " availability available contact your my slot slots notes previous group"
    ).split(),
    key=len,
    reverse=True,
)
_GLUED_WORD = "|".join(_GLUED)
_GLUED_TOGETHER = re.compile(rf"(?:{_GLUED_WORD}){{2,}}", re.IGNORECASE)
_GLUED_PART = re.compile(_GLUED_WORD, re.IGNORECASE)
#: The number of a question, in the forms that tools and people give it.
_NUMBER = re.compile(
    r"[\s\[(#*]*(?:"
    r"(?:question|frage|pregunta|domanda|vraag|item|field|column|part|section|no|nr)\W{0,2}\d{1,3}[a-z]?\b[\s.):\]–—-]*"
    r"|(?:[qvfg]|g\d{1,3}q)_?\d{1,4}(?:[._]\d{1,3})*[a-z]?(?![^\W_])[\s._:)\]–—-]*"
    r"|(?:[qvf])\d{1,3}(?=(?-i:[A-Z])[a-z])"
    r"|\d{1,3}(?:\.\d{1,2})*\s?[a-z]?(?:\s?[.):\]]+|\s+[–—-]+)(?=\s*[^\W\d])\s*|\d{1,2}(?:\.\d{1,2})+\s+(?=[^\W\d])"
    r"|[a-z]\d{0,2}[.):]\s+(?=\w)|[ivx]{1,4}[.)]\s+"
    r"|\d{1,2}\s+(?=(?-i:[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
_MACHINE_NUMBER = re.compile(
    r"(?:q|v|var|col|f|field|item|question|answer)?\s?\d{1,4}(?:\s\d{1,3})*\s+(?=\D)", re.IGNORECASE
)
#: What a machine writes behind the name of a field, and what it writes before it: whose field it is.
_KIND = re.compile(
    r"(?: (?:text|txt|str|string|value|val|field|input|raw|answer|response|free|dropdown|textarea))+$", re.I
)
_OWNER = re.compile(
    r"^(?:(?:participants?|applicants?|members?|mentees?|mentors?|leaders?|contact|users?|respondents?|persons?"
    r"|attendees?"
    r"|guests?|data|forms?|fields?|answers?|responses?|survey|meta|metadata|hidden|system|payload|body|root"
    r"|profile|about(?: you)?|personal|details?|info|intake"
    r"|registration|application|custom|group|section|page|your|my|the) )+(?:\d+ )?",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"^[\s*＊†•]+|[\s*＊†:]+$"
    r"|\s*[\[(]?\s*\b(?:required|mandatory|optional|pflichtfeld|obligatoire|obligatorio|facultatif"
    r"|opcional)\b\s*[\])]?\s*\*?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SHORTENED = re.compile(r"\b(e\.g|i\.e|etc|approx|vs|incl|resp|Mr|Mrs|Ms|Dr|St|No|a\.m|p\.m|z\.B)\.", re.IGNORECASE)
#: The dot that an abbreviation keeps while sentences are told apart.
_DOT = "\u2024"
_BREAK = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+|\s+[–—|>]+\s+|\s-+\s|(?<=[:;])\s+|\s*\n\s*")
_ASKS = re.compile(
    r"(?:and |so |now |but |or |then |finally |first |please )*(?:(?:with|for|from|to|at|on|in|by|about) )?"
    r"(?:(?:what|which|who|whom|whose|where|when|how|why)(?:'s|’s)?\b(?! (?:you|we|i|they|your|our)\b)"
    r"|(?:is|are|was|do|does|did|have|has|would|will|could|can|may|might|shall|should) (?:there|you|we|i|your"
    r"|it|any|some)\w*\b)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:^|, |\band |\bthen )(?:now |so |please |kindly |briefly |also |do |just )*"
    r"(?:tell|describe|share|list|name|write|explain|enter|give|say|indicate|tick|select|choose|rank|rate|state|provide"
    r"|outline|mark|mention|let us know|type|fill in|check|pick|specify|identify|complete|put|summari[sz]e|think of)\b"
    r"(?! (?:this|these|carefully|the (?:rules|text|instructions)|honestly|that)\b)",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:i|we) (?:have read|(?:hereby |fully )?(?:agree|understand|consent|commit|accept|confirm|acknowledge"
    r"|promise))\b",
    re.I,
)
#: Questions that an introduction asks of itself, and questions that only follow up on the one before.
_NOT_MEANT = re.compile(
    r"(?:and |or |but )*(?:why (?:do|are) we|who (?:sees|will see|can see|reads)|how (?:is|are|will"
    r"|do we) (?:this|we|your|the|it)"
    r"|what happens|what do we do|ready|questions|still unsure|sounds good|if (?:so|yes|not|no|yes)\b"
    r"|if you (?:do|have|are|did)\b"
    r"|why\b|any ?thing else|how so|please explain)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^[^,?]{8,200}?,\s+(?=(?:please|now|what|which|who|whom|where|when|how|tell|list|name|describe|give|do|are"
    r"|is|would|have|can|could)\b)",
    re.IGNORECASE,
)
_SHORT_FOR = tomllib.loads(Path(__file__).with_name("abbreviations.toml").read_text("utf-8"))
#: Words of the longest header in which abbreviations are written out.
_TERSE = 5
#: Headers of up to so many words ask with all of them.
_SHORT = 9
#: A question of fewer words only follows up on another.
_FOLLOW_UP = 3
#: Words of a heading that stands before its question.
_HEADING = 6


class Asking(NamedTuple):
    """A header taken apart: the part that asks, the heading before it, and everything else that it says."""

    essence: str
    heading: str = ""
    rest: str = ""


@lru_cache(8192)
def in_words(header: str) -> str:
    """A header in words: without tags, numbers and marks, and split where a machine wrote words together.

    ``company.name``, ``Q3_CompanyName`` and ``companyname *`` all become "company name", in their own letters.
    """
    text = " ".join(html.unescape(_TAG.sub(" ", header.replace("\u2019", "'"))).split())
    text = _without_marks(text)
    bare = _without_numbers(text)
    if " " not in bare:
        words = _ONE_WORD.sub(lambda match: match[0].replace("-", "").capitalize(), bare)
        words = " ".join(_CAMEL.sub(" ", _JOINT.sub(" ", words)).split())
        words = " ".join(_unglued(word) for word in words.split())
        lean = _KIND.sub("", _MACHINE_NUMBER.sub("", _without_numbers(words))) if " " in words else words
        return lean or words or text
    return " ".join(bare.replace("_", " ").split()) or text


def without_owner(words: str) -> str:
    """The words of a machine's header without those that only say whose field it is; empty where there are none."""
    lean = _OWNER.sub("", words)
    return lean if lean != words else ""


def in_full(words: str) -> str:
    """A short header with its abbreviations written out ("Avail.", "# of emp"); empty where it has none."""
    parts = words.casefold().replace("#", "number ").replace(".", " ").replace("w/", "with ").split()
    full = " ".join(_SHORT_FOR.get(part, part) for part in parts) if len(parts) <= _TERSE else ""
    full = re.sub(r"^(no|count) (?=of )", "number ", full.replace("e mail", "email").replace("f name", "first name"))
    full = re.sub(r"^number (?!of |or )", "number of ", full.replace("l name", "last name"))
    return full if full != words.casefold() else ""


@lru_cache(8192)
def asking(header: str) -> Asking:
    """The part of a header that asks, with introductions, examples and instructions set apart.

    It is the last question that is no mere follow-up; without one the last sentence that tells people to write, or what
    they agree to; without any, the whole.
    """
    words = in_words(header)
    bare = " ".join(_ASIDE.sub(" ", words).split())
    text = bare if re.search(r"\w", bare) else words
    pieces = [piece for piece in _BREAK.split(_SHORTENED.sub(lambda match: match[0].replace(".", _DOT), text)) if piece]
    pieces = [piece.replace(_DOT, ".").strip() for piece in pieces]
    if len(text.split()) <= _SHORT or len(pieces) < 2:
        return Asking(text)
    chosen = _chosen(pieces)
    if chosen is None:
        return Asking(text)
    heading = pieces[0] if chosen and len(pieces[0].split()) <= _HEADING else ""
    others = [piece for index, piece in enumerate(pieces) if index != chosen and not (heading and index == 0)]
    return Asking(pieces[chosen], heading.rstrip(":.!;"), " ".join(others))


def behind_clause(sentence: str) -> str:
    """A sentence that asks without the clause that leads up to it ("So that ..., please ..."); empty without one."""
    match = _CLAUSE.match(sentence)
    return sentence[match.end() :] if match else ""


def _chosen(pieces: list[str]) -> int | None:
    """The index of the sentence that asks."""
    questions = [
        n for n, piece in enumerate(pieces) if (piece.endswith("?") or _ASKS.match(piece)) and not _is_aside(piece)
    ]
    if questions:
        return questions[-1]
    for pattern in (_TELLS, _AGREES):
        found = [n for n, piece in enumerate(pieces) if pattern.search(piece)]
        if found:
            return found[-1]
    return None


def _is_aside(piece: str) -> bool:
    return (len(piece.split()) <= _FOLLOW_UP and not piece.casefold().startswith("your ")) or bool(
        _NOT_MEANT.match(piece)
    )


def _without_numbers(text: str) -> str:
    for _ in range(2):
        match = _NUMBER.match(text)
        if match is None or not re.search(r"[^\W\d_]", text[match.end() :]):
            break
        text = text[match.end() :]
    return text


def _without_marks(text: str) -> str:
    for _ in range(3):
        lean = _MARK.sub("", text).strip()
        if lean == text or not re.search(r"\w", lean):
            break
        text = lean
    return text


def _unglued(word: str) -> str:
    return " ".join(_GLUED_PART.findall(word)) if _GLUED_TOGETHER.fullmatch(word) else word
