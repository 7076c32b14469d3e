"""Names that are two people in one row, in every notation, and those that only look so."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from ok_match.model.people.given_names import CALLED

from .likeness import name_words
from .written import first_last

_LETTER = r"[^\W\d_]"
#: Words and signs between two people.
_AND = re.compile(
    r"\s*(?:&|\+|/|;|\|)\s*|\s+(?:and|und|et|og|och|en|e|y|i|plus|with|w/|mit|avec|con|com|met|n'|or)\s+|\s+w/\s*|\s*,\s*(?:and|&)\s+",
    re.IGNORECASE,
)
#: Between two surnames of one person these words stand too: "Ruiz y López", "Costa e Silva", "Puig i Ferrer".
_SURNAMES = re.compile(r"\s+(?:y|e|i)\s+", re.IGNORECASE)
_SOMEBODY = (
    r"(?:an?other|her|his|their|my|a|an|the|one|1|two|2|ihr\w*|sein\w*|mein\w*|son|sa|su|sua|seu)?\s*"
    r"(?:husband|wife|spouse|partner|guest|friend|co-?owner|co-?founder|business partner|colleague|sister|brother|daughter|son|mother"
    r"|father|mum|mom|dad|family|fianc[eé]e?|girlfriend|boyfriend|team|others?|plus one|mann|frau|ehemann|ehefrau|partnerin|begleitung|gast|mari|femme"
    r"|conjointe?|époux|épouse|invitée?|esposo|esposa|marido|mujer|pareja|socio|socia|acompañante|invitad[oa]|marito|moglie|compagn[oa]|ospite|man"
    r"|vrouw|echtgenoot|gezin|cónyuge|familia|famille|familie|familia|twin)"
)
_COMPANY = re.compile(
    r"(?=\W*[^\W\d_])(?:"
    # "+1", "(+ Ned)", "& guest", "with her husband Ned", "x2", "(2 people)"
    r".*(?:\+|\bplus)\s*(?:\d|one|two|un|une|uno|ein\w*)\b.*"
    rf".*|.*(?:&|\+|/|,|\b(?:and|plus|with|und|mit|et|avec|y|con|e|com|en|met)\b|\bw/)\s*{_SOMEBODY}\b.*"
    r"|.*[(\[]\s*(?:&|\+|and\b|plus\b|with\b|w/|und\b|mit\b|et\b|avec\b|y\b|con\b|en\b|met\b)\s*\S.*"
    r"|.*[(\[]\s*(?:a )?(?:couple|both|(?:2|two|3|three) (?:people|persons|of us|partners|owners)|x ?2|pair|paar|pareja|casal|coppia)\s*[)\]].*"
    r"|.*\bx ?2|.*\b(?:2|two) (?:people|persons)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_KIN = re.compile(
    r".*\b(?:family|household|couple|twins|siblings|sisters|brothers|bros)\b\.?|(?:family|familie|familia|famille|fam\.?|família|famiglia|ehepaar|eheleute|couple|matrimonio"
    r"|casal|coppia|geschwister|hermanos|hermanas|frères|sœurs|fratelli|gebroeders) .+",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r".*\b(mr|mrs|ms|dr|herrn?|frau|sr|sra|señora?|m|mme|monsieur|madame|sig|signora?|dhr|mevr|prof|rev)\b\.?\s*"
    r"(?:&|\+|/|and|und|y|et|e|en)\s*(mr|mrs|ms|dr|herrn?|frau|sr|sra|señora?|m|mme|monsieur|madame|sig|signora?|dhr|mevr|prof|rev)\b.*",
    re.IGNORECASE,
)
#: What may stand behind "&" or a comma in the name of one person, or of a firm.
_NOT_A_PERSON = re.compile(
    r"(?:sons?|daughters?|co|company|associates|partners|group|cie|hijos|söhne|fils|filhos|figli|zonen|bros|brothers|sisters|inc|llc|ltd|gmbh|studio|"
    r"design|consulting|services|foundation|team)\b\.?.*"
    r"|(?:jr|sr|i{2,3}|iv|cpa|ph\.? ?d|m\.?d|mba|esq|rn|dvm|dds|pe|cfp|m\.?a|b\.?a|m\.?sc|msw|lcsw|ceo|cfo|coo|cto|ed\.? ?d|j\.?d|pmp)\b\.?.*"
    r"|(?:co-?)?(?:owner|founder|director|president|manager|principal|chair|treasurer|secretary|head|executive|bookkeeper|baker|dentist)\b.*"
    r"|(?:she|he|they|her|him|them|hers|his|theirs|ella|él|elle|il|sie|er|ze|xe|any)\b.*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|\s*[“\"][^“”\"]*[”\"]")
_PRONOUNS = re.compile(r"[(\[]?\b(?:she|he|they|ze|xe|her|him|them)\s*/\s*\w+(?:\s*/\s*\w+)*[)\]]?", re.IGNORECASE)
_NAME = re.compile(rf"{_LETTER}[\w.'’´-]*(?:\s+{_LETTER}[\w.'’´-]*){{0,4}}")
#: Longer texts are no names, in characters.
_LONGEST = 120
_PARTICLES = frozenset("de da do dos das del della di du la le van von der den ter el al bin ibn ben st".split())


@lru_cache(maxsize=20_000)
def are_two_people(name: str, *, last_first: bool = False, given: Collection[str] = frozenset()) -> bool:
    """Whether a name stands for more than one person.

    Parameters
    ----------
    last_first : bool
        Whether the column has the last name first: "Ortega, Ana" is then one person.
    given : frozenset of str
        Folded given names that other rows have; together with the common ones they tell a name from a surname.
    """
    if len(name) > _LONGEST:
        return False
    lines = [line for line in name.splitlines() if line.strip()]
    if len(lines) > 1 and all(len(name_words(line)) > 1 for line in lines):
        return True
    text = " ".join(_PRONOUNS.sub(" ", name).split())
    if _COMPANY.fullmatch(text) or _TITLED.fullmatch(text) or _KIN.fullmatch(text) or _is_plural(text):
        return True
    bare = " ".join(_ASIDE.sub(" ", text).split())
    return _joined(bare, given) or _listed(bare, given, last_first=last_first)


def _is_plural(text: str) -> bool:
    """Whether a family is named as one: "The Montoyas", "Los Ortega"."""
    first, _, rest = text.partition(" ")
    if first.casefold() == "the":
        return bool(re.fullmatch(r"[^\W\d_][\w'’ -]*s['’]?", rest)) and len(rest.split()) <= 2
    return (
        first.casefold() in {"los", "las", "les", "die", "gli", "os"} and len(rest.split()) == 1 and rest[:1].isupper()
    )


def _joined(text: str, given: Collection[str]) -> bool:
    """Whether a word or sign joins two names: "Ana & Luis", "Ana Ruiz / Luis Ortega"."""
    pieces = [piece.strip(" ,") for piece in _AND.split(text)]
    if len(pieces) < 2 or not all(pieces):
        return False
    if any(_NOT_A_PERSON.fullmatch(piece) for piece in pieces[1:]) or not all(map(_NAME.fullmatch, pieces)):
        return False
    if len(pieces) == 2 and _SURNAMES.search(text):
        # "Ana María Ruiz y López": a surname stands behind the word, and a given name stands before the first one.
        before, after = (name_words(piece) for piece in pieces)
        after = tuple(word for word in after if word not in _PARTICLES)
        return len(before) < 2 or len(after) > 1 or _is_given(after[0] if after else "", given)
    return True


def _listed(text: str, given: Collection[str], *, last_first: bool) -> bool:
    """Whether commas part several names: "Priya Varga, Jo Varga", "Ana, Luis and Jo"."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    pieces = [piece for piece in pieces if not _NOT_A_PERSON.fullmatch(piece)]
    if len(pieces) < 2 or not all(map(_NAME.fullmatch, pieces)):
        return False
    if len(pieces) > 2:
        return True
    one, other = (name_words(piece) for piece in pieces)
    if last_first or first_last(text) == text:
        return False
    if len(one) > 1 and len(other) > 1:
        # "Ruiz López, Ana María" has its given names behind the comma, and no surname twice.
        return one[-1] == other[-1] or _is_given(one[0], given) or not _is_given(other[0], given)
    return len(one) == 1 and len(other) == 1 and _is_given(one[0], given) and _is_given(other[0], given)


def _is_given(word: str, given: Collection[str]) -> bool:
    return word in CALLED or word in given
