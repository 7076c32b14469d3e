"""Says in plain words why no groups could be found, from arithmetic and the graph of conflicts."""

from ok_match.model import Seat, SharedSlots, Terms

from .conflicts import contradictions, largest_conflict, together_units


def why_impossible(  # noqa: PLR0911 - one return a reason
    terms: Terms, low: int, high: int, count: int | None
) -> tuple[str, str, str, str]:
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
    most = count or people // low
    beyond = [min(term.cohorts) + 1 for term in terms.terms if isinstance(term, Seat) and min(term.cohorts) >= most]
    if beyond:
        return (
            "rule seat",
            f"somebody is to sit in cohort {max(beyond)}, and at most {most} can be formed.",
            follows,
            "correct the number in the rule, or allow smaller cohorts.",
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
    conflict = len(largest_conflict(terms))
    if conflict > most:
        return (
            "rules apart and same_organisation",
            f"{conflict} people must all be apart from one another, and at most {most} cohorts can be formed.",
            follows,
            'allow smaller cohorts, or set same_organisation to "off" if colleagues may share one.',
        )
    return (
        "the rules",
        f"no way was found to seat these {people} people so that every must holds.",
        follows,
        "allow a wider range of sizes, or set one rule after another to off to see which one it is"
        + (", meeting_slot first." if any(isinstance(term, SharedSlots) for term in terms.terms) else "."),
    )
