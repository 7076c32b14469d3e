"""The rows of a sheet that are no people, each with the reason; what may be a person is never among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ok_match.intake.columns.recognition import Heading
from ok_match.intake.columns.table import tidy
from ok_match.model import EMAIL, Facet

from .below import Block, block_at
from .likeness import shape
from .sections import is_count, is_name, is_note, is_out, is_title, is_total

_FACETS = frozenset(Facet)
#: What stands before the answers of nobody, which show people how to answer.
_EXAMPLE = re.compile(
    r"\W*e\.g\..*|\W*(?:(?:an? )?(?:example|sample)|e\.g\.|for (?:example|instance)|beispiel|muster|ejemplo"
    r"|exemple|esempio"
    r"|voorbeeld|demo"
    r"|how to (?:answer|fill))\b[^,]*(?:[:>()\[\]–—]|\s-\s).*|\W+(?:example|sample|beispiel|ejemplo|exemple)\W*.*"
    r"|(?:example|sample) (?:row|entry|answer|person)\b.*",
    re.IGNORECASE,
)
#: Fields by which a row names its person.
NAMES = ("name", "first_name", "last_name", "preferred_name")
#: The share of people who give an address, from which on a row without one is looked at more closely.
_USUAL = 0.7
#: A table with fewer columns than this is a list, and one with fewer than that has no room for much beside a name.
_NARROW, _ROOM = 2, 4


class Standing(NamedTuple):
    """What a row is: the problem code of one that is nobody, or the doubt about one that may be, and what it rests on.

    ``about`` is the title of the section for somebody who is not taking part, and the row of the header for the rows of
    a second table.
    """

    code: str = ""
    doubt: str = ""
    about: str = ""
    other: int = 0


PERSON = Standing()


def standings(
    headings: Sequence[Heading],
    columns: Sequence[Sequence[str]],
    numbers: Sequence[int],
    wide: Collection[int] = (),
    doubtful: Collection[int] = (),
) -> list[Standing]:
    """What each row below the header is, top to bottom.

    Parameters
    ----------
    headings : sequence of Heading
        The recognised columns.
    columns : sequence of sequence of str
        The cleaned cells of each column.
    numbers : sequence of int
        The rows as the spreadsheet numbers them.
    wide, doubtful : collection of int
        Rows in which cells are merged across, and rows that may belong to the header.
    """
    return list(_Reader(headings, columns, numbers, wide, doubtful).standings())


class _Reader:
    """Reads a table from top to bottom, and remembers under which title it is."""

    def __init__(
        self,
        headings: Sequence[Heading],
        columns: Sequence[Sequence[str]],
        numbers: Sequence[int],
        wide: Collection[int],
        doubtful: Collection[int],
    ) -> None:
        self.headings, self.numbers, self.wide, self.doubtful = headings, numbers, wide, doubtful
        width = len(headings)
        self.lines = list(zip(*columns[:width], strict=True))
        self.headers = [{tidy(text).casefold() for text in (h.header, h.row) if text} for h in headings]
        self.fields: Mapping[int, str] = {h.position: h.field for h in headings if h.field}
        self.mails = {n for n, field in self.fields.items() if field == "email"}
        self.names = {n for n, field in self.fields.items() if field in NAMES}
        #: Where nobody is named, an id tells people apart as a name does.
        self.ids = {n for n, field in self.fields.items() if field == "id"} if not self.names else set()
        #: Columns by which people know a row: a line that is no person stands in one of these.
        self.labels = self.names | ({0} if self.fields.get(0) not in _FACETS else set())
        self.facets = {n for n, field in self.fields.items() if field in _FACETS}
        filled = [line for line in self.lines if sum(map(bool, line)) > 1]
        addressed = sum(any(EMAIL.search(line[n]) for n in self.mails) for line in filled)
        self.usually_addressed = bool(self.mails) and addressed >= _USUAL * max(1, len(filled))
        #: Lone texts that are titles, as the table as a whole shows.
        self.titles = self._capitals(filled) | self._headings()
        alone = sum(sum(map(bool, line)) == 1 and any(line[n] for n in self.names) for line in self.lines)
        #: Where most rows hold nothing but a name, a name alone is a person.
        self.names_alone = not filled or alone > len(filled) or (width < _ROOM and not self.usually_addressed)

    def standings(self) -> Iterator[Standing]:
        """The standing of each row."""
        section = ""
        block: Block | None = None
        for index, line in enumerate(self.lines):
            number = self.numbers[index]
            filled = [(position, cell) for position, cell in enumerate(line) if cell]
            standing = self._standing(filled, number)
            if standing.code == "header-row":
                block = None
            elif block is None and standing.code != "blank-row":
                block = block_at(self.lines, index, self.mails, self.names, self._follows_a_gap(index))
                if block:
                    yield Standing("second-table" if block.holds_people else "table-below", about=block.shown)
                    start = number
                    continue
            if block and standing.code != "blank-row":
                yield Standing("row-of-another-table", other=start)
                continue
            if standing.code == "section-row":
                title = " ".join(cell for _, cell in filled)
                section = title if is_out(title) else ""
            elif section and not standing.code:
                standing = Standing(doubt=standing.doubt or "section-out", about=section)
            yield standing

    def _capitals(self, filled: Sequence[Sequence[str]]) -> frozenset[str]:
        """Lone texts in capitals that are titles: there are several, and nobody else's name is in capitals."""
        positions = self.labels | self.mails
        lone = {
            cell
            for line in self.lines
            if sum(map(bool, line)) == 1
            for position, cell in enumerate(line)
            if cell and position in positions and cell.isupper() and len(cell) > _SHORTEST and " @" not in cell
        }
        named = any(line[n].isupper() and len(line[n]) > _SHORTEST for line in filled for n in self.names)
        return frozenset(lone) if len(lone) > 1 and not named and self.usually_addressed else frozenset()

    def _headings(self) -> frozenset[str]:
        """Lone texts that stand like titles: several, each below a gap or at the top, and above somebody's row."""
        found: set[str] = set()
        for index, line in enumerate(self.lines[:-1]):
            lone = [(n, cell) for n, cell in enumerate(line) if cell]
            below = self.lines[index + 1]
            addressed = any(EMAIL.search(below[n]) for n in self.mails) and sum(map(bool, below)) > 1
            if len(lone) == 1 and addressed and (index == 0 or self._follows_a_gap(index)):
                position, cell = lone[0]
                # What looks like a whole name may be one, wherever it stands.
                if position in self.labels and shape(cell) not in ("name", "number", "mail"):
                    found.add(cell)
        return frozenset(found) if len(found) > 1 and self.usually_addressed else frozenset()

    def _usual_shape(self, position: int) -> str:
        shapes = Counter(shape(line[position]) for line in self.lines[:_LOOKED_AT] if line[position])
        return shapes.most_common(1)[0][0]

    def _follows_a_gap(self, index: int) -> bool:
        return index > 0 and not any(self.lines[index - 1])

    def _standing(  # noqa: PLR0911 - one return a reason
        self, filled: Sequence[tuple[int, str]], number: int
    ) -> Standing:
        if not filled:
            return Standing("blank-row")
        if any(_EXAMPLE.fullmatch(cell) for position, cell in filled if position in self.labels):
            return Standing("example-row")
        addressed = any(position in self.mails and EMAIL.search(cell) for position, cell in filled)
        if addressed and len(filled) > 1:
            return PERSON
        repeated = sum(tidy(cell).casefold() in self.headers[position] for position, cell in filled)
        if repeated > 1 and repeated * 10 >= len(filled) * 6:
            return Standing("header-row")
        if number in self.doubtful:
            return Standing(doubt="maybe-header", about=_shown(filled))
        first = filled[0][1]
        beyond = [cell for _, cell in filled[1:]]
        numeric = all(shape(cell) in ("number", "mark", "code") or is_count(cell) for cell in beyond)
        if is_total(first) and (numeric or not beyond) and not addressed:
            return Standing("total-row")
        if len(filled) == 1 or (numeric and len(filled) == 2 and not self.facets & {filled[1][0]}):
            return self._alone(*filled[0], merged=number in self.wide)
        return self._several(filled)

    def _alone(  # noqa: PLR0911 - one return a reason
        self, position: int, text: str, *, merged: bool
    ) -> Standing:
        """The standing of a row that holds one text and nothing else but perhaps a number."""
        if position in self.names and shape(text) == "number" and not self.names_alone:
            return Standing("total-row")
        if len(self.headings) < _NARROW or not any(map(str.isalpha, text)):
            return PERSON
        if position in self.mails and EMAIL.fullmatch(text):
            return PERSON
        leads = position == 0 or position in self.names or position in self.mails
        if position in self.facets and position and not merged:
            return Standing("section-row") if _is_framed(text) else PERSON
        if is_title(text) or text in self.titles:
            return Standing("section-row")
        if position in self.ids and not merged and shape(text) == self._usual_shape(position):
            return PERSON
        if leads and is_note(text):
            return Standing("note-row")
        if merged:
            return Standing("section-row" if len(text.split()) <= _TITLE_WORDS else "note-row")
        if position in self.names and not self.names_alone:
            return Standing(doubt="maybe-person", about=text)
        if leads and position not in self.names and position not in self.facets and not self._is_of_words(position):
            return Standing("section-row")
        return PERSON if position in self.names or not leads else Standing(doubt="maybe-person", about=text)

    def _several(self, filled: Sequence[tuple[int, str]]) -> Standing:
        """The standing of a row that holds several texts, of which none is an address in its column."""
        names = [cell for position, cell in filled if position in self.names]
        answered = any(position in self.facets for position, _ in filled)
        first = filled[0][1]
        sparse = len(filled) * 2 <= len(self.headings)
        if not names and not self.mails & {position for position, _ in filled}:
            return Standing("note-row") if is_note(first) and sparse and filled[0][0] == 0 else PERSON
        named = all(map(is_name, names))
        if answered and not any(map(is_note, names)):
            return PERSON
        if not named and (is_note(first) or any(map(is_note, names))):
            return Standing("note-row") if not answered else Standing(doubt="maybe-person", about=_shown(filled))
        if not self.names or not self.mails or not self.usually_addressed:
            return PERSON if named else Standing(doubt="maybe-person", about=_shown(filled))
        if is_title(" ".join(names)) and not answered and sparse:
            return Standing("section-row")
        return PERSON if named and not sparse else Standing(doubt="maybe-person", about=_shown(filled))

    def _is_of_words(self, position: int) -> bool:
        """Whether a column holds words, so that a lone text in it may be somebody's answer."""
        shapes = [
            shape(line[position]) for line in self.lines[:_LOOKED_AT] if line[position] and sum(map(bool, line)) > 1
        ]
        return bool(shapes) and sum(kind in ("number", "date", "code", "mark") for kind in shapes) * 2 < len(shapes)


#: Words of the longest title in merged cells; rows by which a column is judged; letters of the shortest title.
_TITLE_WORDS, _LOOKED_AT, _SHORTEST = 8, 200, 3


def _is_framed(text: str) -> bool:
    return is_title(text) and not text[0].isalnum() and not text[-1].isalnum()


def _shown(filled: Sequence[tuple[int, str]]) -> str:
    return " · ".join(cell for _, cell in filled[:3])
