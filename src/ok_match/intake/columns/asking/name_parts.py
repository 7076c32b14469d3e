"""Questions for a person's name or a part of it, in any wording and order."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_WORDS = {
    kind: frozenset(words.split())
    for kind, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
#: The parts of a name, and the words of a question that ask for each.
_PARTS = {"middle_name": "middle", "name_prefix": "prefix", "name_suffix": "suffix"}
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_TOKEN = re.compile(r"[^\W\d_]+")
#: What somebody likes to be called, beside or instead of the name in their papers.
_CALLED = re.compile(
    r"\b(nick ?names?|name ?(tag|plate|badge)s?|(goes?|go|going) by|known as|alias|call name|calling name"
    r"|(preferred|chosen|display|screen|zoom|informal|common|everyday|short|badge) (first |full |given )?names?"
    r"|names? (you )?(prefer(red)?|like|use|go by|preference)|preferred name"
    r"|prefer(s|red)? to be (called|addressed)|like to be (called|addressed)"
    r"|(should|shall|can|may|do|could) (we|others|people|everyone|everybody|friends|your friends) (call|address) you"
    r"|(we|people|friends) call you|call you|call me|address you"
    r"|spitzname|rufname|apodo|surnom|soprannome|roepnaam)\b",
)
#: With one of these, "call you" is about the telephone.
_BY_PHONE = re.compile(
    r"\b(times?|when|days?|hours?|numbers?|phone|telephone|mobile|cell|how often|may we call you at)\b"
)
_COMING = re.compile(
    r"who (is|are|s|will be) (you|coming|attending|joining|applying|taking part|participating|registering|this)"
)
#: "What may we call you?" asks for a name; "Best time to call you" does not.
_WHAT = re.compile(r"\b(?:what|how|names?|\w*named?)\b(?!.*\btimes?\b)")
_BADGE = re.compile(r"\bnames?\b.*\b(on|for) (your |the |a )?(badge|name ?tag|certificate|name ?plate|place ?card)\b")
#: Names that go with an account or a screen, not with a person.
_ACCOUNT = re.compile(r"\b(user|login|log in|account|file|domain|brand|product|trade)[ -]?names?\b")
_HONORIFIC = re.compile(
    r"(mrs?|ms|miss|mx|dr|prof(essor)?|rev(erend)?|fr|sr|sra|srta|hon|sir|dame|herr|frau|hr|fr|divers|m|mme|mlle"
    r"|monsieur|madame|mademoiselle|señora?|señorita|senhora?|dhr|mevr?|mw|dott(oressa)?|sig(nora?|ra)?|ing|dipl)"
    r"\.?( ?(dr|prof|ing|med|hc)\.?)*",
    re.IGNORECASE,
)
#: Words that stand before a surname, in the languages that write them apart.
_PARTICLES = frozenset(
    "van de der den het ten ter te von vom zu zum zur op in 't 's d' da das do dos del della di du la le el al af v d"
    " v/d".split()
)
#: Words that say a part of a name only with "name" beside them, and words that join two parts.
_NEEDS_NAME = frozenset("first last given family fore christian sur famille pila paternal maternal".split())
_JOINING = frozenset("and und y e et en og och".split())
_PEOPLE = frozenset(
    "participant attendee member applicant registrant respondent student mentee delegate contact person".split()
)
_YOURS = frozenset("your you yours my ihr ihre dein votre ton tu su tus sus seu sua tuo suo uw je".split())
_SENTENCE = re.compile(r"[:!.?;]|\s[-–—]\s")
_OF = frozenset("de of la di".split())
#: From this share of its cells on, a column of "Ms" and "Dr" is one of honorifics, whatever its header says.
_MOST = 0.7


@lru_cache(maxsize=4096)
def name_part(header: str) -> tuple[str, int] | None:
    """The part of a name that a question asks for, and how surely, in percent; ``None`` where it asks for none.

    Every word of the question must fit: "Company name" and "Name of your first customer" ask for no name of a person.
    """
    words = words_in(header)
    plain = " ".join(words)
    if not words or len(words) > 16 or asks_for_another(header) or _ACCOUNT.search(plain):
        return None
    if plain == "m i":
        return "middle_name", 95
    if _COMING.fullmatch(plain):
        return "name", 85
    called = _CALLED.search(plain) if len(words) <= 12 and not _BY_PHONE.search(plain) else None
    if _BADGE.search(plain) or (called and ("call" not in called[0] or len(words) < 3 or _WHAT.search(plain))):
        return "preferred_name", 96
    return _part_of(words) or _of_the_last_words(header)


def _of_the_last_words(header: str) -> tuple[str, int] | None:
    """The part that the last sentence of a chatty question asks for: "Thanks! And your last name?"."""
    pieces = [piece for piece in _SENTENCE.split(header) if words_in(piece)]
    last = words_in(pieces[-1]) if len(pieces) > 1 else ()
    return _part_of(last) if not _YOURS.isdisjoint(last) else None


def _part_of(words: tuple[str, ...]) -> tuple[str, int] | None:
    known = {kind: [word for word in words if word in _WORDS[kind]] for kind in _WORDS}
    told = {word for kind in ("first", "last", "middle", "prefix", "suffix", "name", "filler") for word in known[kind]}
    if not told.issuperset(words):
        return None
    for field, kind in _PARTS.items():
        if known[kind] and not known["first"] and not known["last"]:
            return field, 98
    if (known["first"] and known["last"]) or _has_both(words):
        return "name", 98
    # "First" and "Last" alone can only be names; in a sentence a word that says so must stand beside them.
    alone = len(words) == 1 or bool(known["name"]) or _PEOPLE.issuperset(words[:-1])
    for field, kind in (("first_name", "first"), ("last_name", "last")):
        certain = [word for word in known[kind] if word not in _NEEDS_NAME]
        if known[kind] and (alone or certain or words[0] in {"your", "my"}):
            return field, 100 if certain or known["name"] else 97
    if known["name"]:
        return ("name", 80) if words == ("who",) else ("name", 96)
    return None


def _has_both(words: tuple[str, ...]) -> bool:
    """Whether a question names a part in one word and the other part by "name": "Nombre y apellidos"."""
    parts = {"first": _WORDS["first"], "last": _WORDS["last"]}
    whole = [before for before, word in zip(("", *words), words, strict=False) if word in _WORDS["name"]]
    other = [word for word in words if word in parts["first"] | parts["last"] and word not in _NEEDS_NAME]
    joined = not _JOINING.isdisjoint(words) or words[-1] in other
    return bool(other) and joined and any(before not in parts["first"] | parts["last"] | _OF for before in whole)


def asks_for_another(header: str) -> bool:
    """Whether a question is about somebody else than the person who answers: their manager, who referred them."""
    return not _WORDS["others"].isdisjoint(words_in(header))


def are_honorifics(cells: tuple[str, ...]) -> bool:
    """Whether the cells of a column are "Ms", "Dr" and their like."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(bool(_HONORIFIC.fullmatch(cell)) for cell in filled) >= _MOST * len(filled)


def is_honorific(text: str) -> bool:
    """Whether a text is "Ms", "Dr" or their like, and no name."""
    return _HONORIFIC.fullmatch(text) is not None


def is_particle(text: str) -> bool:
    """Whether a text holds nothing but words that stand before a surname: "van der"."""
    words = text.casefold().replace(".", " ").split()
    return bool(words) and _PARTICLES.issuperset(words)


def are_particles(cells: tuple[str, ...]) -> bool:
    """Whether the cells of a column are such words: forms in Dutch ask for them in a question of its own."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(is_particle, filled))


@lru_cache(maxsize=4096)
def words_in(header: str) -> tuple[str, ...]:
    """The words of a header in lower case: "FirstName", "first_name" and "Name (First)" have the same two."""
    text = _HUMP.sub(" ", header.replace("’", "'").replace("_", " "))
    return tuple(word.casefold() for word in _TOKEN.findall(text))
