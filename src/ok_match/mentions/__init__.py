"""People's words about one another become conflicts and requests; the one reader of names for the whole package."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from ok_match.model import Conflict, Guidance, Held, Participant, Problem, Request
from ok_match.model.sheets.ledger import Ledger

from .conflicts import read_conflicts, remark_on_conflicts, without_guesses
from .directory import Directory
from .finder import PeopleFinder
from .requests import ASKED, read_requests, remark_on_requests
from .sweep import remark_on_ignored


class Mentions(NamedTuple):
    """What people wrote about one another: conflicts, requests, and the problems met in reading them."""

    conflicts: tuple[Conflict, ...]
    requests: tuple[Request, ...]
    problems: tuple[Problem, ...]


def read(
    people: Sequence[Participant],
    held: Sequence[Held] = (),
    settled: Collection[str] = (),
    guidance: Guidance | None = None,
) -> Mentions:
    """The conflicts and requests in everybody's answers.

    Parameters
    ----------
    people : sequence of Participant
        Those to be placed, in the order of their positions.
    held : sequence of Held
        Those who are in the sheet and not placed; whoever names one of them is told so.
    settled : collection of str
        Ids, e-mail addresses or names of people about whose wish to be kept apart something was done already: their
        conflicts make no problem.
    guidance : Guidance, optional
        The facilitator's word on what is a problem.
    """
    book = Directory(people, held)
    requests = read_requests(book)
    conflicts = without_guesses(read_conflicts(book), requests)
    finder, ledger = PeopleFinder(people, held), Ledger({}, guidance or Guidance())
    done = frozenset(i for named in settled for i in finder.look_up(named).people)
    remark_on_conflicts(conflicts, people, done, ledger)
    remark_on_requests(requests, people, ledger)
    remark_on_ignored(book, conflicts, requests, ledger)
    return Mentions(conflicts, requests, ledger.in_order())


def requests_of(people: Sequence[Participant], held: Iterable[Held] = ()) -> tuple[Request, ...]:
    """The requests alone, for a record, which keeps people and conflicts but no requests."""
    if not any(person.trait(ASKED) for person in people):
        return ()
    return read_requests(Directory(people, held))


__all__ = ["Mentions", "PeopleFinder", "read", "requests_of"]
