"""The search within one plan: anneal a few groupings, then anneal mixtures of them.

Simulated annealing on a gain table with a cooling window found by a pilot run (Palubeckis, Karciauskas, Riskus,
Inf. Technol. Control 40(4), 2011, for annealing on this problem). One long anneal is not the best use of a
budget: a population of shorter ones, of which pairs are mixed and annealed again from half the way up (a memetic
algorithm, as in Yang et al., Eur. J. Oper. Res. 302(3), 2022, 925-953), finds better groupings in the same time.
Progress goes by steps and never by the clock, so that a seed gives the same groups on every machine.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .cooling import cool, window
from .crossing import child, distance
from .kernels import Instance, State, anneal, descend
from .problem import Labels, musts_only, state_of

Progress = Callable[[int, int], None]

#: The population, and the share of the budget that its members take.
POPULATION, SHARE = 8, 0.35
#: The most proposals for one member, per person squared: the larger of so many and of so many times people squared.
#: The more people, the longer it pays to anneal one grouping before there are more of them.
LONGEST, GROWING = 500, 0.05
#: How long a mixture is annealed, as a share of a member's time, and how far up it is warmed.
MIXED, WARMTH = 0.6, 0.5
#: Groupings are much the same when fewer than this share of the people sit elsewhere.
ALIKE = 0.05
#: Temperatures between which hard rules are settled, in breaks: from scratch, or near the labels given.
HOT, MILD, COLD = 1.5, 0.4, 0.1
#: Starts that are tried before a plan is given up as too tight.
STARTS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A local optimum: no swap and no move improves it. ``gain`` is in units, less what is due."""

    gain: int
    labels: Labels


@dataclass(frozen=True, slots=True)
class Evolution:
    """Everything that a search met.

    Attributes
    ----------
    found : list of Found
        Every local optimum that keeps all hard rules, in the order in which they were met.
    trace : list of tuple of int
        Proposals made when the best grouping so far was met, and its gain.
    """

    found: list[Found] = field(default_factory=list)
    trace: list[tuple[int, int]] = field(default_factory=list)

    @property
    def best(self) -> Found:
        """The best grouping, the first met among equals."""
        return max(self.found, key=lambda one: one.gain)

    def note(self, state: State, steps: int) -> Found:
        """Keep a local optimum."""
        one = Found(int(state.totals[0]), state.label.copy())
        if not self.trace or one.gain > self.trace[-1][1]:
            self.trace.append((steps, one.gain))
        self.found.append(one)
        return one


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a budget of proposals is spent: ``members`` anneals of ``long`` steps, then ``mixtures`` of ``short``."""

    members: int
    long: int
    mixtures: int
    short: int

    @classmethod
    def of(cls, people: int, steps: int) -> "Schedule":
        """Divide a budget of proposals."""
        square = max(people * people, 1)
        longest = max(LONGEST, GROWING * square) * square
        members = int(np.clip(SHARE * steps / longest, POPULATION, 3 * POPULATION))
        long = int(np.clip(SHARE * steps / members, min(steps, 100), longest))
        short = max(int(MIXED * long), 100)
        return cls(members, long, max(steps - members * long, 0) // short, short)


def settle(instance: Instance, labels: Labels, seed: np.ndarray, *, patient: bool) -> Labels | None:
    """Find labels near the given ones that keep every must, by the hard rules alone.

    A descent mends most; then a short and mild anneal, which leaves most people where they are; and, if ``patient``,
    a long one, which may seat everybody anew.
    """
    n = instance.people
    blind = musts_only(instance)
    state = state_of(blind, labels)
    if state.totals[1] > 0:
        descend(blind, state)
    for hot, steps in ((MILD, 40 * n * n), *(((HOT, 400 * n * n),) if patient else ())):
        if state.totals[1] == 0:
            break
        anneal(blind, state, hot, COLD, int(np.clip(steps, 20_000, 20_000_000)), 1.0, True, seed)
        descend(blind, state)
    return state.label if state.totals[1] == 0 else None


def shuffled(sizes: Labels, random: np.random.Generator) -> Labels:
    """Draw labels with these group sizes."""
    return random.permutation(np.repeat(np.arange(sizes.size), sizes))


def start(instance: Instance, sizes: Labels, random: np.random.Generator, seed: np.ndarray) -> Labels | None:
    """Find random labels with these group sizes, or such as may be, that keep every must."""
    for _ in range(STARTS):
        labels = settle(instance, shuffled(sizes, random), seed, patient=True)
        if labels is not None:
            return labels
    return None


def evolve(
    instance: Instance, sizes: Labels, first: Labels, steps: int, random: np.random.Generator, progress: Progress
) -> Evolution:
    """Search with a budget of proposals from labels that keep every must.

    Parameters
    ----------
    sizes : ndarray of shape (k + 1,), int64
        The group sizes to start from; the last is how many wait.
    progress : callable
        Called with the anneals done and the anneals in all.
    """
    n, groups = instance.people, sizes.size - 1
    seed = np.array([random.integers(2**63)], np.uint64)
    numbered = bool(instance.seat_breaks.any())
    plan = Schedule.of(n, steps)
    total = plan.members + plan.mixtures
    progress(0, total)
    met = Evolution()
    # Uneven sizes are chosen with care: heat would only wash them out.
    fixed = instance._replace(low=sizes, high=sizes) if instance.plain else instance
    state = state_of(instance, first)
    cooling = window(fixed, state, seed)
    descend(instance, state)
    met.note(state, 0)
    population: list[Found] = []
    spent = 0
    if cooling is None:
        progress(total, total)
        return met
    for turn in range(total):
        labels = None
        if turn >= plan.members and len(population) > 1:
            one, other = (population[at].labels for at in random.choice(len(population), 2, replace=False))
            labels = child(one, other, groups, random, numbered=numbered)
            labels = settle(instance, labels, seed, patient=False) if (labels != one).mean() >= ALIKE / 2 else None
        mixed = labels is not None
        if labels is None:
            # Where hard rules are too tight to be settled quickly, heat alone makes other groups of the first.
            labels = first if turn == 0 else settle(instance, shuffled(sizes, random), seed, patient=False)
        state = state_of(instance, first if labels is None else labels)
        length = plan.long if turn < plan.members else plan.short
        if mixed:
            cool(instance, state, cooling.warm(WARMTH), cooling.cold, length, seed)
        else:
            cool(fixed, state, cooling.hot, cooling.cold, length, seed)
        descend(instance, state)
        spent += length
        if state.totals[1] == 0:
            _join(population, met.note(state, spent), plan.members, groups)
        progress(turn + 1, total)
    return met


def _join(population: list[Found], one: Found, most: int, groups: int) -> None:
    """Take a grouping into the population, in place of one that is much the same, or of the worst."""
    if len(population) < most:
        population.append(one)
        return
    apart = [distance(one.labels, other.labels, groups) for other in population]
    near = int(np.argmin(apart))
    place = near if apart[near] <= ALIKE * one.labels.size else min(range(most), key=lambda at: population[at].gain)
    if one.gain > population[place].gain:
        population[place] = one
