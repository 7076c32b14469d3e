"""Which way round a question about times is asked: for those at which people can come, or cannot."""

from __future__ import annotations

import re

from ok_match.model import Asks

from .vocabulary import plain

#: What not to tick is said beside the question, not by it.
_BAN = re.compile(
    r"\b(?:please )?(?:do not|don't|never) (?:tick|select|check|mark|choose|include|list|pick|enter)\b[^.?!;:()\[\]]*"
)
#: What is said about how to fill in the form is not the question itself.
_ASIDE = re.compile(
    r"\b(?:if|unless|leave|skip|even|because|in case|so that|we will|we'll|otherwise|note)\b[^.?!;:()\[\]]*|\bn/a\b"
)
_CANNOT = re.compile(
    r"\b(?<!whether or )(?<!if )(?<!why )not\b(?! (?:sure|only|required|limited|need|applicable|listed))|\bpas\b|\bnon\b(?!-| ?profit)|\bnao\b"
    r"|\bno (?:puede|podria|podeis|pueden|esta|tiene|te v|le v|os v|dispon)\w*"
    r"|\b(?:can ?not|can't|cant|could not|couldn't|won't|will not)\b"
    r"|\b(?:not|never|isn't|aren't) (?:\w+ )?(?:be )?(?:available|free|work|suit|possible|able|meet|good|come|attend|make|an option)\w*"
    r"|\b(?:don't|do not|doesn't|does not|that won't|wouldn't|would not) (?:\w+ )?(?:work|suit|fit)\b"
    r"|\bunavailab|\bun-?available\b|\bbusy\b|\bnon-?availability\b|\bimpossible\b|\bunable\b"
    r"|\b(?:avoid|rule out|ruled out|block out|blocked|off limits|no-go)\b"
    r"|\b(?:scheduling|schedule|time|calendar|standing|regular|weekly|existing|recurring) (?:conflict|clash|commitment|obligation)s?\b"
    r"|\b(?:conflict|clash)(?:es|s)? with your schedule\b|\bconflicts?\b.*\b(?:times?|days?|slots?|schedule)\b|\b(?:times?|days?|slots?|schedule|when)\b.*\bconflicts?\b"
    r"|^\W*(?:conflict|clash|block|blackout|busy|no)s?\b(?! (?:preference|matter))|\b(?:black(?:ed)?[ -]?outs?|steer clear|clashes|conflicts?)\b|\b(?:engaged|occupied|committed|already booked|bad times|bad days|times? to avoid|out of the question)\b"
    r"|\bno puede[sn]?\b|\bno (?:esta[sn]?|tiene[sn]?) (?:disponible|libre)s?\b|\bno disponib|\bocupad[oa]s?\b|\bimposible"
    r"|\bne pouvez[ -]vous pas\b|\bne (?:\w+ )?(?:pas|pouvez)\b|\bindisponi|\boccupe|\bnicht\b|\bverhindert\b|\bkeine zeit\b|\bbelegt\b"
    r"|\bnao (?:pode|esta|podem|tem)\b|\bnon (?:puo|puoi|sei|e disponibile|potete|siete)\b|\bniet\b|\bverhinderd\b"
)
_CAN = re.compile(
    r"\b(?:can|could|are|would|able|when|which)\b.{0,40}\b(?:you|meet|come|available|free|make|attend|join|work|suit)"
    r"|\bavailab|\bfree\b|\bworks?\b|\bsuits?\b|\bpossible\b"
)


def asked(question: str) -> Asks | None:
    """Which times a question asks for; ``None`` where it seems to ask for both."""
    text = plain(question)
    sentences = [part for part in re.split(r"[.?!;:()\[\]\n]|\s-\s", text) if part.strip()]
    kinds = [_of_sentence(sentence) for sentence in sentences]
    if Asks.CANNOT not in kinds:
        return Asks.CAN
    if Asks.CAN not in kinds:
        return Asks.CANNOT
    # "When are you available? Tick the times you cannot make": what is to be ticked decides.
    told = [
        k
        for k, s in zip(kinds, sentences, strict=True)
        if k and re.search(r"\b(?:tick|check|mark|select|choose|list|put|enter|write|give|tell)\b", s)
    ]
    if told and len(set(told)) == 1:
        return told[0]
    return None


def _of_sentence(sentence: str) -> Asks | None:
    bare = _ASIDE.sub(" ", _BAN.sub(" ", sentence))
    if _CANNOT.search(bare):
        return Asks.CANNOT
    return Asks.CAN if _CAN.search(bare) else None
