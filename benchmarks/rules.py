"""What each rule costs in common ground: rosters under the rule beside rosters without it.

    python benchmarks/rules.py [--people N] [--seeds N] [--size MIN-MAX] [--rule NAME ...] [--json]
    python benchmarks/rules.py --crossing [SHEET ...] [--json]

People are generated. They share subjects to some degree, and their traits have nothing to do with the subjects, so that
a rule can only cost. The columns of the table:

- ``broken``: how far the rule is broken without it and under it. A must counts breaks, a should counts points of one
  person (below 0 where wishes are met).
- ``price``: the fall in common ground, in percent of the common ground without any rule.
- ``worst`` and ``weakest``: the common ground of the worst-placed person and of the weakest cohort, in points, without
  the rule and under it.

With ``--crossing``: what crossing industry lines costs in real sheets (by default the samples), from not at all to
strictly. The columns: common ground, with how much of it is lost, of all and of what cohorts share beyond strangers;
the pairs from one sector, beside random rosters and the fewest possible; the worst seat and the weakest cohort.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ok_match import Crossing, Program, Record, match, open_program, open_sheet
from ok_match.mentions import PeopleFinder, requests_of
from ok_match.model import (
    MISSING,
    POINT,
    Affinity,
    Finding,
    PairCount,
    Participant,
    Place,
    Rule,
    Sizes,
    Strength,
    Terms,
    Trait,
)
from ok_match.partition import plans, solve
from ok_match.rules import World, complete, constraints_of, with_requests
from ok_match.seating import Case
from ok_match.seating.pair_counts import pair_counts
from ok_match.sectors import read
from ok_match.similarity import sector_odds

SUBJECTS, DIMENSIONS, SLOTS = 12, 32, 9
#: Each rule that is measured, with arguments that a program might have.
RULES: dict[str, dict[str, object]] = {
    "apart": {"people": ["P0", "P1", "P2", "P3"]},
    "together": {"people": ["P4", "P5"]},
    "seat": {"person": "P6", "cohorts": [2]},
    "requests": {},
    "history": {},
    "facilitators": {},
    "same_organisation": {},
    "industry_spread": {},
    "one_per": {"field": "specialty", "within": "town"},
    "at_most": {"field": "town", "most": 3},
    "at_least": {"field": "years", "amount": 10},
    "nobody_alone": {"field": "role"},
    "balance": {"field": "team_size"},
    "similar": {"field": "team_size", "within": 1},
    "strong_in_each": {},
    "meeting_slot": {},
    "meeting_mode": {},
    "time_zone": {},
    "nobody_stranded": {},
}
SAMPLES = [
    Path(__file__).parents[1] / "data" / "samples" / name
    for name in ("google-forms.csv", "hand-kept.csv", "microsoft-forms.xlsx")
]
WISHES = ("requests", "history", "industry_spread", "balance", "nobody_stranded")
ONLY_MUST = ("seat",)


class Row(NamedTuple):
    """The figures of one rule: means over the seeds."""

    rule: str
    strength: str
    broken_before: float
    broken_after: float
    price: float
    worst_before: float
    worst_after: float
    weakest_before: float
    weakest_after: float
    waiting: float
    seconds: float


class Crossed(NamedTuple):
    """How a sheet's cohorts cross industry lines, and what that costs."""

    sheet: str
    crossing: str
    ground: float
    lost: float
    of_winnable: float
    pairs: int
    random: float
    fewest: int
    worst: int
    weakest: int


class Formed(NamedTuple):
    """A roster and its figures, in points."""

    cohorts: list[list[int]]
    ground: float
    worst: float
    weakest: float
    waiting: int
    seconds: float


def generated(people: int, seed: int) -> World:
    """Generated people who share subjects, and whose traits have nothing to do with them."""
    random = np.random.default_rng(seed)
    subjects = random.normal(size=(SUBJECTS, DIMENSIONS))
    subjects /= np.linalg.norm(subjects, axis=1, keepdims=True)
    vectors = random.dirichlet(np.full(SUBJECTS, 0.4), size=people) @ subjects
    vectors += 0.3 * random.normal(size=vectors.shape) / np.sqrt(DIMENSIONS)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    overall = np.clip(500 * (vectors @ vectors.T) + 150, 0, 1000).astype(np.int32)
    np.fill_diagonal(overall, 0)
    affinity = Affinity(
        engine="none",
        facet=lambda _facet, _i, _j: MISSING,
        overall=overall,
        links=lambda _i, _j: (),
        gifts=lambda _i, _j: (),
    )
    persons = read([participant(number, people, random) for number in range(people)], sector_odds, {})
    return World(persons, (), affinity, PeopleFinder(persons))


def participant(number: int, people: int, random: np.random.Generator) -> Participant:
    place = Place(row=number + 2, column="generated")

    def drawn(*values: str) -> str:
        return values[random.integers(len(values))]

    staff = int(np.exp(random.normal(1.8, 1.1))) + 1
    bands = ((1, "1"), (5, "2-5"), (20, "6-20"), (10**9, "over 20"))
    band = next(label for most, label in bands if staff <= most)
    years = int(random.integers(0, 30))
    traits: dict[str, tuple[tuple[str, ...], float | None]] = {
        "town": ((drawn("Bend", "Bend", "Redmond", "Sisters", "Prineville"),), None),
        "role": ((drawn("owner", "owner", "director", "manager"),), None),
        "specialty": ((f"specialty {random.integers(max(2, people // 3))}",), None),
        "team_size": ((band,), float(staff)),
        "years": ((f"{years} years",), float(years)),
        "mode": ((drawn("in person", "in person", "online", "either", "either"),), None),
        "time_zone": ((drawn("UTC-8", "UTC-8", "UTC-7", "UTC-5"),), None),
        "facilitate": ((drawn("yes", "no", "no"),), None),
        "ratings": (tuple(f"{value}: {random.integers(1, 6)}" for value in ("Trust", "Candour", "Curiosity")), None),
        "sit_with": ((f"P{random.integers(people)}",) if random.random() < 0.25 else (), None),
        "earlier_group": ((f"group {random.integers(people // 8 + 1)}",) if random.random() < 0.5 else (), None),
        "availability": (tuple(f"slot {slot}" for slot in range(SLOTS) if random.random() < 0.55), None),
    }
    return Participant(
        id=f"p{number}",
        name=f"P{number}",
        industry=drawn(
            "HVAC", "Plumbing", "Bakery", "Cafe", "Law", "Bookkeeping", "Retail", "Farm", "Nonprofit", "Gym"
        ),
        organisation=f"Firm {random.integers(people * 3 // 4)}",
        row=number + 2,
        traits=tuple(
            Trait(name=name, values=values, place=place, number=amount)
            for name, (values, amount) in traits.items()
            if values
        ),
    )


def program(sizes: Sizes, *rules: Rule) -> Program:
    """A program with these rules alone."""
    named = {rule.rule for rule in rules}
    off = tuple(
        Rule(rule=rule.rule, strength=Strength.OFF) for rule in complete(Program()).rules if rule.rule not in named
    )
    return Program(cohorts=sizes, rules=(*rules, *off))


def formed(wanted: Program, world: World, seed: int) -> Formed | None:
    terms = Terms(
        len(world.people),
        tuple(term for constraint in constraints_of(complete(wanted), world) for term in constraint.terms()),
    )
    sizes = wanted.cohorts
    started = time.perf_counter()
    ways = plans(terms.people, sizes.min, sizes.max, target=sizes.target)
    solution = solve(terms, ways, np.random.default_rng(seed), lambda _done, _total: None)
    took = time.perf_counter() - started
    if solution is None:
        return None
    cohorts = [np.flatnonzero(solution.labels == group).tolist() for group in range(solution.plan.groups)]
    overall = world.affinity.overall
    means = [overall[np.ix_(members, members)].sum(axis=1) / (len(members) - 1) for members in cohorts]
    each = np.concatenate(means)
    return Formed(cohorts, float(each.mean()), float(each.min()), min(map(np.mean, means)), solution.plan.waiting, took)


def broken(wanted: Program, world: World, cohorts: Sequence[Sequence[int]]) -> float:
    """How far the program's only rule is broken: breaks of a must, points of one person of a should."""
    *_, rule = constraints_of(complete(wanted), world)[1:]
    findings: list[Finding] = [rule.finding(members, number) for number, members in enumerate(cohorts)]
    total = sum(finding.cost for finding in findings)
    return total if findings[0].strength is Strength.MUST else total / POINT


def judged(rule: Rule, sizes: Sizes, people: int, seeds: int) -> Row | None:
    rows = []
    for seed in range(seeds):
        world = generated(people, seed)
        wanted = with_requests(program(sizes, rule), requests_of(world.people))
        free, bound = formed(program(sizes), world, seed), formed(wanted, world, seed)
        if free is None or bound is None:
            return None
        rows.append(
            (
                broken(wanted, world, free.cohorts),
                broken(wanted, world, bound.cohorts),
                100 * (free.ground - bound.ground) / free.ground,
                free.worst,
                bound.worst,
                free.weakest,
                bound.weakest,
                float(bound.waiting),
                bound.seconds,
            )
        )
    return Row(rule.rule, rule.strength.value, *(float(value) for value in np.mean(rows, axis=0)))


def frontier(path: Path, program: Program) -> Iterator[Crossed]:
    """What a sheet's cohorts share, and how they cross industry lines, the loosest first."""
    off = Rule(rule="industry_spread", strength=Strength.OFF)
    rules = tuple(rule for rule in program.rules if rule.rule != off.rule)
    free = 0.0
    for how in ("off", *Crossing):
        wanted = program.model_copy(
            update={"rules": (*rules, off)} if how == "off" else {"rules": rules, "crossing": Crossing(how)}
        )
        record = match(open_sheet(path), wanted)
        seats = record.explanations.people
        ground = sum(seat.common_ground for seat in seats) / max(1, len(seats))
        free = free or ground
        # Without the rule nothing counts its pairs, so another record's rule does.
        counted = pair_counts_of(record, program)
        yield Crossed(
            path.name,
            str(how),
            ground,
            100 * (free - ground) / free,
            100 * (free - ground) / max(1, free - record.explanations.everyone),
            *((counted.pairs, counted.random, counted.fewest) if counted else (0, 0.0, 0)),
            min(seat.common_ground for seat in seats),
            min(cohort.common_ground for cohort in record.explanations.cohorts),
        )


def pair_counts_of(record: Record, program: Program) -> PairCount | None:
    """The pairs from one sector in a finished run, whatever rules it was formed under."""
    rule = Rule(rule="industry_spread", strength=Strength.SHOULD)
    world = World(
        record.participants, (), Affinity.unjudged(len(record.participants)), PeopleFinder(record.participants)
    )
    case = Case(world, complete(Program(cohorts=program.cohorts, rules=(rule,))))
    cohorts = [[case.position[member] for member in cohort.members] for cohort in record.roster.cohorts]
    return next((counted for counted in pair_counts(case, cohorts) if counted.rule == rule.rule), None)


def print_frontier(paths: Sequence[Path], *, as_json: bool) -> None:
    rows = []
    for path in paths:
        own = path.parent / "program.toml"
        program = open_program(own) if path.name == "google-forms.csv" and own.exists() else Program()
        rows += list(frontier(path, program))
    if as_json:
        print(json.dumps([row._asdict() for row in rows], indent=2))
        return
    print("sheet                 crossing  ground  lost %  of winnable %  pairs  random  fewest  worst  weakest")
    for row in rows:
        print(
            f"{row.sheet:21} {row.crossing:9} {row.ground:6.1f} {row.lost:7.1f} {row.of_winnable:14.1f} {row.pairs:6}"
            f" {row.random:7.1f} {row.fewest:7} {row.worst:6} {row.weakest:8}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--size", default="6-10", metavar="MIN-MAX")
    parser.add_argument("--rule", action="append", choices=sorted(RULES), help="only this rule; may be repeated")
    parser.add_argument("--crossing", nargs="*", type=Path, metavar="SHEET", help="the price of crossing in sheets")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.crossing is not None:
        print_frontier(options.crossing or SAMPLES, as_json=options.json)
        return
    low, high = map(int, options.size.split("-"))
    rows = []
    for name in options.rule or RULES:
        strengths = [Strength.SHOULD] if name in WISHES else [Strength.MUST, Strength.SHOULD]
        for strength in strengths[:1] if name in ONLY_MUST else strengths:
            rule = Rule(rule=name, strength=strength, arguments=RULES[name])  # type: ignore[arg-type]
            row = judged(rule, Sizes(min=low, max=high), options.people, options.seeds)
            if row is not None:
                rows.append(row)
            elif not options.json:
                print(f"{name} ({strength.value}): no roster keeps it")
    if options.json:
        print(json.dumps([row._asdict() for row in rows], indent=2))
        return
    print(f"{options.people} people in cohorts of {options.size}, mean of {options.seeds} seeds")
    head = ("rule", "as", "broken", "price %", "worst", "weakest", "wait", "s")
    print("{:18} {:7} {:>17} {:>8} {:>11} {:>11} {:>5} {:>5}".format(*head))
    for row in rows:
        change = f"{row.broken_before:.1f} > {row.broken_after:.1f}"
        worst, weakest = (
            f"{before:.0f} > {after:.0f}"
            for before, after in (
                (row.worst_before, row.worst_after),
                (row.weakest_before, row.weakest_after),
            )
        )
        print(
            f"{row.rule:18} {row.strength:7} {change:>17} {row.price:8.2f} {worst:>11} {weakest:>11}"
            f" {row.waiting:5.1f} {row.seconds:5.1f}"
        )


if __name__ == "__main__":
    main()
