"""The stance of an answer towards each one it names: the words right before and behind a name, and their negations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ok_match.mentions.prose import sentences_in

from .clauses import Span
from .cues import TIES, UNEASE, WELCOME, any_of, straight

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Stance(Enum):
    """What an answer wants of somebody it names; whoever has none is judged by the passage as a whole."""

    APART = "apart"
    FINE = "fine"
    WISHED = "wished"
    UNCLEAR = "unclear"


_OPPOSITE = {Stance.APART: Stance.FINE, Stance.FINE: Stance.APART}
#: The number of characters before and behind a name that are looked at.
_NEAR = 160


def _before(cues: Sequence[str]) -> re.Pattern[str]:
    """Any of several cues, directly before a name or with nothing but words of little weight between."""
    return re.compile(
        rf"(?:{'|'.join(cues)})(?P<gap>[\s,:'(]+(?:{_WORDS['filler']}\b[\s,:'(]*){{0,9}})$", re.IGNORECASE
    )


_APART, _FINE, _WISH, _UNCLEAR, _EXCEPT, _BUT = (
    _before(_WORDS[name]) for name in ("apart", "fine", "wish", "unclear", "except", "except_after_all")
)
_IS_FINE, _IS_APART, _IS_UNCLEAR = (any_of(_WORDS[name]) for name in ("is_fine", "is_apart", "is_unclear"))
_NEGATORS, _NOT_BEFORE, _ALL, _NOT_DISTANCE, _DISTANCE, _UNKNOWN = (
    re.compile(_WORDS[name], re.IGNORECASE)
    for name in ("negators", "not_before", "all", "not_distance", "distance", "unknown")
)
_EITHER, _WITHDRAWN, _RECONCILED, _TOGETHER, _NOT_TOGETHER, _NO_FEAR, _NOT_WITHOUT, _NOT_YET = (
    re.compile(_WORDS[name], re.IGNORECASE)
    for name in (
        "either",
        "withdrawn",
        "reconciled",
        "put_together",
        "not_together",
        "no_fear",
        "not_without",
        "not_yet",
    )
)
#: "Fine with everybody, even Jo", "with anyone. Jo too".
_EVEN = re.compile(r"^\W*(?:and )?(?:even|also|including|incl\.?|especially)\b(?: \w+){0,2}\W*$", re.IGNORECASE)
_TOO = re.compile(r"^\W*(?:too|as well|also|included)\b", re.IGNORECASE)
#: "All good people, though Jo and I ...": who is named behind such a word is none of them.
_TURNED = re.compile(r"\b(?:but|though|although|however|yet|only|just)\b[\s,:-]*(?:\w+ ){0,2}$", re.IGNORECASE)
#: "No one. And Jo ...": whoever is named after that is meant for something else, or is an afterthought.
_NOBODY_FIRST = re.compile(
    r"\W*(?:no[ -]?one|nobody|none|not (?:that i know(?: of)?|at all))\s*(?:[,.;:!–—]|\s-)\s",
    re.IGNORECASE,
)
#: Leave to do what else would be a wish: "it's fine to put me with Jo now".
_MAY = re.compile(
    r"(?:\b(?:fine|ok|okay|happy|glad|alright|free|welcome|safe) (?:for you |if you )?(?:to|can|could)?"
    r"|\b(?:can|could|may))\s*$",
    re.I,
)
#: "A table without Jo would be perfect": what follows the name is said of the table.
_ARRANGED = re.compile(r"^\s*(?:would|'d|works|suits|will)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:,|;|/|&|\+|\band\b|\bor\b|\bnor\b|\balso\b|\bplus\b|\beven\b|\bwith\b|\s)*\s*", re.IGNORECASE
)
#: "Not Jo, fine with everybody else": what follows a name is said of others.
_OF_OTHERS = re.compile(rf"\s+(?:with|to|by|for)\s+(?:\w+\s+){{0,3}}{_WORDS['all']}", re.IGNORECASE)
#: Cuts a stretch behind one name from what is said of the next.
_TURN = re.compile(r"\b(?:but|however|though|although|yet|except|only|still)\b", re.IGNORECASE)
#: Behind a name, what is said before is taken back; unless it is about what somebody wants for themselves.
_TURNS_BACK = re.compile(r"[,;\s–—-]\s*\b(?:but|however|yet)\b(?=(?:\W+[\w']+){2})", re.IGNORECASE)
_EVERYBODY = re.compile(r"\b(?:any ?(?:one|body)|every ?(?:one|body)|whoever|others?|the rest|no preference)\b", re.I)
_OF_ONESELF = re.compile(
    r"^\W*(?:would |i'd |i would |also |please |if |happy |keen |glad )*(?:like|love|prefer|enjoy|want|welcome|meet"
    r"|see|new|happy|open)\b",
    re.IGNORECASE,
)
#: The whole answer is "with Jo, please": in answer to the question whom to avoid, a slip as likely as a wish.
_WITH = re.compile(
    r"^\W*(?:please,? |only |just |i'd like to be |to be |to sit )*(?:with|next to|near|beside)\s+(?:my \w+ )?$", re.I
)
_ASKS_KINDLY = re.compile(
    r"^\W*(?:please|if possible|thanks?|thank you|would be (?:nice|great|lovely)|!|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Group:
    """Names that are joined by "and" or commas, with the text around them up to the next names."""

    names: tuple[int, ...]
    before: str
    after: str
    sentence: str
    so_far: str
    whole: str
    several: bool


def stances_in(text: str, names: Sequence[Span], *, to_avoid: bool) -> list[Stance | None]:
    """The stance towards each name, as far as the words around it tell.

    Parameters
    ----------
    names : sequence of Span
        In the order of the text.
    to_avoid : bool
        Whether the answer is to the question whom to keep apart.
    """
    plain = straight(text)
    withdrawn, settled = _WITHDRAWN.search(plain) is not None, _RECONCILED.search(plain) is not None
    found: list[Stance | None] = [None] * len(names)
    for group in _groups(plain, names):
        stance = _stance(group, to_avoid=to_avoid, settled=settled)
        if withdrawn and stance in (None, Stance.APART):
            stance = Stance.UNCLEAR
        for index in group.names:
            found[index] = stance
    return found


def asks_together(text: str) -> bool:
    """Whether a text asks to be put together with whomever it names."""
    plain = straight(text)
    return _TOGETHER.search(plain) is not None and not _NOT_TOGETHER.search(plain)


def _groups(text: str, names: Sequence[Span]) -> list[_Group]:
    groups: list[_Group] = []
    for start, end in sentences_in(text):
        here = [index for index, name in enumerate(names) if start <= name.start < end]
        joined: list[list[int]] = []
        for index in here:
            if joined and _JOINED.fullmatch(text[names[joined[-1][-1]].end : names[index].start]):
                joined[-1].append(index)
            else:
                joined.append([index])
        for at, group in enumerate(joined):
            left = names[joined[at - 1][-1]].end if at else start
            right = names[joined[at + 1][0]].start if at + 1 < len(joined) else end
            first, last = names[group[0]].start, names[group[-1]].end
            # The words for everybody may stand before an earlier name: "anyone but Jo, and not Tom either".
            groups.append(
                _Group(
                    tuple(group),
                    text[left:first],
                    text[last:right],
                    text[start:first],
                    text[:first],
                    text[start:end],
                    len(here) > 1,
                )
            )
    return groups


def _stance(group: _Group, *, to_avoid: bool, settled: bool) -> Stance | None:  # noqa: PLR0911 - one return a reason
    """The stance towards the names of a group, by the words beside them and then by the sentence as a whole."""
    beside = _beside(group, to_avoid=to_avoid)
    if group.several and _EITHER.search(group.whole):
        return Stance.UNCLEAR
    settled_now = beside is Stance.FINE or (beside is None and _RECONCILED.search(group.after) is not None)
    if settled_now and to_avoid and (_NOT_YET.search(group.after) or _is_turned(group)):
        return Stance.UNCLEAR
    if settled_now:
        return Stance.FINE
    if beside is Stance.UNCLEAR:
        return beside
    if beside is None and _all_welcome(group):
        return Stance.FINE
    turned = beside is None and to_avoid and not settled and _TURNED.search(group.before)
    if turned and _ALL.search(group.so_far[-_NEAR:]):
        return Stance.APART
    if beside is None and asks_together(group.whole):
        return Stance.UNCLEAR if to_avoid else Stance.WISHED
    return Stance.UNCLEAR if beside is None and to_avoid and _is_after_nobody(group) else beside


def _is_turned(group: _Group) -> bool:
    """Whether kind words about somebody are taken back at the end of the sentence: "I like Jo, but he'd dominate"."""
    turn = _TURNS_BACK.search(group.after) if group.whole.endswith(group.after) else None
    if turn is None:
        return False
    rest = group.after[turn.end() :]
    kind = _IS_FINE.search(f" {rest}") or WELCOME.search(rest) or _RECONCILED.search(rest) or _WISH.search(f"{rest} ")
    return not kind and not _EVERYBODY.search(rest) and not _OF_ONESELF.search(rest)


def _is_after_nobody(group: _Group) -> bool:
    """Whether an answer says "nobody" first, and then names somebody without a word of why they should be apart."""
    opening = _NOBODY_FIRST.match(group.so_far)
    if opening is None:
        return False
    said = f"{group.so_far[opening.end() :]} {group.after}"
    uneasy = _TURN.search(said) or _DISTANCE.search(said) or UNEASE.search(said)
    return len(said.split()) > 2 and not uneasy and not any(tie.cue.search(said) for tie in TIES)


def _all_welcome(group: _Group) -> bool:
    """Whether somebody is named as one more of all those who are welcome."""
    if not (_EVEN.search(group.before[-_NEAR:]) or _TOO.search(group.after)):
        return False
    before = group.so_far[-_NEAR:]
    return _ALL.search(before) is not None and not _DISTANCE.search(_NOT_DISTANCE.sub(" ", before))


def _beside(group: _Group, *, to_avoid: bool) -> Stance | None:
    before, after = group.before[-_NEAR:], group.after[:_NEAR]
    said_after = _after(after)
    if said_after is Stance.UNCLEAR and not to_avoid:
        said_after = Stance.WISHED
    if said_after in _OPPOSITE and _NO_FEAR.search(before):
        said_after = _OPPOSITE[said_after]
    said_before = _by_before(before, after, group.sentence[-_NEAR:], to_avoid=to_avoid)
    if said_after is None:
        return said_before
    if said_before is None or said_before in (said_after, Stance.UNCLEAR):
        return said_after
    if re.search(r"[,;–—-]\s*but\b[^,]*$", before, re.IGNORECASE) and _BUT.search(before):
        # "Anyone, but Jo would be nice": no exception.
        return said_after
    if re.search(r"\b(?:no|none|nobody|no one)\b\s*[,;:–—-]\s*(?:\w+ )?$", before, re.IGNORECASE):
        return said_after
    if said_before is Stance.APART and _ARRANGED.search(after):
        return said_before
    return Stance.UNCLEAR if {said_before, said_after} == {Stance.APART, Stance.FINE} else said_before


def _after(after: str) -> Stance | None:
    if _IS_UNCLEAR.search(after):
        return Stance.UNCLEAR
    if _IS_APART.search(after):
        return Stance.APART
    fine = _IS_FINE.search(after)
    if fine is None:
        return None
    rest = after[fine.end() :]
    if _OF_OTHERS.match(rest):
        return None
    turn = _TURN.search(rest)
    taken_back = turn is not None and (
        UNEASE.search(rest[turn.end() :]) or any(tie.cue.search(rest[turn.end() :]) for tie in TIES)
    )
    return Stance.APART if taken_back else Stance.FINE


def _by_before(before: str, after: str, sentence: str, *, to_avoid: bool) -> Stance | None:
    """The stance by the last telling word before a name."""
    if to_avoid and _WITH.match(before) and _ASKS_KINDLY.match(after):
        return Stance.UNCLEAR
    reads = []
    without = re.search(r"\bwithout\b(?!.*\bwithout\b)", before, re.IGNORECASE)
    if without and _NOT_WITHOUT.search(before[: without.start()]) and _APART.search(before):
        return Stance.FINE if to_avoid else Stance.WISHED
    for cue, read in ((_FINE, _fine), (_UNCLEAR, _unclear), (_WISH, _wished), (_APART, _kept_apart)):
        if match := cue.search(before):
            reads.append((match.start("gap"), -match.start(), read(before[: match.start()], to_avoid=to_avoid)))
    if match := _EXCEPT.search(before) or (_ALL.search(sentence) and _BUT.search(before)) or None:
        stance = _excepted(sentence[: len(sentence) - len(before) + match.start()], after, to_avoid=to_avoid)
        reads.append((match.start("gap"), -match.start() - 1, stance))
    # The nearest word tells; of several that end alike, the longest.
    return max(reads, key=lambda read: read[:2])[2] if reads else None


def _fine(before: str, *, to_avoid: bool) -> Stance:  # noqa: ARG001 - one signature for all
    return Stance.APART if _NOT_BEFORE.search(before) else Stance.FINE


def _wished(before: str, *, to_avoid: bool) -> Stance:
    if _NOT_BEFORE.search(before) or re.search(
        r"(?:\bnot|n't|\bnever|\bavoid\w*)(?:\s+\w+){0,4}\s*$", before, re.IGNORECASE
    ):
        return Stance.APART
    if _MAY.search(before):
        return Stance.FINE
    return Stance.UNCLEAR if to_avoid else Stance.WISHED


def _unclear(before: str, *, to_avoid: bool) -> Stance:  # noqa: ARG001
    return Stance.UNCLEAR


def _kept_apart(before: str, *, to_avoid: bool) -> Stance:  # noqa: ARG001
    return Stance.FINE if _NEGATORS.search(before) else Stance.APART


def _excepted(before: str, after: str, *, to_avoid: bool) -> Stance:
    """The stance towards an exception: the opposite of what is said of all others, before or behind it."""
    if _UNKNOWN.search(after) or _UNKNOWN.search(before):
        return Stance.UNCLEAR
    others = before if _ALL.search(before) else f"{before} {after}"
    distant = len(_DISTANCE.findall(_NOT_DISTANCE.sub(" ", others))) % 2 == 1
    nobody = re.search(r"\b(?:no[- ]?one|nobody|none)\b", others, re.IGNORECASE) is not None
    if nobody and (not to_avoid or re.search(r"\b(?:happy|fine|work|sit|comfortable|trust)\b", others, re.IGNORECASE)):
        distant = not distant
    if not distant:
        return Stance.APART
    return Stance.FINE if to_avoid else Stance.WISHED
