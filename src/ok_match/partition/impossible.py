"""Says in plain words why no groups could be found, from arithmetic and the graph of conflicts."""

from ok_match.model import Terms

from .conflicts import contradictions, largest_conflict, together_units


def why_impossible(terms: Terms, low: int, high: int, count: int | None) -> tuple[str, str, str, str]:
    """Give the four parts of a message: where, what, what follows, what to try."""
    people = terms.people
    follows = "No cohorts were formed."
    if count is not None:
        low, high = 2, people
        if people < 2 * count:
            return (
                "the number of cohorts",
                f"{people} people cannot form {count} cohorts of two or more.",
                follows,
                f"ask for at most {people // 2} cohorts." if people > 1 else "wait until more people apply.",
            )
    if people < low:
        return (
            "the size of cohorts",
            f"{people} people are fewer than the {low} that a cohort needs.",
            follows,
            f"allow smaller cohorts, such as --size {min(people, 2)}-{people}, or wait until more people apply."
            if people > 1
            else "wait until more people apply.",
        )
    crossed = contradictions(terms)
    if crossed:
        return (
            "the rules",
            f"{crossed} people are bound by rules that contradict each other (apart, together, fixed seats).",
            follows,
            "take one of the rules on them out of the program.",
        )
    largest = max(map(len, together_units(terms)), default=0)
    if largest > high:
        return (
            "rule together",
            f"{largest} people must sit together, and a cohort holds {high} at most.",
            follows,
            "raise the largest size, or shorten the rule.",
        )
    return (
        "the rules",
        f"no way was found to seat these {people} people so that every must holds"
        + (f"; {len(largest_conflict(terms))} of them must all be apart." if largest_conflict(terms) else "."),
        follows,
        "allow a wider range of sizes, or set meeting_slot or another rule to off to see which one it is.",
    )
