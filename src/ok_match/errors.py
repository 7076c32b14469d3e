"""What can stop a run.

    OkMatchError
    ├── SheetError        the sheet cannot be read, or holds nobody to place
    ├── ProgramError      the program, or a rule in it, does not hold together, or asks for what there is not
    ├── RecordError       a saved record cannot be read back
    ├── ModelError        a text model of one's own cannot be used
    ├── LeftoverError     somebody would wait, and the program asks before deciding
    └── ImpossibleError   no roster can keep every must

Oddities of a sheet are not exceptions: they are :class:`ok_match.model.Problem` values, and all of them are
reported. An exception means that the run cannot go on.
"""


class OkMatchError(Exception):
    """A run that cannot go on, told in four parts.

    Parameters
    ----------
    where : str
        The file, sheet row, column or key that the trouble is in.
    what : str
        What is wrong there, with the value that was seen. Never an answer that somebody wrote.
    follows : str
        What this means for the run.
    advice : str
        What to try next.
    """

    def __init__(self, where: str, what: str, follows: str, advice: str) -> None:
        self.where = where
        self.what = what
        self.follows = follows
        self.advice = advice
        super().__init__(f"{where}: {what} {follows} Try: {advice}")


class SheetError(OkMatchError):
    """The sheet cannot be read, or holds nobody to place."""


class ProgramError(OkMatchError):
    """The program file, or a rule in it, does not hold together, or asks for what there is not."""


class RecordError(OkMatchError):
    """A saved record cannot be read back."""


class ModelError(OkMatchError):
    """A text model of one's own cannot be used."""


class LeftoverError(OkMatchError):
    """Somebody would wait, and the program asks before deciding."""


class ImpossibleError(OkMatchError):
    """No roster can keep every must."""
