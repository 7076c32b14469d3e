"""A commented program file for one sheet: its columns, sizes that fit, and the rules that it can support."""

from __future__ import annotations

import json
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ok_match.model import Facet, Intake, Sizes, StandingRule

from .phrases import count, listed
from .rules import RULES

WIDTH = 100
#: Fields that say nothing a rule or a report could use; the form tool's own are recognised without a word.
_SILENT = {"status", "finished"}
_SHARED = {*map(str, Facet)}


def draft_program(
    intake: Intake,
    standing: Sequence[StandingRule],
    *,
    name: str = "",
    season: str = "",
    sizes: Sizes | None = None,
    strengths: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> str:
    """The text of a commented program file for a checked sheet: its columns, sizes, and the rules it can support.

    Parameters
    ----------
    standing : sequence of StandingRule
        The rules that hold without being written down, from ``standing_rules``.
    sizes : Sizes, optional
        How large cohorts may be; by default sizes that fit the number of people.
    strengths : mapping, optional
        Standing rule to ``must``, ``should`` or ``off``, where it differs from what stands.
    columns : mapping, optional
        Header to field (or ``ignore``), where the facilitator has decided what a column is.
    """
    sizes = sizes or Sizes.fitting(len(intake.participants))
    people = count(len(intake.participants), "person", "people")
    parts = [
        _comment(
            f"What you want of this season. Written for {intake.source} ({people}); everything in it may be changed,"
            " and everything is optional. Lines that begin with # are remarks and do nothing."
        ),
        f"name = {_text(name)}\nseason = {_text(season)}",
        _sizes(len(intake.participants), sizes),
        _columns(intake, columns or {}),
        _standing(intake, standing, strengths or {}),
        _possible(intake),
    ]
    return "\n\n".join(parts) + "\n"


def _sizes(people: int, sizes: Sizes) -> str:
    lines = ["# How large the cohorts may be. `target` is the size aimed at; `count` would fix their number instead."]
    if sizes.count:
        return "\n".join([*lines, "[cohorts]", f"count = {sizes.count}"])
    target = sizes.target or (sizes.min + sizes.max) // 2
    formed = max(1, (people + target // 2) // target)
    lines[0] += f"\n# {people} people make {count(formed, 'cohort')} of about {round(people / formed)}."
    return "\n".join([*lines, "[cohorts]", f"min = {sizes.min}", f"max = {sizes.max}", f"target = {target}"])


def _columns(intake: Intake, chosen: Mapping[str, str]) -> str:
    """Write which header feeds which field; a header that stands twice is left to be recognised."""
    times = Counter(column.header for column in intake.columns)
    feeds: dict[str, list[str]] = defaultdict(list)
    ignored, twice = [], []
    shares = {}
    for column in intake.columns:
        field = chosen.get(column.header, column.field or "")
        if field in _SILENT or not column.header:
            continue
        if not field or field == "ignore":
            ignored.append(column.header)
        elif times[column.header] > 1:
            twice.append(column.header)
        else:
            feeds[field].append(column.header)
            shares[field] = column.visibility
    lines = [
        _comment(
            "Which question feeds which field. `share` says who may see the answers: your cohorts, or you alone."
            ' To keep a column that has no field, name it: trait.chapter = "header".'
        ),
        "[columns]",
    ]
    for field, headers in feeds.items():
        header = _text(headers[0]) if len(headers) == 1 else _list(headers)
        shared = field in _SHARED
        lines.append(
            f'{field} = {{ header = {header}, share = "{shares[field]}" }}' if shared else f"{field} = {header}"
        )
    decided = [header for header in ignored if chosen.get(header) == "ignore"]
    if decided:
        lines.append(f"ignore = {_list(decided)}")
    left = [header for header in ignored if header not in decided]
    if left:
        lines.append(_comment(f"Not read: {listed([f'“{header}”' for header in left])}."))
    if twice:
        lines.append(
            _comment(f"Recognised by themselves, since their header stands twice: {listed(sorted(set(twice)))}.")
        )
    return "\n".join(lines)


def _standing(intake: Intake, standing: Sequence[StandingRule], strengths: Mapping[str, str]) -> str:
    lines = [_comment("These rules stand without being written down. Write one down to change it:"), "#"]
    for rule, strength, field in standing:
        missing = "" if field in intake.fields or not field else "  (this sheet does not say)"
        lines.append(f"#   {rule:18} {strength:7} {RULES[rule].standing}{missing}")
    for rule, chosen in strengths.items():
        lines.append(f'\n[[rules]]\nrule = "{rule}"\nstrength = "{chosen}"')
    return "\n".join(lines)


def _possible(intake: Intake) -> str:
    """The rules that this sheet can support, as remarks; those about people who are named come last."""
    lines = [_comment("What else this sheet can support. Take the # away from the lines of a rule that you want:")]
    proposals = [words.proposal for words in RULES.values() if words.proposal]
    fitting = [proposal for proposal in proposals if proposal.field in intake.fields or not proposal.field]
    for proposal in sorted(fitting, key=lambda proposal: not proposal.field):
        rule = "\n".join(f"#   {line}" for line in f"[[rules]]\n{proposal.lines}".split("\n"))
        lines.append(_comment(f"{proposal.meaning}:") + "\n" + rule)
    return "\n#\n".join(lines)


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in textwrap.wrap(text, WIDTH, break_long_words=False))


def _list(texts: Sequence[str]) -> str:
    if sum(map(len, texts)) < WIDTH - 20:
        return f"[{', '.join(map(_text, texts))}]"
    return "[\n" + "".join(f"  {_text(text)},\n" for text in texts) + "]"


def _text(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, but for the character behind DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
