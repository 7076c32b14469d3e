"""People who are known become a case: what they share is judged once, for everything that follows."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match import similarity
from ok_match.model import Finder, Held, Participant, Program, Progress, Theme, silent
from ok_match.rules import World

from .case import Case
from .options import Options


def judged(
    people: Sequence[Participant],
    held: Sequence[Held],
    finder: Finder,
    program: Program,
    options: Options,
    progress: Progress = silent,
) -> tuple[Case, tuple[Theme, ...]]:
    """The case, and the themes that recur in what its people wrote.

    Parameters
    ----------
    program : Program
        The rules in force, those made from conflicts and requests among them.
    options : Options
        ``corrections`` fit the people's statements.
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
    return Case(World(people, held, affinity, finder), program), themes
