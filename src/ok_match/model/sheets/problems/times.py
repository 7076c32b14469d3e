"""The times at which people can come."""

from .kind import ANA, HEADER, ProblemKind, sheet

TIMES: dict[str, ProblemKind] = {
    "no-availability": ProblemKind(
        "{value} ticked no times and counts as free at all of them.",
        "ask them when they can come.",
        sheet(f"{ANA},", "bo@tamarack.example,Bo Lund,,Open a café,Tuesday", header=f"{HEADER},Availability"),
    ),
    "unclear-availability": ProblemKind(
        "The times in this column were not ticked from a list, so no shared meeting time can be guaranteed.",
        "ask for times with tick boxes, or compare the times by hand.",
        sheet(
            f"{ANA},after lunch",
            "bo@tamarack.example,Bo Lund,,Open a café,not early",
            header=f"{HEADER},Availability",
        ),
    ),
}
