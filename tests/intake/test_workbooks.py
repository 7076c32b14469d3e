"""Of a workbook the answers are read: not summaries, not what is hidden, and no sheet is left out in silence."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import pytest
import xlsxwriter

from ok_match import Intake, Program, ProgramError, Sheet, SheetError, check
from ok_match.intake.files.concealed import concealed_in
from ok_match.model import Severity

from . import hostile

HEADER = ("Timestamp", "Name", "Email", "Company", "Goals", "Obstacles")
PEOPLE = (
    "Ana Roe", "Bo Lund", "Cy Okafor", "Dee Marsh", "Eli Novak", "Fay Ortiz", "Gus Palmer", "Hana Quist", "Ivo Reyes",
    "Jo Stone",
)  # fmt: skip
WISHES = ("Open a second shop", "Hire a foreman", "Raise prices", "Find a partner", "Rest on Sundays")


def answer(name: str) -> tuple[str, ...]:
    first, last = name.split()
    wish = WISHES[PEOPLE.index(name) % len(WISHES)]
    return ("2026-09-01", name, f"{first.lower()}@people.example", f"{last} Works", wish, "Cash runs out")


def answers(names: Sequence[str], header: Sequence[str] = HEADER) -> list[tuple[str, ...]]:
    return [tuple(header), *map(answer, names)]


Rows = Sequence[Sequence[object]]


def book(sheets: Mapping[str, Rows], *, hide: Sequence[str] = (), rows: Sequence[int] = (), columns: str = "") -> bytes:
    """A workbook; ``rows`` and ``columns`` are hidden on its last sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as workbook:
        pages = {name: workbook.add_worksheet(name) for name in sheets}
        for name, lines in sheets.items():
            for number, line in enumerate(lines):
                pages[name].write_row(number, 0, line)
        last = list(pages.values())[-1]
        for row in rows:
            last.set_row(row - 1, None, None, {"hidden": True})
        for letter in columns:
            last.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
        shown = next(page for name, page in pages.items() if name not in hide)
        shown.activate()
        shown.set_first_sheet()
        for name in hide:
            pages[name].hide()
    return out.getvalue()


def read(data: bytes, **program: object) -> Intake:
    return check(Sheet("answers.xlsx", data), Program(**program))  # type: ignore[arg-type]


def placed(intake: Intake) -> set[str]:
    return {person.name for person in intake.participants}


def severity(intake: Intake, code: str) -> list[Severity]:
    return [problem.severity for problem in intake.problems if problem.code == code]


SUMMARY = [
    ("Name", "Email", "Goals", "Obstacles", "Company", "Role", "Industry"),
    ("total", 10, 10, 9),
    ("answered", 10, 9, 8),
]
DECOYS: Mapping[str, Rows] = {
    "Summary": SUMMARY,
    "Pivot": [
        ("Row Labels", "Count of Name", "Count of Email"),
        ("Food", 3, 3),
        ("Trades", 7, 7),
        ("Grand Total", 10, 10),
    ],
    "Lists": [("Industry", "Availability", "Topics"), ("Food", "Tuesday evening", "Hiring"), ("Trades", "", "Pricing")],
    "Instructions": [("How to use this file",), ("Name: write your first and last name.",), ("Goals: be brief.",)],
    "Fields": [("Field", "Question"), ("Name", "What is your name?"), ("Goals", "What are your goals?")],
    "By town": [("Town", "People", "Goals"), ("Bend", 4, 4), ("Salem", 6, 5)],
    "Template": [HEADER, ("2026-09-01", "Jane Sample", "jane@sample.example", "Sample Works", "Grow", "Time")],
    "Names": [("Name", "Email"), *(answer(name)[1:3] for name in PEOPLE)],
    "Chart data": [("Week", "Answers"), *((week, week * 3) for week in range(1, 60))],
    "Read me": [("Name", "Email", "Goals", "Obstacles", "Availability", "Notes"), ("Do not edit",)],
}


@pytest.mark.parametrize("name", sorted(DECOYS))
@pytest.mark.parametrize("is_first", [True, False])
def test_the_sheet_with_the_answers_is_read_and_nothing_is_asked_of_the_others(name: str, is_first: bool) -> None:
    sheets = {name: DECOYS[name], "Form Responses 1": answers(PEOPLE)}
    intake = read(book(sheets if is_first else dict(reversed(sheets.items()))))
    assert placed(intake) == set(PEOPLE)
    assert intake.detected.sheet == "Form Responses 1"
    assert not intake.decisions


def test_all_decoys_together_do_not_hide_the_answers() -> None:
    assert placed(read(book({**DECOYS, "Answers": answers(PEOPLE)}))) == set(PEOPLE)


@pytest.mark.parametrize(
    ("names", "second"),
    [
        (("North", "South"), HEADER),
        (("Form Responses 1", "Form Responses 2"), HEADER),
        (("Mentors", "Mentees"), (*HEADER[:4], "goals", "OBSTACLES")),
    ],
)
@pytest.mark.parametrize("cut", [1, 5, 9])
def test_sheets_of_one_form_are_joined_and_the_facilitator_must_agree(
    names: tuple[str, str], second: Sequence[str], cut: int
) -> None:
    data = book({names[0]: answers(PEOPLE[:cut]), names[1]: answers(PEOPLE[cut:], second)})
    intake = read(data)
    assert placed(intake) == set(PEOPLE)
    assert severity(intake, "several-sheets") == [Severity.ERROR]
    agreed = read(data, accept=("several-sheets",))
    assert severity(agreed, "several-sheets") == [Severity.NOTE]
    assert placed(agreed) == set(PEOPLE)


def test_the_rows_of_joined_sheets_can_be_told_apart() -> None:
    data = book({"North": answers(PEOPLE[:5]), "South": answers(PEOPLE[5:])})
    intake = read(data, sheet={"name": ["North", "South"]})
    assert {person.name: person.row for person in intake.participants} == {
        name: (place + 2 if place < 5 else 1002 + place - 5) for place, name in enumerate(PEOPLE)
    }
    assert not intake.decisions
    assert any("“South”" in problem.message and "1002" in problem.message for problem in intake.problems)
    assert intake.rows.data == len(PEOPLE)


def test_columns_in_another_order_and_a_column_more_are_joined_by_their_headers() -> None:
    turned = [tuple(reversed(row)) for row in answers(PEOPLE[5:])]
    more = [(*row, "Notes" if number == 0 else "Call on Mondays") for number, row in enumerate(turned)]
    intake = read(book({"North": answers(PEOPLE[:5]), "South": more}), sheet={"name": ["North", "South"]})
    assert placed(intake) == set(PEOPLE)
    assert {person.organisation for person in intake.participants} == {answer(name)[3] for name in PEOPLE}
    assert "Notes" in [column.header for column in intake.columns]


@pytest.mark.parametrize("name", ["south", " South ", "SOUTH"])
def test_the_program_names_the_sheet(name: str) -> None:
    intake = read(book({"North": answers(PEOPLE[:5]), "South": answers(PEOPLE[5:])}), sheet={"name": name})
    assert placed(intake) == set(PEOPLE[5:])
    assert not intake.decisions


def test_the_program_may_name_a_hidden_sheet() -> None:
    data = book({"North": answers(PEOPLE[:5]), "South": answers(PEOPLE[5:])}, hide=["North"])
    assert placed(read(data, sheet={"name": "North"})) == set(PEOPLE[:5])


def test_a_sheet_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(ProgramError, match='did you mean "South"'):
        read(book({"North": answers(PEOPLE[:5]), "South": answers(PEOPLE[5:])}), sheet={"name": "Suoth"})


def test_sheets_of_different_forms_cannot_be_read_as_one() -> None:
    other = [("Person", "Wish"), ("Zed Young", "Rest")]
    with pytest.raises(ProgramError, match="different headers"):
        read(book({"North": answers(PEOPLE), "Other": other}), sheet={"name": ["North", "Other"]})


def test_answers_to_another_form_must_be_decided() -> None:
    other = [
        ("Your name", "Your e-mail", "What do you hope to achieve?"),
        *((answer(n)[1], answer(n)[2], "Rest") for n in PEOPLE[6:]),
    ]
    intake = read(book({"Spring": answers(PEOPLE[:6]), "Other form": other}))
    assert placed(intake) == set(PEOPLE[:6])
    assert severity(intake, "several-sheets") == [Severity.ERROR]


@pytest.mark.parametrize("name", ["Copy of Answers", "Backup", "answers old", "Archive 2024", "Withdrawn", "DRAFT"])
def test_a_sheet_that_was_put_aside_is_not_joined_and_people_only_there_are_asked_about(name: str) -> None:
    intake = read(book({name: answers(PEOPLE[:9]), "Answers": answers(PEOPLE[5:])}))
    assert placed(intake) == set(PEOPLE[5:])
    assert severity(intake, "people-elsewhere") == [Severity.DECISION]


def test_a_copy_of_the_answers_doubles_nobody() -> None:
    intake = read(book({"Answers": answers(PEOPLE), "Sheet2": answers(PEOPLE)}))
    assert placed(intake) == set(PEOPLE)
    assert intake.rows.merged == 0
    assert not intake.decisions


def test_of_two_years_the_later_is_read() -> None:
    intake = read(book({"2025": answers(PEOPLE), "2026": answers(PEOPLE[:4])}))
    assert placed(intake) == set(PEOPLE[:4])
    assert severity(intake, "people-elsewhere") == [Severity.DECISION]


def test_a_list_of_other_people_is_asked_about() -> None:
    more = [
        ("Name", "Phone", "Company"),
        ("Kit Tran", "555-0101", "Tran Tiles"),
        ("Lou Ueda", "555-0102", "Ueda Books"),
    ]
    intake = read(book({"Answers": answers(PEOPLE), "By telephone": more}))
    assert placed(intake) == set(PEOPLE)
    assert severity(intake, "people-elsewhere") == [Severity.DECISION]


@pytest.mark.parametrize(
    "rows",
    [
        [("Email", "Who should you not sit with?"), *((answer(n)[2], "Dee, we compete") for n in PEOPLE[:4])],
        [("Person", "Remark"), ("Ana Roe", "keep away from Bo"), ("Gus Palmer", "speaks little English")],
    ],
)
def test_more_about_the_same_people_on_another_sheet_is_asked_about(rows: Rows) -> None:
    intake = read(book({"Answers": answers(PEOPLE), "Remarks": rows}))
    assert placed(intake) == set(PEOPLE)
    assert severity(intake, "answers-elsewhere") == [Severity.DECISION]


def test_answers_on_a_hidden_sheet_are_not_read_but_asked_about() -> None:
    intake = read(book({"Late": answers(PEOPLE[6:]), "Answers": answers(PEOPLE[:6])}, hide=["Late"]))
    assert placed(intake) == set(PEOPLE[:6])
    assert severity(intake, "people-elsewhere") == [Severity.DECISION]


def test_a_hidden_sheet_alone_is_not_read_in_silence() -> None:
    with pytest.raises(SheetError, match="hidden"):
        read(book({"Start": [("Welcome",)], "Answers": answers(PEOPLE)}, hide=["Answers"]))


@pytest.mark.parametrize("rows", [[3], [2, 11], [4, 5, 6]])
def test_hidden_rows_are_left_out_and_asked_about(rows: list[int]) -> None:
    data = book({"Answers": answers(PEOPLE)}, rows=rows)
    gone = {PEOPLE[row - 2] for row in rows}
    intake = read(data)
    assert placed(intake) == set(PEOPLE) - gone
    assert severity(intake, "hidden-rows") == [Severity.DECISION]
    account = intake.rows
    assert (account.data, account.dropped) == (len(PEOPLE), len(rows))
    assert placed(read(data, sheet={"hidden": "read"})) == set(PEOPLE)
    skipped = read(data, sheet={"hidden": "skip"})
    assert placed(skipped) == set(PEOPLE) - gone
    assert not skipped.decisions


def test_hidden_rows_without_answers_are_nothing_to_ask_about() -> None:
    intake = read(book({"Answers": [("Applications", "", ""), *answers(PEOPLE)]}, rows=[20, 21]))
    assert not intake.decisions


def test_a_filter_that_hides_everybody_is_refused_in_its_own_words() -> None:
    with pytest.raises(SheetError, match="all answers are hidden"):
        read(book({"Answers": answers(PEOPLE)}, rows=range(2, 12)))


WIDE = (
    *HEADER,
    "Is there anybody you should not sit with?",
    "I agree to keep what is said confidential",
    "Opportunities",
)


def wide_answers() -> list[tuple[str, ...]]:
    return [
        WIDE,
        *((*answer(name), "Bo Lund" if name == "Ana Roe" else "No", "Yes", "A lease ends") for name in PEOPLE),
    ]


def columns_of(intake: Intake) -> dict[str, str | None]:
    return {column.header: column.field for column in intake.columns}


def test_a_hidden_column_is_not_read_and_asked_about_unless_the_program_says_so() -> None:
    data = book({"Answers": wide_answers()}, columns="I")
    intake = read(data)
    assert columns_of(intake)["Opportunities"] is None
    assert severity(intake, "hidden-columns") == [Severity.DECISION]
    for program in ({"sheet": {"hidden": "read"}}, {"columns": {"opportunities": "Opportunities"}}):
        told = read(data, **program)
        assert columns_of(told)["Opportunities"] == "opportunities"
        assert severity(told, "hidden-columns") == []
    assert severity(read(data, sheet={"hidden": "skip"}), "hidden-columns") == [Severity.NOTE]


@pytest.mark.parametrize(("column", "field"), [("G", "keep_apart"), ("H", "consent")])
def test_a_hidden_column_that_says_who_may_sit_where_is_read_and_asked_about(column: str, field: str) -> None:
    intake = read(book({"Answers": wide_answers()}, columns=column))
    assert field in columns_of(intake).values()
    assert severity(intake, "hidden-columns") == [Severity.DECISION]


def test_hidden_addresses_still_tell_people_apart() -> None:
    rows = answers(PEOPLE)
    twice = (*rows, ("2026-09-02", "Ana R.", "ana@people.example", "Roe Works", "Rest", "Time"))
    intake = read(book({"Answers": twice}, columns="C"))
    assert (intake.rows.people, intake.rows.merged) == (len(PEOPLE), 1)
    assert not intake.decisions


NAMESPACES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))


def test_what_an_open_document_hides_is_known() -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"

    def row(cells: Sequence[str], attributes: str = "") -> str:
        texts = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
        )
        return f"<table:table-row{attributes}>{texts}</table:table-row>"

    first, *others = answers(PEOPLE[:4])
    lines = [row(first), row(others[0]), row(others[1], ' table:visibility="filter"'), *map(row, others[2:])]
    columns = '<table:table-column table:number-columns-repeated="5"/><table:table-column table:visibility="collapse"/>'
    table = f'<table:table table:name="A &amp; B">{columns}{"".join(lines)}</table:table>'
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES}><office:body><office:spreadsheet>{table}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            packed.writestr(zipfile.ZipInfo(name), part)
    with zipfile.ZipFile(out) as packed:
        hides = concealed_in(packed, "ods")["A & B"]
    assert (hides.rows, hides.columns) == ({3}, {5})
    intake = check(Sheet("answers.ods", out.getvalue()))
    assert placed(intake) == {PEOPLE[0], PEOPLE[2], PEOPLE[3]}
    assert {"hidden-rows", "hidden-columns"} <= {problem.code for problem in intake.decisions}


def with_formulas(cell: str) -> bytes:
    """A workbook in which the goals are formulas."""
    header = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("Name", "Email", "Goals"))
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{name}</t></is></c>'
        f'<c r="B{number}" t="inlineStr"><is><t>{answer(name)[2]}</t></is></c>{cell.format(place=f"C{number}")}</row>'
        for number, name in enumerate(PEOPLE, 2)
    )
    return hostile.raw_workbook(f'<sheetData><row r="1">{header}</row>{rows}</sheetData>')


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="{place}"><f>A2&amp;B2</f></c>',
        '<c r="{place}"><f>A2</f><v></v></c>',
        '<c r="{place}" s="1"><f t="shared" si="0"/><v/></c>',
        '<c r="{place}" t="str"><f>A2</f><v />\n</c>',
    ],
)
def test_formulas_without_values_are_an_error(cell: str) -> None:
    intake = read(with_formulas(cell))
    [problem] = [problem for problem in intake.problems if problem.code == "formula-without-value"]
    assert (problem.severity, problem.column) == (Severity.ERROR, "Goals")


@pytest.mark.parametrize(
    "cell", ['<c r="{place}" t="str"><f>A2</f><v>Open a shop</v></c>', '<c r="{place}"><f>1-1</f><v>0</v></c>']
)
def test_formulas_with_values_are_answers(cell: str) -> None:
    assert severity(read(with_formulas(cell)), "formula-without-value") == []


def test_a_zero_that_a_program_put_in_place_of_a_value_is_none() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet("Answers")
        for number, row in enumerate(answers(PEOPLE)):
            page.write_row(number, 0, row)
            if number:
                page.write_formula(number, 1, f'="Ana "&D{number + 1}')
    intake = read(out.getvalue())
    assert severity(intake, "formula-without-value") == [Severity.ERROR]
    assert "0" not in placed(intake)


@pytest.mark.parametrize("count", [60_000, 90_000])
def test_a_long_text_in_very_many_cells_is_refused(count: int) -> None:
    with pytest.raises(SheetError, match="no sheet of answers does"):
        read(hostile.one_text_in_every_cell(count))


def test_a_stray_cell_far_below_is_refused() -> None:
    with pytest.raises(SheetError, match="rows"):
        read(book({"Answers": [*answers(PEOPLE), *[()] * 60_000, ("x",)]}))
