"""Everybody whom prose names: people by any form of their name, organisations, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from ok_match.model import EMAIL, ConflictKind
from ok_match.model.people.given_names import WORDS

from .directory import GENERIC, TITLES, Directory
from .prose import Word, words_of


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A stretch of text that names somebody.

    Attributes
    ----------
    people : frozenset of int
        Positions of those who may be meant; all of them if ``every``, else one of them.
    sure : int
        0-100, if it is one person.
    slip : bool
        Whether the name is read only if a slip of the pen is mended.
    """

    start: int
    end: int
    people: frozenset[int]
    sure: int
    every: bool = False
    kind: ConflictKind = ConflictKind.PERSON
    slip: bool = False


#: Abbreviations that are nobody's initials.
_NO_INITIALS = frozenset(
    "ed ceo cfo coo cto llc inc ltd ok us usa uk eu hr it tv am pm pt md rn cpa hvac bbq vp pr mba diy faq nda ymca pto"
    " sba sbdc etc asap fyi ps id no so we he my me if or at by to in on is as an of be do go up".split()
)
#: Words that, after a name that is an ordinary word too, show that it is a name.
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
    ok okay
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


def names_in(text: str, speaker: int, book: Directory) -> tuple[NamedSpan, ...]:
    """Everybody whom a text names, in the order of the text, without the speaker."""
    spans: list[NamedSpan] = []
    blank = text
    for address in EMAIL.finditer(text):
        plain = address[0].casefold().removeprefix("mailto:").rstrip(".")
        blank = blank[: address.start()] + " " * len(address[0]) + blank[address.end() :]
        who = frozenset({book.emails[plain]} if plain in book.emails else ())
        spans.append(NamedSpan(address.start(), address.end(), who, 99))
    for start, end, person in book.codes.named_in(blank) if book.codes else ():
        spans += [NamedSpan(start, end, frozenset({person}), 97)] * (person != speaker)
        blank = blank[:start] + " " * (end - start) + blank[end:]
    words = words_of(blank)
    quiet = _is_quiet(words)
    at = 0
    while at < len(words):
        if not book.may_begin(words[at].plain):
            at += 1
            continue
        span, used = _first(_Cursor(blank, words, at, quiet), book, _WAYS)
        if span is None:
            at += 1
            continue
        others = span.people - {speaker}
        if others:
            spans.append(_narrowed(replace(span, people=others), blank, book))
        at += used
    return tuple(sorted(spans, key=lambda span: span.start))


def named_by(text: str, book: Directory) -> frozenset[int]:
    """Everybody whom a text as a whole may name: "Greg Milbrook", "Sarah", "T.J.".

    Stricter than prose: no slip of the pen is mended, and every word must fit the person.
    """
    words = words_of(text)
    if not words:
        return frozenset()
    span, used = _first(_Cursor(text, words, 0, _is_quiet(words)), book, _WAYS_TO_NAME_ONE)
    if span is None or used < len(words) or span.sure == 0 or span.slip:
        return frozenset()
    return frozenset(i for i in span.people if all(book.may_bear(i, word.plain) for word in words))


def _is_quiet(words: Iterable[Word]) -> bool:
    """Whether the writer uses no capital letters."""
    return not any(word.capital and word.text != "I" and not word.text.startswith("I'") for word in words)


def _first(cursor: _Cursor, book: Directory, ways: Iterable[_Way]) -> _Read:
    """The first way of naming that fits at a word."""
    reads = (way(cursor, book) for way in ways)
    return next((read for read in reads if read[0] is not None and read[1]), _NOTHING)


@dataclass(frozen=True, slots=True)
class _Cursor:
    """A word in its text; ``quiet`` if the writer uses no capital letters."""

    text: str
    words: Sequence[Word]
    at: int
    quiet: bool

    def word(self, ahead: int = 0) -> Word | None:
        """The word further on, if nothing but spaces and hyphens stands between."""
        index = self.at + ahead
        if not 0 <= index < len(self.words):
            return None
        if ahead > 0:
            before = self.words[index - 1]
            gap = self.text[before.end : self.words[index].start].strip(" -\u00a0\u2010\u2011")
            initial = len(before.plain) == 1 or before.plain in TITLES or "." in before.text
            if gap and not (gap == "." and initial):
                return None
        return self.words[index]

    def after(self, ahead: int) -> Word | None:
        """The word further on in the name of an organisation, in which "&" may stand too."""
        index = self.at + ahead
        if index >= len(self.words):
            return None
        gap = self.text[self.words[index - 1].end : self.words[index].start]
        return None if gap.strip(" -&+\u00a0\u2010\u2011") else self.words[index]

    def starts_sentence(self) -> bool:
        """Whether the word is the first of a sentence."""
        before = self.text[: self.words[self.at].start].rstrip(" \"“‘('*-–—•\n\t")
        return not before or before[-1] in ".!?:;"

    def stands_as_name(self) -> bool:
        """Whether a word that is also an ordinary word is a name here."""
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
        """Whether a single word may be a name where it stands."""
        word = self.words[self.at]
        return self.stands_as_name() if word.plain in WORDS or word.plain in NEVER else True


#: What a way of naming reads at a word: a span, and the number of words in it.
_Read = tuple[NamedSpan | None, int]
_Way = Callable[[_Cursor, Directory], _Read]
_NOTHING: _Read = (None, 0)


def _span(cursor: _Cursor, used: int, people: Set[int], sure: int, *, every: bool = False, slip: bool = False) -> _Read:
    start, end = cursor.words[cursor.at].start, cursor.words[cursor.at + used - 1].end
    return NamedSpan(start, end, frozenset(people), sure, every=every, slip=slip), used


def _whole_organisation(cursor: _Cursor, used: int, people: Set[int], sure: int) -> _Read:
    span, used = _span(cursor, used, people, sure, every=True)
    return span and replace(span, kind=ConflictKind.ORGANISATION), used


def _full_name(cursor: _Cursor, book: Directory) -> _Read:
    """Given name and surname, with a middle name or initial between, or "Milbrook, Greg"."""
    first = cursor.words[cursor.at]
    given = book.called(first.plain)
    exact = first.plain in book.given
    joined = cursor.word(1)
    for ahead in (1, 2, 3):
        last = cursor.word(ahead)
        if last is None or any(cursor.word(step) is None for step in range(1, ahead)):
            break
        people = book.called_in_full(first.plain, last.plain)
        if ahead == 2 and joined is not None:
            people |= book.given.get(first.plain + joined.plain, set()) & book.named_so(last.plain)
        if people and (not cursor.quiet or last.plain not in WORDS or ahead == 1):
            return _span(cursor, ahead + 1, people, 98 if exact else 95)
        if ahead == 1 and given and last.capital is first.capital and (near := book.nearly(last.plain)):
            people = book.called_in_full(first.plain, near)
            if people:
                return _span(cursor, 2, people, 82, slip=True)
    if joined is not None and not given and (near := book.nearly(first.plain)):
        people = book.called_in_full(near, joined.plain)
        if people:
            return _span(cursor, 2, people, 82, slip=True)
    surnamed = book.named_so(first.plain)
    after = cursor.words[cursor.at + 1] if cursor.at + 1 < len(cursor.words) else None
    if surnamed and after and cursor.text[first.end : after.start].strip() == ",":
        people = book.called_in_full(after.plain, first.plain)
        if people:
            return _span(cursor, 2, people, 95)
    return _NOTHING


def _shortened(cursor: _Cursor, book: Directory) -> _Read:
    """A name cut short or with a title: "R. Tolliver", "Ella F.", "Mr Stone", "the Johnsons"."""
    first, last = cursor.words[cursor.at], cursor.word(1)
    if last is None:
        return _NOTHING
    people: Set[int]
    letter = len(first.plain) == 1 and first.text != "I" and (first.capital or cursor.quiet)
    if letter and (last.capital or cursor.quiet):
        people = book.starting(book.named_so(last.plain), first.plain, given=True)
        if people:
            return _span(cursor, 2, people, 94)
    if first.plain in TITLES and (people := book.named_so(last.plain)):
        return _span(cursor, 2, people, 90)
    if len(last.plain) == 1 and (last.capital or cursor.quiet) and last.text not in {"I", "a"}:
        people = book.called_with_initial(first.plain, last.plain)
        if people:
            return _span(cursor, 2, people, 94)
    if first.plain == "the" and (last.capital or cursor.quiet):
        for cut in ("s", "es"):
            people = book.named_so(last.plain.removesuffix(cut)) if last.plain.endswith(cut) else set()
            if people and not last.text.endswith(("'s", "’s")):
                return _span(cursor, 2, people, 85, every=True)
    return _NOTHING


def _organisation(cursor: _Cursor, book: Directory) -> _Read:
    """An organisation by its whole name or the start of it."""
    first = cursor.words[cursor.at]
    second = next((word for ahead in (1, 2) if (word := cursor.after(ahead)) and word.plain != "and"), None)
    starts = ((first.plain, second.plain), (first.plain,)) if second else ((first.plain,),)
    best: _Read = _NOTHING
    for name, people in (entry for start in starts for entry in book.organisations.get(start, ())):
        same = ahead = 1
        while same < len(name):
            word = cursor.after(ahead)
            ahead += word is not None and word.plain == "and"
            word = cursor.after(ahead)
            if word is None or word.plain != name[same]:
                break
            same, ahead = same + 1, ahead + 1
        after = cursor.after(ahead)
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
            (word := cursor.after(used)) is not None
            and word.capital
            and (word.plain in GENERIC or word.plain == "mgmt")
        ):
            used += 1
        if used >= best[1] and (best[0] is None or used > best[1] or not rest):
            sure = 90 if not rest else 82
            merged = people | best[0].people if best[0] is not None and used == best[1] and rest else people
            best = _whole_organisation(cursor, used, merged, sure)
    return best


def _alone(cursor: _Cursor, book: Directory) -> _Read:
    """A given name or a surname that stands alone, or two given names."""
    word = cursor.words[cursor.at]
    people = book.called(word.plain) | book.named_so(word.plain) if len(word.plain) > 1 else set()
    after = cursor.word(1)
    generic = after.plain if after is not None and after.plain in GENERIC else ""
    firm = {i for i in people if generic in book.firms[i]} if generic else set()
    if firm:
        return _span(cursor, 2, firm, 86)
    if not people or not cursor.is_name():
        return _NOTHING
    second = {i for i in people if after is not None and after.plain in book.names[i][0]}
    if second:
        return _span(cursor, 2, second, 93)
    if (
        after is not None
        and after.capital
        and not cursor.quiet
        and after.plain not in NEVER
        and word.plain not in book.surnames
        and word.plain not in book.distinctive
    ):
        # Somebody else's surname follows: it is another Greg, unless it is what their firm is called.
        own = {i for i in people if after.plain in book.firms[i]}
        return _span(cursor, 2, own, 90) if own else _span(cursor, 2, people, 0)
    exact = word.plain in book.given or word.plain in book.surnames
    return _span(cursor, 1, people, (90 if exact else 84) - (10 if word.plain in WORDS else 0))


def _telling_word(cursor: _Cursor, book: Directory) -> _Read:
    """An organisation by a word that is in no other's name."""
    word = cursor.words[cursor.at]
    people = book.distinctive.get(word.plain)
    if people and (word.capital or cursor.quiet):
        return _whole_organisation(cursor, 1, people, 80)
    return _NOTHING


def _initials(cursor: _Cursor, book: Directory) -> _Read:
    """Initials: "J.R.", "TJ"."""
    word = cursor.words[cursor.at]
    people = book.initials.get(word.plain) if word.acronym and len(word.plain) in (2, 3) else None
    if not people or word.plain in _NO_INITIALS:
        return _NOTHING
    return _span(cursor, 1, people, 80 if "." in word.text else 74)


def _slip(cursor: _Cursor, book: Directory) -> _Read:
    """A name with a slip of the pen in it."""
    word = cursor.words[cursor.at]
    known = word.plain in book.given or word.plain in book.surnames or word.plain in NEVER | WORDS
    near = book.nearly(word.plain) if word.capital and not known else ""
    return _span(cursor, 1, book.called(near) | book.named_so(near), 70, slip=True) if near else _NOTHING


_WAYS: tuple[_Way, ...] = (
    _full_name,
    _organisation,
    _shortened,
    _alone,
    _telling_word,
    _initials,
    _slip,
)
#: Ways of naming one person, and no organisation.
_WAYS_TO_NAME_ONE: tuple[_Way, ...] = (_full_name, _shortened, _alone, _initials)
_WHENCE = re.compile(
    r"\W*\b(?:from|of|at|who (?:runs|owns|does|has)|with|over at|in|the)\b(?P<clause>[^.;:!?\n,]{3,60})"
    r"|\s*\((?P<aside>[^)]{3,60})\)",
    re.IGNORECASE,
)


def _narrowed(span: NamedSpan, text: str, book: Directory) -> NamedSpan:
    """The same name, with what follows it ("Sarah from the gear shop") used to choose among several people."""
    whence = None if span.every else _WHENCE.match(text, span.end)
    if whence is None:
        return span
    fitting = frozenset(i for i in span.people if book.kinds.about(i, whence["clause"] or whence["aside"]))
    if len(span.people) > 1 and fitting:
        return replace(span, people=fitting, sure=min(95, span.sure + 5) if len(fitting) == 1 else span.sure)
    if len(fitting) == 1:
        return replace(span, sure=min(97, span.sure + 5))
    return span
