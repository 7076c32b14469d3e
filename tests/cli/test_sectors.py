"""What people work in goes out to a spreadsheet, and comes back corrected by the facilitator."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ok_match import read_record
from ok_match.model import OrganisationKind, Participant, ReadBy, Sector
from tests.builders import sheet_of
from tests.cli.conftest import Command
from tests.intake.sheets import workbook

HEADER = ("Email", "Name", "Industry", "Goals")
#: Everybody's industry, by first name.
INDUSTRIES = {
    "Ana": "HVAC",
    "Bo": "LLC",
    "Cy": "Law / Bakery",
    "Di": "Nonprofit preschool",
    "Ed": "=Roofing",
    "Flo": "see our website",
}

Rows = list[dict[str, str]]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    rows = [[f"{n.casefold()}@people.example", n, work, f"Hire a foreman, {n}"] for n, work in INDUSTRIES.items()]
    path.write_bytes(sheet_of(rows, HEADER))
    return path


@pytest.fixture
def sectors(ok_match: Command, sheet: Path) -> Path:
    """The list of what everybody works in, as the command writes it."""
    path = sheet.parent / "sectors.csv"
    assert ok_match("check", sheet, "--sectors", path).returncode == 0
    return path


def listed(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def corrected(rows: Rows, name: str, sector: str = "", kind: str = "") -> None:
    row = next(row for row in rows if row["name"] == name)
    row.update(correct_sector=sector, correct_kind=kind)


def save_csv(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def save_european_csv(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def save_xlsx(path: Path, rows: Rows) -> Path:
    path = path.with_suffix(".xlsx")
    path.write_bytes(workbook([list(rows[0]), *(list(row.values()) for row in rows)]))
    return path


def people_of(text: str) -> dict[str, Participant]:
    return {person.name: person for person in read_record(text).participants}


def matched(ok_match: Command, sheet: Path, *flags: object) -> tuple[dict[str, Participant], str]:
    """Everybody by name after a match with the words engine, and what it said on the side."""
    result = ok_match("match", sheet, "--size", "3", "--engine", "lexical", "--format", "json", *flags)
    assert result.returncode == 0, result.stderr
    return people_of(result.stdout), result.stderr


def test_everybody_is_listed_the_least_sure_first(sectors: Path) -> None:
    rows = listed(sectors)
    assert {row["name"] for row in rows} == set(INDUSTRIES)
    sure = [int(row["sure"].removesuffix("%") or 0) for row in rows]
    assert sure == sorted(sure)
    assert all(row["correct_sector"] == row["correct_kind"] == "" for row in rows)
    by_name = {row["name"]: row for row in rows}
    assert (by_name["Ana"]["sector"], by_name["Ana"]["kind"], by_name["Ana"]["told_by"]) == (
        "construction",
        "business",
        "words",
    )
    assert (by_name["Bo"]["sector"], by_name["Bo"]["text"], by_name["Bo"]["sure"]) == ("", "LLC", "")
    assert by_name["Ed"]["text"] == "'=Roofing"


@pytest.mark.parametrize("save", [save_csv, save_european_csv, save_xlsx])
def test_corrections_come_back_from_any_spreadsheet_program(
    ok_match: Command, sheet: Path, sectors: Path, save: Callable[[Path, Rows], Path]
) -> None:
    rows = listed(sectors)
    corrected(rows, "Ana", sector="retail")
    corrected(rows, "Bo", sector=" Food and Lodging ", kind="Nonprofit")
    corrected(rows, "Di", kind="public")
    people, said = matched(ok_match, sheet, "--sectors", save(sectors, rows))
    assert f"Used 3 of 3 corrected sectors from {sectors.stem}" in said
    ana, bo, di = (people[name].work for name in ("Ana", "Bo", "Di"))
    assert (ana.sector, ana.kind, ana.by, ana.sure) == (
        Sector.RETAIL,
        OrganisationKind.BUSINESS,
        ReadBy.FACILITATOR,
        100,
    )
    assert (bo.sector, bo.kind) == (Sector.HOSPITALITY, OrganisationKind.NONPROFIT)
    assert (di.sector, di.kind, di.by) == (Sector.EDUCATION, OrganisationKind.PUBLIC, ReadBy.MEANING) or (
        di.sector,
        di.kind,
    ) == (Sector.HEALTH, OrganisationKind.PUBLIC)


def test_an_unedited_list_changes_nothing(ok_match: Command, sheet: Path, sectors: Path) -> None:
    plain, _ = matched(ok_match, sheet)
    with_list, said = matched(ok_match, sheet, "--sectors", sectors)
    assert with_list == plain
    assert "Used 0 of 0 corrected sectors" in said


def test_a_line_about_nobody_in_the_sheet_is_left_out_and_counted(
    ok_match: Command, sheet: Path, sectors: Path
) -> None:
    rows = listed(sectors)
    corrected(rows, "Ana", sector="retail")
    corrected(rows, "Bo", sector="retail")
    rows[[row["name"] for row in rows].index("Bo")]["id"] = "gone@people.example"
    people, said = matched(ok_match, sheet, "--sectors", save_csv(sectors, rows))
    assert "Used 1 of 2 corrected sectors" in said
    assert people["Bo"].work.sector is None


@pytest.mark.parametrize(
    ("column", "written", "advice"),
    [
        ("correct_sector", "retial", 'did you mean "retail"? Use one of: agriculture, mining'),
        ("correct_sector", "nonprofit", "use one of: agriculture, mining"),
        ("correct_sector", "qqq", "use one of: agriculture, mining"),
        ("correct_kind", "nonproft", 'did you mean "nonprofit"? Use one of: business, nonprofit, public'),
    ],
)
def test_a_sector_or_kind_that_does_not_exist_is_named_with_its_row(
    ok_match: Command, sheet: Path, sectors: Path, column: str, written: str, advice: str
) -> None:
    rows = listed(sectors)
    rows[2][column] = written
    result = ok_match("match", sheet, "--sectors", save_csv(sectors, rows))
    assert result.returncode == 3
    message = " ".join(result.stderr.split())
    assert "row 4" in message
    assert f'"{written}" is not a' in message
    assert advice in message
    assert "No sector was corrected, and nothing was matched." in message


def test_another_file_is_refused(ok_match: Command, sheet: Path) -> None:
    result = ok_match("match", sheet, "--sectors", sheet)
    assert result.returncode == 3
    assert "check SHEET --sectors" in " ".join(result.stderr.split())


def test_the_list_is_never_overwritten_unasked(ok_match: Command, sheet: Path, sectors: Path) -> None:
    before = sectors.read_bytes()
    sectors.write_bytes(before + b"mine")
    assert ok_match("check", sheet, "--sectors", sectors).returncode == 2
    assert sectors.read_bytes() == before + b"mine"
    assert ok_match("check", sheet, "--sectors", sectors, "--force").returncode == 0
    assert sectors.read_bytes() == before


def test_a_list_is_csv_and_has_a_file_of_its_own(ok_match: Command, sheet: Path) -> None:
    folder = sheet.parent
    assert ok_match("check", sheet, "--sectors", folder / "s.xlsx").returncode == 2
    assert ok_match("check", sheet, "--sectors", folder / "s.csv", "--conflicts", folder / "s.csv").returncode == 2
    assert not (folder / "s.csv").exists()


def program(sheet: Path, text: str) -> Path:
    path = sheet.parent / "program.toml"
    path.write_text(f"[sectors]\n{text}\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "name", "sector", "kind"),
    [
        ('"hvac" = "wholesale"', "Ana", Sector.WHOLESALE, OrganisationKind.BUSINESS),
        ('"HVAC" = "nonprofit"', "Ana", Sector.CONSTRUCTION, OrganisationKind.NONPROFIT),
        ('"llc" = ["arts", "nonprofit"]', "Bo", Sector.ARTS, OrganisationKind.NONPROFIT),
        ('"Law  /  bakery" = "public"', "Cy", Sector.PUBLIC, OrganisationKind.PUBLIC),
        ('"See our website" = ["Education", "public"]', "Flo", Sector.EDUCATION, OrganisationKind.PUBLIC),
    ],
)
def test_the_program_corrects_everybody_who_wrote_the_same(
    ok_match: Command, sheet: Path, line: str, name: str, sector: Sector, kind: OrganisationKind
) -> None:
    people, _ = matched(ok_match, sheet, "--program", program(sheet, line))
    work = people[name].work
    assert (work.sector, work.kind) == (sector, kind)
    page = json.loads(ok_match("check", sheet, "--program", program(sheet, line), "--format", "json").stdout)
    assert next(person["work"]["sector"] for person in page["people"] if person["name"] == name) == sector


def test_a_text_that_nobody_wrote_is_counted(ok_match: Command, sheet: Path, tmp_path: Path) -> None:
    path = tmp_path / "misspelled.toml"
    path.write_text('[sectors]\n"HVAC" = "construction"\n"HVAK" = "retail"\n', "utf-8")
    result = ok_match("match", sheet, "--program", path)
    assert "No answer fits 1 of the 2 texts under [sectors]." in result.stderr
    assert "HVAK" not in result.stderr


def test_the_list_counts_before_the_program(ok_match: Command, sheet: Path, sectors: Path) -> None:
    rows = listed(sectors)
    corrected(rows, "Ana", sector="retail")
    wanted = program(sheet, '"HVAC" = ["arts", "nonprofit"]')
    people, _ = matched(ok_match, sheet, "--program", wanted, "--sectors", save_csv(sectors, rows))
    assert (people["Ana"].work.sector, people["Ana"].work.kind) == (Sector.RETAIL, OrganisationKind.NONPROFIT)


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ('"HVAC" = "constuction"', 'did you mean "construction"? Use one of: agriculture'),
        ('"HVAC" = ["retail", "qqq"]', "accommodation and food, other services, public, business, nonprofit"),
        ('"HVAC" = 23', "23 is no sector"),
        ('"HVAC" = ["retail", "arts"]', "give one of each at most"),
    ],
)
def test_a_wrong_value_in_a_program_is_refused_with_the_sectors_that_exist(
    ok_match: Command, sheet: Path, line: str, advice: str
) -> None:
    result = ok_match("match", sheet, "--program", program(sheet, line))
    assert result.returncode == 3
    message = " ".join(result.stderr.split())
    assert advice in message
    assert "HVAC" not in message


def test_the_page_names_the_sectors_and_asks_about_what_is_unsure(ok_match: Command, sheet: Path) -> None:
    page = " ".join(ok_match("check", sheet).stdout.split())
    assert "What people work in" in page
    assert "Sectors: construction (2)" in page
    assert "Nonprofits (1): " in page
    assert "Bo (row 3): “LLC” tells no sector." in page
    assert "Flo (row 7): “see our website” tells no sector." in page
    assert "Cy (row 4): “Law / Bakery” could be" in page
    assert "--sectors FILE.csv" in page
    assert "Ana (row 2): “HVAC”" not in page
