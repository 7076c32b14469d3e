"""Plain text: linear, without colour, frames or columns, for pipes, files and screen readers."""

import re
from textwrap import fill

from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Quote, Span

WIDTH = 100
#: Spaces that wrapping replaces or drops.
_ODD_SPACE = re.compile(r"[\t\n\x0b\x0c\r]|^ | $")


def plain(document: Document) -> str:
    """A document as plain text, ending in a newline."""
    parts = [_heading(document.title, "="), *(_block(block) for block in document.opening)]
    for section in document.sections:
        title = f"{section.title} ({section.aside})" if section.aside else section.title
        parts += [_heading(title, "-"), *(_block(block) for block in section.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def flat(line: Line) -> str:
    """A line as one string, with quotation marks around people's own words."""
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    match span:
        case str():
            text = span
        case Quote():
            text = f"“{span.text}”"
        case _:
            text = span.text
    return text.replace("\n", " ").replace("\t", " ")


def _heading(text: str, mark: str) -> str:
    line = flat((text,))
    return f"{line}\n{mark * min(len(line), WIDTH)}"


def _block(block: Block) -> str:
    match block:
        case Facts():
            return "\n".join(_wrapped(f"{label}: {flat(line)}", "", "  ") for label, line in block.rows)
        case Lines():
            return "\n".join(_wrapped(flat(line), "", "") for line in block.lines)
        case Entries():
            lines = [f"{block.title}:"] if block.title and block.entries else []
            for title, rest in block.entries:
                lines.append(_wrapped(flat(title), "- ", "  "))
                lines += [_wrapped(flat(line), "  ", "    ") for line in rest]
            return "\n".join(lines)


def _wrapped(text: str, first: str, later: str) -> str:
    if len(first) + len(text) <= WIDTH and text and not _ODD_SPACE.search(text):
        return first + text  # most lines, of which there may be tens of thousands
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
