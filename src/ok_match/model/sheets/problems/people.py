"""People who are in the sheet twice, two in one row, or not to be placed yet."""

from .kind import ANA, HEADER, ProblemKind, sheet

PEOPLE: dict[str, ProblemKind] = {
    "duplicate-person": ProblemKind(
        "{value} answered again; row {other} was used and this row merged into it ({detail}).",
        "check that row {other} is the one that counts.",
        sheet(ANA, " ANA@juniper.example,Ana Ortega,Juniper Dental,Find a partner"),
    ),
    "same-name": ProblemKind(
        "{value} has the same name as row {other}; they count as two people.",
        "delete one row if they are the same person.",
        sheet(ANA, "ana.o@tamarack.example,Ana Ortega,Tamarack Books,Open a café"),
    ),
    "consent-refused": ProblemKind(
        "{value} did not agree and is held, not placed.",
        "speak with them, then correct the sheet.",
        sheet(f"{ANA},No", header=f"{HEADER},I agree to keep what is said confidential"),
    ),
    "consent-unclear": ProblemKind(
        "{value} answered the question for consent neither with yes nor with no, and is held, not placed.",
        "ask what they meant, then correct the sheet.",
        sheet(f'{ANA},"Yes, but do not share my goals"', header=f"{HEADER},I agree to keep what is said confidential"),
    ),
    "consent-missing": ProblemKind(
        "{value} left a question for consent empty that others agreed to, and is held, not placed.",
        "ask them to agree, then fill in the cell.",
        sheet(
            f"{ANA},",
            "bo@tamarack.example,Bo Lund,,Open a café,Yes",
            header=f"{HEADER},I agree to keep what is said confidential",
        ),
    ),
    "unfinished": ProblemKind(
        "{value} did not finish the form and is held, not placed.",
        "ask them to finish it, or mark the answer as finished.",
        "A Qualtrics export in which Finished is “False”, or a Typeform one in which Response Type is “partial”.",
    ),
    "two-people": ProblemKind(
        "{value} looks like two people in one row; the row is held, not placed.",
        "give each of them a row of their own.",
        sheet("ana@juniper.example,Ana and Luis Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "asks-to-talk": ProblemKind(
        "{value} asks to be called first and is held, not placed.",
        "speak with them, then delete that sentence.",
        sheet(f"{ANA},Please call me before you place me", header=f"{HEADER},Notes"),
    ),
    "nobody-named": ProblemKind(
        "The row has answers but no name and no e-mail address; it is held.",
        "find out whose row this is.",
        sheet(ANA, ",,Tamarack Books,Open a café"),
    ),
}
