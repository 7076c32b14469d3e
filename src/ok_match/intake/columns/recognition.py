"""Says which field each question asks for: by the program's word, its own words, their meaning, and the values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from ok_match.errors import ProgramError
from ok_match.model import WISHED, Visibility

from .fields import FIELD_NAMES, FIELDS, KEPT, cues, denies, is_platform, plain_question, promises_privacy
from .folding import Kind, Question, fold
from .headers import Table, tidy
from .profile import DAYS, MODES, Profile, fits, profile_of, speaks_for

#: For each question, how likely it asks for each field, 0 to 1.
Understand = Callable[[Sequence[str]], Sequence[Mapping[str, float]]]

CERTAIN = 100
#: The surest that a meaning can make us.
MEANING = 95
#: Below this a column is ignored; above it the words of a question need no second opinion.
LEAST, PLAIN = 45, 85
#: What is taken for settled when the less sure questions are judged.
SURE = 70
#: How likely a question must be to ask for something else before nothing speaks for what every form asks for.
FOREIGN = 0.4
#: How much less likely a question is to ask for what another plainly asks for; and how much more likely for what
#: nearly every form asks for and no other question does.
ASKED_TWICE, ASKED_ALWAYS = 0.3, 3.0
#: A second field this close to the first is worth a question.
NEAR = 10
_VISIBILITY = {field.name: field.visibility for field in FIELDS}
_SEVERAL = {field.name for field in FIELDS if field.several}


@dataclass(frozen=True, slots=True)
class Guess:
    """A field or none, the reason, how sure it is (0-100), and the field that came close behind it."""

    field: str | None
    reason: str
    sure: int
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's header, and what it was recognised as.

    Attributes
    ----------
    row : str
        The label within its question (``When can you meet? [Tuesday]``, or a choice), else empty.
    kind : Kind
        What the column is to its question.
    field : str or None
        ``None`` where the column is ignored; ``reason`` says why it was or was not taken.
    rival : str
        The field that it might be as well.
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


def nothing_understood(questions: Sequence[str]) -> list[Mapping[str, float]]:
    """Understand no question; what is left are its words and the values below it."""
    return [{} for _ in questions]


def recognise(
    table: Table,
    columns: Sequence[Sequence[str]],
    wanted: Mapping[str, str | tuple[str, ...]],
    shares: Mapping[str, Visibility],
    understand: Understand = nothing_understood,
) -> tuple[Heading, ...]:
    """Recognise every column.

    Parameters
    ----------
    table : Table
        The headers of the sheet.
    columns : sequence of sequence of str
        The cleaned cells below each header.
    wanted : mapping
        What the program says: field to one or more headers; ``ignore`` to headers that are not to be read.
    shares : mapping
        What the program says of who may see a field.
    understand : callable
        Judges questions by their meaning.

    Raises
    ------
    ProgramError
        If the program names a field or a header that does not exist.
    """
    questions = fold(table.headers, columns)
    told = _told(table, questions, wanted)
    # A program may name single columns of a question: those are then questions of their own.
    questions = [part for question in questions for part in _split(question, told)]
    guesses = _one_each(questions, _guesses(table, questions, columns, told, understand), set(told.values()))
    headings = {}
    for question, guess in zip(questions, guesses, strict=True):
        for part in question.parts:
            header = table.headers[part.position]
            headings[part.position] = Heading(
                part.position,
                header.shown,
                part.label or header.row,
                guess.field,
                guess.reason,
                guess.sure,
                part.kind,
                _visibility(guess.field, f"{question.text} {header.shown}", shares),
                guess.rival,
            )
    return tuple(headings[position] for position in sorted(headings))


def _visibility(field: str | None, header: str, shares: Mapping[str, Visibility]) -> Visibility:
    """Say who may see a column: the program's word first, then the promise in its header, then the usual."""
    if field is None:
        return Visibility.FACILITATOR
    if field in shares:
        return shares[field]
    return Visibility.FACILITATOR if promises_privacy(header) else _VISIBILITY.get(field, Visibility.FACILITATOR)


def _told(
    table: Table, questions: Sequence[Question], wanted: Mapping[str, str | tuple[str, ...]]
) -> dict[int, str | None]:
    """Give the columns that the program names, by position."""
    told: dict[int, str | None] = {}
    asked = {part.position: question.text for question in questions for part in question.parts}
    names = [tuple(text.casefold() for text in (h.shown, h.text, asked[h.position])) for h in table.headers]
    for field, named in wanted.items():
        if field not in (*FIELD_NAMES, "ignore") and not field.startswith(KEPT):
            near = get_close_matches(field, FIELD_NAMES, n=1)
            raise ProgramError(
                "program [columns]",
                f'"{field}" is not a field.',
                "Nothing was matched.",
                f"{f'did you mean {near[0]}? ' if near else ''}The fields are: {', '.join(FIELD_NAMES)}, ignore.",
            )
        for header in [named] if isinstance(named, str) else named:
            key = tidy(header).casefold()
            places = [position for position, known in enumerate(names) if key in known]
            if not places:
                near = get_close_matches(key, [known[0] for known in names], n=1, cutoff=0.5)
                meant = next((h.shown for h in table.headers if near and h.shown.casefold() == near[0]), "")
                raise ProgramError(
                    f"program [columns] {field}",
                    f'the sheet has no column "{header}".',
                    "Nothing was matched.",
                    f'did you mean "{meant}"?' if meant else "run `ok-match check` to see the sheet's columns.",
                )
            told.update(dict.fromkeys(places, None if field == "ignore" else field))
    return told


def _split(question: Question, told: Mapping[int, str | None]) -> list[Question]:
    named = [part.position in told for part in question.parts]
    if all(named) or not any(named):
        return [question]
    return [replace(question, parts=(part,)) for part in question.parts]


def _guesses(
    table: Table,
    questions: Sequence[Question],
    columns: Sequence[Sequence[str]],
    told: Mapping[int, str | None],
    understand: Understand,
) -> list[Guess]:
    """Guess each question; only those that their words leave open are asked for their meaning."""
    settled: list[Guess | None] = []
    profiles = []
    for question in questions:
        profile = profile_of([cell for part in question.parts for cell in columns[part.position]])
        profiles.append(profile)
        settled.append(_settled(table, question, columns, told, profile))
    unclear = [
        turn for turn, guess in enumerate(settled) if guess is None and _unclear(questions[turn].text, profiles[turn])
    ]
    meanings = dict(zip(unclear, understand([questions[turn].text for turn in unclear]), strict=True))
    plain = {
        turn: _judged(question, profiles[turn], {})
        for turn, question in enumerate(questions)
        if settled[turn] is None and turn not in meanings
    }
    # Twice: what the surest questions ask for makes the others less likely to ask for it too.
    for least in (SURE, 0):
        found = {guess.field for guess in (*settled, *plain.values()) if guess}
        for turn in [turn for turn in unclear if turn not in plain]:
            likely = _likely(questions[turn].text, meanings[turn], profiles[turn], found)
            guess = _judged(questions[turn], profiles[turn], likely)
            if guess.sure >= least and (guess.field or not least):
                plain[turn] = guess
    return [settled_guess or plain[turn] for turn, settled_guess in enumerate(settled)]


def _likely(text: str, meaning: Mapping[str, float], seen: Profile, found: Collection[str | None]) -> dict[str, float]:
    """Weigh what a question may mean by the values below it, and by what other questions ask for already."""
    foreign = meaning.get("other", 0.0) > FOREIGN

    def usual(field: str) -> float:
        return ASKED_TWICE if field in found else ASKED_ALWAYS if field in WISHED and not foreign else 1.0

    weighed = {
        field: likelihood * usual(field) * fits(field, seen) * (not denies(text, field))
        for field, likelihood in meaning.items()
    }
    total = sum(weighed.values())
    return {field: likelihood / total for field, likelihood in weighed.items()} if total else {}


def _unclear(text: str, profile: Profile) -> bool:
    """Say whether there are words, and they settle nothing, or two things at once, or what the values deny."""
    held = (sure * bool(fits(field, profile)) for field, sure in cues(text).items())
    best, second = sorted(held, reverse=True)[:2]
    return bool(text) and (best < PLAIN or best - second < NEAR)


def _settled(  # noqa: PLR0911 - one return a reason
    table: Table,
    question: Question,
    columns: Sequence[Sequence[str]],
    told: Mapping[int, str | None],
    profile: Profile,
) -> Guess | None:
    """Guess what needs no weighing: what the program says, what only tools need, what holds nothing."""
    first = question.parts[0]
    header = table.headers[first.position]
    if first.position in told:
        return Guess(told[first.position], "the program says so", CERTAIN)
    special = _of_tool(table.tool, header.code or header.text)
    if special is not None:
        return Guess(special, f"{table.tool} writes it so", CERTAIN)
    if is_platform(header.text) or (table.tool == "Microsoft Forms" and header.text.casefold() == "id"):
        return Guess(None, "only the form tool needs it", CERTAIN)
    cells = [cell for part in question.parts for cell in columns[part.position] if cell]
    if not cells:
        return Guess(None, "the column is empty", CERTAIN)
    if all(cell.casefold() == "anonymous" for cell in cells):
        return Guess(None, "everybody answered anonymously here", CERTAIN)
    if not question.text and len(question.parts) > 1:
        return _listed(question)
    if profile.addresses >= 0.6 and cues(question.text)["email"] < 90:
        return Guess("email", "the values are e-mail addresses", 95)
    return None


def _of_tool(tool: str, name: str) -> str | None:
    """Name the field of a column that a form tool adds and that says something about the answer as a whole."""
    known = {
        "Qualtrics": {"Status": "status", "Finished": "finished", "RecordedDate": "timestamp"},
        "Typeform": {"Response Type": "finished"},
    }
    return known.get(tool, {}).get(name)


def _listed(question: Question) -> Guess:
    """Guess a run of columns that share no question, by their labels."""
    labels = [part.label for part in question.parts if part.kind is not Kind.OTHER]
    if sum(bool(DAYS.search(label)) for label in labels) * 2 >= len(labels):
        return Guess("availability", "the headers are times", 90)
    if all(MODES.search(label) for label in labels):
        return Guess("mode", "the headers are ways to meet", 85)
    if question.parts[0].kind is Kind.ROW:
        return Guess("ratings", "neighbouring columns were rated alike", 70)
    return Guess("themes", "the headers are options that were ticked", min(60 + len(labels), 80))


def _judged(question: Question, profile: Profile, meaning: Mapping[str, float]) -> Guess:
    """Weigh the words of a question, its meaning and the values below it."""
    words = cues(question.text)
    labels = [part.label for part in question.parts if part.label]
    times = [bool(DAYS.search(label)) for label in labels]
    if labels and all(times):
        words["availability"] = max(words["availability"], 90)
    elif labels and not any(times) and words["availability"] < PLAIN and profile.days < 0.3:
        meaning = {field: likelihood for field, likelihood in meaning.items() if field != "availability"}
    scores = {}
    for name, sure in words.items():
        fit = fits(name, profile)
        # Values that look odd make a plain header less sure, and do not overrule it.
        said = sure * (max(fit, 0.8) if fit and sure >= PLAIN else fit)
        meant = MEANING * meaning.get(name, 0.0)
        scores[name] = min(99.0, max(said, meant) + 0.1 * min(said, meant))
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    # Where the question seems to ask for something else, its words must be plain.
    if meaning.get("other", 0.0) > 0.5 and words[best] < PLAIN:
        scores[best] *= 0.5
    values = speaks_for(profile)
    if values and values[1] > scores[best]:
        return Guess(values[0], "the values look like it", values[1])
    sure = round(scores[best])
    if sure < LEAST:
        asked = plain_question(question.text)
        # A question of another kind is surely ignored; one that nearly meant a field is not.
        reason = "not a question that matching uses" if asked else "the header is empty"
        return Guess(None, reason, CERTAIN - sure, best if sure >= LEAST - NEAR else "")
    reasons = [
        part
        for part, holds in (
            ("the header says so", words[best] >= LEAST),
            ("the question means this", MEANING * meaning.get(best, 0.0) >= LEAST),
        )
        if holds
    ]
    near = scores[second] >= LEAST and scores[best] - scores[second] < NEAR
    rival = second if near else "something else" if sure < LEAST + NEAR else ""
    return Guess(best, " and ".join(reasons) or "the question and the values together say so", sure, rival)


def _one_each(questions: Sequence[Question], found: list[Guess], told: set[str | None]) -> list[Guess]:
    """Let only one question be a field that has room for one: the program's, else the surest, else the first."""
    kept = list(found)
    for field in FIELDS:
        places = [turn for turn, guess in enumerate(found) if guess.field == field.name]
        if field.name in told:
            for turn in places:
                if found[turn].reason != "the program says so":
                    kept[turn] = Guess(None, f"the program takes {field.name} from elsewhere", CERTAIN)
        elif field.name not in _SEVERAL and len(places) > 1:
            best = min(places, key=lambda turn: (-found[turn].sure, turn))
            name = questions[best].text or questions[best].parts[0].label
            for turn in places:
                if turn != best:
                    kept[turn] = Guess(None, f'"{name}" was taken for {field.name}', CERTAIN)
    return kept
