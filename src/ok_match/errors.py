"""What can stop a run, and the kind that scripts know each error by.

    OkMatchError
    ├── SheetError            sheet         the sheet, or a file that goes with it, cannot be read or used
    ├── ProgramError          program       the program contradicts itself, or does not fit the sheet
    ├── RecordError           record        a saved record cannot be read back
    ├── ModelError            model         a text model of one's own cannot be used
    └── PredicamentError                    not everybody can be seated as the program asks
        ├── LeftoverError     leftover      somebody would wait, and the program asks before deciding
        └── ImpossibleError   impossible    no roster keeps every must

The command line knows three more kinds: ``usage`` (wrong arguments), ``defect`` (a fault in ok-match) and
``interrupted``. Kinds are an interface: they do not change.

Oddities of a sheet are not exceptions: they are :class:`ok_match.model.Problem` values, and all of them are
reported. An exception means that the run cannot go on.
"""

from typing import Any, ClassVar


class OkMatchError(Exception):
    """A run that cannot go on, described in four parts.

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

    Attributes
    ----------
    kind : str
        The name that scripts know this class of errors by.
    """

    kind: ClassVar[str]

    def __init__(self, where: str, what: str, follows: str, advice: str) -> None:
        self.where = where
        self.what = what
        self.follows = follows
        self.advice = advice
        super().__init__(f"{where}: {what} {follows} Try: {advice}")

    def __reduce__(self) -> tuple[Any, ...]:
        """The error crosses from one process to another as it is."""
        return type(self), (self.where, self.what, self.follows, self.advice)


class SheetError(OkMatchError):
    """A sheet, or a file that goes with it, that cannot be read or holds nobody to place."""

    kind = "sheet"


class ProgramError(OkMatchError):
    """A program that contradicts itself, or that does not fit the sheet."""

    kind = "program"


class RecordError(OkMatchError):
    """A saved record that cannot be read back."""

    kind = "record"


class ModelError(OkMatchError):
    """A text model of one's own that cannot be used."""

    kind = "model"


class PredicamentError(OkMatchError):
    """Not everybody can be seated as the program asks. The error carries the reason as data, for others to word.

    Parameters
    ----------
    predicament : model.Predicament
        What stands in the way, and the changes to the program that would help. The nouns stand above the errors, so
        its type cannot be named here.
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

    def __reduce__(self) -> tuple[Any, ...]:
        """The error crosses from one process to another as it is."""
        return type(self), (self.predicament,)

    #: What is wrong, without the people it concerns.
    SUMMARY = ""


class LeftoverError(PredicamentError):
    """Somebody would wait, and the program asks before deciding."""

    kind = "leftover"
    SUMMARY = "somebody would have to wait, and the program asks before deciding."


class ImpossibleError(PredicamentError):
    """No roster keeps every must."""

    kind = "impossible"
    SUMMARY = "no roster keeps every must."
