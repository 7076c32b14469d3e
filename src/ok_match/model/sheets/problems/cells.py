"""What a spreadsheet program or an encoding did to a cell."""

from .kind import ANA, HEADER, ProblemKind, sheet

CELLS: dict[str, ProblemKind] = {
    "hidden-characters": ProblemKind(
        "Invisible characters were removed from this cell.",
        "nothing to do.",
        sheet("ana@juniper.example,Ana\u202e Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "misread-letters": ProblemKind(
        "Letters in this column were garbled before the file was saved (such as “Ã” in a word), and could not be mended.",
        "download the answers again, and open them as UTF-8.",
        sheet("ana@juniper.example,Ana OrtÃega,Juniper Dental,Open on Saturdays"),
    ),
    "mended-letters": ProblemKind(
        "Letters were garbled before the file was saved (such as “Ã©” for “é”), and were mended in {value}.",
        "check names with accents.",
        sheet("ana@juniper.example,Ana OrtÃ©ga,Juniper Dental,Open on Saturdays"),
    ),
    "mended-entities": ProblemKind(
        "Codes of web pages (such as “&eacute;” for “é”) were read as the letters they stand for, in {value}.",
        "nothing to do.",
        sheet("ana@juniper.example,Ana Ort&eacute;ga,Juniper Dental,Open on Saturdays"),
    ),
    "lost-letters": ProblemKind(
        "Letters were lost here before the file was saved, and stand as “{detail}”.",
        "download the answers again as CSV UTF-8 or Excel (.xlsx), or correct the cell.",
        sheet("ana@juniper.example,Ana Ort?ga,Juniper Dental,Open on Saturdays"),
    ),
    "wrapped-rows": ProblemKind(
        "Whole rows stood in quotation marks ({value} of them); they were parted into cells.",
        "nothing to do.",
        '"Email,Name,Company,Goals"\n"ana@juniper.example,Ana Ortega,Juniper Dental,Open on Saturdays"',
    ),
    "cell-damage": ProblemKind(
        "A spreadsheet program seems to have changed this cell into {value}.",
        "look the answer up in the form, and format the column as text.",
        sheet(f"{ANA},5.4155E+09", header=f"{HEADER},Phone"),
    ),
    "cell-error": ProblemKind(
        "This cell holds a spreadsheet error ({value}).",
        "fix the formula, or type the answer.",
        sheet(f"{ANA},#REF!", header=f"{HEADER},Notes"),
    ),
    "extra-cells": ProblemKind(
        "The row has more cells than there are headers; the cells beyond the last header were ignored.",
        "look for a comma in that row that should stand in quotation marks.",
        sheet(f"{ANA}, and Sundays"),
    ),
    "unclosed-quote": ProblemKind(
        "A quotation mark in this row is never closed; all quotation marks were read as plain characters.",
        "look at the rows from here on, and fix the mark.",
        sheet('ana@juniper.example,"Ana Ortega,Juniper Dental,Open on Saturdays', ANA, ANA),
    ),
}
