"""A report as blocks of text: what it says is settled here, and each format only sets it in type."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's own words, always shown as a quotation."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A word that should stand out, such as a name; meaning never depends on it."""

    text: str


Span = str | Said | Strong
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with a line that says how it is."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, each on a line of its own."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list: each entry a line, with further lines that belong to it."""

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
