"""Whether somebody wants to meet in a room or on a screen, as people write it."""

import re

from ok_match.model import MeetingMode

#: Longer than any answer to the question.
_LONGEST = 120
_ROOM = re.compile(
    r"\bin[- ]?person\b|\bface[- ]to[- ]face\b|\bf2f\b|\bon[- ]?site\b|\bin (?:a|the|one) room\b"
    r"|\blocal(?:ly)?\b|^person\b"
)
_SCREEN = re.compile(
    r"\bon[- ]?line\b|\bvirtual(?:ly)?\b|\bremote(?:ly)?\b|\bzoom\b|\bvideo\b|\bteams\b|\bfrom home\b|\bweb\b"
)
_BOTH = re.compile(
    r"\beither\b|\bboth\b|\bhybrid\b|\bno preference\b|\bany(?:thing)?\b|\bdoes(?:n't| not) matter\b|\bdon't mind\b"
    r"|\bflexible\b"
)
_ONLY = re.compile(r"\b(?:only|must|strictly|prefer\w*|rather|ideally)\b")
_REFUSED = re.compile(r"(?:\bnot?\b|\bnever\b|\bcan(?:no|')t\b|\bexcept\b|\bwithout\b|\bn't\b)[^,.;]{0,25}$")


def meeting_mode(text: str) -> MeetingMode | None:
    """How somebody wants to meet; ``None`` where the answer does not say."""
    said = " ".join(text[: _LONGEST + 1].split()).casefold().replace("’", "'")
    if not said or len(said) > _LONGEST:
        return None
    room, screen = _wanted(_ROOM, said), _wanted(_SCREEN, said)
    if _BOTH.search(said) and room is not False and screen is not False:
        return MeetingMode.EITHER
    if room and screen:
        return _preferred(said)
    if room or (screen is False and room is None):
        return MeetingMode.IN_PERSON
    return MeetingMode.ONLINE if screen or room is False else None


def _wanted(way: re.Pattern[str], said: str) -> bool | None:
    """Whether a way of meeting is wanted; ``False`` where it is refused, ``None`` where it is not named."""
    named = way.search(said)
    return None if named is None else _REFUSED.search(said[: named.start()]) is None


def _preferred(said: str) -> MeetingMode:
    """The way of two that is meant more: the one beside "only" or "prefer", else both."""
    parts = [part for part in re.split(r"[,;.(]|\bbut\b", said) if _ONLY.search(part)]
    room, screen = (any(way.search(part) for part in parts) for way in (_ROOM, _SCREEN))
    return MeetingMode.EITHER if room == screen else MeetingMode.IN_PERSON if room else MeetingMode.ONLINE
