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
        "{value} wants to be kept apart from {detail}.",
        "see Conflicts; name the person in the file that --conflicts FILE.csv writes, or reject the line there.",
        sheet(
            ANA + ",I do the books for two of you",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,No",
            header=HEADER + ",Whom should you not sit with?",
        ),
    ),
    "conflict-unclear": ProblemKind(
        "{value} named {detail}, but it is not clear whether they should be kept apart; nothing is done about it yet.",
        "ask them what they meant; a line in the file that --conflicts FILE.csv writes keeps the two apart.",
        sheet(
            ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,With Ana please",
            header=HEADER + ",Whom should you not sit with?",
        ),
    ),
    "names-ignored": ProblemKind(
        "{value} named {detail}, and has nothing against them as it was read; nothing follows from it.",
        "read the answer; if they should be kept apart, add them to the file that --conflicts FILE.csv writes.",
        sheet(
            ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,No problem with Ana Ortega",
            header=HEADER + ",Whom should you not sit with?",
        ),
    ),
    "names-noted": ProblemKind(
        "{value} mentioned {detail} here; nothing follows from it.",
        "read the note; a `together` or `keep_apart` line in the program does what it asks.",
        sheet(
            ANA + ",",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega told me of this",
            header=HEADER + ",Notes",
        ),
    ),
    "names-unread": ProblemKind(
        "This column was left out, but {other} of its answers name people in the sheet.",
        "name it as keep_apart or sit_with under [columns] in the program if it says who should sit with whom.",
        sheet(
            ANA + ",No",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega would not suit me",
            header=HEADER + ",Favourite animals",
        ),
    ),
    "request-unresolved": ProblemKind(
        "{value} asked to sit with {detail}.",
        "place whoever is held, write the name or code as the sheet spells it, or name both in a `together` rule.",
        sheet(
            ANA + ",Robert Hale",
            "bo@juniper.example,Bo Reyes,Reyes Tiles,Hire,Ana Ortega",
            header=HEADER + ",Whom would you like to sit with?",
        ),
    ),
}
