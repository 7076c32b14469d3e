"""Small pieces of English that every report needs."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ok_match.model import FULL, POINT, Participant, RowAccount
from ok_match.render.document import Line, Said, Span

#: The longest quotation shown, in characters; the record keeps all of it.
LONGEST_QUOTE = 150
#: The longest list of names that is read to the end.
LONGEST_LIST = 8
#: So many cohorts are named one by one even if they are all there are.
SHORT_LIST = 3


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: ``1 cohort``, ``5 cohorts``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Join words as people do: ``a, b and c``."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def some(names: Sequence[str], most: int = LONGEST_LIST) -> str:
    """List names, and only count those beyond what is read to the end."""
    if len(names) <= most:
        return listed(list(names))
    return listed([*names[: most - 1], f"{len(names) - most + 1} others"])


def which_cohorts(labels: Sequence[str], total: int) -> str:
    """Say which of all cohorts are meant; a long list of all of them in two words."""
    named = list(dict.fromkeys(labels))
    return "every cohort" if len(named) == total > SHORT_LIST else f"cohort {listed(named)}"


def spaced(lines: Sequence[Line], between: str, last: str = "") -> Line:
    """Join lines to one, with a text between each two, and another before the last if one is given."""
    joined: list[Span] = []
    for turn, line in enumerate(lines):
        if turn:
            joined.append(last if last and turn == len(lines) - 1 else between)
        joined += line
    return tuple(joined)


def quoted(text: str) -> Said:
    """Quote somebody, on one line and not too long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return Said(line)
    return Said(line[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …")


def in_full(text: str) -> Said:
    """Quote somebody on one line, however long it is."""
    return Said(" ".join(text.split()))


def of_full(affinity: int) -> str:
    """Say an affinity so that its scale is plain."""
    return f"{affinity} of {FULL}"


def row_account(rows: RowAccount) -> Line:
    """Say what became of every data row."""
    parts = f"{rows.people} people + {rows.merged} merged + {rows.dropped} dropped + {rows.held} held"
    return (f"{rows.data} = {parts}",)


def points(units: int) -> str:
    """Say a difference of score in affinity points."""
    whole = (units + POINT // 2) // POINT
    return "less than 1 point" if 0 < units < POINT else count(whole, "point")


class Names:
    """What to call people: by name, and where two share one by organisation, e-mail address or id too."""

    def __init__(self, people: Iterable[Participant]) -> None:
        people = tuple(people)
        self._names: dict[str, str] = {}
        for told in ("name", "organisation", "email", "id"):
            left = [one for one in people if one.id not in self._names and getattr(one, told)]
            wanted = {p.id: p.name if told == "name" else f"{p.name} ({getattr(p, told)})" for p in left}
            times = Counter(name.casefold() for name in wanted.values())
            self._names |= {one: name for one, name in wanted.items() if times[name.casefold()] == 1}

    def __getitem__(self, person_id: str) -> str:
        """Give the name of a person by id."""
        return self._names[person_id]

    def all(self, ids: Iterable[str]) -> str:
        """List the names of several people."""
        return listed([self[one] for one in ids])
