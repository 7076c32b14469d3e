"""The field of each column: by the program's word, the question's own words, their meaning, and the values."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ok_match.model import WISHED, Visibility

from .asking.cues import cues, denies, is_lookalike, is_of_people, plain_question, promises_privacy
from .asking.foreign import is_not_understood, is_of_no_use
from .asking.lookalikes import is_past, rules_out
from .doubts import doubted
from .fields import FIELDS
from .folding import Kind, Question
from .identities import TELLING, settled, telling
from .profile import Profile, fits, has_time, names_time, speaks_for
from .questions import Questionnaire
from .verdict import CERTAIN, NAMED, NEAR, PLAIN, Verdict

#: For each question, the likelihood (0 to 1) of each field that it may ask for.
Meanings = Sequence[Mapping[str, float]]

#: The surest that a meaning can make a verdict, in percent.
MEANING = 95
#: Below this a column is ignored, in percent.
LEAST = 45
#: From here on a verdict counts as settled when the less sure questions are judged, in percent.
SURE = 70
#: From this likelihood of asking for something else, a question no longer gains from what every form asks for.
FOREIGN = 0.4
#: The weight of a field that another question plainly asks for, and of one that nearly every form asks for and no
#: other question does.
ASKED_TWICE, ASKED_ALWAYS = 0.3, 3.0
#: The reasons given for a column that is left out: its question is of no use, or in a language that is not understood.
NOT_USED = "not a question that matching uses"
NOT_UNDERSTOOD = "in another language, and not understood"
#: The weight of every meaning of a question that only looks as if it asked for a field.
LOOKALIKE = 0.2
#: Labels of a column that stands beside others for all of them, or none.
_WHATEVER = re.compile(
    r"\W*(none|any|all|either|neither|no|not|i (can't|cannot|am not|can)|i'm not|can't|cannot|other)\b", re.IGNORECASE
)
_VISIBILITY = {field.name: field.visibility for field in FIELDS}
_SEVERAL = {field.name for field in FIELDS if field.several}


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's header, and the field that it was recognised as.

    Attributes
    ----------
    row : str
        The label within its question (``When can you meet? [Tuesday]``, or a choice), else empty.
    field : str or None
        ``None`` where the column is ignored; ``reason`` says why it was or was not taken.
    sure : int
        How sure the recognition is, in percent.
    kind : Kind
        What the column is to its question.
    rival : str
        The field that the column might be as well, else empty.
    question : int
        Which question of the sheet the column belongs to, counted from 0; several columns may share one.
    asked : str
        The words of that question, without the label of the column.
    spare : str
        The field that the column holds too, where another column is read for it; else empty.
    """

    position: int
    header: str
    row: str
    field: str | None
    reason: str
    sure: int = CERTAIN
    kind: Kind = Kind.WHOLE
    visibility: Visibility = Visibility.FACILITATOR
    rival: str = ""
    question: int = 0
    asked: str = ""
    spare: str = ""


def recognise(asked: Questionnaire, meanings: Meanings, shares: Mapping[str, Visibility]) -> tuple[Heading, ...]:
    """The headings of a sheet, in the order of its columns.

    Parameters
    ----------
    asked : Questionnaire
        The questions of the sheet.
    meanings : sequence of mapping
        One for each of the unclear questions, in order; or none at all, and their words and values decide alone.
    shares : mapping
        Field to who may see it, where the program says so.

    Raises
    ------
    ValueError
        If there are meanings, but not one for each unclear question.
    """
    thought = doubted(asked.questions, settled(asked, _verdicts(asked, meanings)), asked.naming)
    verdicts = _one_each(asked, thought)
    headings = {}
    for index, (question, verdict) in enumerate(zip(asked.questions, verdicts, strict=True)):
        for part in question.parts:
            header = asked.table.headers[part.position]
            headings[part.position] = Heading(
                part.position,
                header.shown,
                part.label or header.row,
                verdict.field,
                verdict.reason,
                verdict.sure,
                part.kind,
                _visibility(verdict.field, f"{question.text} {header.shown}", shares),
                verdict.rival,
                index,
                question.text,
                verdict.spare,
            )
    return tuple(headings[position] for position in sorted(headings))


def _visibility(field: str | None, header: str, shares: Mapping[str, Visibility]) -> Visibility:
    """Who may see a column: by the program's word, else by the promise in its header, else as usual."""
    if field is None:
        return Visibility.FACILITATOR
    if field in shares:
        return shares[field]
    return Visibility.FACILITATOR if promises_privacy(header) else _VISIBILITY.get(field, Visibility.FACILITATOR)


def _verdicts(asked: Questionnaire, meanings: Meanings) -> list[Verdict]:
    """A verdict on each question; only the unclear ones are judged by their meaning too."""
    nothing: Mapping[str, float] = {}
    meant = dict(zip(asked.unclear, meanings or [nothing] * len(asked.unclear), strict=True))
    judged = {
        index: verdict or _judged(asked.questions[index], asked.profiles[index], nothing)
        for index, verdict in enumerate(asked.certain)
        if index not in meant
    }
    # Twice: what the surest questions ask for makes the others less likely to ask for it too.
    for least in (SURE, 0):
        taken = {verdict.field for verdict in judged.values()}
        for index in [index for index in asked.unclear if index not in judged]:
            likely = _likely(asked.questions[index].text, meant[index], asked.profiles[index], taken)
            verdict = _judged(asked.questions[index], asked.profiles[index], likely)
            if verdict.sure >= least and (verdict.field or not least):
                judged[index] = verdict
    return [judged[index] for index in range(len(asked.questions))]


def _likely(text: str, meaning: Mapping[str, float], seen: Profile, taken: Collection[str | None]) -> dict[str, float]:
    """The likelihoods of a meaning, weighed by the values below the question and by what other questions ask for."""
    foreign = meaning.get("other", 0.0) > FOREIGN
    if is_lookalike(text):
        meaning = {field: likelihood * LOOKALIKE for field, likelihood in meaning.items()} | {"other": 1.0}

    def usual(field: str) -> float:
        return ASKED_TWICE if field in taken else ASKED_ALWAYS if field in WISHED and not foreign else 1.0

    weighed = {
        field: likelihood * usual(field) * fits(field, seen) * (not denies(text, field))
        for field, likelihood in meaning.items()
    }
    total = sum(weighed.values())
    return {field: likelihood / total for field, likelihood in weighed.items()} if total else {}


def _judged(question: Question, profile: Profile, meaning: Mapping[str, float]) -> Verdict:
    """The verdict of a question's words, its meaning and the values below it together."""
    words = cues(question.text)
    if is_not_understood(question.text) and max(words.values()) < PLAIN and not speaks_for(profile):
        return Verdict(None, NOT_UNDERSTOOD, LEAST)
    tells = is_past(plain_question(question.text)) and has_time(question.text) and max(words.values()) < PLAIN
    if tells or is_of_no_use(question.text):
        return Verdict(None, NOT_USED, CERTAIN)
    every = [part.label for part in question.parts if part.label]
    labels = [label for label in every if not _WHATEVER.match(label)] or every
    times = list(map(names_time, labels))
    if labels and all(times) and not is_past(plain_question(question.text)):
        words["availability"] = max(words["availability"], 90)
        words["keep_apart"] = 0  # "Conflicts: Monday evening"
    elif labels and not any(times) and words["availability"] < PLAIN and profile.days < 0.3:
        meaning = {field: likelihood for field, likelihood in meaning.items() if field != "availability"}
    values = speaks_for(profile)
    if values and values[0] == "availability" and words["keep_apart"] and not is_of_people(question.text):
        words |= {"availability": max(words["availability"], 90), "keep_apart": 0}  # "Conflicts", and days below it
    scores = {}
    for name, sure in words.items():
        fit = 1.0 if name == "availability" and times and all(times) else fits(name, profile)
        # Values that look odd make a plain header less sure, and do not overrule it.
        said = sure * (max(fit, 0.8) if fit and sure >= PLAIN else fit)
        meant = MEANING * meaning.get(name, 0.0)
        scores[name] = min(99.0, max(said, meant) + 0.1 * min(said, meant))
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    # Where the question seems to ask for something else, its words must be plain.
    if meaning.get("other", 0.0) > 0.5 and words[best] < PLAIN:
        scores[best] *= 0.5
    if values and values[1] > scores[best] and not denies(question.text, values[0]):
        about_else = meaning.get("other", 0.0) > 0.5 or rules_out("other_times", plain_question(question.text))
        if values[0] == "availability" and about_else:
            return Verdict(None, "the values look like times, and the question is another", LEAST, values[0])
        # Weak words of the header, and values that give the field away, make it sure together.
        return Verdict(values[0], "the values look like it", PLAIN + NEAR if words[values[0]] else values[1])
    sure = round(scores[best])
    if sure < LEAST:
        # A question of another kind is surely ignored; one that nearly meant a field is not.
        reason = NOT_USED if plain_question(question.text) else "the header is empty"
        nearly = sure >= LEAST - NEAR and not denies(question.text, best)
        # Topics in a way of writing that is not known are asked about, not passed over.
        rival = best if nearly else "themes" if words["themes"] >= PLAIN and profile.filled > 1 else ""
        return Verdict(None, reason, CERTAIN - sure, rival)
    reasons = (
        *(["the header says so"] if words[best] >= LEAST else []),
        *(["the question means this"] if MEANING * meaning.get(best, 0.0) >= LEAST else []),
    )
    is_near = scores[second] >= LEAST and scores[best] - scores[second] < NEAR
    rival = second if is_near else "something else" if sure < LEAST + NEAR else ""
    return Verdict(best, " and ".join(reasons) or "the question and the values together say so", sure, rival)


def _one_each(asked: Questionnaire, verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts with one question only for a field that has room for one: the program's, the surest, the first.

    Of the questions for themes, all are kept in which people chose among many options.
    """
    questions, named = asked.questions, set(asked.named.values())
    kept = list(verdicts)
    for field in FIELDS:
        rivals = [index for index, verdict in enumerate(verdicts) if verdict.field == field.name]
        if field.name in named:
            for index in rivals:
                if verdicts[index].reason != NAMED:
                    kept[index] = Verdict(None, f"the program takes {field.name} from elsewhere", CERTAIN)
        elif field.name not in _SEVERAL and len(rivals) > 1:
            best = telling(field.name, rivals, verdicts, asked.profiles)
            together = {index for index in rivals if field.name == "themes" and asked.shapes[index].several} or {best}
            best = best if best in together else min(together)
            if field.name == "keep_apart":
                # No question whom to avoid is dropped for another: only a guess gives way to one.
                together |= {index for index in rivals if verdicts[index].sure >= PLAIN}
            name = questions[best].text or questions[best].parts[0].label
            spare = field.name if field.name in TELLING else ""
            for index in rivals:
                if index not in together:
                    kept[index] = Verdict(None, f'"{name}" was read as {field.name}', CERTAIN, spare=spare)
    return kept
