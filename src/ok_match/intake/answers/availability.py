"""The times at which people can come, as they ticked them."""

import re
from collections import Counter

from ok_match.intake.columns.folding import Kind
from ok_match.model.sheets.ledger import Ledger

from .answers import Answers

_CANNOT = re.compile(
    r"\b(can'?t|can’t|cannot|can not|none|never|not (available|possible|free)|unavailable|no|false|maybe|perhaps"
    r"|unchecked|not (selected|checked|ticked)|if (needed|need be|necessary))\b|^0$",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"true|yes\b.*|x|1|✓|✔|available|(i )?can (attend|come|meet|make it)|works( for me)?|free|ok(ay)?|possible|good"
    r"|preferred|selected|checked|ja|oui|s[ií]",
    re.IGNORECASE,
)


def availability(answers: Answers, ledger: Ledger) -> list[tuple[str, ...]]:
    """The times at which each line's person can come; empty where they ticked none.

    Times that hardly ever recur were not ticked from a list: nobody then has any, and the ledger says so.
    """
    free: list[list[str]] = [[] for _ in answers.table[0]]
    for heading in answers.headings:
        if heading.field != "availability":
            continue
        label = "" if heading.kind in (Kind.OTHER, Kind.CHOICE) else heading.row
        for line, slots in enumerate(free):
            slots += [_slot(label, option) for option in answers.options(heading, line) if not _CANNOT.search(option)]
    times = Counter(slot for slots in free for slot in slots)
    repeated = sum(count for count in times.values() if count > 1)
    if times and repeated * 10 < sum(times.values()) * 6:
        ledger.warn("unclear-availability", column=answers.header["availability"])
        return [()] * len(free)
    return [tuple(dict.fromkeys(slots)) for slots in free]


def _slot(row: str, option: str) -> str:
    """A time, by its row in a grid and the option ticked there; a plain tick adds nothing to the row."""
    return row if row and (_TICK.fullmatch(option) or option == row) else f"{row} {option}".strip()
