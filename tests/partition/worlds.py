"""Random problems with every kind of term."""

import numpy as np
from hypothesis import strategies as st

from ok_match.model import Apart, Counted, Floor, PairGain, Seat, SharedSlots, Summed, Term, Terms, Together


def symmetric(random: np.random.Generator, people: int, low: int, high: int) -> np.ndarray:
    upper = np.triu(random.integers(low, high, (people, people)), 1)
    return (upper + upper.T).astype(np.int32)


def _pair(random: np.random.Generator, people: int) -> tuple[int, int]:
    i, j = random.choice(people, 2, replace=False).tolist()
    return i, j


def _counted(random: np.random.Generator, people: int, *, must: bool) -> Counted:
    """A price by counts: a cap, a quota, a growing price, or a random one."""
    kinds = int(random.integers(1, 4))
    members = np.arange(people + 1)
    shapes = (
        np.maximum(members - int(random.integers(1, 3)), 0),
        np.maximum(int(random.integers(1, 3)) - members, 0),
        members * (members - 1) // 2,
        random.integers(0, 5, people + 1),
    )
    price = np.array([shapes[random.integers(3 if must else 4)] for _ in range(kinds)], np.int64)
    return Counted(random.integers(-1, kinds, people).astype(np.int32), price * (1 if must else 50_000), must)


def term(random: np.random.Generator, kind: str, people: int) -> Term:  # noqa: PLR0911 - one return per term
    """A random term of one kind."""
    match kind:
        case "gain":
            return PairGain(symmetric(random, people, -50, 1000), int(random.integers(0, 1001)))
        case "apart":
            return Apart(tuple(_pair(random, people) for _ in range(2)))
        case "together":
            return Together(_pair(random, people))
        case "seat":
            return Seat(int(random.integers(people)), tuple(sorted(set(random.integers(0, 3, 2).tolist()))))
        case "slots" | "soft slots":
            slots = int(random.integers(1, 5))
            weight = int(random.integers(1, 90_000)) if kind == "soft slots" else None
            return SharedSlots(random.random((people, slots)) < 0.7, int(random.integers(0, slots + 1)), weight)
        case "counted" | "soft counted":
            return _counted(random, people, must=kind == "counted")
        case "summed":
            return Summed(random.integers(-3, 4, people), int(random.integers(1, 90_000)))
        case _:
            return Floor(
                symmetric(random, people, 0, 1000),
                int(random.integers(0, 900)),
                int(random.integers(0, 900)),
                int(random.integers(1, 4)),
            )


SOFT = ("gain", "soft slots", "soft counted", "summed", "floor")
HARD = ("apart", "together", "seat", "slots", "counted")


@st.composite
def worlds(draw: st.DrawFn, people: int, kinds: tuple[str, ...] = SOFT + HARD) -> Terms:
    """A problem with up to five terms of these kinds; a kind may recur."""
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=5))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    return Terms(people, tuple(term(random, kind, people) for kind in chosen))
