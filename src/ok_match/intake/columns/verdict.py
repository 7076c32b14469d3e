"""The field that a question asks for, as one clue or all of them have it."""

from dataclasses import dataclass

CERTAIN = 100
#: From here on the words of a question need no second opinion, in percent.
PLAIN = 85
#: A second field this close to the first, in percentage points, leaves open which of them is meant.
NEAR = 10
#: The reason given for a column that the program names.
NAMED = "the program says so"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The field that a question asks for.

    Attributes
    ----------
    field : str or None
        ``None`` where the question is ignored.
    sure : int
        How sure the verdict is, in percent.
    rival : str
        The field that came close behind, else empty.
    spare : str
        The field that the question asks for as well as another, which is read instead; else empty.
    """

    field: str | None
    reason: str
    sure: int
    rival: str = ""
    spare: str = ""


#: The verdict on a column that may say who takes part, in words that nobody knows.
UNCLEAR_STATUS = Verdict(None, "may say who takes part, but its words are not known", 50)
