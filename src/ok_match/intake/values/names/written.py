"""Names and e-mail addresses as they identify a person."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ok_match.intake.columns.asking.cues import NAMES
from ok_match.intake.columns.asking.name_parts import is_honorific, is_particle
from ok_match.intake.files.cleaning import is_label
from ok_match.model import EMAIL

#: "Ortega, Ana"; what stands behind a comma may also be a degree or a rank.
_LAST_FIRST = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^\W\d][^,\d]*)")
#: "ORTEGA Ana", as French and Spanish lists have it; two capitals may be initials.
_CAPITALS_FIRST = re.compile(r"(?P<last>[^\W\d_a-zß-ÿ]{3,}(?:[ '’-][^\W\d_a-zß-ÿ]{2,})*) (?P<first>[^\W\d_][^\d,]*)")
_TITLE = re.compile(
    r"(jr|sr|i{2,3}|iv|cpa|ph\.? ?d|m\.?d|mba|esq|inc|llc|ltd|co|rn|dvm|dds|pe|cfp|she|he|they|owner|founder"
    r"|director|m\.?a|b\.?a|m\.?sc|b\.?sc|msw|lcsw|ceo|cfo|coo|cto|ed\.? ?d|j\.?d|pmp|shrm|aicp|aia|president|manager"
    r"|co-?owner|co-?founder|principal|partner|chair|treasurer|secretary|executive|head|vice|dr|prof|rev|mr|mrs|ms)\b\.?.*",
    re.IGNORECASE,
)
#: Longer texts are no names and no addresses, in characters.
_LONGEST = 160
_AT = re.compile(r"\s*[(\[{]\s*at\s*[)\]}]\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{]\s*(?:dot|punkt|punto|point)\s*[)\]}]\s*", re.IGNORECASE)
#: Addresses of a function, which several people of one house may use.
_OFFICE = re.compile(
    r"(info|office|admin|administration|contact|contacts|hello|hi|hey|mail|email|team|staff|enquiries|inquiries|reception|front-?desk"
    r"|support|help|service|services|sales|orders|bookings|events|marketing|press|media|accounts|accounting|billing|finance"
    r"|hr|jobs|people|board|members|membership|directors?|manager|management|owners?|general|main|post|kontakt|buero|büro"
    r"|verwaltung|contacto|oficina|hola|ventas|administracion|bonjour|accueil|secretariat|bureau|contato|escritorio|ufficio"
    r"|segreteria|kantoor|studio|shop|store|clinic|school|webmaster|secretary)\d*(?:[.+_-].*)?@.*",
)


def are_last_first(names: Sequence[str]) -> bool:
    """Whether a column of names has the last name first: "Ortega, Ana" or "ORTEGA Ana"."""
    known = [name for name in names if is_label(name)]
    return bool(known) and sum(first_last(name) != name for name in known) * 10 >= len(known) * 6


@lru_cache(maxsize=20_000)
def first_last(name: str) -> str:
    """A name written last name first, in the usual order; any other name as it is."""
    if len(name) > _LONGEST:
        return name
    match = _LAST_FIRST.fullmatch(name)
    if match:
        return name if _TITLE.match(match["first"]) else f"{match['first'].strip()} {match['last'].strip()}"
    match = _CAPITALS_FIRST.fullmatch(name)
    # In other alphabets the pattern cannot tell small letters from capitals.
    if match and match["last"].isupper() and not match["first"].isupper():
        return f"{match['first']} {match['last']}"
    return name


def full_name(texts: Mapping[str, str], *, last_first: bool) -> str:
    """The name that the fields of a row give: the whole name, else its parts; a form of address is no name.

    A whole name that lacks the surname typed beside it, or the other way round, is completed.
    """
    given = {
        field: " ".join(text.split())
        for field in NAMES
        if (text := texts.get(field)) and is_label(text) and not is_honorific(text)
    }
    between = given.get("middle_name", "")
    if given.get("last_name") and (not between or is_particle(between)):
        # "van", asked for by itself or written behind a comma, belongs to the surname.
        given["last_name"] = _with_particle(f"{between} {given['last_name']}".strip())
    whole, preferred = given.get("name", ""), given.get("preferred_name", "")
    first, last = given.get("first_name", ""), given.get("last_name", "")
    if whole:
        return first_last(whole) if last_first else whole
    if first and last:
        # Some write the whole name into each field.
        words, ending = first.casefold().split(), last.casefold().split()
        if len(words) > len(ending) and words[-len(ending) :] == ending:
            return first
        if len(ending) > len(words) and ending[: len(words)] == words:
            return last
        return f"{first} {last}"
    return first or f"{preferred} {last}".strip()


def _with_particle(surname: str) -> str:
    """A surname with its particle before it: "Dijk, van" is "van Dijk"."""
    last, _, particle = surname.rpartition(",")
    return f"{particle.strip()} {last}" if last and is_particle(particle) else surname


@lru_cache(maxsize=20_000)
def email_address(text: str) -> str:
    """An e-mail address in lower case and without spaces; empty where the text is none, such as "anonymous"."""
    plain = text if len(text) > _LONGEST else _DOT.sub(".", _AT.sub("@", text))
    address = EMAIL.search(plain) or (EMAIL.search("".join(plain.split())) if len(plain) <= _LONGEST else None)
    bare = "".join((address[0] if address else plain).split()).casefold().strip("\"'“”‘’`.:[]{}|*!?")
    bare = bare.removeprefix("mailto:").removeprefix("e-mail:").removeprefix("email:")
    return bare if is_label(bare) and bare not in {"anonymous", "none", "no"} else ""


def is_office(address: str) -> bool:
    """Whether an address belongs to a function, such as info@, rather than to a person."""
    return _OFFICE.fullmatch(address) is not None
