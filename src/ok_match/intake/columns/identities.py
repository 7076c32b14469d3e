"""The columns that say who somebody is, weighed together: parts of a name, ids instead of names, several addresses."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .asking.name_parts import asks_for_another, words_in
from .profile import Profile
from .questions import Questionnaire
from .verdict import NAMED, Verdict

#: Fields that a sheet may hold twice, once as the account has it and once as it was typed.
TELLING = ("name", "email")
_NAMES = {"name", "first_name", "last_name"}
#: Words of a column of single names, or of codes, on average, at most.
_SINGLE = 1.6
#: From this share of different answers on, a column tells people apart.
_APART = 0.9
_CODE = re.compile(
    r"\b(ids?|codes?|code ?(names?|words?)|numbers?|no|nr|num|#|key|ref|reference|case|record|badge|roll|pin"
    r"|participant|member|applicant|person|student|respondent|subject|mentee|client|guest|entry|nummer|número|numero|numéro"
    r"|código|codigo|kennung|kürzel|matricola|matrícula)\b"
)
_ALIAS = re.compile(
    r"\b(initials?|handles?|pseudonyms?|alias(es)?|user ?names?|screen ?names?|display ?names?|nick(names?)?"
    r"|call ?signs?|login|slack|discord|zoom|initialen|iniciales|initiales|iniciais|iniziali|pseudonym"
    r"|seudónimo|pseudonyme|deckname|usuario|benutzername|gebruikersnaam)\b"
)
_ACCOUNT = re.compile(r"\b(handles?|user ?names?|login|slack|discord|zoom|usuario|benutzername|gebruikersnaam)\b")
_PUBLIC = re.compile(
    r"\b(linked ?in|instagram|twitter|facebook|tik ?tok|you ?tube|business|company|shop|web\w*|social)\b"
)
#: Numbers that are no codes: counts, money, telephones, dates.
_AMOUNT = re.compile(
    r"\b(how many|how much|years?|phone|mobile|tel|revenue|budget|size|staff|employees"
    r"|zip|post\w*|date|people|age|telephone|fax|amount|price|score)\b"
)


def settled(asked: Questionnaire, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts once the columns that say who somebody is are seen together.

    "Name" beside "First name" is the other part of the name; a nickname alone is the name; where no column holds names,
    the one that tells people apart does: names under a header that nobody knows, initials, an id or a code.
    """
    found = list(verdicts)
    texts = [" ".join(words_in(question.text)) for question in asked.questions]
    free = [index for index, verdict in enumerate(found) if verdict.reason != NAMED]
    for index in free:
        # A column called "Participant" or "Name" may hold ids.
        if found[index].field == "name" and _is_code(asked.profiles[index]) and asked.profiles[index].digits > 0.6:
            found[index] = replace(found[index], field="id", reason="the values are codes")
    has = {verdict.field for verdict in found}
    for index in free:
        field = _part(found[index].field, asked.profiles[index], has)
        if field != found[index].field:
            found[index] = replace(found[index], field=field, reason="the other questions about the name show it")
    has = {verdict.field for verdict in found}
    open_ = [i for i in free if _is_open(found[i], asked, i)]
    if has & _NAMES:
        handles = [i for i in open_ if _ALIAS.search(texts[i]) and not _PUBLIC.search(texts[i])]
        if handles and "preferred_name" not in has and _is_code(asked.profiles[handles[0]]):
            found[handles[0]] = Verdict("preferred_name", "others may call them so", 90)
        return found
    return _without_names(asked, found, open_, texts)


def _is_open(verdict: Verdict, asked: Questionnaire, index: int) -> bool:
    """Whether a question of one column is read as nothing, or its codes were only guessed to be something."""
    if len(asked.questions[index].parts) > 1 or verdict.spare:
        return False
    guessed = verdict.sure < 85 and "header" not in verdict.reason and _is_code(asked.profiles[index])
    return verdict.field is None or guessed


def _part(field: str | None, seen: Profile, has: set[str | None]) -> str | None:
    """The part of a name that a question asks for, by what the others ask for."""
    if field == "name" and seen.words < _SINGLE and "first_name" in has and "last_name" not in has:
        return "last_name"
    if field == "name" and seen.words < _SINGLE and "last_name" in has and "first_name" not in has:
        return "first_name"
    if field == "preferred_name" and not has & {"name", "first_name"}:
        return "first_name" if "last_name" in has else "name"
    return field


def _without_names(
    asked: Questionnaire, found: list[Verdict], free: Sequence[int], texts: Sequence[str]
) -> list[Verdict]:
    """The verdicts of a sheet in which no header asks for a name."""
    profiles = asked.profiles
    named = [
        i for i in free if _holds_names(profiles[i]) and len(words_in(texts[i])) <= 6 and not asks_for_another(texts[i])
    ]
    if named:
        found[named[0]] = Verdict("name", "the values look like names", 70)
        return found
    alias = [i for i in free if _ALIAS.search(texts[i]) and not _PUBLIC.search(texts[i]) and profiles[i].words < 3]
    if alias:
        # An account is one person's; two people may have the same initials.
        field = "id" if _ACCOUNT.search(texts[alias[0]]) and _is_code(profiles[alias[0]]) else "name"
        found[alias[0]] = Verdict(field, "people are called so in this sheet", 90)
        return found
    if any(verdict.field == "id" for verdict in found):
        return found
    codes = [i for i in free if _CODE.search(texts[i]) and not _AMOUNT.search(texts[i]) and _is_code(profiles[i])]
    own = [i for i in codes if found[i].reason != "only the form tool needs it"]
    if own or codes:
        found[(own or codes)[0]] = Verdict("id", "the values tell people apart", 90)
    return found


def _is_code(seen: Profile) -> bool:
    """Whether values can be codes: short, and different for everybody."""
    return (
        seen.filled > 1 and seen.words < _SINGLE and seen.distinct >= _APART and seen.dates < 0.5 and not seen.addresses
    )


def _holds_names(seen: Profile) -> bool:
    return (
        seen.filled > 3 and seen.names >= 0.8 and 1.5 < seen.words < 3.5 and seen.distinct >= _APART and not seen.recurs
    )


def telling(field: str, rivals: Sequence[int], verdicts: Sequence[Verdict], profiles: Sequence[Profile]) -> int:
    """The one of several questions for a field that is read.

    It is the surest; but of addresses and names the one that tells people apart, where the surest does not.
    """
    best = min(rivals, key=lambda index: (-verdicts[index].sure, index))
    if field not in TELLING:
        return best
    apart = {index: profiles[index].distinct * profiles[index].filled for index in rivals}
    most = max(rivals, key=lambda index: (apart[index], -index))
    # A tenth more different answers is more than people who answer twice make.
    return most if apart[most] > 1.1 * apart[best] else best
