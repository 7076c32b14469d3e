"""The report on a screen, set with Rich: panels, indentation, a little colour."""

import io

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Quote, Strong

WIDEST = 120


def terminal(document: Document, width: int, *, colour: bool) -> str:
    """A document set for a screen ``width`` characters wide, using ``WIDEST`` of them at most."""
    console = Console(
        file=io.StringIO(),
        width=min(width, WIDEST),
        force_terminal=True,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        opening = Group(*_spaced([_block(block) for block in document.opening]))
        console.print(Panel(opening, title=Text(document.title, "bold"), title_align="left", padding=(1, 2)))
        for section in document.sections:
            console.print(
                Panel(
                    Group(*_spaced([_block(block) for block in section.blocks if not _empty(block)])),
                    title=Text(section.title, "bold cyan"),
                    title_align="left",
                    subtitle=Text(section.aside) if section.aside else None,
                    subtitle_align="right",
                    padding=(1, 2),
                )
            )
    return captured.get()


def _empty(block: Block) -> bool:
    return isinstance(block, Entries) and not block.entries


def _spaced(parts: list[RenderableType]) -> list[RenderableType]:
    return [piece for part in parts for piece in (Text(""), part)][1:]


def _block(block: Block) -> RenderableType:
    match block:
        case Facts():
            table = Table.grid(padding=(0, 2))
            table.add_column(style="dim", no_wrap=True)
            table.add_column(overflow="fold")
            for label, line in block.rows:
                table.add_row(Text(label), _text(line))
            return table
        case Lines():
            return Group(*(_text(line, "italic") for line in block.lines))
        case Entries():
            parts: list[RenderableType] = [Text(block.title, "bold underline")] if block.title else []
            for title, rest in block.entries:
                parts.append(_text(title))
                parts += [Padding(_text(line, "dim"), (0, 0, 0, 4)) for line in rest]
            return Group(*parts)


def _text(line: Line, style: str = "") -> Text:
    text = Text(style=style, overflow="fold")
    for span in line:
        match span:
            case Quote():
                text.append(f"“{span.text}”", "not dim green")
            case Strong():
                text.append(span.text, "bold")
            case _:
                text.append(span)
    return text
