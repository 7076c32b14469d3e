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
    "note-row": ProblemKind(
        "This is a note, not a person; the row was dropped.",
        "if it is a person, fill in another column of the row.",
        sheet(ANA, "* = has paid,,,"),
    ),
    "example-row": ProblemKind(
        "This row shows how to answer, and is nobody; it was dropped.",
        "if it is a person, correct the name.",
        sheet("where we write,Example: Ana Ortega,our bakery,Open on Saturdays", ANA),
    ),
    "maybe-person": ProblemKind(
        "This row may be a person, a title or a note ({detail}); it is held, not placed.",
        "if it is a person, fill in their answers or accept the decision; if not, delete the row.",
        sheet(ANA, ",Riverside,,"),
    ),
    "maybe-header": ProblemKind(
        "This row may be a second row of headers ({detail}); it is held, not placed.",
        "say under [sheet] in the program how many header_rows there are; if it is a person, accept the decision.",
        sheet("where we write,as on the badge,legal form,", ANA, "bo@tamarack.example,Bo Lund,,Open a café"),
    ),
    "section-out": ProblemKind(
        "{value} stands below “{detail}” and is held, not placed.",
        "if they take part, move the row above that line or accept the decision; if not, delete it.",
        sheet(ANA, "Withdrawn,,,", "bo@tamarack.example,Bo Lund,,Open a café"),
    ),
    "second-table": ProblemKind(
        "A second table with people in it begins here ({value}); it was not read.",
        "move it to a sheet or file of its own, or bring its rows under the first header; accept the decision to leave"
        " it out.",
        sheet(ANA, ",,,", "Name,E-mail,Reason,Date", "Bo Lund,bo@tamarack.example,moved away,March"),
    ),
    "table-below": ProblemKind(
        "Another table begins here ({value}); it was not read.",
        "nothing to do, unless it holds answers.",
        sheet(ANA, ",,,", "Sector,People,,", "Food,7,,"),
    ),
    "row-of-another-table": ProblemKind(
        "The row belongs to the table that begins in row {other}; it was not read.",
        "nothing to do.",
        sheet(ANA, ",,,", "Sector,People,,", "Food,7,,"),
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
