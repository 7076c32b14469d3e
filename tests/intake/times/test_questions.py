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
)  # fmt: skip
CANNOT = (
    "When can you NOT meet?", "Which days can you absolutely not do?", "Times that don’t work for you", "Busy times",
    "Tick the times at which you are NOT available", "I am unavailable", "Scheduling conflicts", "Blackout dates",
    "Are there days or hours we should steer clear of?", "What times should we avoid?", "Bad times for you",
    "When would it be impossible for you to come?", "¿Qué días no puede reunirse?",
    "Quand n’êtes-vous pas disponible ?", "Wann können Sie nicht?", "Quando non puoi?", "Wanneer kun je niet?",
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


@pytest.mark.parametrize("mark", ["q", "/", "zz", "%", "§", "5th row", "#"])
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
