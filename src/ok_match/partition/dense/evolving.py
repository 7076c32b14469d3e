"""The search within one plan: annealed groupings, then annealed mixtures of them.

Simulated annealing on a gain table with a cooling window found by a pilot run (Palubeckis, Karciauskas, Riskus,
Inf. Technol. Control 40(4), 2011, for annealing on this problem). One long anneal is not the best use of a budget. A
population of shorter ones, mixed in pairs and annealed again from half the temperature range (a memetic algorithm, as
in Yang et al., Eur. J. Oper. Res. 302(3), 2022, 925-953), finds better groupings in the same time. The budget counts
proposals, not seconds, so that a seed gives the same groups on every machine.
"""

from dataclasses import dataclass, field

import numpy as np

from ..kernels import Instance, State, descend
from ..labels import distance
from ..protocol import Labels, LocalOptimum, Progress
from .compiling import state_of
from .cooling import cool, window
from .crossing import child
from .settling import settle, shuffled

#: The smallest population, and the share of the budget that its members take.
POPULATION, SHARE = 8, 0.35
#: Proposal limit for one member: n² times the larger of LONGEST and GROWING × n². In larger problems it pays to anneal
#: one grouping for longer before starting another.
LONGEST, GROWING = 500, 0.05
#: The length of a mixture's anneal as a share of a member's, and how far up the temperature range it starts.
MIXED, WARMTH = 0.6, 0.5
#: Groupings are alike when at most this share of the people sit elsewhere.
ALIKE = 0.05


@dataclass(frozen=True, slots=True)
class Evolution:
    """Everything that a search met.

    Attributes
    ----------
    optima : list of LocalOptimum
        Every local optimum that keeps all hard rules, in the order in which the search met them.
    trace : list of tuple of int
        For each improvement, the proposals made so far and the gain reached.
    """

    optima: list[LocalOptimum] = field(default_factory=list)
    trace: list[tuple[int, int]] = field(default_factory=list)

    @property
    def best(self) -> LocalOptimum:
        """The best grouping, the first met among equals."""
        return max(self.optima, key=lambda optimum: optimum.gain)

    def note(self, state: State, steps: int) -> LocalOptimum:
        """Add the local optimum that a state is in, met after ``steps`` proposals, and return it."""
        optimum = LocalOptimum(int(state.totals[0]), state.label.copy())
        if not self.trace or optimum.gain > self.trace[-1][1]:
            self.trace.append((steps, optimum.gain))
        self.optima.append(optimum)
        return optimum


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a proposal budget is spent: ``members`` anneals of ``long`` steps, then ``mixtures`` anneals of ``short``."""

    members: int
    long: int
    mixtures: int
    short: int

    @classmethod
    def of(cls, people: int, steps: int) -> "Schedule":
        """The schedule for a number of people and a proposal budget."""
        square = max(people * people, 1)
        longest = max(LONGEST, GROWING * square) * square
        members = int(np.clip(SHARE * steps / longest, POPULATION, 3 * POPULATION))
        long = int(np.clip(SHARE * steps / members, min(steps, 100), longest))
        short = max(int(MIXED * long), 100)
        return cls(members, long, max(steps - members * long, 0) // short, short)


def evolve(
    instance: Instance, sizes: Labels, first: Labels, steps: int, random: np.random.Generator, progress: Progress
) -> Evolution:
    """Everything that a search meets, from labels that keep every must.

    Parameters
    ----------
    instance : Instance
        The problem.
    sizes : ndarray of shape (k + 1,), int64
        The group sizes to start from; the last is the number of people who wait.
    first : ndarray of shape (n,), int64
        Labels with these sizes that keep every must.
    steps : int
        The proposal budget.
    random : numpy.random.Generator
        The only source of chance.
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
    # Uneven sizes were chosen with care, and high temperatures would even them out.
    fixed = instance._replace(low=sizes, high=sizes) if instance.plain else instance
    state = state_of(instance, first)
    cooling = window(fixed, state, seed)
    descend(instance, state)
    met.note(state, 0)
    population: list[LocalOptimum] = []
    spent = 0
    if cooling is None:
        progress(total, total)
        return met
    for index in range(total):
        labels = None
        if index >= plan.members and len(population) > 1:
            parent, other = (population[at].labels for at in random.choice(len(population), 2, replace=False))
            labels = child(parent, other, groups, random, numbered=numbered)
            labels = settle(instance, labels, seed, patient=False) if (labels != parent).mean() >= ALIKE / 2 else None
        mixed = labels is not None
        if labels is None:
            # Where hard rules are too tight to be settled quickly, heat alone makes new groups from the first.
            labels = first if index == 0 else settle(instance, shuffled(sizes, random), seed, patient=False)
        state = state_of(instance, first if labels is None else labels)
        length = plan.long if index < plan.members else plan.short
        if mixed:
            cool(instance, state, cooling.warm(WARMTH), cooling.cold, length, seed)
        else:
            cool(fixed, state, cooling.hot, cooling.cold, length, seed)
        descend(instance, state)
        spent += length
        if state.totals[1] == 0:
            _join(population, met.note(state, spent), plan.members, groups)
        progress(index + 1, total)
    return met


def _join(population: list[LocalOptimum], optimum: LocalOptimum, most: int, groups: int) -> None:
    """Add a grouping to the population; in a full one, it may replace the most similar or else the worst grouping."""
    if len(population) < most:
        population.append(optimum)
        return
    apart = [distance(optimum.labels, other.labels, groups) for other in population]
    nearest = int(np.argmin(apart))
    alike = apart[nearest] <= ALIKE * optimum.labels.size
    place = nearest if alike else min(range(most), key=lambda at: population[at].gain)
    if optimum.gain > population[place].gain:
        population[place] = optimum
