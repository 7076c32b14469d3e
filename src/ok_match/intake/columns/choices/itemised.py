"""Lists in one cell that mark each item: with boxes, tags of HTML, "yes" and "no", bullets, letters or hashes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

#: Longer cells are prose, in characters.
_LONGEST = 4000
_TAG = re.compile(r"</?(?:ul|ol|li|br|p|div|span)\b[^<>]*>", re.IGNORECASE)
#: A box or a mark before an item, and those of them that mean "ticked".
_BOX = re.compile(r"(\[[ xX*✓✔_-]?\]|\([xX ]\)|[☐☑☒✅✓✔❌✗✘⬜])\s*(?=[^\s\[\]])")
_TICKED = re.compile(r"\[[xX*✓✔]\]|\([xX]\)|[☑☒✅✓✔]")
_ANSWERED = re.compile(
    r"(?P<item>[^:=]{2,60}?)\s*[:=]\s*(?:(?P<yes>yes|true|checked|selected|x|1|on|y|✓|✔)"
    r"|no|false|unchecked|not selected|0|off|n|✗|-|)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[;,|\n]\s*")
_BULLET = re.compile(r"(?:^|\s+)[-–—*•·▪◦‣]\s+")
_LETTERED = re.compile(r"(?:^|[\s,;]+)\(?[a-h][.)]\s+", re.IGNORECASE)
_HASHED = re.compile(r"#[^\s#,;]+(?:[\s,;]+#[^\s#,;]+)*")
_ANGLED = re.compile(r"(?:<[^<>/]{2,60}>\s*[,;]?\s*)+")


@lru_cache(maxsize=50_000)
def itemised(cell: str) -> tuple[str, ...] | None:  # noqa: PLR0911 - one return a way of writing
    """The items of a cell that marks each of them, without those marked as not chosen; ``None`` for any other cell."""
    text = cell.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _TAG.search(text):
        return _lean(_TAG.sub("\n", text).split("\n"))
    boxes = list(_BOX.finditer(text))
    if boxes and not boxes[0].start():
        ends = [*(box.start() for box in boxes[1:]), len(text)]
        return _lean(text[box.end() : end] for box, end in zip(boxes, ends, strict=True) if _TICKED.fullmatch(box[1]))
    pairs = [_ANSWERED.fullmatch(piece) for piece in _PARTED.split(text) if piece]
    if len(pairs) > 1 and all(pairs):
        return _lean(pair["item"] for pair in pairs if pair and pair["yes"])
    for mark in (_BULLET, _LETTERED):
        found = list(mark.finditer(text))
        if len(found) > 1 and not found[0].start():
            return _lean(mark.split(text))
    if _HASHED.fullmatch(text):
        return _lean(re.split(r"[\s,;]*#", text))
    if _ANGLED.fullmatch(text):
        return _lean(re.split(r"[<>]", text))
    return None


def _lean(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(lean for item in items if (lean := item.strip(" \t\n,;|")))
