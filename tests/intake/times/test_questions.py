"""Questions about times as wholes: which way round they are asked, their marks, zones, and who is held."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake, Program, Sheet, check
from ok_match.intake.times.grammar import understood
from ok_match.intake.times.marks import is_mark
from ok_match.intake.times.polarity import asked
from ok_match.model import Asks
from tests.builders import sheet_of
from tests.intake.sheets import about, codes, read

CAN = (
    "When can you meet?", "Availability", "Which times work for you?", "Times you are free",
    "Which times work for you? (Please do not tick a time you can't make.)",
    "If you could not make the autumn sessions: which of these would suit you now?",
    "When are you available? Leave blank if you cannot come at all.", "¿Cuándo puede reunirse?",
    "Quand êtes-vous disponible ?", "Wann können Sie sich treffen?",
    "We know you are busy, so tell us which times work", "When are you free? We know everyone is busy!",
    "To avoid conflicts with other programs, when can you meet?", "Times that do not conflict with work",
    "Which times have no conflicts for you?", "When are you not busy?", "Which evenings are not taken yet?",
    "Which of these slots would NOT be a problem for you?", "Which times wouldn't be a problem?",
    "Which times cause you no difficulty?",
    "Untick any times you cannot make", "When are you available? Please uncheck the times you can't do",
    "When can you meet? Choose all that apply. We cannot guarantee your first choice.",
    "Since many members cannot do mornings: which evenings suit you?", "When can you usually get away?",
    "Last year some of you couldn't make Tuesdays. When can you meet this year?",
    "Days and times you're free (no weekends please)", "Which of these times don't clash with anything else?",
)  # fmt: skip
CANNOT = (
    "When can you NOT meet?", "Which days can you absolutely not do?", "Times that don’t work for you", "Busy times",
    "Tick the times at which you are NOT available", "I am unavailable", "Scheduling conflicts", "Blackout dates",
    "Are there days or hours we should steer clear of?", "What times should we avoid?", "Bad times for you",
    "When would it be impossible for you to come?", "¿Qué días no puede reunirse?",
    "Quand n’êtes-vous pas disponible ?", "Wann können Sie nicht?", "Quando non puoi?", "Wanneer kun je niet?",
    "Which slots are a problem for you?", "Would any of these times pose a problem?", "Dates you'll be on holiday",
    "When are you tied up?", "Which evenings are already spoken for?", "Which of these times are a no for you?",
    "Cross out the slots that are no good", "Which days are out for you?", "Days you have other commitments",
    "Which slots would you have to miss?", "When are you away or out of town?", "Planned absences",
    "Please don't schedule me on", "Times to stay away from", "Worst times for you", "When do you teach?",
    "Prior engagements", "When are you otherwise engaged?", "NotAvailable", "busyTimes", "blackout_dates",
    "Which evenings are you never around?", "Days you already have something on",
)  # fmt: skip
DAYS = ("Monday evening", "Tuesday noon", "Wednesday morning", "Thursday evening")


def times(intake: Intake) -> dict[str, tuple[str, ...]]:
    return {
        person.name: trait.times if (trait := person.find_trait("availability")) else ()
        for person in intake.participants
    }


@pytest.mark.parametrize("question", CAN)
def test_a_question_that_asks_when_people_can_come(question: str) -> None:
    assert asked(question) is Asks.CAN


@pytest.mark.parametrize("question", CANNOT)
def test_a_question_that_asks_when_people_can_not_come(question: str) -> None:
    assert asked(question) is Asks.CANNOT


@pytest.mark.parametrize("question", ["Your working hours", "Class schedule", "When can you meet? When can you not?"])
def test_a_question_that_may_ask_for_either(question: str) -> None:
    assert asked(question) is None


@given(st.lists(st.sets(st.sampled_from(DAYS), min_size=1, max_size=3), min_size=4, max_size=8))
@settings(max_examples=15, deadline=None)
def test_a_question_asked_the_other_way_round_gives_the_other_times(ticked: list[set[str]]) -> None:
    rows = [[f"Person {chr(65 + i)}", ";".join(sorted(days))] for i, days in enumerate([*ticked, *ticked])]
    offered = sorted({day for days in ticked for day in days})
    can = read(rows, ["Name", "Tick the times at which you are available"])
    cannot = read(rows, ["Name", "Tick the times at which you are NOT available"])
    for i, days in enumerate(ticked):
        name = f"Person {chr(65 + i)}"
        free = {person.name: set(person.trait("availability")) for person in can.participants}
        rest = {person.name: set(person.trait("availability")) for person in cannot.participants}
        assert free[name] == days
        assert rest.get(name, set()) == set(offered) - days
    assert "asks-cannot" in codes(cannot)


def pieces(text: str) -> list[str]:
    """What a cell lists, but for stray signs."""
    return [piece for piece in re.split(r"[,;|>/\n]", text) if any(map(str.isalnum, piece))] or [text]


def says_when(text: str) -> bool:
    """Whether words are about times, and understood: "6pm", "all"; the column tells which half of the day "8" is."""
    reading = understood(text)
    return set(reading.unread) == {"hours"} or (not reading.unread and bool(reading.slots or reading.agrees))


@given(st.text(st.characters(categories=("L", "S", "P", "N")), min_size=1, max_size=6).filter(lambda t: not is_mark(t)))
@settings(max_examples=40, deadline=None)
def test_an_unknown_mark_never_makes_a_time(mark: str) -> None:
    rows = [["Ana Ruiz", mark, "x"], ["Bo Lund", "x", ""], ["Cy Tab", "", "x"], ["Di Fox", "x", "x"]]
    intake = read(rows, ["Name", "Mon evening", "Tue evening"])
    found = [t for t in times(intake).get("Ana Ruiz", ()) if t.startswith("Mon")]
    # What is no mark may still be a list of marks, or words about times: "6pm", "all".
    assert not found or says_when(mark) or all(is_mark(piece) or says_when(piece) for piece in pieces(mark))
    reading = understood(mark)
    assert found or reading.slots or reading.refuses or intake.decisions or all(map(is_mark, pieces(mark)))


@pytest.mark.parametrize("mark", ["q", "/", "zz", "%", "§", "5th row", "#", "~1", "#1"])
def test_an_unknown_mark_is_asked_about_and_is_no_time(mark: str) -> None:
    rows = [["Ana Ruiz", mark, "x"], ["Bo Lund", "x", ""], ["Cy Tab", "", "x"], ["Di Fox", "x", "x"]]
    intake = read(rows, ["Name", "Mon evening", "Tue evening"])
    assert times(intake)["Ana Ruiz"] == ("Tue 17:00-22:00",)
    assert intake.decisions


@pytest.mark.parametrize(
    ("yes", "no"),
    [("x", ""), ("Y", "N"), ("✓", "✗"), ("✓", "x"), ("TRUE", "FALSE"), ("1", "0"), ("free", "busy"), ("Yes", "No"),
     ("available", "unavailable"), ("Can attend", "Cannot attend"), ("ja", "nein"), ("oui", "non"), ("sí", "no"),
     ("works for me", "doesn't work"), ("green", "red"), ("Checked", "Unchecked"), ("o", "x"), ("preferred", "no"),
     ("Available", "Not available")],
)  # fmt: skip
def test_marks_of_a_grid_say_yes_and_no(yes: str, no: str) -> None:
    rows = [["Ana Ruiz", yes, no], ["Bo Lund", no, yes], ["Cy Tab", yes, yes], ["Di Fox", no, no or yes]]
    found = times(read(rows, ["Name", "Can you come? [Mon evening]", "Can you come? [Tue noon]"]))
    assert found["Ana Ruiz"] == ("Mon 17:00-22:00",)
    assert found["Bo Lund"] == ("Tue 12:00-13:00",)
    assert found["Cy Tab"] == ("Mon 17:00-22:00", "Tue 12:00-13:00")


def test_words_say_the_same_whichever_way_round_a_grid_is_asked() -> None:
    rows = [["Ana Ruiz", "busy", "free"], ["Bo Lund", "free", "busy"], ["Cy Tab", "busy", "free"]]
    found = times(read(rows, ["Name", "When are you busy? [Mon evening]", "When are you busy? [Tue noon]"]))
    assert found["Ana Ruiz"] == ("Tue 12:00-13:00",)


def test_if_need_be_counts_only_where_nothing_better_was_said() -> None:
    rows = [["Ana Ruiz", "Yes", "If need be"], ["Bo Lund", "No", "If need be"], ["Cy Tab", "Yes", "No"]]
    intake = read(rows, ["Name", "Can you come? [Mon evening]", "Can you come? [Tue noon]"])
    assert times(intake)["Ana Ruiz"] == ("Mon 17:00-22:00",)
    assert times(intake)["Bo Lund"] == ("Tue 12:00-13:00",)
    assert about(intake, "times-if-need-be") == [2, 3]


def test_a_legend_in_the_question_says_what_its_marks_mean() -> None:
    rows = [["Ana Ruiz", "x", ""], ["Bo Lund", "", "x"], ["Cy Tab", "", ""], ["Di Fox", "x", ""]]
    found = times(read(rows, ["Name", "Mon 8 am (x = can't)", "Tue 8 am (x = can't)"]))
    assert found["Ana Ruiz"] == ("Tue 08:00-09:00",)
    assert found["Bo Lund"] == ("Mon 08:00-09:00",)


@pytest.mark.parametrize("answer", ["None of these work for me", "none", "I can't make any of these", "No time suits"])
def test_somebody_whom_no_time_suits_is_held(answer: str) -> None:
    rows = [["Ana Ruiz", answer], ["Bo Lund", "Tuesday noon"], ["Cy Tab", "Tuesday noon"]]
    intake = read(rows, ["Name", "When could you meet?"])
    assert [held.reasons for held in intake.held] == [("no-time-suits",)]


def program(text: str, *rows: list[str], header: list[str]) -> Intake:
    return check(Sheet("sheet.csv", sheet_of(rows, header)), Program.from_toml(text))


def test_the_program_says_which_way_round_and_what_marks_mean() -> None:
    rows = (["Ana Ruiz", "Monday"], ["Bo Lund", "Tuesday"], ["Cy Tab", "Monday"])
    header = ["Name", "When can you meet?"]
    assert times(program('[times]\nasks = "cannot"', *rows, header=header))["Ana Ruiz"] == ("Tue",)
    grid = (["Ana Ruiz", "ok!", "zz"], ["Bo Lund", "zz", "ok!"], ["Cy Tab", "hm", "ok!"])
    told = program(
        '[times]\nyes = ["ok!"]\nno = ["zz"]\nmaybe = ["hm"]', *grid, header=["Name", "Mon noon", "Tue noon"]
    )
    assert times(told)["Ana Ruiz"] == ("Mon 12:00-13:00",)
    assert "unknown-mark" not in codes(told)


def test_the_program_says_whose_clock_times_go_by() -> None:
    rows = (["Ana Ruiz", "Tue 6pm", "Eastern"], ["Bo Lund", "Tue 3pm", "Pacific"], ["Cy Tab", "Tue 6pm", "Eastern"])
    header = ["Name", "When can you meet?", "Time zone"]
    own = times(program('[times]\nzone = "local"', *rows, header=header))
    assert own == {
        "Ana Ruiz": ("Tue 18:00-19:00 UTC-05:00",),
        "Bo Lund": ("Tue 15:00-16:00 UTC-08:00",),
        "Cy Tab": ("Tue 18:00-19:00 UTC-05:00",),
    }
    one = times(program('[times]\nzone = "America/New_York"', *rows, header=header))
    assert one["Bo Lund"] == ("Tue 15:00-16:00",)
    assert "times-without-zone" in codes(program("", *rows, header=header))


def test_the_rule_says_whether_people_without_times_are_held() -> None:
    rows = (["Ana Ruiz", "Monday"], ["Bo Lund", ""], ["Cy Tab", "Monday"])
    header = ["Name", "When can you meet?"]
    rule = '[[rules]]\nrule = "meeting_slot"\n'
    assert [held.name for held in program(rule, *rows, header=header).held] == ["Bo Lund"]
    assert program(rule + 'unanswered = "free"', *rows, header=header).held == ()
    assert program(rule + 'strength = "off"', *rows, header=header).held == ()
    assert program('accept = ["no-times-given"]', *rows, header=header).held == ()


GRID = ["Name", "When can you meet? [Mon evening]", "When can you meet? [Tue evening]"]
PEOPLE = ("Ana Ruiz", "Bo Lund", "Cy Tabor", "Di Fox")


def answered(header: list[str], *cells: list[str]) -> Intake:
    rows = [[f"p{n}@people.example", PEOPLE[n], *row] for n, row in enumerate(cells)]
    return read(rows, ["Email", *header])


@pytest.mark.parametrize("label", ["None of these", "I can't make any of these times", "No time suits"])
@pytest.mark.parametrize(("yes", "no"), [("x", ""), ("Yes", "No"), ("Checked", "Unchecked")])
def test_a_column_for_none_of_the_times_is_no_time(label: str, yes: str, no: str) -> None:
    header = [*GRID, f"When can you meet? [{label}]"]
    intake = answered(header, [yes, no, no], [no, no, yes], [yes, yes, no], [no, no, yes])
    assert {person.name for person in intake.held} == {"Bo Lund", "Di Fox"}
    assert times(intake)["Ana Ruiz"] == ("Mon 17:00-22:00",)


def test_a_column_for_any_of_the_times_is_all_of_them() -> None:
    header = [*GRID, "When can you meet? [Any of these]"]
    intake = answered(header, ["x", "", ""], ["", "", "x"], ["x", "x", ""])
    assert times(intake)["Bo Lund"] == ("any",)


def test_none_of_these_beside_one_of_them_is_asked_about() -> None:
    header = ["Name", "When can you meet?"]
    intake = answered(header, ["Mon evening;None of these"], ["Mon evening"], ["Mon evening;Tue evening"])
    assert {person.name for person in intake.held} == {"Ana Ruiz"}


@pytest.mark.parametrize("other", ["yes", "y", "true", "available"])
def test_an_x_beside_yes_is_asked_about(other: str) -> None:
    intake = answered(GRID, ["x", other], [other, ""], ["", "x"], [other, "x"])
    assert "unknown-mark" in codes(intake)
    assert times(intake)["Ana Ruiz"] == ("Tue 17:00-22:00",)


@pytest.mark.parametrize("marks", ["123", "012", "FB", "AU"])
def test_marks_of_a_scale_and_initials_are_asked_about(marks: str) -> None:
    first, second, last = marks[0], marks[1], marks[-1]
    intake = answered(GRID, [first, second], [second, first], [last, first], [first, last])
    assert not intake.participants
    assert "unknown-mark" in codes(intake)


@pytest.mark.parametrize("cell", ["x,q", "Mon,0", "x;no", "Tue", "F", "x / ?"])
def test_a_cell_that_says_yes_and_something_else_is_no_time(cell: str) -> None:
    intake = answered(GRID, [cell, "x"], ["x", ""], ["", "x"], ["x", "x"])
    assert times(intake)["Ana Ruiz"] == ("Tue 17:00-22:00",)
    assert intake.decisions


@pytest.mark.parametrize("refusal", ["None of these work for me", "Can't make any of these", "Not sure", "Tue is free"])
def test_what_may_mean_either_leaves_no_time_where_it_is_asked_when_people_can_not(refusal: str) -> None:
    header = ["Name", "Which of these times can you NOT make?"]
    intake = answered(header, [refusal], ["Mon evening"], ["Tue evening"], ["None"])
    assert {person.name for person in intake.held} == {"Ana Ruiz"}
    assert times(intake)["Di Fox"] == ("any",)


@pytest.mark.parametrize("header", [["mon_am", "mon_pm"], ["Monday [AM]", "Monday [PM]"]])
def test_a_label_takes_its_day_from_the_question(header: list[str]) -> None:
    intake = answered(["Name", *header], ["1", "0"], ["0", "1"], ["1", "1"])
    assert times(intake)["Ana Ruiz"] == ("Mon 08:00-12:00",)
    assert times(intake)["Bo Lund"] == ("Mon 13:00-17:00",)


@pytest.mark.parametrize(
    ("header", "cells"),
    [(["Monday evening", "Tuesday evening"], (["7-9", "x"], ["x", "7-9"], ["7-9", ""])),
     (["Which evenings and hours?"], (["Mon 7-9"], ["Tue 7-9"], ["Mon 7-9, Tue 7-9"])),
     (["When can you meet?"], (["Mon 7-9"], ["Tue 6-8pm"], ["Mon 7-9:30pm"]))],
)  # fmt: skip
def test_bare_hours_among_evenings_are_of_the_evening(header: list[str], cells: tuple[list[str], ...]) -> None:
    assert times(answered(["Name", *header], *cells))["Ana Ruiz"][0] == "Mon 19:00-21:00"


def test_bare_hours_that_may_be_of_the_morning_are_asked_about() -> None:
    intake = answered(["Name", "When can you meet?"], ["Mon 7-9"], ["Tue 8am"], ["Mon 7pm"])
    assert {person.name for person in intake.held} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    "past",
    [
        "Attended kick-off {}", "Paid {}", "Reminder sent {}", "Came to the workshop {}", "Attendance {}",
        "Was at the open evening {}", "Took part on {}",
    ],
)  # fmt: skip
def test_what_happened_on_some_day_is_no_time_to_meet(past: str) -> None:
    headers = ["Name", past.format("Tue 13 Jan"), past.format("Thu 22 Jan"), "Which evening can you meet?"]
    rows = [["Ana", "x", "", "Monday evening"], ["Bo", "x", "", "Wednesday evening"], ["Cy", "", "x", "Monday evening"]]
    intake = read(rows, headers)
    assert [column.field for column in intake.columns] == ["name", None, None, "availability"]
    assert [person.trait("availability") for person in intake.participants] == [(row[-1],) for row in rows]


@pytest.mark.parametrize("word", ["Tue 6 pm (paid parking)", "Can attend Tue 13 Jan", "I will be there Tue 13 Jan"])
def test_a_time_that_is_offered_is_one_whatever_stands_beside_it(word: str) -> None:
    intake = read([["Ana", "x", ""], ["Bo", "", "x"], ["Cy", "x", "x"]], ["Name", word, "Thu 22 Jan"])
    assert [column.field for column in intake.columns] == ["name", "availability", "availability"]


@pytest.mark.parametrize("question", [
    "When are you away or out of town?", "Dates you'll be on holiday", "When are you on vacation?",
    "Jours où vous ne pouvez pas venir", "An welchen Tagen können Sie nicht?", "Which slots are a problem for you?",
])  # fmt: skip
def test_days_away_are_taken_from_the_times_that_suit(question: str) -> None:
    rows = [["Ana", "Mon 6 pm, Tue 6 pm", "Monday"], ["Bo", "Mon 6 pm, Tue 6 pm", "Tuesday"], ["Cy", "Mon 6 pm", ""]]
    intake = read(rows, ["Name", "When can you meet?", question])
    free = {person.name: person.find_trait("availability") for person in intake.participants}
    assert "asks-cannot" in codes(intake)
    assert [trait.times for trait in (free["Ana"], free["Cy"]) if trait] == [
        ("Mon 18:00-19:00; not Mon", "Tue 18:00-19:00"),
        ("Mon 18:00-19:00",),
    ]


def test_marks_may_say_whether_a_time_clashes() -> None:
    stem = "Does this slot clash with other commitments?"
    headers = ["Name", f"{stem}.Mon 6 pm", f"{stem}.Tue 6 pm"]
    rows = [["Ana", "Clashes", "No clash"], ["Bo", "No clash", "Clashes"], ["Cy", "No clash", "No clash"]]
    intake = read(rows, headers)
    assert [person.trait("availability") for person in intake.participants] == [
        ("Tue 6 pm",), ("Mon 6 pm",), ("Mon 6 pm", "Tue 6 pm"),
    ]  # fmt: skip


def test_a_yes_in_brackets_is_one_if_need_be() -> None:
    headers = ["Name", "Mo 2 March 2026 18:00", "Fr 6 March 2026 07:30"]
    intake = read([["Ana", "OK", "(OK)"], ["Bo", "", "(OK)"], ["Cy", "OK", "OK"]], headers)
    assert about(intake, "times-if-need-be") == [2, 3]
    free = [trait.times for person in intake.participants if (trait := person.find_trait("availability"))]
    assert free == [("2026-03-02 18:00-19:00",), ("2026-03-06 07:30-08:30",), (
        "2026-03-02 18:00-19:00", "2026-03-06 07:30-08:30",
    )]  # fmt: skip


NAMES = ("Ana Ruiz", "Bo Lund", "Cy Tab", "Di Fox", "Ed Gow", "Flo Hart", "Gus Ives")


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué horarios NO le convienen?",
        "¿Qué horarios no le convienen?",
        "¿Cuándo NO puede reunirse?",
        "Horarios que prefiere evitar",
        "Horas a evitar",
        "Créneaux à éviter",
        "Zeiten, die Sie vermeiden möchten",
        "Quais horários não lhe convêm?",
        "Times to avoid",
        "Blackout times",
        "Times I'd rather avoid",
        "Schedule conflicts",
        "Scheduling conflicts",
        "Conflicts (days you're busy)",
        "Clashes: times you can't make",
        "Conflicts",
    ],
)
def test_times_to_keep_clear_of_leave_the_others(question: str) -> None:
    none = "ninguno" if "¿" in question else "none"
    days = (none, "Monday evening", "Tuesday noon", "Wednesday", "Thursday", "Friday", "Saturday")
    intake = read(list(zip(NAMES, days, strict=True)), ["Name", question])
    assert about(intake, "asks-cannot")
    assert times(intake)[NAMES[0]] == ("any",)
    assert times(intake)[NAMES[1]] == ("any; not Mon 17:00-22:00",)


@pytest.mark.parametrize("question", ["Para evitar conflictos, ¿cuándo puede reunirse?", "¿Qué horarios le convienen?"])
def test_times_that_suit_are_asked_for_in_spanish(question: str) -> None:
    rows = [["Ana Ruiz", "Monday evening"], ["Bo Lund", "Tuesday noon"], ["Cy Tab", "Monday evening"]]
    assert times(read(rows, ["Name", question]))["Ana Ruiz"] == ("Mon 17:00-22:00",)


@pytest.mark.parametrize(
    ("label", "cell", "kept"),
    [
        ("Mon 8am", "after 9", ""),
        ("Mon 8am", "9-12", ""),
        ("Mon 8am", "before 9", "Mon 08:00-09:00"),
        ("Mon 8am", "any time", "Mon 08:00-09:00"),
        ("Mon 8am", "evening", ""),
        ("Mon noon", "after 6", ""),
        ("Wed 5:30pm", "after 9", ""),
        ("Thu evening", "after 9", "Thu 21:00-22:00"),
        ("Thu evening", "7-8", "Thu 19:00-20:00"),
        ("Thu evening", "morning", ""),
        ("Mon 6-8pm", "until 7", "Mon 18:00-19:00"),
        ("Fri", "after 9", "Fri 09:00-24:00"),
    ],
)
def test_what_stands_under_a_time_only_takes_away_from_it(label: str, cell: str, kept: str) -> None:
    rows = [["Ana Ruiz", cell, ""], ["Bo Lund", "x", "x"], ["Cy Tab", "x", "x"], ["Di Fox", cell, "x"]]
    intake = read(rows, ["Name", f"Best for you: [{label}]", "Best for you: [Sat noon]"])
    assert times(intake).get("Ana Ruiz", ()) == ((kept,) if kept else ())
    assert times(intake)["Di Fox"] == ((kept,) if kept else ()) + ("Sat 12:00-13:00",)
    assert about(intake, "unread-times") == ([] if kept else [2, 5])


def test_whoever_is_accepted_keeps_what_was_understood() -> None:
    header = ["Name", "When can you NOT meet?", "Which of these will you miss? [Sat noon]"]
    rows = (["Ana Ruiz", "Monday evening; it depends on the tides", ""], ["Bo Lund", "it depends on the tides", ""])
    others = (["Cy Tab", "Friday", "x"], ["Di Fox", "Monday", "x"], ["Ed Gow", "none", ""])
    held = program("", *rows, *others, header=header)
    assert [person.reasons for person in held.held] == [("unread-times",)] * 2
    placed = times(program('accept = ["unread-times"]', *rows, *others, header=header))
    assert placed["Ana Ruiz"] == ("any; not Mon 17:00-22:00",)
    assert placed["Bo Lund"] == ()


def test_what_accepting_does_is_said() -> None:
    rows = [["Ana Ruiz", "X", "X"], ["Bo Lund", "✓", ""], ["Cy Tab", "✓", "✓"], ["Di Fox", "", "it depends on tides"]]
    intake = read(rows, ["Name", "Best for you: [Mon noon]", "Best for you: [Sat noon]"])
    said = {problem.code: f"{problem.message} {problem.advice}" for problem in intake.problems}
    assert "an X was read as no" in said["no-time-suits"]
    for code in ("no-time-suits", "unread-times"):
        assert "accept it if they can come whenever the cohort meets" in said[code]


@pytest.mark.parametrize("answer", ["Puedo siempre", "siempre disponible", "I am always free"])
def test_whoever_can_always_come_says_so_of_times_to_avoid_too(answer: str) -> None:
    rows = [["Ana Ruiz", answer], ["Bo Lund", "lunes"], ["Cy Tab", "martes"], ["Di Fox", "jueves"]]
    assert times(read(rows, ["Name", "¿Qué horarios NO le convienen?"]))["Ana Ruiz"] == ("any",)
