"""Finds the person or the cohort that an argument names; a name that fits nobody, or several, is wrong usage."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ok_match.model import Record


def person_named(record: Record, named: str) -> str:
    """Give the id of the one person who answers to a name, e-mail address or id, whatever the case.

    Where two share a name, the name with the organisation in brackets, as reports show it, is one too.
    """
    key = _key(named)
    called = _called(record)
    for answers in (lambda one: (one.id, one.email), lambda one: (one.shown,), lambda one: (one.name,)):
        found = [one for one in called if key and key in map(_key, answers(one))]
        if len({one.id for one in found}) == 1:
            return found[0].id
        if found:
            several = "; ".join(f"{one.email or one.id} ({one.about})" for one in found)
            raise typer.BadParameter(f"{named} is the name of {len(found)} people. Use one of: {several}.")
    parts = [one.shown for one in called if len(key) > 1 and key in _key(one.shown)]
    raise _unknown("person", named, parts, [one.shown for one in called] + [one.email for one in called if one.email])


def cohort_named(record: Record, named: str) -> str:
    """Give the label of the cohort of this label or name, whatever the case."""
    key = _key(named).removeprefix("cohort ")
    cohorts = record.roster.cohorts
    for one in cohorts:
        if key == _key(one.label):
            return one.label
    found = [one.label for one in cohorts if _key(named) == _key(one.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise typer.BadParameter(f"{named} is the name of {len(found)} cohorts. Use one of: {', '.join(found)}.")
    parts = [one.name for one in cohorts if key and key in _key(one.name)]
    labels = ", ".join(one.label for one in cohorts)
    raise _unknown("cohort", named, parts, [one.name for one in cohorts], f" The cohorts are: {labels}.")


class _Called:
    """Somebody by every name they answer to: ``shown`` is the one that reports use."""

    def __init__(self, one: str, email: str, name: str, shown: str, about: str) -> None:
        self.id, self.email, self.name, self.shown, self.about = one, email, name, shown, about


def _called(record: Record) -> list[_Called]:
    from ok_match.render import Names

    names = Names(record.participants)
    placed = [
        _Called(one.id, one.email, one.name, names[one.id], one.organisation or f"row {one.row}")
        for one in record.participants
    ]
    held = [
        _Called(one.participant, one.email, one.name, one.name, f"held, row {one.row}") for one in record.roster.held
    ]
    return placed + held


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unknown(
    kind: str, named: str, parts: list[str], known: Iterable[str], all_of_them: str = ""
) -> typer.BadParameter:
    """Word the refusal of a name, with those that come nearest."""
    by_key = {_key(one): one for one in known}
    near = parts[:3] or [by_key[key] for key in get_close_matches(_key(named), by_key, n=3)]
    meant = f" Did you mean {' or '.join(near)}?" if near else all_of_them or " Look for the name in the report."
    return typer.BadParameter(f"no {kind} in the record is called {named}.{meant}")
