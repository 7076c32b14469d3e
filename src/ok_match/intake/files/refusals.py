"""What is said of a file that is not read."""

from ok_match.errors import SheetError

DOWNLOAD = "download the answers again as CSV or Excel (.xlsx)."


def refusal(name: str, what: str, advice: str = DOWNLOAD) -> SheetError:
    """The error of a file that is no sheet of answers."""
    return SheetError(name, what, "Nothing was read.", advice)


def too_large(name: str, what: str) -> SheetError:
    """The error of a file that is larger than any sheet of answers, and may have been made to do harm."""
    return SheetError(
        name,
        f"{what}, which no sheet of answers does.",
        "It was not opened.",
        "copy the answers into a new workbook, or save them as CSV.",
    )
