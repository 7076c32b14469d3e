"""What somebody works in: the sector of the economy, the line of work inside it, and the kind of organisation."""

from enum import StrEnum

from ok_match.model.noun import Noun


class Sector(StrEnum):
    """A kind of economic activity: the sectors of NAICS 2022 (two digits; management of companies counts as 54)."""

    AGRICULTURE = "agriculture"
    MINING = "mining"
    UTILITIES = "utilities"
    CONSTRUCTION = "construction"
    MANUFACTURING = "manufacturing"
    WHOLESALE = "wholesale"
    RETAIL = "retail"
    TRANSPORT = "transport"
    INFORMATION = "information"
    FINANCE = "finance"
    REAL_ESTATE = "real estate"
    PROFESSIONAL = "professional"
    ADMIN = "admin"
    EDUCATION = "education"
    HEALTH = "health"
    ARTS = "arts"
    HOSPITALITY = "accommodation and food"
    OTHER = "other services"
    PUBLIC = "public"


class OrganisationKind(StrEnum):
    """Who an organisation belongs to."""

    BUSINESS = "business"
    NONPROFIT = "nonprofit"
    PUBLIC = "public"


class ReadBy(StrEnum):
    """How a sector was told: by words that name it, by a text's meaning, or by the facilitator."""

    WORDS = "words"
    MEANING = "meaning"
    FACILITATOR = "facilitator"


#: A sector that is less sure than this, of 100, is a guess for the facilitator to confirm.
SURE_OF_WORK = 60


class Work(Noun):
    """What somebody works in, as far as it is known.

    Attributes
    ----------
    sector : Sector or None
        The sector; ``None`` where nothing tells.
    kind : OrganisationKind or None
        The kind of organisation; ``None`` where nothing tells.
    lines : tuple of str
        The lines of work inside the sector, ascending: people who share one are likely competitors.
    sure : int
        How sure the sector is, 0 to 100.
    by : ReadBy or None
        How it was told; ``None`` where nothing tells.
    text : str
        The words that it was told from.
    """

    sector: Sector | None = None
    kind: OrganisationKind | None = None
    lines: tuple[str, ...] = ()
    sure: int = 0
    by: ReadBy | None = None
    text: str = ""

    @property
    def unsure(self) -> bool:
        """Whether there is something to tell by, and the facilitator should confirm what was made of it."""
        return bool(self.text) and self.sure < SURE_OF_WORK

    def near(self, other: "Work") -> bool:
        """Whether both are in one sector, or both nonprofits."""
        charities = self.kind is other.kind is OrganisationKind.NONPROFIT
        return charities or (self.sector is not None and self.sector is other.sector)


class WorkChoice(Noun):
    """The facilitator's word about one person: a sector, a kind of organisation, or both."""

    participant: str
    sector: Sector | None = None
    kind: OrganisationKind | None = None

    @property
    def values(self) -> tuple[Sector | OrganisationKind, ...]:
        """What was chosen."""
        return tuple(value for value in (self.sector, self.kind) if value is not None)
