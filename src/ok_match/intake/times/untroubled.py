"""Answers that call no time a trouble: "none of them is a problem" says as much as "any time"."""

from __future__ import annotations

import re

from .lexer import tokens_of

_TIMES = r"(?:times?|slots?|dates?|days?|options?|ones|above)"
_THEM = rf"(?:them|these|those|the|all)(?: (?:proposed|suggested|offered|listed|above|given))?(?: {_TIMES})?"
_WHICH = rf"(?: (?:of|among) {_THEM})?(?: (?:listed|here|offered|above))?"
_IS = (
    r"(?:is|are|would be|will be|should be|seems?|looks?|(?:would |will )?(?:pose|cause|present|make)s?|gives? me"
    r"|would give me)"
)
_TROUBLE = (
    r"(?:problems?|problematic|issues?|difficult(?:y|ies)?|trouble|conflicts?|conflicting|clash(?:es|ing)?|inconvenient"
    r"|inconvenience|hard|impossible|bad|awkward|out of the question|off limits|ruled out)"
)
_DOES = r"(?:would |will |should |does |do )?(?:clash(?:es)?|conflicts?|troubles? me|bothers? me|interferes?)"
_NONE = rf"(?:none|neither|nothing|not one|not any){_WHICH} (?:{_IS}(?: \w+){{0,2}}? {_TROUBLE}|{_DOES})"
_NO = (
    r"(?:(?:(?:i |we )?(?:have |see )|there(?: is|'s) )?no|(?:i |we )?(?:do not|don'?t) have (?:an?|any))"
    r" (?:problems?|issues?|trouble|difficult(?:y|ies)|clash(?:es)?|objections?)"
    rf"(?: with (?:any|all)(?: of (?:them|these|those|the {_TIMES}))?)?"
)
_BEHIND = (
    r"(?: with (?:my|our) (?:other )?(?:\w+ )?(?:calendar|schedule|diary|work|commitments?|plans))?"
    r"(?: (?:for|to) (?:me|us))?(?: at all| whatsoever| so far| as far as i know)?"
)
_UNTROUBLED = re.compile(
    rf"\b(?:{_NONE}|{_NO}|not (?:a |any )?problem){_BEHIND}"
    r"(?=\s*(?:$|[.,;!:(\n-])|\s+(?:except|but|apart|besides|other than))",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(r"[\s,;.(-]*(?:except|but|apart from|besides|other than)\b", re.IGNORECASE)
_TIMED = frozenset(("day", "short day", "part", "clock", "date", "number", "numeric", "ordinal", "month"))


def as_any_time(text: str) -> str:
    """A text about times, with words that call none of them a trouble as the plain word for any time.

    Beside a time that it names, such words may be about that one: "No problem: Monday at 6". They are left alone then,
    unless the time is the exception.
    """
    found = _UNTROUBLED.search(text)
    if found is None:
        return text
    before, behind = text[: found.start()], text[found.end() :]
    rest = before if _EXCEPTION.match(behind) else f"{before} ; {behind}"
    if any(token.kind in _TIMED for token in tokens_of(rest)):
        return text
    return f"{before} flexible {behind}"
