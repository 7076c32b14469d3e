"""How cohorts cross industry lines, in words: sectors, the pairs from one sector, and cohorts with too many of one."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Crowd, Evidence, Finding, OrganisationKind, PairCount, Sector, Work
from ok_match.render.document import Line

from .findings import beside, price_of
from .phrases import Names, count

#: What each sector is called on the page.
SECTORS = {
    Sector.AGRICULTURE: "farming and forestry",
    Sector.MINING: "mining",
    Sector.UTILITIES: "power and water",
    Sector.CONSTRUCTION: "construction",
    Sector.MANUFACTURING: "manufacturing",
    Sector.WHOLESALE: "wholesale",
    Sector.RETAIL: "retail",
    Sector.TRANSPORT: "transport",
    Sector.INFORMATION: "software and media",
    Sector.FINANCE: "finance and insurance",
    Sector.REAL_ESTATE: "real estate and rentals",
    Sector.PROFESSIONAL: "professional services",
    Sector.ADMIN: "support services",
    Sector.EDUCATION: "education and training",
    Sector.HEALTH: "health and social care",
    Sector.ARTS: "arts and recreation",
    Sector.HOSPITALITY: "food and lodging",
    Sector.OTHER: "personal and community services",
    Sector.PUBLIC: "public administration",
}
KINDS = {
    OrganisationKind.BUSINESS: "business",
    OrganisationKind.NONPROFIT: "nonprofit",
    OrganisationKind.PUBLIC: "public body",
}
#: What is mixed where nearly everybody works in one sector.
INSTEAD = {"specialty": "specialty", "line": "line of work"}
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def sector_name(label: str) -> str:
    """What a sector is called on the page; any other label as it is."""
    return SECTORS[Sector(label)] if label in set(Sector) else label


def work_name(work: Work) -> str:
    """A sector and a kind of organisation: ``health and social care, nonprofit``."""
    sector = SECTORS[work.sector] if work.sector else "unknown"
    kind = "" if work.kind in (None, OrganisationKind.BUSINESS) else KINDS[work.kind]
    return f"{sector}, {kind}" if kind else sector


def spread(finding: Finding, size: int, names: Names) -> Line:  # noqa: ARG001 - one signature for all findings
    """The sectors that several members are in, and what that costs."""
    same = [f"{_plural(line.label)}: {names.all(line.people)}" for line in finding.evidence]
    return ("; ".join(same) + price_of(finding),) if same else ()


def crossing(pairs: PairCount, together: Sequence[tuple[str, Evidence]], names: Names) -> Line:  # noqa: ARG001
    """The pairs from one sector, beside random rosters and the fewest possible, and how many people count as none."""
    unknown = f"; the sector of {count(pairs.unknown, 'person', 'people')} is unknown" if pairs.unknown else ""
    if pairs.basis:
        what = INSTEAD[pairs.basis]
        mixed = beside(pairs, f"pair of one {what}", f"pairs of one {what}")
        why = f"Nearly everybody works in one sector, so each {what} is spread over the cohorts instead"
        return (f"{mixed}. {why}{unknown}",)
    return (beside(pairs, "pair from one sector", "pairs from one sector") + unknown,)


def crowd_line(crowd: Crowd, size: int) -> Line:
    """A cohort with more than its share of a kind, and what one fewer would cost, where that is known."""
    number = len(crowd.people)
    line = f"{_number(number).capitalize()} of {_number(size)} {_are(crowd.kind)}"
    if crowd.price is None:
        return (f"{line}.",)
    percent = f"{crowd.price / 10:.1f}".removesuffix(".0")
    cost = f"{percent}% of the common ground" if crowd.price else "nothing"
    return (f"{line}; {_number(number - 1)} would cost {cost}.",)


def _are(kind: str) -> str:
    if kind == OrganisationKind.NONPROFIT:
        return "are nonprofits"
    return f"work in {sector_name(kind)}" if kind in set(Sector) else f"do the same work ({kind})"


def _plural(kind: str) -> str:
    return "nonprofits" if kind == OrganisationKind.NONPROFIT else sector_name(kind)


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
