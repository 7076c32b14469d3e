"""What a person left out, or wrote in an odd way."""

from .kind import ANA, HEADER, ProblemKind, sheet

ANSWERS: dict[str, ProblemKind] = {
    "no-answers": ProblemKind(
        "{value} wrote nothing about goals, obstacles or opportunities; they are seated by the rules alone.",
        "ask them for a line or two.",
        sheet("ana@juniper.example,Ana Ortega,Juniper Dental,n/a"),
    ),
    "no-name": ProblemKind(
        "The name is missing; {value} is used instead.",
        "fill in the name.",
        sheet("ana@juniper.example,,Juniper Dental,Open on Saturdays"),
    ),
    "no-email": ProblemKind(
        "{value} gave no e-mail address; the name identifies them.",
        "ask for an address.",
        sheet(",Ana Ortega,Juniper Dental,Open on Saturdays", "bo@tamarack.example,Bo Lund,,Open a café"),
    ),
    "odd-email": ProblemKind(
        "“{value}” does not look like an e-mail address.",
        "correct it if you need to reach them.",
        sheet("ana at juniper,Ana Ortega,Juniper Dental,Open on Saturdays"),
    ),
    "two-emails": ProblemKind(
        "{value} gave two e-mail addresses; {detail} is used.",
        "delete the other address; if they are two people, give each of them a row.",
        sheet('"ana@juniper.example; office@juniper.example",Ana Ortega,Juniper Dental,Open on Saturdays'),
    ),
    "unclear-number": ProblemKind(
        "No amount could be read here; it counts as unknown.",
        "write a number there if a rule needs it.",
        sheet(f"{ANA},it depends", header=f"{HEADER},Number of employees"),
    ),
    "unclear-tick": ProblemKind(
        "“{value}” may or may not mean that this option was chosen; it counts as not chosen (seen {detail} times).",
        "write yes or no there, or accept it if it means no.",
        sheet(
            f"{ANA},Yes,No,?",
            "bo@tamarack.example,Bo Lund,,Open a café,No,Yes,Yes",
            header=f"{HEADER},Topics [Hiring],Topics [Pricing],Topics [Cash flow]",
        ),
    ),
    "coded-options": ProblemKind(
        "The options in this column are numbers, and nothing says what they stand for; they count as they are.",
        "download the answers again with labels instead of codes, or accept the numbers.",
        sheet(
            f"{ANA},1;3",
            "bo@tamarack.example,Bo Lund,,Open a café,3;7",
            "cy@owl.example,Cy Tab,,Hire a foreman,1;7",
            header=f"{HEADER},Topics you want help with",
        ),
    ),
    "options-in-order": ProblemKind(
        "These options were put in order, and nothing says which end is the best; 1, or the first, was taken for it.",
        "accept it, or say so in the header, such as “(1 = most important)” or “(1 = least important)”.",
        sheet(
            f"{ANA},1,2,3",
            "bo@tamarack.example,Bo Lund,,Open a café,2,3,1",
            "cy@owl.example,Cy Tab,,Hire a foreman,3,1,2",
            header=f"{HEADER},Hiring,Pricing,Cash flow",
        ),
    ),
}
