"""How a long run says what it is doing."""

from collections.abc import Callable

#: Called with the stage in words, the steps done and the steps in all.
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """No progress at all."""
