"""What people wrote about one another."""

from .kind import ANA, HEADER, ProblemKind, sheet

MENTIONED: dict[str, ProblemKind] = {
    "conflict-proposed": ProblemKind(
        "{value} named people to be kept apart from; those recognised are kept apart unless you decide otherwise.",
        "review them under Conflicts; --conflicts FILE.csv writes a list for you to accept, soften or reject.",
        sheet(
            ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana - we were partners until 2018",
            header=HEADER + ",Whom should you not sit with?",
        ),
    ),
    "conflict-unresolved": ProblemKind(
        "{value} wants to be kept apart from somebody who could not be identified.",
        "see Conflicts; name the person in the file that --conflicts FILE.csv writes, or reject the line there.",
        sheet(
            ANA + ",I do the books for two of you",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,No",
            header=HEADER + ",Whom should you not sit with?",
        ),
    ),
    "request-unresolved": ProblemKind(
        "{value} asked to sit with somebody who could not be found: {detail}.",
        "write the name as the sheet spells it, or name both of them in a `together` rule.",
        sheet(
            ANA + ",Robert Hale",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega",
            header=HEADER + ",Whom would you like to sit with?",
        ),
    ),
}
