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
    "shared-address": ProblemKind(
        "{value} and row {other} have the same e-mail address and different names; they count as two people.",
        "find out each one's own address; if they are one person, delete a row.",
        sheet(ANA, "ana@juniper.example,Luis Prado,Prado Tiles,Find a partner"),
    ),
    "shared-office": ProblemKind(
        "{value} and row {other} use the address of one office; they count as two people.",
        "ask for an address of their own, so that each gets their own letter.",
        sheet("info@juniper.example,Ana Ortega,Juniper,Hire", "info@juniper.example,Luis Prado,Juniper,Find a partner"),
    ),
    "shared-id": ProblemKind(
        "{value} and row {other} have the same id and different names; they count as two people.",
        "correct the id, or delete a row if they are one person.",
        sheet("7,Ana Ortega,Open on Saturdays", "7,Luis Prado,Find a partner", header="Participant ID,Name,Goals"),
    ),
    "ids-for-names": ProblemKind(
        "The sheet has no names; everybody is called by what stands in this column.",
        "nothing to do; or add a column with names.",
        sheet("P-014,Open on Saturdays", "P-015,Find a partner", header="Participant ID,Goals"),
    ),
    "account-address": ProblemKind(
        "The sheet has two columns of addresses; this one was left out, as the other tells people apart ({detail}).",
        "name the right one as email under [columns] in the program, if this is it.",
        sheet(
            "desk@hub.example,Ana Ortega,ana@juniper.example,Hire",
            "desk@hub.example,Luis Prado,luis@prado.example,Find a partner",
            header="Username,Name,Your email,Goals",
        ),
    ),
    "long-form": ProblemKind(
        "Each row holds one answer, not one person: the questions stand in this column.",
        "export the answers with a row for each person and a column for each question (or make a pivot table).",
        "A sheet with a row for each answer: whose it is, the question, the answer.",
    ),
    "answered-twice": ProblemKind(
        "{value} seems to have answered twice; row {other} was used and this row merged into it ({detail}).",
        "check that they are one person; if they are two, tell them apart by an address or a middle name.",
        sheet(
            "2026-09-01 10:00,Ana Ortega,Juniper Dental,Open on Saturdays",
            "2026-09-02 10:00,Ana Ortega,Juniper Dental,Find a partner",
            header="Timestamp,Name,Company,Goals",
        ),
    ),
    "perhaps-one-person": ProblemKind(
        "{value} may be the same person as row {other}; this row is held, not placed.",
        "delete one of the rows if they are one person; accept this if they are two.",
        sheet(ANA, ",Anna Ortega,Juniper Dental,Find a partner"),
    ),
    "withdrawn": ProblemKind(
        "{value} does not take part ({detail}) and is held, not placed.",
        "nothing to do if that is right, or delete the row; accepting this places them all the same.",
        sheet(f"{ANA},Confirmed", "bo@tamarack.example,Bo Lund,,Open a café,Withdrawn", header=f"{HEADER},Status"),
    ),
    "not-confirmed": ProblemKind(
        "It is not settled that {value} takes part ({detail}); the row is held, not placed.",
        "ask them, and correct the cell.",
        sheet(f"{ANA},Confirmed", "bo@tamarack.example,Bo Lund,,Open a café,Waitlist", header=f"{HEADER},Status"),
    ),
    "unknown-status": ProblemKind(
        "What the status of {value} means is not known ({detail}); the row is held, not placed.",
        "write confirmed or withdrawn, or list the column under ignore in the program.",
        sheet(
            f"{ANA},Confirmed",
            "cy@owl.example,Cy Hale,,Hire a cook,Withdrawn",
            "bo@tamarack.example,Bo Lund,,Open a café,Purple",
            header=f"{HEADER},Status",
        ),
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
