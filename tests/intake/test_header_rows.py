"""Headers of one, two and three rows, titles above them, and tables without any."""

from collections.abc import Mapping, Sequence

import pytest

from ok_match import Intake, Program, Sheet, SheetError, check

from .sheets import about, codes, read, workbook

ROWS = [
    ["Ana Ortega", "ana@people.example", "Open on Saturdays", "Nobody answers my ads"],
    ["Bo Lund", "bo@people.example", "Hire a baker", "Cash runs out in winter"],
    ["Cy Tabor", "cy@people.example", "Sell abroad", "Customs forms"],
]
HEADER = ["Name", "Email", "Goals", "Obstacles"]


def people(intake: Intake) -> list[str]:
    return sorted(person.name for person in intake.participants)


@pytest.mark.parametrize(
    "second",
    [
        ["name", "email", "goals", "obstacles"],
        ["full_name", "email_address", "q3_goals", "q4_obstacles"],
        ["Q1", "Q2", "Q3", "Q4"],
        ["text", "email", "text", "text"],
        ["Short text (required)", "Email (required)", "Long text", "Long text"],
        ["(required)", "(required)", "(optional)", "(optional)"],
        ["Open-Ended Response", "Open-Ended Response", "Open-Ended Response", "Open-Ended Response"],
        ["e.g. Jo Bell", "e.g. jo at bell dot example", "e.g. find a partner", "e.g. time"],
        ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}', '{"ImportId":"QID3"}', '{"ImportId":"QID4"}'],
        ["What is your name?", "Your e-mail address?", "What do you want?", "What stands in your way?"],
    ],
)
def test_a_second_row_that_is_no_person_becomes_none(second: list[str]) -> None:
    intake = read([second, *ROWS], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert not intake.held


def test_codes_may_stand_above_the_questions() -> None:
    questions = [
        "What is your name?",
        "Your e-mail address?",
        "What do you want to achieve?",
        "What stands in your way?",
    ]
    intake = read([questions, *ROWS], ["q1_name", "q2_mail", "q3_text", "q4_text"])
    assert [column.field for column in intake.columns] == ["name", "email", "goals", "obstacles"]
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]


@pytest.mark.parametrize(
    "first",
    [
        ["Di Goals", "di@people.example", "Goals", "Obstacles in my way"],
        ["Grace Field", "", "Email less", "My role"],
        ["Name Less", "none", "My company", "Time"],
    ],
)
def test_a_person_who_repeats_the_words_of_a_header_is_no_header(first: list[str]) -> None:
    intake = read([first, *ROWS], HEADER)
    assert first[0] in people(intake)


def test_a_row_that_may_be_either_is_held_and_asked_about() -> None:
    intake = read([["as on the badge", "where we write", "why you come", ""], *ROWS], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert about(intake, "maybe-header") == [2]
    assert intake.rows.held == 1


def merged(rows: Sequence[Sequence[str]]) -> Intake:
    return check(Sheet("answers.xlsx", workbook(rows)))


def test_labels_below_a_question_of_several_columns_belong_to_it() -> None:
    intake = merged(
        [
            ["Name", "Email", "When can you meet?", "", "Goals"],
            ["", "", "Tue evening", "Wed evening", ""],
            ["Ana Ortega", "ana@people.example", "yes", "no", "Open on Saturdays"],
            ["Bo Lund", "bo@people.example", "no", "yes", "Hire a baker"],
        ]
    )
    assert [column.header for column in intake.columns][2:4] == [
        "When can you meet? [Tue evening]",
        "When can you meet? [Wed evening]",
    ]
    assert people(intake) == ["Ana Ortega", "Bo Lund"]


def test_a_label_that_asks_for_itself_needs_no_group_above_it() -> None:
    intake = merged(
        [
            ["About you", "", "", "Your plans", ""],
            ["First name", "Last name", "E-mail", "Goals", "Obstacles"],
            ["Ana", "Ortega", "ana@people.example", "Open on Saturdays", "Ads"],
            ["Bo", "Lund", "bo@people.example", "Hire a baker", "Cash"],
        ]
    )
    assert [column.field for column in intake.columns] == ["first_name", "last_name", "email", "goals", "obstacles"]


def test_a_header_may_take_three_rows() -> None:
    intake = merged(
        [
            ["Contact", "", "This year", "Availability", "", "", ""],
            ["", "", "", "Tuesday", "", "Thursday", ""],
            ["Name", "Email", "Goal", "8 am", "6 pm", "8 am", "6 pm"],
            ["Ana Ortega", "ana@people.example", "Open on Saturdays", "x", "", "", "x"],
            ["Bo Lund", "bo@people.example", "Hire a baker", "", "x", "x", ""],
        ]
    )
    assert [column.header for column in intake.columns][3:] == [
        "Availability [Tuesday 8 am]",
        "Availability [Tuesday 6 pm]",
        "Availability [Thursday 8 am]",
        "Availability [Thursday 6 pm]",
    ]
    assert people(intake) == ["Ana Ortega", "Bo Lund"]


@pytest.mark.parametrize(
    "above",
    [
        [["Circle applicants, autumn", "", "", ""]],
        [["Circle applicants, autumn", "", "", ""], ["kept by Dana", "", "", ""], ["", "", "", ""]],
        [["Autumn list", "printed 3 March", "", ""]],
    ],
)
def test_titles_and_notes_above_a_header_are_skipped(above: list[list[str]]) -> None:
    intake = read([*above[1:], HEADER, *ROWS], above[0])
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert "title-rows" in codes(intake)


NO_HEADER = {
    "addresses": ROWS,
    "no addresses": [
        ["Ana Ortega", "Juniper Dental", "12"],
        ["Bo Lund", "Tamarack Books", "7"],
        ["Cy Tabor", "Tabor Tiles", "3"],
    ],
    "dates first": [
        ["2026-03-01", "Ana Ortega", "rest"],
        ["2026-03-02", "Bo Lund", "sell"],
        ["2026-03-04", "Cy Tabor", "hire"],
    ],
    "header words in the answers": [
        ["Ana Ortega", "ana@people.example", "Reach my goals", "My company"],
        ["Bo Lund", "bo@people.example", "Hire", "Cash"],
    ],
}


@pytest.mark.parametrize("rows", NO_HEADER.values(), ids=NO_HEADER)
def test_a_table_without_a_header_is_refused_with_the_way_out(rows: list[list[str]]) -> None:
    with pytest.raises(SheetError, match=r"looks like a person.*header = 0") as caught:
        read(rows[1:], rows[0])
    assert "Ana" not in str(caught.value)


@pytest.mark.parametrize(
    "header",
    [
        ["Who", "Mail", "Wants", "Chall."],
        ["Nm", "Addr", "W", "H"],
        ["Org", "Mob", "Sect.", "Avail"],
        ["Person", "E-mail", "This year", "Trouble"],
        ["First Last", "Contact", "Next Year", "Hard Things"],
    ],
)
def test_terse_headers_are_not_taken_for_a_person(header: list[str]) -> None:
    assert read(ROWS, header).rows.data == 3


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (["Name", "2026-03-01", "2026-03-08", "2026-03-15"], [["Ana Ortega", "x", "", "x"], ["Bo Lund", "", "x", "x"]]),
        (
            ["Name", "1", "2", "3"],
            [["Ana Ortega", "2", "1", "3"], ["Bo Lund", "1", "3", "2"], ["Cy Tabor", "1", "2", "3"]],
        ),
        (["Name", "6 pm", "7 pm"], [["Ana Ortega", "yes", "no"], ["Bo Lund", "no", "yes"]]),
    ],
)
def test_days_and_numbers_may_be_headers(header: list[str], rows: list[list[str]]) -> None:
    assert read(rows, header).rows.data == len(rows)


def guided(rows: Sequence[Sequence[str]], header: Sequence[str], **guidance: object) -> Intake:
    return read(rows, header, **guidance)


BY_POSITION: Mapping[str, object] = {"name": 1, "email": 2, "goals": 3, "obstacles": 4}


def test_the_program_may_say_that_there_is_no_header() -> None:
    intake = guided(ROWS[1:], ROWS[0], sheet={"header": 0}, columns=BY_POSITION)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert [column.field for column in intake.columns] == ["name", "email", "goals", "obstacles"]
    assert [person.row for person in intake.participants] == [1, 2, 3]


def test_the_program_may_say_where_the_header_is() -> None:
    intake = guided(
        [["", "Ana's list", "", ""], HEADER, *ROWS], ["Name of the list", "Email me", "", ""], sheet={"header": 3}
    )
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]


def test_the_program_may_say_how_many_rows_the_header_takes() -> None:
    second = ["on the badge", "where we write", "why you come", "what hinders"]
    intake = guided([second, *ROWS], HEADER, sheet={"header_rows": 2})
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert not intake.held
    assert guided([["Text", "Text", "Text", "Text"], *ROWS], HEADER, sheet={"header_rows": 1}).rows.data == 4


def test_the_program_names_columns_by_position_nth_and_in_lists() -> None:
    header = ["Name", "Answer", "Answer", "Answer"]
    columns = {"email": 2, "goals": {"header": "Answer", "nth": 2}, "obstacles": [4]}
    fields = [column.field for column in read(ROWS, header, columns=columns).columns]
    assert fields == ["name", "email", "goals", "obstacles"]


def test_somebody_taken_for_a_header_is_placed_once_that_is_accepted() -> None:
    first = ["Jo from the shop", "where we write", "why you come", ""]
    intake = check(
        Sheet("sheet.csv", "\n".join(",".join(row) for row in [HEADER, first, *ROWS]).encode()),
        Program(accept=("maybe-header",)),
    )
    assert "Jo from the shop" in people(intake)
