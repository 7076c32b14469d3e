"""Whom a participant would like to sit with, as read from their answer."""

from ok_match.model.noun import Noun


class Request(Noun):
    """One person (or one name) that a participant asked to sit with.

    Attributes
    ----------
    a : str
        The id of the participant who asks.
    b : str
        The id of the participant asked for; empty where the answer does not tell who is meant.
    mention : str
        The words that name them, verbatim.
    trouble : str
        A stable code of why it could not be resolved; empty where it was.
    candidates : tuple of str
        Ids of those who may be meant, where it is not resolved.
    """

    a: str
    b: str = ""
    row: int
    column: str = ""
    mention: str = ""
    trouble: str = ""
    candidates: tuple[str, ...] = ()
