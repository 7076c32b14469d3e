"""The kinds of problem by code: what each says, what to do about it, and a sheet that shows it."""

from typing import NamedTuple


class ProblemKind(NamedTuple):
    """One kind of problem.

    ``message`` and ``advice`` have {value}, {other} (a row number) and {detail} filled in. ``example`` is a small sheet
    with the problem, as CSV text, or a sentence where no text can show it.
    """

    message: str
    advice: str
    example: str


_HEADER = "Email,Name,Company,Goals"
_ANA = "ana@juniper.example,Ana Ortega,Juniper Dental,Open on Saturdays"


def _sheet(*rows: str, header: str = _HEADER) -> str:
    return "\n".join((header, *rows))


PROBLEMS: dict[str, ProblemKind] = {
    # Rows that are no person.
    "blank-row": ProblemKind("The row is empty and was dropped.", "nothing to do.", _sheet(_ANA, ",,,", _ANA)),
    "header-row": ProblemKind("This row repeats the headers; it was dropped.", "nothing to do.", _sheet(_ANA, _HEADER)),
    "section-row": ProblemKind(
        "This is the title of a section, not a person; the row was dropped.",
        "if it is a person, fill in another column of the row.",
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
        "The survey tool marked this as spam; the row was dropped.",
        "look at the row; if it is a person, clear the cell under Status.",
        "A Qualtrics export in which Status is “Spam”.",
    ),
    "test-row": ProblemKind(
        "This looks like a test entry ({value}) and was dropped.",
        "if this is a real person, correct the name.",
        _sheet("test@test.com,test,test,test", _ANA),
    ),
    # Rows of the same person, of two people, and of people who are not to be placed yet.
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
        "The row has answers but no name and no e-mail address; it is held.",
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
        "The name is missing; {value} is used instead.",
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
        "correct it if you need to reach them.",
        _sheet("ana at juniper,Ana Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "two-emails": ProblemKind(
        "{value} gave two e-mail addresses; {detail} is used.",
        "delete the other address; if they are two people, give each of them a row.",
        _sheet('"ana@juniper.example; office@juniper.example",Ana Ortega,Juniper Dental,Open on Saturdays'),
    ),
    "no-availability": ProblemKind(
        "{value} ticked no times and counts as free at all of them.",
        "ask them when they can come.",
        _sheet(f"{_ANA},", "bo@tamarack.example,Bo Lund,,Open a café,Tuesday", header=f"{_HEADER},Availability"),
    ),
    "unclear-number": ProblemKind(
        "No amount could be read here; it counts as unknown.",
        "write a number there if a rule needs it.",
        _sheet(f"{_ANA},it depends", header=f"{_HEADER},Number of employees"),
    ),
    # What a spreadsheet program or an encoding did to a cell.
    "hidden-characters": ProblemKind(
        "Invisible characters were removed from this cell.",
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
        "This cell holds a spreadsheet error ({value}).",
        "fix the formula, or type the answer.",
        _sheet(f"{_ANA},#REF!", header=f"{_HEADER},Notes"),
    ),
    "extra-cells": ProblemKind(
        "The row has more cells than there are headers; the cells beyond the last header were ignored.",
        "look for a comma in that row that should stand in quotation marks.",
        _sheet(f"{_ANA}, and Sundays"),
    ),
    "unclosed-quote": ProblemKind(
        "A quotation mark in this row is never closed; all quotation marks were read as plain characters.",
        "look at the rows from here on, and fix the mark.",
        _sheet('ana@juniper.example,"Ana Ortega,Juniper Dental,Open on Saturdays', _ANA, _ANA),
    ),
    # The sheet as a whole.
    "title-rows": ProblemKind(
        "Row {other} was read as the header; the rows above it were skipped.",
        "check that it is the row with the questions.",
        _sheet(_HEADER, _ANA, header="Our applicants,,,"),
    ),
    "other-sheets": ProblemKind(
        "The workbook has other sheets with text ({value}); they were not read.",
        "delete or hide them, or save the right sheet as a file of its own.",
        "A workbook with a sheet of answers and a sheet of notes.",
    ),
    "hidden-sheets": ProblemKind(
        "The workbook has hidden sheets ({value}); they were not read.",
        "unhide a sheet if it holds answers.",
        "A workbook in which a sheet is hidden.",
    ),
    "repeated-header": ProblemKind(
        "Several columns have this header; all of them were read.",
        "rename them if they are different questions.",
        _sheet(f"{_ANA},Find a partner", header=f"{_HEADER},Goals"),
    ),
    "platform-columns": ProblemKind(
        "Columns that only the form tool needs were left out: {value}.",
        "nothing to do.",
        _sheet(f"{_ANA},192.0.2.7", header=f"{_HEADER},IP Address"),
    ),
    "unsure-column": ProblemKind(
        "This column was {detail}, but it may also be {value}.",
        "name it under [columns] in the program, or list it under ignore there.",
        _sheet(f"{_ANA},Hire a baker", header=f"{_HEADER},What is next for you?"),
    ),
    "no-field": ProblemKind(
        "No column was recognised as {value}.",
        "name it under [columns] in the program if there is one.",
        _sheet(_ANA),
    ),
    "guessed-encoding": ProblemKind(
        "The file does not say how its letters are encoded; {value} was assumed.",
        "check names with accents; if they are wrong, save the file as CSV UTF-8.",
        "A CSV file that Excel saved on Windows, with letters such as é in it.",
    ),
    "unclear-availability": ProblemKind(
        "The times in this column were not ticked from a list, so no shared meeting time can be guaranteed.",
        "ask for times with tick boxes, or compare the times by hand.",
        _sheet(
            f"{_ANA},after lunch",
            "bo@tamarack.example,Bo Lund,,Open a café,not early",
            header=f"{_HEADER},Availability",
        ),
    ),
    "conflict-proposed": ProblemKind(
        "{value} named people to be kept apart from; those recognised are kept apart unless you decide otherwise.",
        "review them under Conflicts; --conflicts FILE.csv writes a list for you to accept, soften or reject.",
        _sheet(
            _ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana - we were partners until 2018",
            header=_HEADER + ",Whom should you not sit with?",
        ),
    ),
    "conflict-unresolved": ProblemKind(
        "{value} wants to be kept apart from somebody who could not be identified.",
        "see Conflicts; name the person in the file that --conflicts FILE.csv writes, or reject the line there.",
        _sheet(
            _ANA + ",I do the books for two of you",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,No",
            header=_HEADER + ",Whom should you not sit with?",
        ),
    ),
    "request-unresolved": ProblemKind(
        "{value} asked to sit with somebody who could not be found: {detail}.",
        "write the name as the sheet spells it, or name both of them in a `together` rule.",
        _sheet(
            _ANA + ",Robert Hale",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega",
            header=_HEADER + ",Whom would you like to sit with?",
        ),
    ),
}
