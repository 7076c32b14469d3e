"""Rows that are no person."""

from .kind import ANA, HEADER, ProblemKind, sheet

ROWS: dict[str, ProblemKind] = {
    "blank-row": ProblemKind("The row is empty and was dropped.", "nothing to do.", sheet(ANA, ",,,", ANA)),
    "header-row": ProblemKind("This row repeats the headers; it was dropped.", "nothing to do.", sheet(ANA, HEADER)),
    "section-row": ProblemKind(
        "This is the title of a section, not a person; the row was dropped.",
        "if it is a person, fill in another column of the row.",
        sheet("Spring applicants:,,,", ANA),
    ),
    "total-row": ProblemKind(
        "This is a total, not a person; the row was dropped.", "nothing to do.", sheet(ANA, "Total,1,,")
    ),
    "preview-row": ProblemKind(
        "This is a preview of the survey, not an answer; the row was dropped.",
        "nothing to do.",
        "A Qualtrics export in which Status is “Survey Preview”.",
    ),
    "spam-row": ProblemKind(
        "The survey tool marked this as spam; the row was dropped.",
        "look at the row; if it is a person, clear the cell under Status.",
        "A Qualtrics export in which Status is “Spam”.",
    ),
    "test-row": ProblemKind(
        "This looks like a test entry ({value}) and was dropped.",
        "if this is a real person, correct the name.",
        sheet("test@test.com,test,test,test", ANA),
    ),
}
