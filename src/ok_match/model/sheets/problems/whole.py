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
    "no-field": ProblemKind(
        "No column was recognised as {value}.",
        "name it under [columns] in the program if there is one.",
        sheet(ANA),
    ),
    "guessed-encoding": ProblemKind(
        "The file does not say how its letters are encoded; {value} was assumed.",
        "check names with accents; if they are wrong, save the file as CSV UTF-8.",
        "A CSV file that Excel saved on Windows, with letters such as é in it.",
    ),
}
