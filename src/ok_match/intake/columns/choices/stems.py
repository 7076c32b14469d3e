"""Headers cut into a question and one of its rows or options, in the forms in which form tools join the two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from ok_match.intake.columns.table import Header

#: Whether columns with these labels look like the options, rows or places of one question.
Fits = Callable[[str, Sequence[str], Sequence[int]], bool]


class Joint(NamedTuple):
    """One way to join a question and a label; ``plain`` where hardly anything else looks like it.

    ``first`` cuts at the first such mark too, ``last`` at the last; ``turned`` where the label stands first.
    """

    pattern: re.Pattern[str]
    plain: bool = False
    first: bool = True
    last: bool = True
    turned: bool = False


#: Not within a clock time: "18:00", "7.30".
_NO_CLOCK = r"(?!(?<=\d)[:.][0-5]\d(?!\d))"
#: The forms, plainest first: REDCap; dashes, arrows and the full stop of Microsoft Forms; bars; brackets (Tally,
#: Gravity Forms); colons both ways (Alchemer); slashes (Kobo); names of variables.
_JOINTS = (
    Joint(re.compile(r"\s*\(\s*choice\s*=\s*(?=.*\)$)"), plain=True, last=False),
    Joint(re.compile(r"\s+(?:-|–|—|>>|→|»)\s+|(?<=[?:])\.(?=\S)"), plain=True),
    Joint(re.compile(r"\s*(?:\||>{1,2}|::|→|»|\\)\s*")),
    Joint(re.compile(r"\s*\((?=[^()]*(?:\([^()]*\)[^()]*)*\)$)"), last=False),
    Joint(re.compile(rf"\s*{_NO_CLOCK}[:：]\s*")),
    Joint(re.compile(rf"\s*{_NO_CLOCK}[:：]\s*"), turned=True),
    Joint(re.compile(r"\s*/\s*")),
    Joint(re.compile(r"_{1,3}(?=[^_])")),
    Joint(re.compile(rf"(?<=\w){_NO_CLOCK}\.(?=\w)|(?<=[?!])\s+(?=\S)")),
    Joint(re.compile(r"\s+-(?=\S)|(?<=\S)-\s+|(?<=\S)[–—](?=\S)")),
)
#: The code of a question before its words (LimeSurvey: "G03Q01[SQ001]. Which topics ...").
_CODE = re.compile(r"[A-Za-z]\w{0,20}(?:\[[^\[\]]{1,30}\])*\.\s+(?=\S)")
#: The number of a column before its words: "Q7_2. Please rank: Pricing".
_COUNTED = re.compile(r"(?:[A-Za-z]{0,8}\d{1,3}(?:[_.-]\w{1,4})*|[A-Za-z])[.):]\s+(?=\S)")
_SELECTED = re.compile(
    r"\s+[-–]\s+(?:Selected Choices?|Ausgewählte Option|Choix sélectionné)(?=\s+[-–]\s|$)", re.IGNORECASE
)
#: What a header in square brackets may hold that is no row of a grid: how to answer.
_HOW_TO = re.compile(
    r"(?=.*\b(select|choose|tick|check|pick|mark|max(imum)?|up to|at (most|least)|optional|required|all that apply"
    r"|multiple|scale|rank)\b).*|\d+ ?(-|–|to) ?\d+.*",
    re.IGNORECASE,
)


class Cut(NamedTuple):
    """A header as the question before a joint and the label behind it, and which joint it was."""

    joint: int
    stem: str
    label: str


def uncoded(headers: Sequence[Header]) -> list[Header]:
    """Headers without the codes before their questions, where most have one, or where the code names an option."""
    codes = [_CODE.match(header.text) for header in headers]
    if sum(map(bool, codes)) * 2 <= len(headers) or len({code[0] for code in codes if code}) * 2 <= len(headers):
        codes = [code if code and "[" in code[0] else None for code in codes]
    return [
        replace(header, text=header.text[code.end() :], code=header.code or code[0].strip(" .")) if code else header
        for header, code in zip(headers, codes, strict=True)
    ]


def stemmed(headers: Sequence[Header], fits: Fits) -> list[Header]:
    """Headers cut into question and label, where neighbours share the question and their cells fit that."""
    bare = [_without_selected(header) for header in _unbracketed(headers)]
    done: list[Header] = []
    index = 0
    while index < len(bare):
        run = [] if bare[index].row or _is_joint(bare, index) else _longest(bare, index, fits)
        if run:
            done += [replace(header, text=cut.stem, row=cut.label) for header, cut in run]
        else:
            done.append(bare[index])
        index += len(run) or 1
    return done


def _is_joint(headers: Sequence[Header], index: int) -> bool:
    """Whether a header is the question of the one behind it: its column holds all choices in one cell (Kobo)."""
    behind = headers[index + 1] if index + 1 < len(headers) else None
    whole = _key(headers[index].text)
    return behind is not None and any(_key(cut.stem) == whole for cut in cuts(behind.text))


def _longest(headers: Sequence[Header], start: int, fits: Fits) -> list[tuple[Header, Cut]]:
    """The longest run of headers from ``start`` on that share a question and fit; of equals, the plainest joint."""
    runs = []
    stems = {_key(cut.stem) for cut in cuts(headers[start].text)}
    for cut in cuts(headers[start].text):
        run = [(headers[start], cut)]
        for header in headers[start + 1 :]:
            same = None if header.row else next((c for c in cuts(header.text) if c[:2] == cut[:2]), None)
            if same is None or _key(header.text) in stems:
                break
            run.append((header, same))
        if len(run) > 1 and len({_key(c.label) for _, c in run}) == len(run):
            runs.append(run)
    runs.sort(key=lambda run: (-len(run), run[0][1].joint, -len(run[0][1].stem)))
    for run in runs:
        cut = run[0][1]
        labels, positions = [c.label for _, c in run], [header.position for header, _ in run]
        if _JOINTS[cut.joint].plain or fits(cut.stem, labels, positions):
            return run
    return []


@lru_cache(maxsize=20_000)
def cuts(text: str) -> tuple[Cut, ...]:
    """All ways to cut a header into a question and a label."""
    return tuple(dict.fromkeys(_cuts(text)))


def _cuts(text: str) -> Iterator[Cut]:
    for index, joint in enumerate(_JOINTS):
        marks = list(joint.pattern.finditer(text))
        for mark in {*(marks[-1:] if joint.last else ()), *(marks[:1] if joint.first else ())}:
            before, behind = text[: mark.start()].strip(), text[mark.end() :].strip()
            if "(" in mark.group():
                behind = behind.removesuffix(")").strip()
            stem, label = (behind, before) if joint.turned else (before, behind)
            label = label.strip('"“”') or label
            if stem and label:
                yield Cut(index, stem, label)
                if bare := _COUNTED.match(stem):
                    yield Cut(index, stem[bare.end() :], label)


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _unbracketed(headers: Sequence[Header]) -> list[Header]:
    """Headers in which ``[row]`` stands in its place again, where no neighbour has a row of the same question."""
    done: list[Header] = []
    for _, group in groupby(headers, key=lambda h: (h.text, bool(h.row))):
        together = list(group)
        lone = len(together) == 1 and together[0].row and _HOW_TO.fullmatch(together[0].row)
        done += [replace(together[0], text=together[0].shown, row="")] if lone else together
    return done


def _without_selected(header: Header) -> Header:
    """A header without what Qualtrics puts between a question and its options."""
    return replace(header, text=_SELECTED.sub("", header.text) or header.text)
