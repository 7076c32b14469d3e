"""People who are known become a case: what they share is judged, and the rules made from conflicts are added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ok_match import similarity
from ok_match.model import Conflict, Held, Participant, Program, Progress, Theme, silent
from ok_match.rules import with_conflicts

from .case import Case
from .options import Options


def judged(
    people: Sequence[Participant],
    held: Sequence[Held],
    program: Program,
    conflicts: Iterable[Conflict],
    options: Options,
    progress: Progress = silent,
) -> tuple[Case, tuple[Theme, ...]]:
    """The case, and the themes that recur in what its people wrote.

    ``program`` has its standing rules; ``options.corrections`` fit the people's statements.
    """
    stage = "Looking for common ground"
    progress(stage, 0, 1)
    affinity, themes = similarity.judge(
        options.engine,
        people,
        program.weights,
        options.corrections,
        program.themes,
        options.model,
        lambda done, total: progress(stage, done, total),
    )
    return Case(people, held, affinity, with_conflicts(program, conflicts)), themes
