"""The generated parts of the documents, and the outputs that they show.

    python tools/write_docs.py

Writes the JSON schema of a record, the page of problems, the reference of the command line, the tables of rules and the
table of public names. Then it runs the commands of the README and the tutorial and refreshes the outputs they show;
read the diff. Tests fail when any of it is out of date.
"""

import csv
import inspect
import io
import json
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import typer
from typer.testing import CliRunner

import ok_match
from ok_match import Record
from ok_match.cli.app import app
from ok_match.cli.codes import ATTENTION
from ok_match.intake import PROBLEMS
from ok_match.model import Strength
from ok_match.render.words.rules import words_of
from ok_match.rules import CARDS, Card

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SAMPLES = ROOT / "data" / "samples"
#: Each room of rules, by the heading that a facilitator finds it under.
ROOMS = {
    "naming": "People you name, and people who name each other",
    "pairing": "Who sits with whom",
    "counting": "The mix in each cohort",
    "meeting": "Meetings, and nobody stranded",
}
#: The mark of an omission in an output that is shown.
CUT = "[…]\n"


def schema() -> str:
    """The JSON schema of a record, from the models."""
    return json.dumps(Record.model_json_schema(by_alias=True), indent=2) + "\n"


def problems() -> str:
    """The page of problems: what each code says, what to do, and a sheet that shows it."""
    parts = [
        "# Problems in a sheet",
        "`ok-match check` lists what is odd about a sheet. Each problem has a stable code (you see it in the JSON), a"
        " severity and, where it is about one row, the row number that your spreadsheet shows. This page is generated"
        " from the code that finds the problems; a test reads every example and expects its problem.",
    ]
    for code, kind in PROBLEMS.items():
        shown = [text.format(value="…", other="…", detail="…") for text in (kind.message, kind.advice)]
        example = f"```csv\n{kind.example}\n```" if "\n" in kind.example else kind.example
        parts.append(f"## `{code}`\n\n{shown[0]}\n\n**What to do:** {shown[1]}\n\n**Example:**\n\n{example}")
    return "\n\n".join(parts) + "\n"


def commands() -> str:
    """The reference of the command line, one section per command."""
    sections = []
    for name, command in typer.main.get_command(app).commands.items():
        summary, _, example = command.help.partition("\n\nExample: ")
        arguments = [param for param in command.params if param.param_type_name == "argument"]
        options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
        usage = " ".join(["ok-match", name, *(param.metavar for param in arguments), "[OPTIONS]"])
        rows = [f"| `{param.metavar}` | {_cell(param.help)} | required |" for param in arguments]
        rows += [f"| {_spelling(param)} | {_meaning(param)} | {_default(param)} |" for param in options]
        table = "\n".join(["| argument or option | meaning | default |", "|---|---|---|", *rows])
        sections.append(f"## ok-match {name}\n\n{summary}\n\n```text\n{usage}\n```\n\n{table}\n\nExample:")
        sections[-1] += f"\n\n```sh\n{example}\n```"
    return "\n\n".join(sections)


def _spelling(option: Any) -> str:
    names = [*sorted(option.opts, key=len, reverse=True), *option.secondary_opts]
    return ", ".join(f"`{name} {option.metavar}`" if option.metavar else f"`{name}`" for name in names)


def _meaning(option: Any) -> str:
    return _cell(re.sub(r" ?\[default: .*?\]", "", option.help))


def _default(option: Any) -> str:
    """The default that the help states, or else the command's own."""
    stated = re.search(r"\[default: (.*?)\]", option.help)
    if stated:
        return stated[1]
    return "" if option.default is None or isinstance(option.default, bool) else f"`{option.default}`"


def rules() -> str:
    """The tables of rules, one for each room."""
    rooms: dict[str, list[Card]] = {room: [] for room in ROOMS}
    for card in CARDS.values():
        rooms[card.read.__module__.split(".")[2]].append(card)
    parts = []
    for room, cards in rooms.items():
        rows = [
            f"| `{card.name}` | {_strength(card)} | {_arguments(card)} | {_cell(words_of(card.name).meaning)} |"
            for card in cards
        ]
        table = "\n".join(["| rule | strength | arguments | meaning |", "|---|---|---|---|", *rows])
        parts.append(f"### {ROOMS[room]}\n\n{table}")
    return "\n\n".join(parts)


def _strength(card: Card) -> str:
    """The strengths of a rule, the usual one first, with its weight as a should."""
    unit = words_of(card.name).unit
    weight = f"{card.weight or ''} {unit}".strip()
    strengths = [
        f"should ({weight})" if strength is Strength.SHOULD else str(strength)
        for strength in sorted(card.strengths, key=lambda strength: strength is not card.usual)
    ]
    return " or ".join(strengths) + (", standing" if card.standing else "")


def _arguments(card: Card) -> str:
    """The arguments of a rule with their defaults; required ones in bold type."""
    arguments = []
    for own_name, field in card.arguments.model_fields.items():
        name = field.alias or own_name
        if card.reads_records and name == "met":  # Filled in from ``records``, never written in a program.
            continue
        if field.is_required():
            arguments.append(f"**`{name}`**")
        elif get_origin(field.annotation) is Literal:
            first, *others = (f'`"{choice}"`' for choice in get_args(field.annotation))
            arguments.append(f"`{name}` ({first} or {' or '.join(others)})")
        else:
            arguments.append(f"`{name}`" if field.default in (None, (), "") else f"`{name}` ({field.default})")
    return ", ".join(arguments)


def _cell(text: str) -> str:
    """Text in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


#: Public names that are values or unions, and so have no docstring of their own.
ALIASES = {
    "ENGINES": "The ways to judge common ground, by name; `Options.engine` takes one of the names.",
    "SeatPage": "What a method of `Reopened` returns: a page about one person, one cohort or two people.",
}


def names() -> str:
    """The table of public names: functions, nouns, then errors, each with the summary of its docstring."""

    def place(name: str) -> int:
        return 2 if name.endswith("Error") else int(name[0].isupper())

    rows = []
    for name in sorted(ok_match.__all__, key=place):
        summary = ALIASES.get(name) or inspect.getdoc(getattr(ok_match, name)).split("\n\n")[0]
        rows.append(f"| `{name}` | {_cell(summary).replace('``', '`')} |")
    return "\n".join(["| name | what it is |", "|---|---|", *rows])


def filled(page: str, name: str, text: str) -> str:
    """A page with the text between the two markers of this name replaced."""
    start, end = f"<!-- {name}: written by tools/write_docs.py -->", f"<!-- end of {name} -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n\n{text}\n\n{end}{after}"


def pages() -> dict[str, str]:
    """Every generated page, by its path from the root."""
    cli, program, examples = (
        (ROOT / name).read_text("utf-8") for name in ("docs/cli.md", "docs/program.md", "examples/README.md")
    )
    return {
        "docs/record.schema.json": schema(),
        "docs/problems.md": problems(),
        "docs/cli.md": filled(cli, "commands", commands()),
        "docs/program.md": filled(program, "rules", rules()),
        "examples/README.md": filled(examples, "names", names()),
    }


class Shown(NamedTuple):
    """An output that a page shows, and what the commands before it really print."""

    text: str
    real: str

    def false_pieces(self) -> list[str]:
        """The pieces that are shown and were not printed."""
        return [piece for piece in self.text.split(CUT) if piece.strip("\n") not in self.real]

    def refreshed(self) -> str:
        """The pieces as they were printed: the same number of lines, from the line closest to their first."""
        return CUT.join(self._printed(piece) for piece in self.text.split(CUT))

    def _printed(self, piece: str) -> str:
        lines = self.real.splitlines(keepends=True)
        if piece.strip("\n") in self.real or not piece.strip():
            return piece
        first = piece.splitlines(keepends=True)[0]
        start = lines.index((get_close_matches(first, lines, 1) or [lines[0]])[0])
        return "".join(lines[start : start + len(piece.splitlines())])


def shown_in_readme(page: str, real: str) -> Shown:
    """The output that the README shows, and what its first command really prints."""
    block = re.search(r"<!-- output -->\n```text\n(.*?)```", page, re.DOTALL)
    assert block, "the README shows no output"  # noqa: S101 - a defect of the page
    return Shown(block[1], real)


def walked(page: str, folder: Path) -> Iterator[Shown]:
    """The outputs that a page shows, once everything that it asks of its reader is done in a folder.

    Commands stand in blocks of ``sh``, outputs in blocks of ``text`` after them, lines to add to ``program.toml`` in
    blocks of ``toml``, and decisions on conflicts in the table below the marker ``decisions``.
    """
    steps = r"```(sh|text|toml)\n(.*?)```|<!-- (decisions) -->\n(.*?)\n\n"
    printed = ""
    with chdir(folder):
        for language, block, _, table in re.findall(steps, page, re.DOTALL):
            if language == "text":
                yield Shown(block, printed)
            elif language == "toml":
                with Path("program.toml").open("a", encoding="utf-8") as program:
                    program.write(f"\n{block}")
            elif language == "sh":
                printed = "".join(_run(line) for line in block.splitlines())
            else:
                _decide(Path("conflicts.csv"), table)


def _run(line: str) -> str:
    name, *arguments = shlex.split(line)
    assert name == "ok-match", f"a command that nothing runs: {line}"  # noqa: S101 - a defect of the page
    result = CliRunner().invoke(app, arguments)
    # `check` ends with 3 where the sheet has something to decide, which is what its page is about.
    expected = (0, ATTENTION) if arguments[0] == "check" else (0,)
    assert result.exit_code in expected, f"{line}\n{result.output}"  # noqa: S101 - the same
    return result.output


def _decide(file: Path, table: str) -> None:
    """Write the decisions of a table, whose first two columns are a person and a decision, into the list."""
    cells = [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    decisions = {person: decision for person, decision, *_ in cells}
    lines = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    for line in lines:
        line["decision"] = decisions.pop(line["a_name"])
    assert not decisions, f"nobody in the list is called {', '.join(decisions)}"  # noqa: S101 - the same
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, lines[0])
    writer.writeheader()
    writer.writerows(lines)
    file.write_text(out.getvalue(), "utf-8", newline="")


def walk(page: str) -> list[Shown]:
    """A page's outputs, from its commands run in a folder that has the sample answers in it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SAMPLES, Path(folder) / "data" / "samples")
        shutil.copy(SAMPLES / "google-forms.csv", Path(folder) / "answers.csv")
        return list(walked(page, Path(folder)))


def refreshed(page: str, shown: list[Shown]) -> str:
    """The page with its outputs as its commands print them."""
    for output in shown:
        page = page.replace(f"```text\n{output.text}```", f"```text\n{output.refreshed()}```")
    return page


def main() -> None:
    """Write every generated page, and refresh every output that is shown."""
    for name, text in pages().items():
        (ROOT / name).write_text(text, "utf-8")
    tutorial, readme = DOCS / "tutorial.md", ROOT / "README.md"
    page = tutorial.read_text("utf-8")
    tutorial.write_text(refreshed(page, walk(page)), "utf-8")
    page = readme.read_text("utf-8")
    sheet, program = ((SAMPLES / name).as_posix() for name in ("google-forms.csv", "program.toml"))
    real = _run(f'ok-match match "{sheet}" --program "{program}"')
    readme.write_text(refreshed(page, [shown_in_readme(page, real)]), "utf-8")
    print(f"wrote {', '.join(pages())}, and the outputs in docs/tutorial.md and README.md")


if __name__ == "__main__":
    main()
