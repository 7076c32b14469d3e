"""The columns that say who somebody is, weighed together: which parts of a name, and which of several addresses."""

from collections.abc import Sequence
from dataclasses import replace

from .profile import Profile
from .questions import Verdict

#: Fields that a sheet may hold twice, once as the account has it and once as it was typed.
TELLING = ("name", "email")
#: Words of a column of single names, on average, at most.
_SINGLE = 1.6


def settled_names(verdicts: Sequence[Verdict], profiles: Sequence[Profile]) -> list[Verdict]:
    """The verdicts, with "Name" beside "First name" read as the other part, and a lone nickname as the name."""
    settled = list(verdicts)
    has = {verdict.field for verdict in settled}
    for index, verdict in enumerate(verdicts):
        field = verdict.field
        single = profiles[index].words < _SINGLE
        if field == "name" and single and "first_name" in has and "last_name" not in has:
            field = "last_name"
        elif field == "name" and single and "last_name" in has and "first_name" not in has:
            field = "first_name"
        elif field == "preferred_name" and not has & {"name", "first_name"}:
            field = "first_name" if "last_name" in has else "name"
        if field != verdict.field:
            settled[index] = replace(verdict, field=field, reason="the other questions about the name show it")
    return settled


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
