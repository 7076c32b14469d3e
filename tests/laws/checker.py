"""An independent check of a program's musts on a sheet's own cells. It shares no code with the package."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

Row = dict[str, str]
Line = dict[str, Any]

#: The bands in the sheets of these tests, smallest first.
BANDS = ("1-5", "6-20", "21-50")


def kept(line: Line, rows: Sequence[Row], cohorts: Sequence[Sequence[int]], lines: Sequence[Line] = ()) -> bool:
    """Whether the cohorts (positions in the sheet) keep one must; true of any should.

    ``lines`` are all lines of the program: nobody may sit with a facilitator whom another line keeps apart from them.
    """
    if line.get("strength") == "should":
        return True
    seated = [member for cohort in cohorts for member in cohort]
    match line["rule"]:
        case "together":
            homes = [next((n for n, cohort in enumerate(cohorts) if i in cohort), None) for i in named(line, rows)]
            return len(set(homes)) == 1
        case "seat":
            (who,) = named({"people": [line["person"]]}, rows)
            return any(who in cohort and number + 1 in line["cohorts"] for number, cohort in enumerate(cohorts))
    assert len(set(seated)) == len(seated)
    return all(
        kept_in(line, rows, [rows[i] for i in cohort])
        and not any(clash(line, lines, a, b) for a, b in pairs([rows[i] for i in cohort]))
        for cohort in cohorts
    )


def named(line: Line, rows: Sequence[Row]) -> list[int]:
    return [next(i for i, row in enumerate(rows) if row["Name"] == name) for name in line["people"]]


def kept_in(line: Line, rows: Sequence[Row], cohort: Sequence[Row]) -> bool:  # noqa: PLR0911, PLR0912
    """Whether one cohort keeps a must that is judged cohort by cohort."""
    field = str(line.get("field", "")).capitalize()
    match line["rule"]:
        case "apart":
            return sum(row["Name"] in line["people"] for row in cohort) < 2
        case "same_organisation":
            return all(a["Organisation"] != b["Organisation"] or not a["Organisation"] for a, b in pairs(cohort))
        case "meeting_slot":
            offered = {slot for row in rows for slot in row["Availability"].split(";") if slot}
            free = [set(row["Availability"].split(";")) if row["Availability"] else offered for row in cohort]
            return not offered or len(set.intersection(*free)) >= line.get("slots", 1)
        case "one_per":
            place = str(line["within"]).capitalize() if "within" in line else None
            return not any(
                a[field] and a[field] == b[field] and (place is None or (a[place] and a[place] == b[place]))
                for a, b in pairs(cohort)
            )
        case "at_most":
            given = [row[field] for row in cohort if row[field]]
            return all(given.count(value) <= line["most"] for value in given)
        case "at_least" if "amount" in line:
            return sum(bool(row[field]) and float(row[field]) >= line["amount"] for row in cohort) >= line["least"]
        case "at_least":
            return sum(row[field] in line["values"] for row in cohort) >= line["least"]
        case "conflict":
            names = {row["Name"] for row in cohort}
            return not any(set(pair) <= names for pair in line["pairs"])
        case "strong_in_each":
            wanted = line.get("values") or sorted({value for row in rows for value in rated(row)})
            strong = [sum(rated(row).get(value, 0) >= line.get("strong", 4) for row in cohort) for value in wanted]
            return all(number >= line.get("least", 1) for number in strong)
        case "nobody_alone":
            given = [row[field] for row in cohort]
            everywhere = [row[field] for row in rows]
            return not any(value and given.count(value) == 1 and everywhere.count(value) > 1 for value in given)
        case "facilitators":
            return sum(facilitates(line, row) for row in cohort) >= line["least"]
        case "meeting_mode":
            return not {"In person", "Online"} <= {row["Mode"] for row in cohort}
        case "time_zone":
            hours = [int(row["Zone"].removeprefix("UTC")) for row in cohort if row["Zone"]]
            return not hours or max(hours) - min(hours) <= line["gap"]
        case "similar":
            bands = [BANDS.index(row[field]) for row in cohort if row[field]]
            return not bands or max(bands) - min(bands) <= line["within"]
    raise AssertionError(f"the checker does not know the rule {line['rule']}")


def rated(row: Row) -> dict[str, int]:
    """A person's ratings of themselves, by value."""
    graded = (rating.split(": ") for rating in row["Ratings"].splitlines())
    return {value: int(number) for value, number in graded}


def facilitates(line: Line, row: Row) -> bool:
    return row["Facilitate"] == "Yes" or row["Name"] in line.get("people", ())


def clash(line: Line, lines: Sequence[Line], a: Row, b: Row) -> bool:
    """Whether a line asks for facilitators and another, even a should, keeps one of these two apart from the other."""
    if line["rule"] != "facilitators" or not (facilitates(line, a) or facilitates(line, b)):
        return False
    parting = [other for other in lines if other["rule"] in ("apart", "conflict")]
    return any(not kept_in(other, (a, b), (a, b)) for other in parting)


def pairs(cohort: Sequence[Row]) -> list[tuple[Row, Row]]:
    return list(combinations(cohort, 2))
