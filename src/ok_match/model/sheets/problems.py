"""What each problem code means, what to do about it, and a sheet that shows it."""

from typing import NamedTuple


class ProblemKind(NamedTuple):
    """One kind of problem.

    ``message`` and ``advice`` have {value}, {other} and {detail} filled in; ``example`` is a small sheet as CSV text in
    which the problem occurs, or a sentence where no text can show it.
    """

    message: str
    advice: str
    example: str


_HEADER = "Email,Name,Company,Goals"
_ANA = "ana@juniper.example,Ana Ortega,Juniper Dental,Open on Saturdays"


def _sheet(*rows: str, header: str = _HEADER) -> str:
    return "\n".join((header, *rows))


PROBLEMS: dict[str, ProblemKind] = {
    # Rows that are nobody.
    "blank-row": ProblemKind("The row is empty and was dropped.", "nothing to do.", _sheet(_ANA, ",,,", _ANA)),
    "header-row": ProblemKind(
        "The headers stand here once more; the row was dropped.", "nothing to do.", _sheet(_ANA, _HEADER)
    ),
    "section-row": ProblemKind(
        "This is the title of a section, not a person; the row was dropped.",
        "put something into another column of the row if it is a person.",
        _sheet("Spring applicants:,,,", _ANA),
    ),
    "total-row": ProblemKind(
        "This is a total, not a person; the row was dropped.", "nothing to do.", _sheet(_ANA, "Total,1,,")
    ),
    "preview-row": ProblemKind(
        "This is a preview of the survey, not an answer; the row was dropped.",
        "nothing to do.",
        "A Qualtrics export in which Status is “Survey Preview”.",
    ),
    "spam-row": ProblemKind(
        "The survey tool took this for spam; the row was dropped.",
        "look at the row, and delete the word in Status if it is a person.",
        "A Qualtrics export in which Status is “Spam”.",
    ),
    "test-row": ProblemKind(
        "This looks like a test entry ({value}) and was dropped.",
        "rename it if this is a real person.",
        _sheet("test@test.com,test,test,test", _ANA),
    ),
    # People who are one, two, or not to be placed yet.
    "duplicate-person": ProblemKind(
        "{value} answered again; row {other} was used and this row merged into it ({detail}).",
        "check that row {other} is the one that counts.",
        _sheet(_ANA, " ANA@juniper.example,Ana Ortega,Juniper Dental,Find a partner"),
    ),
    "same-name": ProblemKind(
        "{value} has the same name as row {other}; they count as two people.",
        "delete one row if they are the same person.",
        _sheet(_ANA, "ana.o@tamarack.example,Ana Ortega,Tamarack Books,Open a café"),
    ),
    "consent-refused": ProblemKind(
        "{value} did not agree and is held, not placed.",
        "speak with them, then correct the sheet.",
        _sheet(f"{_ANA},No", header=f"{_HEADER},I agree to keep what is said confidential"),
    ),
    "unfinished": ProblemKind(
        "{value} did not finish the form and is held, not placed.",
        "ask them to finish it, or mark the answer as finished.",
        "A Qualtrics export in which Finished is “False”, or a Typeform one in which Response Type is “partial”.",
    ),
    "two-people": ProblemKind(
        "{value} looks like two people in one row; the row is held, not placed.",
        "give each of them a row of their own.",
        _sheet("ana@juniper.example,Ana and Luis Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "asks-to-talk": ProblemKind(
        "{value} asks to be called first and is held, not placed.",
        "speak with them, then delete that sentence.",
        _sheet(f"{_ANA},Please call me before you place me", header=f"{_HEADER},Notes"),
    ),
    "nobody-named": ProblemKind(
        "There are answers but no name and no e-mail; the row is held.",
        "find out whose row this is.",
        _sheet(_ANA, ",,Tamarack Books,Open a café"),
    ),
    # What a person left out, or wrote in an odd way.
    "no-answers": ProblemKind(
        "{value} wrote nothing about goals, obstacles or opportunities; they are seated by the rules alone.",
        "ask them for a line or two.",
        _sheet("ana@juniper.example,Ana Ortega,Juniper Dental,n/a"),
    ),
    "no-name": ProblemKind(
        "There is no name; {value} stands in for it.",
        "fill in the name.",
        _sheet("ana@juniper.example,,Juniper Dental,Open on Saturdays"),
    ),
    "no-email": ProblemKind(
        "{value} gave no e-mail address; the name identifies them.",
        "ask for an address.",
        _sheet(",Ana Ortega,Juniper Dental,Open on Saturdays", "bo@tamarack.example,Bo Lund,,Open a café"),
    ),
    "odd-email": ProblemKind(
        "“{value}” does not look like an e-mail address.",
        "correct it if it matters to you.",
        _sheet("ana at juniper,Ana Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "two-emails": ProblemKind(
        "{value} gave two e-mail addresses; {detail} identifies them.",
        "delete the one that does not count, or give two people two rows.",
        _sheet('"ana@juniper.example; office@juniper.example",Ana Ortega,Juniper Dental,Open on Saturdays'),
    ),
    "no-availability": ProblemKind(
        "{value} ticked no time; they are taken to be free at every time.",
        "ask them when they can come.",
        _sheet(f"{_ANA},", "bo@tamarack.example,Bo Lund,,Open a café,Tuesday", header=f"{_HEADER},Availability"),
    ),
    "unclear-number": ProblemKind(
        "No amount could be read here; it counts as unknown.",
        "put a number there if a rule needs it.",
        _sheet(f"{_ANA},it depends", header=f"{_HEADER},Number of employees"),
    ),
    # What a spreadsheet program or an encoding did to a cell.
    "hidden-characters": ProblemKind(
        "Characters that cannot be seen were removed from a cell.",
        "nothing to do.",
        _sheet("ana@juniper.example,Ana\u202e Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "misread-letters": ProblemKind(
        "Letters in this column were garbled before the file was saved (such as “Ã©” for “é”).",
        "download the answers again, and open them as UTF-8.",
        _sheet("ana@juniper.example,Ana OrtÃ©ga,Juniper Dental,Open on Saturdays"),
    ),
    "cell-damage": ProblemKind(
        "A spreadsheet program seems to have changed this cell into {value}.",
        "look the answer up in the form, and format the column as text.",
        _sheet(f"{_ANA},5.4155E+09", header=f"{_HEADER},Phone"),
    ),
    "cell-error": ProblemKind(
        "The cell holds an error of the spreadsheet program ({value}).",
        "mend the formula, or put the answer there.",
        _sheet(f"{_ANA},#REF!", header=f"{_HEADER},Notes"),
    ),
    "extra-cells": ProblemKind(
        "The row has more cells than there are headers; what stands beyond the last header was ignored.",
        "look for an unquoted comma in that row.",
        _sheet(f"{_ANA}, and Sundays"),
    ),
    "unclosed-quote": ProblemKind(
        "A quotation mark in this row is not closed; the sheet was read as if it were a plain character.",
        "look at the rows from here on, and mend the mark.",
        _sheet('ana@juniper.example,"Ana Ortega,Juniper Dental,Open on Saturdays', _ANA, _ANA),
    ),
    # The sheet as a whole.
    "title-rows": ProblemKind(
        "Row {other} was taken for the header; what stands above it was passed over.",
        "look whether that is the row with the questions.",
        _sheet(_HEADER, _ANA, header="Our applicants,,,"),
    ),
    "other-sheets": ProblemKind(
        "The workbook has other sheets with text ({value}); they were not read.",
        "delete or hide them, or save the right sheet as a file of its own.",
        "A workbook with a sheet of answers and a sheet of notes.",
    ),
    "hidden-sheets": ProblemKind(
        "The workbook has hidden sheets (how many: {value}); they were not read.",
        "unhide a sheet if it holds answers.",
        "A workbook in which a sheet is hidden.",
    ),
    "repeated-header": ProblemKind(
        "Two columns have the same header; both were looked at.",
        "rename one of them.",
        _sheet(f"{_ANA},Find a partner", header=f"{_HEADER},Goals"),
    ),
    "platform-columns": ProblemKind(
        "Columns that only the form tool needs were left out: {value}.",
        "nothing to do.",
        _sheet(f"{_ANA},192.0.2.7", header=f"{_HEADER},IP Address"),
    ),
    "unsure-column": ProblemKind(
        "This column was {detail}, but it may be {value} as well.",
        "name it under [columns] in the program, or put it under ignore there.",
        _sheet(f"{_ANA},Hire a baker", header=f"{_HEADER},What is next for you?"),
    ),
    "no-field": ProblemKind(
        "No column was recognised as {value}.",
        "name it under [columns] in the program if there is one.",
        _sheet(_ANA),
    ),
    "guessed-encoding": ProblemKind(
        "The file does not say how its letters are encoded; {value} was assumed.",
        "look at names with accents; if they are wrong, save the file as CSV UTF-8.",
        "A CSV file that Excel saved on Windows, with letters such as é in it.",
    ),
    "unclear-availability": ProblemKind(
        "The times in this column are not ticked from a list, so no shared meeting time can be kept.",
        "ask for times with tick boxes, or look at the times by hand.",
        _sheet(
            f"{_ANA},after lunch",
            "bo@tamarack.example,Bo Lund,,Open a café,not early",
            header=f"{_HEADER},Availability",
        ),
    ),
    "conflict-proposed": ProblemKind(
        "{value} wrote whom to keep apart; who was recognised is kept apart from them unless you say otherwise.",
        "look at them under Conflicts; --conflicts FILE.csv writes them down for you to accept, soften or reject.",
        _sheet(
            _ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana - we were partners until 2018",
            header=_HEADER + ",Whom should you not sit with?",
        ),
    ),
    "conflict-unresolved": ProblemKind(
        "{value} wrote about somebody to be kept apart, and it cannot be told who that is.",
        "see Conflicts; name the person in the file that --conflicts FILE.csv writes, or reject the line there.",
        _sheet(
            _ANA + ",I do the books for two of you",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,No",
            header=_HEADER + ",Whom should you not sit with?",
        ),
    ),
    "request-unresolved": ProblemKind(
        "{value} asked to sit with somebody who could not be found: {detail}.",
        "write the name into the cell as it stands in the sheet, or name both of them in a rule together.",
        _sheet(
            _ANA + ",Robert Hale",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega",
            header=_HEADER + ",Whom would you like to sit with?",
        ),
    ),
}
