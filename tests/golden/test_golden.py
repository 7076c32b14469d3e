"""What the samples look like, to the letter; ``pytest --update-golden`` writes them anew, and the diff is read."""

from pathlib import Path

import pytest

from ok_match import Record, Sheet, check
from ok_match.render import CHECK_FORMATS, FORMATS, report, terminal
from tests.conftest import SAMPLES, program_of

HERE = Path(__file__).parent
CASES = [
    ("hand-kept.csv", "terminal", "txt"),
    ("hand-kept.csv", "screen80", "ansi"),
    ("hand-kept.csv", "json", "json"),
    ("google-forms.csv", "terminal", "txt"),
    ("google-forms.csv", "markdown", "md"),
    ("google-forms.csv", "screen120", "ansi"),
    ("microsoft-forms.xlsx", "terminal", "txt"),
    ("microsoft-forms.xlsx", "csv", "csv"),
]


def assert_agreed(path: Path, text: str, *, update: bool) -> None:
    if update:
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text


@pytest.mark.parametrize(("sample", "form", "ending"), CASES)
def test_a_report_looks_as_agreed(
    sample: str, form: str, ending: str, records: dict[str, Record], pytestconfig: pytest.Config
) -> None:
    record = records[sample]
    wide = form.removeprefix("screen")
    text = terminal(report(record), int(wide), colour=True) if wide.isdigit() else FORMATS[form](record)
    name = f"{Path(sample).stem}.{form}.{ending}"
    assert_agreed(HERE / name, text, update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx"])
def test_a_checked_sheet_looks_as_agreed(sample: str, pytestconfig: pytest.Config) -> None:
    text = CHECK_FORMATS["terminal"](check(Sheet(sample, (SAMPLES / sample).read_bytes()), program_of(sample)))
    assert_agreed(HERE / f"{Path(sample).stem}.check.txt", text, update=pytestconfig.getoption("--update-golden"))


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(width: int, record: Record) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    shown = Text.from_ansi(terminal(report(record), width, colour=True)).plain
    assert max(map(cell_len, shown.splitlines())) <= width
