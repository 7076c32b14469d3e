"""The id of each person, which neither the order of the rows nor an edited answer changes."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from .row import Row


def identify(rows: Sequence[Row]) -> dict[int, str]:
    """The id of each person by row number, which the order of the rows does not change.

    It is the sheet's own id if it has one, else the e-mail address, else one made of the name.
    """
    has_ids = ids_identify(rows)
    sharing: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        own = row.code if has_ids or not (row.email or row.name) else ""
        sharing[own or row.email or _slug(row.name) or "no-name"].append(row)
    ids: dict[int, str] = {}
    taken = set(sharing)
    for wanted, namesakes in sorted(sharing.items()):
        # By name first: of two people at one address each keeps the id when an answer is edited.
        first, *others = sorted(namesakes, key=lambda row: (row.name.casefold(), sorted(row.texts.items()), row.number))
        ids[first.number] = wanted
        suffix = 2
        for row in others:
            while f"{wanted}-{suffix}" in taken:
                suffix += 1
            ids[row.number] = f"{wanted}-{suffix}"
            taken.add(ids[row.number])
    return ids


def ids_identify(rows: Sequence[Row]) -> bool:
    """Whether the sheet's own numbers identify people; numbers that start again in each section do not."""
    emails: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if own := row.code.casefold():
            emails[own].add(row.email)
            # Where the id stands in for the name, the address alone can contradict it.
            names[own].add(row.email if row.name == row.code else row.name.casefold())
    return not any(len(emails[own] - {""}) > 1 and len(names[own] - {""}) > 1 for own in emails)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain or name.casefold()).strip("-") or "-".join(name.split()).casefold()
