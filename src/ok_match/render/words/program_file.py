"""A commented program file for one sheet: its columns, sizes that fit, and the rules that it can support."""

from __future__ import annotations

import json
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ok_match.model import Column, Crossing, Facet, Intake, Problem, Sizes, StandingRule

from .phrases import count, listed
from .rules import RULES

WIDTH = 100
#: Fields that no rule or report uses; the form tool's own columns are recognised by themselves.
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
    accepted: Sequence[Problem] = (),
) -> str:
    """The text of a commented program file for a checked sheet: its columns, sizes, and the rules it can support.

    Parameters
    ----------
    standing : sequence of StandingRule
        The rules that apply by default, from ``standing_rules``.
    sizes : Sizes, optional
        How large cohorts may be; by default sizes that fit the number of people.
    strengths : mapping, optional
        Standing rule to ``must``, ``should`` or ``off``, where that differs from the default.
    columns : mapping, optional
        Header to field (or ``ignore``), where the facilitator decided what a column is.
    accepted : sequence of Problem
        Decisions of the intake that the facilitator makes as proposed.
    """
    sizes = sizes or Sizes.fitting(len(intake.participants))
    people = count(len(intake.participants), "person", "people")
    parts = [
        _comment(
            f"What you want from this season, drafted for {intake.source} ({people}). Change anything you like;"
            " everything is optional. Lines that begin with # are comments and do nothing."
        ),
        f"name = {_text(name)}\nseason = {_text(season)}",
        *_to_decide(intake, accepted, columns or {}),
        *_crossing(intake),
        _sizes(len(intake.participants), sizes),
        _columns(intake, columns or {}),
        _standing(intake, standing, strengths or {}),
        _possible(intake),
    ]
    return "\n\n".join(parts) + "\n"


def _to_decide(intake: Intake, accepted: Sequence[Problem], columns: Mapping[str, str]) -> list[str]:
    """What only the facilitator can decide: as settled, or as questions with the line that settles each."""
    open_ = [p for p in intake.decisions if p not in accepted and p.column not in columns]
    parts = []
    if accepted:
        meaning = "Decided as ok-match proposes; somebody who was held for one of these reasons is placed."
        parts.append(f"{_comment(meaning)}\naccept = {_list([_settling(problem) for problem in accepted])}")
    if open_:
        holding = {(held.row, code) for held in intake.held for code in held.reasons}
        held = [problem for problem in open_ if (problem.row, problem.code) in holding]
        lines = [_comment("Open decisions. To go on as ok-match proposes, remove the # from the lines of accept:")]
        for problem in open_:
            where = f"Row {problem.row}" if problem.row else f"Column “{problem.column}”" if problem.column else "Sheet"
            lines.append(_comment(f"{where}: {problem.message} Otherwise: {problem.advice}"))
        entries = "".join(f"#   {_text(_settling(problem))},\n" for problem in open_ if problem not in held)
        if held:
            entries += "#   # Each of these lines places somebody who is held, so each needs its own decision:\n"
            entries += "".join(f"#   # {_text(_settling(problem))},\n" for problem in held)
        parts.append("\n#\n".join(lines) + f"\n#\n# accept = [\n{entries}# ]")
    return parts


def _settling(problem: Problem) -> str:
    """The entry under ``accept`` that makes a decision as proposed: by the value or column shown, else by the row."""
    about = problem.value or problem.column or (f"row {problem.row}" if problem.row else "")
    return f"{problem.code}: {about}" if about else problem.code


def _crossing(intake: Intake) -> list[str]:
    """How firmly cohorts cross industry lines, where the sheet says what people work in."""
    if not any(person.work.sector for person in intake.participants):
        return []
    meaning = f"How firmly cohorts cross industry lines: {listed([str(how) for how in Crossing], 'or')}."
    return [f'{_comment(meaning)}\ncrossing = "{Crossing.BALANCED}"']


def _sizes(people: int, sizes: Sizes) -> str:
    usual = f"{Sizes().min} to {Sizes().max} people"
    lines = [
        "# How large cohorts may be. `target` is the size to aim for; `count` would set the number of cohorts instead.",
        f"# Without these lines, cohorts have {usual}, or other sizes if that seats more people.",
    ]
    if sizes.count:
        return "\n".join([*lines, "[cohorts]", f"count = {sizes.count}"])
    target = sizes.target or (sizes.min + sizes.max) // 2
    formed = max(1, (people + target // 2) // target)
    lines.append(f"# {people} people make {count(formed, 'cohort')} of about {round(people / formed)}.")
    return "\n".join([*lines, "[cohorts]", f"min = {sizes.min}", f"max = {sizes.max}", f"target = {target}"])


def _columns(intake: Intake, chosen: Mapping[str, str]) -> str:
    """The table of columns; a header that occurs twice is not written, but left to be recognised."""
    feeds, unread, twice = _headers(intake, chosen)
    lines = [
        _comment(
            "Which question feeds which field. `share` says who may see the answers: your cohorts, or you alone."
            ' To keep a column that has no field, give it a name: trait.chapter = "header".'
        ),
        "[columns]",
    ]
    for field, columns in feeds.items():
        value = _text(columns[0].header) if len(columns) == 1 else _list([column.header for column in columns])
        if field in _SHARED:
            value = f'{{ header = {value}, share = "{columns[-1].visibility}" }}'
        lines.append(f"{field} = {value}")
    ignored = [header for header in unread if chosen.get(header) == "ignore"]
    if ignored:
        lines.append(f"ignore = {_list(ignored)}")
    unknown = [header for header in unread if header not in ignored]
    if unknown:
        lines.append(_comment(f"Not read: {listed([f'“{header}”' for header in unknown])}."))
    if twice:
        lines.append(
            _comment(f"Recognised automatically, because the header occurs twice: {listed(sorted(set(twice)))}.")
        )
    return "\n".join(lines)


def _headers(intake: Intake, chosen: Mapping[str, str]) -> tuple[dict[str, list[Column]], list[str], list[str]]:
    """The columns that feed each field, the headers that feed none, and those that occur twice."""
    times = Counter(column.header for column in intake.columns)
    feeds: dict[str, list[Column]] = defaultdict(list)
    unread, twice = [], []
    for column in intake.columns:
        field = chosen.get(column.header, column.field or "")
        if field in _SILENT or not column.header:
            continue
        if not field or field == "ignore":
            unread.append(column.header)
        elif times[column.header] > 1:
            twice.append(column.header)
        else:
            feeds[field].append(column)
    return feeds, unread, twice


def _standing(intake: Intake, standing: Sequence[StandingRule], strengths: Mapping[str, str]) -> str:
    lines = [_comment("These rules apply by default. To change one, write it down:"), "#"]
    for rule, strength, field in standing:
        missing = "" if field in intake.fields or not field else "  (this sheet does not say)"
        lines.append(f"#   {rule:18} {strength:7} {RULES[rule].standing}{missing}")
    for rule, chosen in strengths.items():
        lines.append(f'\n[[rules]]\nrule = "{rule}"\nstrength = "{chosen}"')
    return "\n".join(lines)


def _possible(intake: Intake) -> str:
    """The rules that this sheet can support, commented out; those that name people come last."""
    lines = [_comment("Other rules that this sheet can support. To use one, remove the # from its lines:")]
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
    """A TOML string. JSON's escapes are valid in TOML, which also wants DEL escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
