"""Markdown that renders the same everywhere, and in which nothing that people wrote can act as markup."""

import re

from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Said, Span, Strong

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@$^=])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown(document: Document) -> str:
    """Set a document as Markdown, ending in a newline."""
    parts = [f"# {escaped(document.title)}", *(_block(block) for block in document.opening)]
    for section in document.sections:
        title = f"{section.title} ({section.aside})" if section.aside else section.title
        parts += [f"## {escaped(title)}", *(_block(block) for block in section.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    line = " ".join(text.split()) if text.strip() else ""
    lead = " " if text[:1].isspace() and line else ""
    tail = " " if text[-1:].isspace() and line else ""
    inert = "".join(_MARKUP.get(char, char) for char in line)
    return f"{lead}{_SPECIAL.sub(_escape, inert)}{tail}"


def _escape(match: re.Match[str]) -> str:
    """Escape a character unless it is harmless where it stands: inside a word, or behind one."""
    text, at = match.string, match.start()
    char = match.group()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    harmless = (char in ".!:" and before.isalpha() and (not after or after.isspace())) or (
        char in "-" and before.isalnum() and after.isalnum()
    )
    return char if harmless else f"\\{char}"


def _span(span: Span) -> str:
    match span:
        case Said():
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
