"""When somebody can come, and what holds them back."""

from typing import NamedTuple

from ok_match.intake.times.reading import Named


class Availability(NamedTuple):
    """When the person of one line can come, and the problem that holds them back, if one does.

    Attributes
    ----------
    named : tuple of Named
        The times; empty where nothing is known of them, and nothing rules any out.
    problem : str
        The code of what holds the person, else empty.
    detail : str
        What the problem says more.
    notes : tuple of (code, detail)
        What else there is to say of the person's times.
    granted : tuple of Named
        The times that count where the facilitator places somebody in spite of the problem; empty for any time.
    """

    named: tuple[Named, ...] = ()
    problem: str = ""
    detail: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    granted: tuple[Named, ...] = ()


UNASKED = Availability()
