"""What became of the cohorts of an earlier run: which kept their people, which are new, which strayed."""

from __future__ import annotations

from ok_match.model import Followed, Kept, Record
from ok_match.render.document import Line
from ok_match.render.words.phrases import listed, which_cohorts


def identity_facts(record: Record) -> list[tuple[str, Line]]:
    """The lines of the overview about the record that was followed, and about labels that could not stay."""
    facts: list[tuple[str, Line]] = []
    follow, roster = record.program.follow, record.roster
    labels = [cohort.label for cohort in roster.cohorts]
    if isinstance(follow, Followed):
        text = "; ".join(_followed(roster.kept, labels, [cohort.label for cohort in follow.cohorts]))
        facts.append(("Follows", (f"{follow.record.name}: {text}",)))
    if roster.strayed:
        are, they, were = ("are", "they", "were") if len(roster.strayed) > 1 else ("is", "it", "was")
        which = f"{_cohorts(roster.strayed, labels)} {are} not made of the people {they} {were} made of before"
        facts.append(("Fixed seats", (f"{which}: no roster was found that keeps both them and the fixed seats",)))
    return facts


def _followed(kept: tuple[Kept, ...], labels: list[str], before: list[str]) -> list[str]:
    """What became of each cohort, those with the same fate together."""
    most = [cohort.label for cohort in kept if 2 * cohort.kept >= cohort.was]
    few = [cohort for cohort in kept if 2 * cohort.kept < cohort.was]
    new = [label for label in labels if label not in before]
    gone = [label for label in before if label not in labels]
    parts = []
    if most:
        keep, theirs = ("keep", "their") if len(most) > 1 else ("keeps", "its")
        parts.append(f"{_cohorts(most, labels)} {keep} at least half of {theirs} members")
    parts += [f"cohort {cohort.label} keeps {cohort.kept} of {cohort.was}" for cohort in few]
    if new:
        parts.append(f"{_cohorts(new, labels)} {'are' if len(new) > 1 else 'is'} new")
    if gone:
        parts.append(f"cohort{'s' if len(gone) > 1 else ''} {listed(gone)} {'are' if len(gone) > 1 else 'is'} gone")
    return parts


def _cohorts(labels: list[str] | tuple[str, ...], every: list[str]) -> str:
    return "all cohorts" if len(labels) == len(every) > 1 else which_cohorts(labels, 0)
