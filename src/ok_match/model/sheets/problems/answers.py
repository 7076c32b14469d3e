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
}
