"""Markdown that renders the same everywhere, and in which people's own words never act as markup."""

import re

from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Quote, Span, Strong

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@$^=])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown(document: Document) -> str:
    """A document as Markdown, ending in a newline."""
    parts = [f"# {escaped(document.title)}", *(_block(block) for block in document.opening)]
    for section in document.sections:
        title = f"{section.title} ({section.aside})" if section.aside else section.title
        parts += [f"## {escaped(title)}", *(_block(block) for block in section.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """A text on one line, escaped so that Markdown shows it unchanged."""
    line = " ".join(text.split()) if text.strip() else ""
    lead = " " if text[:1].isspace() and line else ""
    tail = " " if text[-1:].isspace() and line else ""
    inert = "".join(_MARKUP.get(char, char) for char in line)
    return f"{lead}{_SPECIAL.sub(_escape, inert)}{tail}"


def _escape(match: re.Match[str]) -> str:
    """A character, escaped unless it is harmless in its place: inside a word or after one."""
    text, position = match.string, match.start()
    char = match.group()
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    harmless = (char in ".!:" and before.isalpha() and (not after or after.isspace())) or (
        char in "-" and before.isalnum() and after.isalnum()
    )
    return char if harmless else f"\\{char}"


def _span(span: Span) -> str:
    match span:
        case Quote():
            return f"“{escaped(span.text)}”"
        case Strong():
            return f"**{escaped(span.text)}**" if span.text.strip() else ""
        case _:
            return escaped(span)


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _block(block: Block) -> str:
    match block:
        case Facts():
            return "\n".join(f"- **{escaped(label)}:** {_line(line)}" for label, line in block.rows)
        case Lines():
            return "\n\n".join(f"*{_line(line)}*" for line in block.lines)
        case Entries():
            lines = [f"### {escaped(block.title)}", ""] if block.title and block.entries else []
            for title, rest in block.entries:
                lines.append(f"- {_line(title)}")
                lines += [f"  - {_line(line)}" for line in rest]
            return "\n".join(lines)
