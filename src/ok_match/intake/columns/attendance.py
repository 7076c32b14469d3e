"""Whether somebody takes part, as status columns say it: those of a platform, and those that a facilitator keeps."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from ok_match.model.people.spelling import distance

from .asking.name_parts import words_in


class Attendance(StrEnum):
    """What a status says of somebody; the worst last."""

    GOING = "going"
    PENDING = "pending"
    UNFINISHED = "unfinished"
    WITHDRAWN = "withdrawn"
    SPAM = "spam"
    PREVIEW = "preview"


class Role(StrEnum):
    """What the header of a status column asks, so that "yes", "no" and a blank have a meaning."""

    PLAIN = "plain"
    TAKING_PART = "taking_part"
    SETTLED = "settled"
    COMPLETE = "complete"
    OUT = "out"
    WAITING = "waiting"
    PROGRESS = "progress"
    SENT = "sent"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


_TABLE: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_ORDER = tuple(Attendance)
_PHRASES = {
    _folded(phrase): attendance
    for attendance in reversed(_ORDER)
    for phrase in _TABLE[attendance].split(";")
    if phrase.strip()
}
_OTHER = frozenset(_folded(phrase) for phrase in _TABLE["other"].split(";"))
_HEADERS = {kind: frozenset(_folded(words).split()) for kind, words in _TABLE["headers"].items() if kind != "questions"}
#: Questions whether somebody takes part in other languages: all of a header, but for what they take part in.
_ABROAD = re.compile(
    "(?:" + "|".join(_TABLE["headers"]["questions"]) + ")(?: (?:" + "|".join(sorted(_HEADERS["behind"])) + r")\b){0,6}"
)
_PHRASE = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, _PHRASES), key=len, reverse=True)) + r")(?![^\W_]|-[^\W\d_])"
)
#: Words before a status that do not change it; and those that put it into the past.
_LEAD = re.compile(
    r"(?:(?:has|have|is|are|she|he|they|i|we|i'm|i am|just|already|sadly|unfortunately|sorry|also|participant|applicant"
    r"|been|be|officially|formally|verbally|by phone|by email|per email|fully|status|now|still|then|since|will|says"
    r"|on the|on|en la|en|en el|auf der|sur la|in lista|said|told us|wants to|asked to|had to|needs to|decided to"
    r"|please|pls)\b[ ,:]*)+"
)
_NO_MORE = re.compile(r"(?:was|were|previously|formerly|originally|initially|at first|once|had been)\b.*")
_NOT = re.compile(
    r"(?:not(?: yet)?|no|never|hasn't|has not|isn't|is not|nicht|noch nicht|pas|non|nao|niet|un|didn't)[ -]+"
)
_PIECES = re.compile(r"\s+[-–—]+\s+|[,;/|():.!\n]+|\s+(?:but|then|and|due|because|until|since|per|as of|on)\s+")
_MARKS = re.compile(r"^[^\w+]+|[^\w]+$")
_NOW = re.compile(r".*(?:->|=>|→|➜|\bnow\b|\bthen\b)\s*", re.DOTALL)
_YES = re.compile(r"(y|yes|yep|yeah|true|1|x|✓|✔|☑|✅|ja|oui|si|sim|checked|on|j|t)[.! ]*")
_NO = re.compile(r"(n|no|nope|false|0|nein|non|nao|nee|✗|✘|☐|❌|unchecked|off|-|f|not)[.! ]*")
#: Answers that open with yes or no and go on.
_YES_BUT, _NO_BUT = re.compile(r"(yes|yep|yeah|ja|oui|si|sim)\b"), re.compile(r"(no|nope|nein|non|nao|nee)\b[ ,.;:!-]")
#: Words with other senses, which are a status only by themselves.
_ALONE = frozenset(
    "left open lead drop hold skip gone done closed void called active lead drops interested reserve".split()
)
#: Negated, these mean that somebody does not come, not that it is open.
_COMING = re.compile(r"(will )?(attend|com|go|join|participat|interest|in\b|takes? part|asist|vien|ven|komm|dabei)")
_DONE = re.compile(r"(complete|finish|submit|done)")
#: The codes of Qualtrics: previews, tests and spam; all others are answers.
_CODES = {"1": Attendance.PREVIEW, "2": Attendance.PREVIEW, "8": Attendance.SPAM, "9": Attendance.PREVIEW}
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d+)? ?%?")
#: A header may say so twice, as its code and its label.
_SENT = re.compile(
    r"(?:(?:date submitted|submit ?date(?: utc)?|submitted(?: at| on)?|completion time|completed(?: at| on)?) ?)+"
)
_RATHER = {Role.OUT: Attendance.WITHDRAWN, Role.WAITING: Attendance.PENDING}
_NEGATED = {
    Role.TAKING_PART: Attendance.WITHDRAWN,
    Role.SETTLED: Attendance.PENDING,
    Role.COMPLETE: Attendance.UNFINISHED,
    Role.PLAIN: Attendance.WITHDRAWN,
}
#: Headers that are a status only if the words below them are.
_WEAK = frozenset(
    "state stage decision outcome result response reply registration application order ticket estado estado stato etat"
    " signup anmeldung inscripcion inscription inscricao iscrizione inschrijving aanmelding disposition"
    " standing".split()
)
#: From this share of a column's cells on, their words are those of a status.
_NEARLY_ALL, _MOST, _HALF = 0.9, 0.6, 0.5
#: Cells of a column that are looked at.
_SAMPLE = 400
#: A header of more words than this, without a word about taking part, is not looked at.
_WORDY = 8
#: No status is longer than this, in characters.
_LONGEST = 120
#: The longest cells of a status column, in words, on average.
_SHORT = 6
#: The longest note that may say so, in words.
_NOTE = 8
#: Words of a status that in a note are no more than an answer, or are about other things as often as about coming.
_NOT_IN_NOTES = frozenset(
    "no nope ex skip closed expired void voided inactive archived unable absent baja stop drop drops no_longer"
    " no_thanks won't next_time on_leave not_in failed refused denied rejected transferred".split()
)
#: What may stand behind such words in a note before it goes on to something else: a day, a way of telling, a season.
_TAIL = re.compile(
    r"(?:[\W\d_]|\b(?:st|nd|rd|th|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
    r"|on|in|by|via|per|as|of|to|until|till|this|last|next|the|from|for|at|due|because\b.*|since\b.*|after\b.*|and\b.*"
    r"|phone|e-?mail|text|voicemail|request|spring|summer|fall|autumn|winter|week|month|year|season|round|cohort|term"
    r"|time|program(?:me)?|groups?|circles?|yesterday|today|already|now|again|completely|entirely|refund\w*|fee"
    r"|illness|sick|am|pm)\b)*"
)
#: A day or a session that somebody cannot come to, and a change of mind.
_ONCE = re.compile(
    r"\b(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:days?)?|sessions?|meetings?|kick-?off|dinner|first)\b"
)
_BACK = re.compile(
    r"\b(?:back in|back on|is back|rejoined|re-?instated|re-?joining|changed \w+ mind|coming after all)\b"
)
_APART = re.compile(r"\s+[-–—]+\s+|[,;|():.!\n]+|\s/\s")
#: The answers that a header offers, in brackets.
_ANSWERS = re.compile(r"[(\[][^()\[\]]*[/,;|][^()\[\]]*[)\]]\s*$")
#: A yes or a no that is no word of English, and a place in a queue: together they tell who takes part.
_YES_ABROAD = re.compile(r"(ja|oui|si|sim|nein|non|nao|nee)\b")
_QUEUE = re.compile(r"\b(espera|attente|attesa|\w*warteliste|wachtlijst|wait\w*)\b")
_QUESTION = re.compile(
    r"\b(are you|do you|will you|would you|can you)\b.{0,30}\b(still|plan|want|wish|intend|able)\b.{0,25}"
    r"\b(in|join|joining|take part|taking part|participate|participating|coming|come|attend|attending|interested)\b"
    r"\W*(in |to |at )?(join(ing)? |be(ing)? part of |taking part )?(in )?(the|our|this|us|it)?\W*"
    r"((peer|fall|spring|autumn|summer|winter|\d{4}) )*"
    r"(program(me)?|groups?|cohorts?|circles?|season|series|forum|year)?\W*$"
)


@lru_cache(maxsize=4096)
def role_of(header: str) -> Role | None:  # noqa: PLR0911 - one return a reason
    """What a header asks about somebody's part in the program; ``None`` where it asks nothing of the kind."""
    header = _without_answers(header)
    words = [_folded(word) for word in words_in(header)]
    plain = " ".join(words)
    if not 0 < len(words) <= 16 or "501" in header or not _HEADERS["about_else"].isdisjoint(words):
        return None
    if plain == "progress" or (
        re.fullmatch(r"(percent|pct)? ?(complete|completed|completion|done)", plain)
        and ("%" in header or "percent" in plain or "pct" in plain)
    ):
        return Role.PROGRESS
    if _SENT.fullmatch(plain):
        return Role.SENT
    kept = "_".join(word for word in words if word not in _HEADERS["filler"] or len(words) == 1)
    short = "_".join(words)
    for role in (Role.PLAIN, Role.TAKING_PART, Role.SETTLED, Role.COMPLETE, Role.OUT, Role.WAITING):
        if kept in _HEADERS[role] or short in _HEADERS[role]:
            return role
    if len(words) <= 5 and words[-1] == "status":
        return Role.PLAIN
    if "_" in header and words[-1] == "complete" and len(words) > 1:
        return Role.COMPLETE
    if _QUESTION.search(_folded(header)) or _ABROAD.fullmatch(" ".join(re.sub(r"\W+", " ", _folded(header)).split())):
        return Role.TAKING_PART
    return None


def _without_answers(header: str) -> str:
    """A header without the answers in brackets behind it, "(yes / no / waitlist)", and two endings, "interesado/a"."""
    return re.sub(
        r"(?<=\w{3})(?:/|\(|·|:|\*)(?:a|as|e|es|o|in|innen|trice|da|ne)\)?(?!\w)", "", _ANSWERS.sub(" ", header)
    ).strip()


def status_column(header: str, cells: Sequence[str]) -> bool | None:  # noqa: PLR0911 - one return a reason
    """Whether a column says who takes part; ``None`` where it may.

    Parameters
    ----------
    cells : sequence of str
        All cells of the column, cleaned.
    """
    filled = list(islice((cell for cell in cells if cell), _SAMPLE))
    role = role_of(header)
    words = {_folded(word) for word in words_in(_without_answers(header))}
    if not filled or (role is None and (len(words) > _WORDY or words & _HEADERS["about_else"])):
        return False
    if role is Role.COMPLETE and {"0", "1", "2"}.issuperset(filled):
        return True
    if role is Role.SENT:
        # The time of sending tells nothing of people unless some lack it.
        return False
    if role is Role.PROGRESS:
        return all(_PERCENT.fullmatch(cell) for cell in filled)
    if sum(len(cell.split()) for cell in filled) > _SHORT * len(filled):
        return False
    reads = [attendance_of(cell, role or Role.PLAIN) for cell in filled]
    known = sum(attendance is not None for attendance in reads) / len(filled)
    elsewhere = sum(_folded(cell) in _OTHER for cell in filled) / len(filled)
    troubled = {attendance for attendance in reads if attendance not in (None, Attendance.GOING)}
    if role is None:
        return _by_words(filled, reads)
    if role is not Role.PLAIN:
        return known >= _MOST
    if elsewhere >= known:
        return False if elsewhere >= _HALF or is_weak(header) else None
    if known >= _HALF or (troubled and known >= 1 / 4):
        return True
    return False if is_weak(header) else None


def _by_words(filled: Sequence[str], reads: Sequence[Attendance | None]) -> bool | None:
    """Whether the words alone show a status, whatever the header: nearly all are of one, and some do not come.

    ``None`` where most are, and somebody says plainly that they do not come, or waits.
    """
    words = {_folded(cell) for cell in filled}
    known = sum(read is not None for read in reads) / len(filled)
    if len(filled) < 3:
        return False
    if any(_YES.fullmatch(word) or _NO.fullmatch(word) for word in words):
        # Answers to whatever was asked; in another language, where the question may not be understood, it is asked.
        others = [word for word in words if not _YES.fullmatch(word) and not _NO.fullmatch(word)]
        tells = any(_in_words(word) is Attendance.WITHDRAWN or _QUEUE.search(word) for word in others)
        return None if tells and known >= _MOST and any(map(_YES_ABROAD.match, words)) else False
    if known >= _NEARLY_ALL and set(reads) - {None, Attendance.GOING}:
        return True
    return None if known >= _MOST and Attendance.WITHDRAWN in reads else False


def is_weak(header: str) -> bool:
    """Whether a header is one of a status only if the words below it are."""
    return _WEAK.issuperset(_folded(word) for word in words_in(header) if _folded(word) not in _HEADERS["filler"])


@lru_cache(maxsize=20_000)
def attendance_of(cell: str, role: Role) -> Attendance | None:  # noqa: PLR0911 - one return a reason
    """What a cell of a status column says of somebody; ``None`` where its words are unknown, or it is blank."""
    text = _folded(cell[:_LONGEST])
    if not text:
        return None
    if role is Role.PROGRESS:
        part = _PERCENT.fullmatch(text)
        return None if part is None else Attendance.GOING if int(part[1]) >= 100 else Attendance.UNFINISHED
    if role in _RATHER:
        read = _in_words(text)
        if _NO.fullmatch(text) or _NO_BUT.match(text) or read is Attendance.GOING:
            return Attendance.GOING
        return read or _RATHER[role]
    if _YES.fullmatch(text):
        return Attendance.GOING
    if _NO.fullmatch(text):
        return _NEGATED.get(role)
    read = _in_words(text)
    if read is None and role is Role.PLAIN:
        return None
    if _NO_BUT.match(text) and read in (None, Attendance.GOING):
        return _NEGATED.get(role)
    return read or (Attendance.GOING if _YES_BUT.match(text) else None)


@lru_cache(maxsize=20_000)
def says_withdrawn(note: str) -> bool:
    """Whether a short note opens with plain words that somebody does not take part, and goes on to nothing else.

    "CANCELLED 9/1 - refund sent" does; "Cancelled our lease" and "can't make it on Tuesdays" tell of something else.
    """
    if not note or len(note) > _LONGEST or len(note.split()) > _NOTE:
        return False
    text = _NOW.sub("", _folded(note))
    piece = next((bare for part in _APART.split(text) if (bare := _MARKS.sub("", part))), "")
    lead = _LEAD.match(piece)
    found = _whole(piece) or (_whole(piece := piece[lead.end() :]) if lead else None)
    if found is None or _PHRASES[found[0]] is not Attendance.WITHDRAWN or "_".join(found[0].split()) in _NOT_IN_NOTES:
        return False
    return _TAIL.fullmatch(piece, found.end()) is not None and not (_ONCE.search(text) or _BACK.search(text))


def code_of(cell: str) -> Attendance:
    """What a numeral says under "Status" in a Qualtrics export."""
    return _CODES.get(cell.strip(), Attendance.GOING)


def _in_words(text: str) -> Attendance | None:
    """The worst that the words of a folded cell say now; what they say that was before does not count."""
    pieces = [_MARKS.sub("", piece) for piece in _PIECES.split(_NOW.sub("", text))]
    current = [piece for piece in pieces if piece and not _NO_MORE.match(piece)] or pieces
    reads = [read for piece in current if (read := _of_piece(piece)) is not None]
    return max(reads, key=_ORDER.index, default=None)


def _misspelt(piece: str) -> Attendance | None:
    """The attendance that a single long word nearly says: "Conifrmed"."""
    word = piece.partition(" ")[0]
    if len(word) < 7 or word in _OTHER:
        return None
    near = {
        attendance
        for phrase, attendance in _PHRASES.items()
        if len(phrase) > 5
        and phrase[0] == word[0]
        and " " not in phrase
        and distance(word, phrase, 2) <= len(word) // 5
    }
    return near.pop() if len(near) == 1 else None


def _whole(piece: str) -> re.Match[str] | None:
    """A status at the beginning of a piece; a short word such as "out" or "left" is one only by itself."""
    found = _PHRASE.match(piece)
    alone = found is not None and (found[0] in _ALONE or len(found[0]) < 4)
    return None if found is None or (alone and re.search(r"[^\W\d_]", piece[found.end() :])) else found


def _of_piece(piece: str) -> Attendance | None:
    whole = _whole(piece)
    if whole is None and (lead := _LEAD.match(piece)):
        piece = piece[lead.end() :]
        whole = _whole(piece)
    if whole:
        return _PHRASES[whole[0]]
    denial = _NOT.match(piece)
    said = _PHRASE.match(piece, denial.end()) if denial else None
    if said is None:
        return _misspelt(piece)
    if _PHRASES[said[0]] is not Attendance.GOING:
        return Attendance.GOING if _PHRASES[said[0]] is Attendance.WITHDRAWN else None
    if _COMING.match(said[0]):
        return Attendance.WITHDRAWN
    return Attendance.UNFINISHED if _DONE.match(said[0]) else Attendance.PENDING
