"""Looking a person up by whatever they are called: the question and the answer, whoever does the looking."""

from typing import NamedTuple, Protocol


class Lookup(NamedTuple):
    """Everybody who answers to a name.

    Attributes
    ----------
    people : tuple of int
        Positions of participants, ascending; more than one where the name is ambiguous.
    held : tuple of int
        Positions among those held.
    near : tuple of str
        The closest names and addresses, best first, for a suggestion; empty where somebody answers.
    """

    people: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    near: tuple[str, ...] = ()


class Finder(Protocol):
    """A reader of names: id, e-mail address, full name, nickname, initials or a distinctive part of the name."""

    def look_up(self, named: str) -> Lookup:
        """Everybody who answers to a name; what an ambiguous or unknown name means is for the caller to say."""
        ...
