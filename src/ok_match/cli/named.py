"""The person or cohort that an argument names; a name that fits nobody, or several, is wrong usage."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from .usage import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ok_match import Record


def person_named(record: Record, named: str) -> str:
    """The id of the one person who answers to a name, e-mail address, id, nickname or initials, whatever the case.

    Where two share a name, the name with the organisation in brackets, as reports show it, is one too.
    """
    from ok_match import PeopleFinder

    people, held = record.participants, record.roster.held
    answer = PeopleFinder(people, held).look_up(named)
    answering = [
        *((one.id, one.email, one.organisation or f"row {one.row}") for one in map(people.__getitem__, answer.people)),
        *((one.participant, one.email, f"held, row {one.row}") for one in map(held.__getitem__, answer.held)),
    ]
    if not answering:
        raise _unknown("person", named, answer.near, "Look for the name in the report.")
    if len(answering) > 1:
        several = "; ".join(f"{email or key} ({about})" for key, email, about in answering)
        raise UsageError(f"{named} is the name of {len(answering)} people.", f"Use one of: {several}.")
    return answering[0][0]


def cohort_named(record: Record, named: str) -> str:
    """The label of the cohort of this label or name, whatever the case."""
    key = _key(named).removeprefix("cohort ")
    cohorts = record.roster.cohorts
    for cohort in cohorts:
        if key == _key(cohort.label):
            return cohort.label
    labels = [cohort.label for cohort in cohorts if _key(named) == _key(cohort.name)]
    if len(labels) == 1:
        return labels[0]
    if labels:
        raise UsageError(f"{named} is the name of {len(labels)} cohorts.", f"Use one of: {', '.join(labels)}.")
    names = {_key(cohort.name): cohort.name for cohort in cohorts}
    parts = [name for folded, name in names.items() if key and key in folded]
    near = parts[:3] or [names[close] for close in get_close_matches(_key(named), names, n=3)]
    every = ", ".join(cohort.label for cohort in cohorts)
    raise _unknown("cohort", named, near, f"The cohorts are: {every}.")


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unknown(kind: str, named: str, near: Sequence[str], otherwise: str) -> UsageError:
    """The rejection of a name, with those that come nearest."""
    hint = f"Did you mean {' or '.join(near)}?" if near else otherwise
    return UsageError(f"no {kind} in the record is called {named}.", hint)
