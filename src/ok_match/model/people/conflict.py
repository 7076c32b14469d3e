"""Who should not share a cohort, as read from what people wrote or from the sheet itself."""

import hashlib
from enum import StrEnum

from pydantic import Field

from ok_match.model.noun import Noun
from ok_match.model.strength import Strength

#: The least sureness (0-100) at which a reading is acted upon by itself.
SURE_ENOUGH = 50


class ConflictKind(StrEnum):
    """What identifies the other side: a name, a kind of business, an organisation, or what two people share.

    ``EMPLOYER`` (one organisation) is what the rule ``same_organisation`` keeps apart: it is shown, and not acted
    upon a second time. ``DOMAIN`` is an e-mail domain that is no public mail host.
    """

    PERSON = "person"
    KIND = "kind"
    ORGANISATION = "organisation"
    EMPLOYER = "employer"
    DOMAIN = "domain"


class Decision(StrEnum):
    """The facilitator's decision on a proposal; ``PENDING`` leaves it as proposed."""

    ACCEPT = "accept"
    SOFTEN = "soften"
    REJECT = "reject"
    PENDING = ""


class Conflict(Noun):
    """One proposal to keep two people apart, with the sentence it was read from.

    Attributes
    ----------
    key : str
        Identifies the proposal in a file of decisions: made from ``a``, the sentence and what it names, so that it
        outlives a shuffled sheet. Empty where the facilitator added the pair.
    a : str
        The id of the participant whose answer it is.
    b : str
        The id of the participant to be kept apart from ``a``; empty where it is unclear who is meant.
    strength : Strength
        How firmly it was asked: ``must`` or ``should``.
    sentence : str
        Verbatim from the sheet, and confidential; empty where the sheet itself shows the conflict.
    mention : str
        The words in ``sentence`` that name the other side.
    why : str
        A stable code of how the two are bound, such as ``former-partner``; ``asked`` where no reason is given.
    trouble : str
        A stable code of why it could not be resolved; empty where it was.
    candidates : tuple of str
        Ids of those who may be meant, where it is not resolved.
    sure : int
        How sure the reading is, 0 to 100.
    """

    key: str = ""
    a: str
    b: str = ""
    kind: ConflictKind = ConflictKind.PERSON
    strength: Strength = Strength.MUST
    sentence: str = ""
    row: int
    column: str = ""
    mention: str = ""
    why: str = "asked"
    trouble: str = ""
    candidates: tuple[str, ...] = ()
    sure: int = Field(100, ge=0, le=100)
    resolved: bool
    decision: Decision = Decision.PENDING

    @property
    def acts_as(self) -> Strength:
        """The strength it is acted upon with: as decided, else as proposed; ``OFF`` where it is not."""
        if not self.resolved or self.decision is Decision.REJECT:
            return Strength.OFF
        if self.decision is Decision.PENDING:
            return Strength.OFF if self.kind is ConflictKind.EMPLOYER or self.sure < SURE_ENOUGH else self.strength
        return Strength.MUST if self.decision is Decision.ACCEPT else Strength.SHOULD

    @property
    def open(self) -> bool:
        """Whether it waits for the facilitator, because it is unclear who is meant."""
        return not self.resolved and self.decision is not Decision.REJECT


def conflict_key(*parts: str) -> str:
    """A short key for a proposal; it starts with a letter, so that no spreadsheet takes it for a number."""
    return "c" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:9]


class DecisionLine(Noun):
    """One line of a file of decisions: whom it names, and the decision on the proposal.

    Attributes
    ----------
    place : str
        File and row, for messages.
    key : str
        The proposal that it is about; empty for a pair that the facilitator added.
    a, a_name, b, b_name : str
        Ids and names (or e-mail addresses), any of which may be empty.
    strength : Strength or None
        ``None`` where the cell is empty.
    """

    place: str
    key: str = ""
    a: str = ""
    a_name: str = ""
    b: str = ""
    b_name: str = ""
    strength: Strength | None = None
    decision: Decision = Decision.PENDING
