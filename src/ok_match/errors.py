"""What can stop a run.

    OkMatchError
    ├── SheetError        the sheet cannot be read, or holds nobody to place
    ├── ProgramError      the program, or a rule in it, does not hold together, or asks for what there is not
    ├── RecordError       a saved record cannot be read back
    ├── ModelError        a text model of one's own cannot be used
    └── PredicamentError  not everybody can be seated as the program wants it
        ├── LeftoverError     somebody would wait, and the program asks before deciding
        └── ImpossibleError   no roster can keep every must

Oddities of a sheet are not exceptions: they are :class:`ok_match.model.Problem` values, and all of them are
reported. An exception means that the run cannot go on.
"""

from typing import Any


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


class PredicamentError(OkMatchError):
    """Not everybody can be seated as the program wants it. The error carries why, as data for others to word.

    Parameters
    ----------
    predicament : model.Predicament
        What stands in the way, and the changes of the program that would help. The nouns stand above the errors, so
        that its type cannot be named here.
    """

    def __init__(self, predicament: Any) -> None:
        self.predicament = predicament
        rules = ", ".join(dict.fromkeys(rule.rule for rule in predicament.rules))
        super().__init__(
            f"the rules {rules}" if rules else "the rules",
            self.SUMMARY,
            "No cohorts were formed.",
            "look at the error's predicament, or run `ok-match match`, which puts it into words.",
        )

    #: What is wrong, without the people it concerns.
    SUMMARY = ""


class LeftoverError(PredicamentError):
    """Somebody would wait, and the program asks before deciding."""

    SUMMARY = "somebody would have to wait, and the program asks before deciding."


class ImpossibleError(PredicamentError):
    """No roster can keep every must."""

    SUMMARY = "no roster keeps every must."
