"""Small pieces of English that every report needs."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ok_match.model import FULL, POINT, Participant, RowAccount
from ok_match.render.document import Line, Quote, Span

#: The longest quotation shown, in characters; the record keeps the whole of it.
LONGEST_QUOTE = 150
#: The longest list of names that people read to the end.
LONGEST_LIST = 8
#: Up to this number of cohorts, all of them are listed rather than called "every cohort".
SHORT_LIST = 3


def count(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: ``1 cohort``, ``5 cohorts``."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """A list in words: ``a, b and c``."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def some(names: Sequence[str], most: int = LONGEST_LIST) -> str:
    """Names in a list of at most ``most`` items; those beyond it are only counted."""
    if len(names) <= most:
        return listed(list(names))
    return listed([*names[: most - 1], f"{len(names) - most + 1} others"])


def which_cohorts(labels: Sequence[str], total: int) -> str:
    """Cohorts by their labels, or ``every cohort`` where a long list would name all of them."""
    named = list(dict.fromkeys(labels))
    if len(named) == total > SHORT_LIST:
        return "every cohort"
    return f"{'cohort' if len(named) == 1 else 'cohorts'} {listed(named)}"


def spaced(lines: Sequence[Line], between: str, last: str = "") -> Line:
    """One line made of several, with ``between`` between them and, where given, ``last`` before the last."""
    joined: list[Span] = []
    for index, line in enumerate(lines):
        if index:
            joined.append(last if last and index == len(lines) - 1 else between)
        joined += line
    return tuple(joined)


def quoted(text: str) -> Quote:
    """A quotation on one line, shortened to ``LONGEST_QUOTE``."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return Quote(line)
    return Quote(line[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …")


def in_full(text: str) -> Quote:
    """A quotation on one line, however long."""
    return Quote(" ".join(text.split()))


def of_full(affinity: int) -> str:
    """An affinity with its scale: ``161 of 1000``."""
    return f"{affinity} of {FULL}"


def row_account(rows: RowAccount) -> Line:
    """What became of every data row."""
    parts = f"{rows.people} people + {rows.merged} merged + {rows.dropped} dropped + {rows.held} held"
    return (f"{rows.data} = {parts}",)


def points(units: int) -> str:
    """A difference of score in affinity points, rounded."""
    whole = (units + POINT // 2) // POINT
    return "less than 1 point" if 0 < units < POINT else count(whole, "point")


def priced(units: int) -> str:
    """What a change of the roster costs, after *would*: ``cost 5 points``, ``gain 1 point``, ``cost nothing``."""
    if not units:
        return "cost nothing"
    return f"cost {points(units)}" if units > 0 else f"gain {points(-units)}"


class Names:
    """What to call people: by name, and where two share a name by organisation, e-mail address or id too."""

    def __init__(self, people: Iterable[Participant]) -> None:
        people = tuple(people)
        self._names: dict[str, str] = {}
        for detail in ("name", "organisation", "email", "id"):
            unnamed = [person for person in people if person.id not in self._names and getattr(person, detail)]
            wanted = {p.id: p.name if detail == "name" else f"{p.name} ({getattr(p, detail)})" for p in unnamed}
            times = Counter(name.casefold() for name in wanted.values())
            self._names |= {person_id: name for person_id, name in wanted.items() if times[name.casefold()] == 1}

    def __getitem__(self, person_id: str) -> str:
        """The name of the person with this id."""
        return self._names[person_id]

    def all(self, ids: Iterable[str]) -> str:
        """The names of several people, in a list."""
        return listed([self[person_id] for person_id in ids])
