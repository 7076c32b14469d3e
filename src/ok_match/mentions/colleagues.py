"""Pairs who share an organisation or an e-mail domain, whatever they wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, islice
from pathlib import Path

from ok_match.model import (
    NO_EMPLOYER,
    SURE_ENOUGH,
    Conflict,
    ConflictKind,
    Participant,
    Strength,
    conflict_key,
    organisation_key,
    organisation_words,
)

#: An organisation of more people than this is shown by a single pair.
_LISTED = 60
#: A domain that more people share than this, or more than half of all, is a host and no employer.
_COLLEAGUES = 4


def colleagues(people: Sequence[Participant]) -> list[Conflict]:
    """A conflict for each pair of one organisation, and of one e-mail domain that is no public mail host."""
    employers: dict[str, list[Participant]] = defaultdict(list)
    domains: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        key = organisation_key(person.organisation)
        if key and key not in NO_EMPLOYER:
            employers[key].append(person)
        domain = person.email.rpartition("@")[2]
        if domain and domain not in public_hosts():
            domains[domain].append(person)
    conflicts = [conflict for group in employers.values() for conflict in _of_one_employer(group)]
    addressed = sum(bool(person.email) for person in people)
    for domain, group in domains.items():
        if 1 < len(group) <= _COLLEAGUES and 2 * len(group) <= addressed:
            conflicts += _of_one_domain(domain, group)
    return conflicts


@cache
def public_hosts() -> frozenset[str]:
    """Mail domains that anybody may have an address at: sharing one says nothing about where two people work."""
    lines = Path(__file__).with_name("mail_hosts.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _of_one_employer(group: Sequence[Participant]) -> Iterator[Conflict]:
    # The rule same_organisation keeps everybody of one employer apart: for a large one, a single pair says enough.
    for person, other in islice(_pairs(group), None if len(group) <= _LISTED else 1):
        yield _shared(person, other, ConflictKind.EMPLOYER, person.organisation, Strength.MUST, 97)


def _of_one_domain(domain: str, group: Sequence[Participant]) -> Iterator[Conflict]:
    for person, other in _pairs(group):
        key, others = organisation_key(person.organisation), organisation_key(other.organisation)
        if key and key == others:
            continue
        alike = set(organisation_words(person.organisation)) & set(organisation_words(other.organisation))
        # Two firms of different names behind one domain: as likely a mail host that is not in the list.
        unlike = SURE_ENOUGH - 10 if key and others else 60
        strength, sure = (Strength.MUST, 85) if alike else (Strength.SHOULD, unlike)
        yield _shared(person, other, ConflictKind.DOMAIN, domain, strength, sure)


def _pairs(group: Sequence[Participant]) -> Iterator[tuple[Participant, Participant]]:
    return combinations(sorted(group, key=lambda person: person.id), 2)


def _shared(
    person: Participant, other: Participant, kind: ConflictKind, what: str, strength: Strength, sure: int
) -> Conflict:
    return Conflict(
        key=conflict_key(person.id, other.id, kind, what),
        a=person.id,
        b=other.id,
        kind=kind,
        strength=strength,
        row=person.row,
        mention=what,
        why=f"same-{kind.value}",
        sure=sure,
        resolved=True,
    )
