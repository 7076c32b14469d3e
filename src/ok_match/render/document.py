"""A report as blocks of text: its content is fixed here, and a format only typesets it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, always shown in quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A word that should stand out, such as a name; meaning never depends on it."""

    text: str


Span = str | Quote | Strong
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with a line of text."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, each on a line of its own."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list: each entry is a line, with further lines that belong to it."""

    title: str
    entries: tuple[tuple[Line, tuple[Line, ...]], ...]


Block = Facts | Lines | Entries


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: a title, a remark beside it, and blocks."""

    title: str
    aside: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: an opening with the blocks that matter most, then the sections."""

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...] = field(default=())
