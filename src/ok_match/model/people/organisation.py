"""When two spellings name one organisation."""

import re

#: What follows a firm's name without being part of it.
LEGAL_FORMS = frozenset("inc llc llp ltd limited plc corp corporation co company gmbh pllc pc clg cic the".split())
_LEGAL = re.compile(rf"\b({'|'.join(sorted(LEGAL_FORMS))})\b")
#: What people write who have no employer in common.
NO_EMPLOYER = frozenset(
    """
    none self selfemployed myself me freelance freelancer freelancing independent retired unemployed
    soletrader solo own ownbusiness mybusiness consultant na tbd startup
    """.split()
)


def organisation_words(name: str) -> tuple[str, ...]:
    """Give the words of an organisation's name without case, points and legal form."""
    spaced = re.sub(r"[^\w\s]", " ", name.casefold().replace(".", "").replace("&", " and "))
    bare = _LEGAL.sub(" ", spaced)
    return tuple((bare if bare.split() else spaced).split())


def organisation_key(name: str) -> str:
    """Reduce an organisation's name to what two spellings of it have in common."""
    return "".join(organisation_words(name))
