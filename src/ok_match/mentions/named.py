"""Finds in prose whom it names: people by any form of their name, organisations, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from ok_match.intake.columns.fields import EMAIL
from ok_match.model import ConflictKind

from .directory import GENERIC, TITLES, Directory
from .given_names import WORDS
from .kinds import Kinds
from .words import Word, words_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody.

    Attributes
    ----------
    people : frozenset of int
        Positions of those who may be meant; all of them if ``every``, else one of them.
    sure : int
        0-100, if it is one person.
    """

    start: int
    end: int
    people: frozenset[int]
    sure: int
    every: bool = False
    kind: ConflictKind = ConflictKind.PERSON


#: Abbreviations that are nobody's initials.
_NO_INITIALS = frozenset(
    "ed ceo cfo coo cto llc inc ltd ok us usa uk eu hr it tv am pm pt md rn cpa hvac bbq vp pr mba diy faq nda ymca pto"
    " sba sbdc etc asap fyi ps id no so we he my me if or at by to in on is as an of be do go up".split()
)
#: After a name that is a word too, what shows that it is a name.
_AFTER_NAME = frozenset(
    "and or is was has had from at owes did does who used works worked sits runs ran owns told knows left sued".split()
)
_BEFORE_NAME = frozenset(
    """
    with from and or not to avoid by is named called than except but like husband wife partner sister brother cousin
    boss manager friend landlord bookkeeper accountant competitor ex near beside is no
    """.split()
)
NEVER = frozenset(
    """
    i the a an my our your his her their not no nope none nobody anyone anybody someone everyone please pls just only
    we he she they it you this that these those there here if when while because since also maybe and or but so as at
    in on to from with by for of is are was were be been am do does did have has had can could would should will
    might may must who whom what which how why where yes thanks thank hi hello ideally preferably probably possibly
    rather avoid keep former ex owner monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december conflict conflicts competitor competitors other
    others another any all both same different id ill im ive weve wed were dont cant wont hes shes theyre its thats well
    youre youd hed shed theyd isnt wasnt didnt doesnt some most much many more her him them us me mr mrs ms dr
    """.split()
)


def mentions_in(text: str, speaker: int, book: Directory, kinds: Kinds) -> tuple[Mention, ...]:
    """Find everybody whom a text names, the speaker left out, in the order of the text."""
    found: list[Mention] = []
    blank = text
    for address in EMAIL.finditer(text):
        plain = address[0].casefold().rstrip(".")
        blank = blank[: address.start()] + " " * len(address[0]) + blank[address.end() :]
        who = frozenset({book.emails[plain]} if plain in book.emails else ())
        found.append(Mention(address.start(), address.end(), who, 99))
    words = words_of(blank)
    quiet = not any(word.capital and word.text != "I" and not word.text.startswith("I'") for word in words)
    at = 0
    while at < len(words):
        for look in _WAYS:
            mention, used = look(_Place(blank, words, at, quiet), book)
            others = mention.people - {speaker} if mention else frozenset()
            if mention and used:
                if others:
                    found.append(_narrowed(replace(mention, people=others), blank, words, at + used, kinds))
                at += used
                break
        else:
            at += 1
    return tuple(sorted(found, key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class _Place:
    """A word in its text; ``quiet`` if the writer uses no capital letters."""

    text: str
    words: Sequence[Word]
    at: int
    quiet: bool

    def word(self, ahead: int = 0) -> Word | None:
        """Give a word further on, if nothing but spaces and hyphens stands between."""
        place = self.at + ahead
        if not 0 <= place < len(self.words):
            return None
        if ahead > 0:
            before = self.words[place - 1]
            gap = self.text[before.end : self.words[place].start].strip(" -\u00a0\u2010\u2011")
            initial = len(before.plain) == 1 or before.plain in TITLES or "." in before.text
            if gap and not (gap == "." and initial):
                return None
        return self.words[place]

    def after(self, ahead: int) -> Word | None:
        """Give a word further on in the name of an organisation, in which "&" may stand too."""
        place = self.at + ahead
        if place >= len(self.words):
            return None
        gap = self.text[self.words[place - 1].end : self.words[place].start]
        return None if gap.strip(" -&+\u00a0\u2010\u2011") else self.words[place]

    def starts_sentence(self) -> bool:
        """Say whether the word is the first of a sentence."""
        before = self.text[: self.words[self.at].start].rstrip(" \"“‘('*-–—•\n\t")
        return not before or before[-1] in ".!?:;"

    def stands_as_name(self) -> bool:
        """Say whether a word that is also an ordinary word is a name here."""
        word = self.words[self.at]
        after = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        before = self.words[self.at - 1] if self.at else None
        gap = self.text[word.end : after.start] if after else self.text[word.end :]
        closed = bool(gap.strip(" ")) or after is None
        named_after = closed or (after is not None and (after.plain in _AFTER_NAME or word.text.endswith(("'s", "’s"))))
        named_before = before is not None and before.plain in _BEFORE_NAME
        if word.capital:
            return named_after if self.starts_sentence() else not before or not before.plain.isdigit()
        return self.quiet and ((named_before and closed) or len(self.words) == 1)

    def is_name(self) -> bool:
        """Say whether a single word may be taken for a name where it stands."""
        word = self.words[self.at]
        return self.stands_as_name() if word.plain in WORDS or word.plain in NEVER else True


_Found = tuple[Mention | None, int]
_NOTHING: _Found = (None, 0)


def _span(place: _Place, used: int, people: Set[int], sure: int, **more: object) -> _Found:
    start, end = place.words[place.at].start, place.words[place.at + used - 1].end
    return Mention(start, end, frozenset(people), sure, **more), used  # type: ignore[arg-type]


def _full_name(place: _Place, book: Directory) -> _Found:
    """Find people by given name and surname, with a middle name or initial between, or "Milbrook, Greg"."""
    first = place.words[place.at]
    given = book.called(first.plain)
    exact = first.plain in book.given
    joined = place.word(1)
    for ahead in (1, 2, 3):
        last = place.word(ahead)
        if last is None or any(place.word(step) is None for step in range(1, ahead)):
            break
        if ahead == 2 and joined is not None and (both := book.given.get(first.plain + joined.plain)):
            given |= both
        people = given & book.named_so(last.plain)
        if people and (not place.quiet or last.plain not in WORDS or ahead == 1):
            return _span(place, ahead + 1, people, 98 if exact else 95)
        if ahead == 1 and given and last.capital is first.capital and (near := book.nearly(last.plain)):
            people = given & book.named_so(near)
            if people:
                return _span(place, 2, people, 82)
    if joined is not None and not given and (near := book.nearly(first.plain)):
        people = book.called(near) & book.named_so(joined.plain)
        if people:
            return _span(place, 2, people, 82)
    surnamed = book.named_so(first.plain)
    after = place.words[place.at + 1] if place.at + 1 < len(place.words) else None
    if surnamed and after and place.text[first.end : after.start].strip() == ",":
        people = surnamed & book.called(after.plain)
        if people:
            return _span(place, 2, people, 95)
    return _NOTHING


def _shortened(place: _Place, book: Directory) -> _Found:
    """Find people by "R. Tolliver", "Ella F.", "Mr Stone" or "the Johnsons"."""
    first, last = place.words[place.at], place.word(1)
    if last is None:
        return _NOTHING
    people: Set[int]
    letter = len(first.plain) == 1 and first.text != "I" and (first.capital or place.quiet)
    if letter and (last.capital or place.quiet):
        people = book.starting(book.named_so(last.plain), first.plain, given=True)
        if people:
            return _span(place, 2, people, 94)
    if first.plain in TITLES and (people := book.named_so(last.plain)):
        return _span(place, 2, people, 90)
    if len(last.plain) == 1 and (last.capital or place.quiet) and last.text not in {"I", "a"}:
        people = book.starting(book.called(first.plain), last.plain, given=False)
        if people:
            return _span(place, 2, people, 94)
    if first.plain == "the" and (last.capital or place.quiet):
        for cut in ("s", "es"):
            people = book.named_so(last.plain.removesuffix(cut)) if last.plain.endswith(cut) else set()
            if people and not last.text.endswith(("'s", "’s")):
                return _span(place, 2, people, 85, every=True)
    return _NOTHING


def _organisation(place: _Place, book: Directory) -> _Found:
    """Find an organisation by its whole name, the start of it, or a word that no other has."""
    first = place.words[place.at]
    second = next((word for ahead in (1, 2) if (word := place.after(ahead)) and word.plain != "and"), None)
    starts = ((first.plain, second.plain), (first.plain,)) if second else ((first.plain,),)
    best: _Found = _NOTHING
    for name, people in (found for start in starts for found in book.organisations.get(start, ())):
        same = ahead = 1
        while same < len(name):
            word = place.after(ahead)
            ahead += word is not None and word.plain == "and"
            word = place.after(ahead)
            if word is None or word.plain != name[same]:
                break
            same, ahead = same + 1, ahead + 1
        after = place.after(ahead)
        rest = name[same:]
        whole = not rest or all(word in GENERIC for word in rest)
        if same < 2 and not (len(name) == 1 and first.capital and first.plain not in NEVER | WORDS):
            continue
        if not whole and (len(name) - same > 2 or (after is not None and after.capital and after.plain not in GENERIC)):
            continue
        if all(word in GENERIC or word in NEVER for word in name[:same]) and rest:
            continue
        used = ahead
        while (
            (word := place.after(used)) is not None and word.capital and (word.plain in GENERIC or word.plain == "mgmt")
        ):
            used += 1
        if used >= best[1] and (best[0] is None or used > best[1] or not rest):
            sure = 90 if not rest else 82
            merged = people | best[0].people if best[0] is not None and used == best[1] and rest else people
            best = _span(place, used, merged, sure, every=True, kind=ConflictKind.ORGANISATION)
    return best


def _alone(place: _Place, book: Directory) -> _Found:
    """Find people by a given name or a surname that stands alone, or by two given names."""
    word = place.words[place.at]
    people = book.called(word.plain) | book.named_so(word.plain) if len(word.plain) > 1 else set()
    after = place.word(1)
    generic = after.plain if after is not None and after.plain in GENERIC else ""
    firm = {i for i in people if generic in book.firms[i]} if generic else set()
    if firm:
        return _span(place, 2, firm, 86)
    if not people or not place.is_name():
        return _NOTHING
    second = {i for i in people if after is not None and after.plain in book.names[i][0]}
    if second:
        return _span(place, 2, second, 93)
    if (
        after is not None
        and after.capital
        and not place.quiet
        and after.plain not in NEVER
        and word.plain not in book.surnames
        and word.plain not in book.distinctive
    ):
        # Somebody else's surname follows: it is another Greg, unless it is what their firm is called.
        own = {i for i in people if after.plain in book.firms[i]}
        return _span(place, 2, own, 90) if own else _span(place, 2, people, 0)
    exact = word.plain in book.given or word.plain in book.surnames
    return _span(place, 1, people, (90 if exact else 84) - (10 if word.plain in WORDS else 0))


def _telling_word(place: _Place, book: Directory) -> _Found:
    """Find an organisation by a word that stands in no other's name."""
    word = place.words[place.at]
    people = book.distinctive.get(word.plain)
    if people and (word.capital or place.quiet):
        return _span(place, 1, people, 80, every=True, kind=ConflictKind.ORGANISATION)
    return _NOTHING


def _initials(place: _Place, book: Directory) -> _Found:
    """Find people by their initials: "J.R.", "TJ"."""
    word = place.words[place.at]
    people = book.initials.get(word.plain) if word.acronym and len(word.plain) in (2, 3) else None
    if not people or word.plain in _NO_INITIALS:
        return _NOTHING
    return _span(place, 1, people, 80 if "." in word.text else 74)


def _slip(place: _Place, book: Directory) -> _Found:
    """Find people by a name with a slip of the pen in it."""
    word = place.words[place.at]
    known = word.plain in book.given or word.plain in book.surnames or word.plain in NEVER | WORDS
    near = book.nearly(word.plain) if word.capital and not known else ""
    return _span(place, 1, book.called(near) | book.named_so(near), 70) if near else _NOTHING


_WAYS: tuple[Callable[[_Place, Directory], _Found], ...] = (
    _full_name,
    _organisation,
    _shortened,
    _alone,
    _telling_word,
    _initials,
    _slip,
)
_WHENCE = re.compile(
    r"\W*\b(?:from|of|at|who (?:runs|owns|does|has)|with|over at|in|the)\b(?P<told>[^.;:!?\n,]{3,60})"
    r"|\s*\((?P<aside>[^)]{3,60})\)",
    re.IGNORECASE,
)


def _narrowed(mention: Mention, text: str, words: Sequence[Word], after: int, kinds: Kinds) -> Mention:
    """Use what follows a name ("Sarah from the gear shop") to tell which of several is meant."""
    del words, after
    if mention.every:
        return mention
    whence = _WHENCE.match(text, mention.end)
    if whence is None:
        return mention
    fitting = frozenset(i for i in mention.people if kinds.about(i, whence["told"] or whence["aside"]))
    if len(mention.people) > 1 and fitting:
        return replace(mention, people=fitting, sure=min(95, mention.sure + 5) if len(fitting) == 1 else mention.sure)
    if len(fitting) == 1:
        return replace(mention, sure=min(97, mention.sure + 5))
    return mention
