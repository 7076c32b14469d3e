"""Wrong usage, as commands report it themselves."""

import typer


class UsageError(typer.BadParameter):
    """An argument that a command cannot work with.

    Parameters
    ----------
    what : str
        What is wrong, with the value that was given.
    advice : str
        What to give instead.
    """

    def __init__(self, what: str, advice: str) -> None:
        self.advice = advice
        self.what = what
        super().__init__(f"{what} {advice}")
