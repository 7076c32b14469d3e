"""The sheet as a whole: its header, its columns, its other sheets."""

from .kind import ANA, HEADER, ProblemKind, sheet

WHOLE: dict[str, ProblemKind] = {
    "title-rows": ProblemKind(
        "Row {other} was read as the header; the rows above it were skipped.",
        "check that it is the row with the questions.",
        sheet(HEADER, ANA, header="Our applicants,,,"),
    ),
    "other-sheets": ProblemKind(
        "The workbook has other sheets with text ({value}); they were not read.",
        "nothing to do; if one of them holds answers, name it under [sheet] in the program.",
        "A workbook with a sheet of answers and a sheet of notes.",
    ),
    "hidden-sheets": ProblemKind(
        "The workbook has hidden sheets ({value}); they were not read.",
        "unhide a sheet if it holds answers, or name it under [sheet] in the program.",
        "A workbook in which a sheet is hidden.",
    ),
    "several-sheets": ProblemKind(
        "The sheet “{value}” looks like answers too, with {detail} who are on no other sheet.",
        "name the sheet with the answers under [sheet] in the program, or a list of sheets with the same headers that are to be "
        "read as one; otherwise delete the sheet.",
        "A workbook with the sheets “North” and “South”, each with answers of other people.",
    ),
    "joined-sheets": ProblemKind(
        "The sheet “{value}” was read as one with the first; its first answer is row {detail} here.",
        "nothing to do.",
        "A workbook with the sheets “North” and “South”, and a program that names both.",
    ),
    "people-elsewhere": ProblemKind(
        "The sheet “{value}” was not read; {detail} on it are not among the answers.",
        "delete or hide it if they are not to be placed; otherwise add them to the answers, or name the sheet under [sheet] in the "
        "program.",
        "A workbook with a sheet of answers, and a sheet of people who signed up by telephone.",
    ),
    "answers-elsewhere": ProblemKind(
        "The sheet “{value}” was not read; it says more about people who answered ({detail}).",
        "copy what matters beside their answers; if nothing does, delete the sheet.",
        "A workbook with a sheet of answers, and a sheet on which the facilitator notes who must not sit with whom.",
    ),
    "hidden-rows": ProblemKind(
        "{detail} are hidden, by a filter or by hand, and were left out: {value}.",
        'show them again if they are to be placed, or write hidden = "read" under [sheet] in the program.',
        "A workbook in which a filter hides the people who withdrew.",
    ),
    "hidden-columns": ProblemKind(
        "This column is hidden and was not read.",
        'show it again, name it under [columns] in the program, or write hidden = "read" under [sheet] there.',
        "A workbook in which a column is hidden.",
    ),
    "formula-without-value": ProblemKind(
        "Formulas in this column were saved without what they give ({value}); they count as empty.",
        "open the workbook in a spreadsheet program, save it, and hand it in again.",
        "A workbook that a program wrote, with formulas that were never worked out.",
    ),
    "unpacked": ProblemKind(
        "The answers were taken out of an archive: {value}.",
        "nothing to do.",
        "A ZIP archive with one CSV file inside, as Google Forms gives it.",
    ),
    "repeated-header": ProblemKind(
        "Several columns have this header; all of them were read.",
        "rename them if they are different questions.",
        sheet(f"{ANA},Find a partner", header=f"{HEADER},Goals"),
    ),
    "platform-columns": ProblemKind(
        "Columns that only the form tool needs were left out: {value}.",
        "nothing to do.",
        sheet(f"{ANA},192.0.2.7", header=f"{HEADER},IP Address"),
    ),
    "unsure-column": ProblemKind(
        "This column was {detail}, but it may also be {value}.",
        "name it under [columns] in the program, or list it under ignore there.",
        sheet(f"{ANA},Hire a baker", header=f"{HEADER},What is next for you?"),
    ),
    "foreign-question": ProblemKind(
        "This question seems to be in {value} and was not understood; its answers were left out.",
        "name it under [columns] in the program, or list it under ignore there.",
        sheet(f"{ANA},No sé", header=f"{HEADER},¿Qué es lo que más te gusta de la empresa?"),
    ),
    "foreign-answers": ProblemKind(
        "Most answers seem to be in {value}; what they mean is judged as if they were English, and so less well.",
        "look at the common ground of each cohort yourself, or translate the answers.",
        sheet("ana@juniper.example,Ana Ortega,Juniper Dental,Quiero abrir los sábados y contratar a una persona más"),
    ),
    "unsure-must": ProblemKind(
        "A must rests on this column, and it was only guessed to be {value} ({detail}% sure).",
        "name it under [columns] in the program, or list it under ignore there.",
        sheet(
            f"{ANA},Otters",
            "bo@tamarack.example,Bo Lund,,Open a café,Herons",
            header="Email,Name,Business we run,Goals,Pets",
        ),
    ),
    "unclear-status": ProblemKind(
        "This column may say who takes part, but its words are not known; it was left out.",
        "name it as status under [columns] in the program, with words such as confirmed and withdrawn below it, or list it under ignore.",
        sheet(f"{ANA},A1", "bo@tamarack.example,Bo Lund,,Open a café,B2", header=f"{HEADER},Status"),
    ),
    "no-field": ProblemKind(
        "No column was recognised as {value}.",
        "name it under [columns] in the program if there is one.",
        sheet(ANA),
    ),
    "guessed-encoding": ProblemKind(
        "The file does not say how its letters are encoded; {value} was assumed: {detail}.",
        "check names with accents; if they are wrong, write the right encoding under [sheet] in the program, or save the file as "
        "CSV UTF-8.",
        "A CSV file that Excel saved on Windows, with letters such as é in it.",
    ),
    "mixed-encodings": ProblemKind(
        "The letters of the file are encoded in two ways ({value}), as if two files had been pasted together.",
        "check names with accents in all parts of the sheet; better download the answers again as one file.",
        "A CSV file in UTF-8 to which rows were added in an old Windows program.",
    ),
}
