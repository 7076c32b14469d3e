"""The file that a facilitator hands in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of answers as it was downloaded.

    Attributes
    ----------
    name : str
        The file's name, for messages and the record.
    data : bytes
        Its content. The format is told from the content, never from the name.
    """

    name: str
    data: bytes
