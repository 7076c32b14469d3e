"""Names and e-mail addresses as they identify a person."""

import re
from collections.abc import Sequence

from ok_match.intake.files.cleaning import is_label
from ok_match.model import EMAIL

#: "Ortega, Ana"; what stands behind a comma may also be a degree or a rank.
_LAST_FIRST = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^\W\d][^,\d]*)")
_TITLE = re.compile(
    r"(jr|sr|i{2,3}|iv|cpa|ph\.? ?d|m\.?d|mba|esq|inc|llc|ltd|co|rn|dvm|dds|pe|cfp|she|he|they|owner|founder"
    r"|director)\b\.?.*",
    re.IGNORECASE,
)


def are_last_first(names: Sequence[str]) -> bool:
    """Whether a column of names has the last name first: "Ortega, Ana"."""
    known = [name for name in names if is_label(name)]
    return bool(known) and sum(first_last(name) != name for name in known) * 10 >= len(known) * 6


def first_last(name: str) -> str:
    """A name written last name first, in the usual order; any other name as it is."""
    match = _LAST_FIRST.fullmatch(name)
    return f"{match['first'].strip()} {match['last'].strip()}" if match and not _TITLE.match(match["first"]) else name


def email_address(text: str) -> str:
    """An e-mail address in lower case and without spaces; empty where the text is none, such as "anonymous"."""
    address = EMAIL.search(text)
    plain = "".join((address[0] if address else text).split()).casefold().removeprefix("mailto:")
    return plain if is_label(plain) and plain not in {"anonymous", "none", "no"} else ""
