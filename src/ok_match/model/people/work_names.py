"""What sectors and kinds of organisation are called by whoever corrects them, in a file or in a program."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from .work import OrganisationKind, Sector

#: The names of each sector, those included by which the page about a sheet calls it.
_SECTORS = {sector.value: sector for sector in Sector} | {
    "farming": Sector.AGRICULTURE,
    "farming and forestry": Sector.AGRICULTURE,
    "power and water": Sector.UTILITIES,
    "transportation": Sector.TRANSPORT,
    "software and media": Sector.INFORMATION,
    "finance and insurance": Sector.FINANCE,
    "real estate and rentals": Sector.REAL_ESTATE,
    "professional services": Sector.PROFESSIONAL,
    "support services": Sector.ADMIN,
    "education and training": Sector.EDUCATION,
    "health care": Sector.HEALTH,
    "health and social care": Sector.HEALTH,
    "arts and recreation": Sector.ARTS,
    "food and lodging": Sector.HOSPITALITY,
    "personal and community services": Sector.OTHER,
    "public administration": Sector.PUBLIC,
}
_KINDS = {kind.value: kind for kind in OrganisationKind} | {
    "for-profit": OrganisationKind.BUSINESS,
    "non-profit": OrganisationKind.NONPROFIT,
    "public body": OrganisationKind.PUBLIC,
}


def sector_called(name: str) -> Sector | None:
    """The sector of this name, whatever its case; ``None`` if there is none."""
    return _SECTORS.get(_folded(name))


def kind_called(name: str) -> OrganisationKind | None:
    """The kind of organisation of this name, whatever its case; ``None`` if there is none."""
    return _KINDS.get(_folded(name))


def instead_of(name: str, known: Iterable[str]) -> str:
    """What to write in place of a name that is not known: the nearest one, if any is near, and all of them."""
    names = list(known)
    near = get_close_matches(_folded(name), names, n=1)
    hint = f'did you mean "{near[0]}"? Use' if near else "use"
    return f"{hint} one of: {', '.join(names)}"


def work_called(names: Any) -> tuple[Sector | OrganisationKind, ...]:
    """The sector, the kind of organisation or both that a name, or a list of names, stands for.

    "public" is a kind beside another sector, and both alone.

    Raises
    ------
    ValueError
        If a name stands for neither, or there are two sectors or two kinds.
    """
    said = [names] if isinstance(names, str) else names
    if not isinstance(said, list | tuple) or not said or not all(isinstance(name, str) for name in said):
        raise ValueError(f'{names!r} is no sector; write one, a kind of organisation, or both: ["arts", "nonprofit"]')
    if all(sector_called(name) is Sector.PUBLIC for name in said):
        return Sector.PUBLIC, OrganisationKind.PUBLIC
    chosen = tuple(map(_sector_or_kind, said))
    if len({type(value) for value in chosen}) < len(chosen):
        raise ValueError(f"{names!r} names two sectors, or two kinds of organisation; give one of each at most")
    return chosen


def _sector_or_kind(name: str) -> Sector | OrganisationKind:
    value = kind_called(name) or sector_called(name)
    if value is None:
        every = dict.fromkeys([*map(str, Sector), *map(str, OrganisationKind)])
        raise ValueError(f'"{name}" is no sector and no kind of organisation; {instead_of(name, every)}')
    return value


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
