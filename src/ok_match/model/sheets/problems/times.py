"""The times at which people can come."""

from .kind import ANA, HEADER, ProblemKind, sheet

TIMES: dict[str, ProblemKind] = {
    "no-availability": ProblemKind(
        "{value} gave no times and counts as free at all of them.",
        "ask them when they can come.",
        sheet(
            f"{ANA},",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday",
            header=f"{HEADER},When are you NOT available?",
        ),
    ),
    "no-times-given": ProblemKind(
        "{value} gave no times to meet, though others did, and is held, not placed.",
        'ask them when they can come; or write unanswered = "free" under the rule meeting_slot, if whoever leaves the'
        " question out can always come.",
        sheet(f"{ANA},", "bo@tamarack.example,Bo Lund,,Open a café,Tuesday", header=f"{HEADER},Availability"),
    ),
    "no-time-suits": ProblemKind(
        "{value} can come at none of the times ({detail}) and is held, not placed.",
        "ask them for another time, and add it to the sheet; accept it if they can come whenever the cohort meets:"
        " they then count as free at all times, also at those that they refused.",
        sheet(
            f"{ANA},None of these work for me",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday evening",
            header=f"{HEADER},When could you meet?",
        ),
    ),
    "unread-times": ProblemKind(
        "The times of {value} were not understood ({detail}); they do not count as times at which they can come.",
        "write them in plain words, such as “Tuesday evening” or “Thu 18:00-20:00”; if you accept it, what was"
        " understood still counts, and who gave nothing else counts as free at all times: accept it if"
        " they can come whenever the cohort meets.",
        sheet(
            f"{ANA},Tuesdays unless it rains",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday evening",
            header=f"{HEADER},When could you meet?",
        ),
    ),
    "unknown-mark": ProblemKind(
        "The mark “{value}” in this column says neither yes nor no; whoever made it does not count as free then.",
        "say what it means under [times] in the program: yes, no or maybe.",
        sheet(
            f"{ANA},x,q",
            "bo@tamarack.example,Bo Lund,,Open a café,,x",
            header=f"{HEADER},Mon evening,Tue evening",
        ),
    ),
    "asks-cannot": ProblemKind(
        "This question asks for the times at which people can NOT come; they are free at the others.",
        'write asks = "can" under [times] in the program if people gave the times at which they can.',
        sheet(
            f"{ANA},Tuesday morning",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday morning;Monday evening",
            header=f"{HEADER},Tick the times at which you are NOT available",
        ),
    ),
    "unclear-question": ProblemKind(
        "It is not clear whether this question asks for the times at which people can come or cannot;"
        " nobody counts as free because of it.",
        'write asks = "can" or asks = "cannot" under [times] in the program.',
        sheet(
            f"{ANA},Tuesday",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday",
            header=f"{HEADER},When can you meet? When can you not meet?",
        ),
    ),
    "times-if-need-be": ProblemKind(
        "{value} can come at some times only if need be ({detail}); they count only where they gave no better one.",
        "nothing to do.",
        sheet(
            f"{ANA},Yes,If need be",
            "bo@tamarack.example,Bo Lund,,Open a café,No,Yes",
            header=f"{HEADER},Can you meet on [Mon evening],Can you meet on [Tue evening]",
        ),
    ),
    "unsure-times": ProblemKind(
        "{value} is not sure of some times ({detail}); they do not count as times at which they can come.",
        "ask them.",
        sheet(
            f"{ANA},Yes,Maybe",
            "bo@tamarack.example,Bo Lund,,Open a café,No,Yes",
            header=f"{HEADER},Can you meet on [Mon evening],Can you meet on [Tue evening]",
        ),
    ),
    "alternate-weeks": ProblemKind(
        "{value} can come only every other week ({detail}); all people who say so are taken to mean the same weeks.",
        "ask which weeks, and write for example “1st and 3rd Tuesday”.",
        sheet(
            f"{ANA},every other Tuesday evening",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday evening",
            header=f"{HEADER},When could you meet?",
        ),
    ),
    "times-without-zone": ProblemKind(
        "People here live in several time zones, and the times do not say whose clock they go by; {detail}.",
        'write zone = "local" under [times] in the program if everybody means their own time, or name the zone.',
        sheet(
            f"{ANA},Tuesday 6pm,Pacific",
            "bo@tamarack.example,Bo Lund,,Open a café,Tuesday 6pm,Eastern",
            header=f"{HEADER},When could you meet?,Time zone",
        ),
    ),
    "unclear-availability": ProblemKind(
        "No time was understood in this column, so no shared meeting time can be guaranteed.",
        "ask for times with tick boxes, or compare the times by hand.",
        sheet(
            f"{ANA},it depends",
            "bo@tamarack.example,Bo Lund,,Open a café,ask me",
            header=f"{HEADER},Availability",
        ),
    ),
}
