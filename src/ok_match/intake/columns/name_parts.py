"""A bare "Name" beside a first or last name: the other half of it, as forms in several languages have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ok_match.model.languages import plain_words

from .folding import Question
from .profile import Profile
from .questions import NAMED, Verdict

#: Headers that ask for a whole name, or, beside one half of it, for the other half.
_BARE = frozenset("name nombre nom nome naam namn navn".split())
#: Beside names of more words than this, on average, the column holds the whole name after all.
_HALF = 1.7


def parted(questions: Sequence[Question], profiles: Sequence[Profile], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with a bare name read as the half of it that the sheet lacks: "Nom" beside "Prénom"."""
    fields = {verdict.field for verdict in verdicts}
    halves = fields & {"first_name", "last_name"}
    kept = list(verdicts)
    if len(halves) != 1:
        return kept
    lacking = "last_name" if "first_name" in halves else "first_name"
    for index, verdict in enumerate(verdicts):
        bare = plain_words(questions[index].text) in _BARE
        if verdict.field == "name" and verdict.reason != NAMED and bare and profiles[index].words <= _HALF:
            kept[index] = replace(
                verdict, field=lacking, reason="the header says so, beside the other half of the name"
            )
    return kept
