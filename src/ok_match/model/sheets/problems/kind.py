"""What a kind of problem says, and the small sheets by which the documentation shows it."""

from typing import NamedTuple


class ProblemKind(NamedTuple):
    """One kind of problem.

    ``message`` and ``advice`` have {value}, {other} (a row number) and {detail} filled in. ``example`` is a small sheet
    with the problem, as CSV text, or a sentence where no text can show it.
    """

    message: str
    advice: str
    example: str


HEADER = "Email,Name,Company,Goals"
ANA = "ana@juniper.example,Ana Ortega,Juniper Dental,Open on Saturdays"


def sheet(*rows: str, header: str = HEADER) -> str:
    """A small sheet with a problem, as CSV text."""
    return "\n".join((header, *rows))
