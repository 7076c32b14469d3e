"""What the facilitator decides about people's sectors, by text in the program or by person in a file."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import OrganisationKind, Participant, ReadBy, Sector, Work, WorkChoice


def decided(people: Sequence[Participant], choices: Sequence[WorkChoice]) -> tuple[Participant, ...]:
    """The people with the facilitator's word about what they work in; choices about anybody else are left out."""
    by_person = {choice.participant: choice for choice in choices}
    return tuple(
        person.model_copy(update={"work": chosen(person.work, by_person[person.id].values)})
        if person.id in by_person
        else person
        for person in people
    )


def choices_in(people: Sequence[Participant], choices: Sequence[WorkChoice]) -> tuple[WorkChoice, ...]:
    """The choices that are about one of these people."""
    ids = {person.id for person in people}
    return tuple(choice for choice in choices if choice.participant in ids)


def chosen(work: Work, values: Sequence[Sector | OrganisationKind]) -> Work:
    """What somebody works in, with the facilitator's sector or kind of organisation in place of what was read."""
    changes: dict[str, object] = {}
    for value in values:
        if isinstance(value, Sector):
            changes |= {"sector": value, "sure": 100, "by": ReadBy.FACILITATOR}
        else:
            changes["kind"] = value
    return work.model_copy(update=changes) if changes else work
