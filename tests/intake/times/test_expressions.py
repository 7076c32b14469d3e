"""What people write about times, and the normal form that it comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.intake.times.grammar import understood
from ok_match.intake.times.units import Notation
from ok_match.model.people.slot import ALTERNATE, DAY, LAST, Slot, Times, may_overlap, slot_of, times_of

EXPRESSIONS = {
    "Monday evening": "Mon 17:00-22:00",
    "MON - evening": "Mon 17:00-22:00",
    "Evenings (Mon)": "Mon 17:00-22:00",
    "monday evenings": "Mon 17:00-22:00",
    "Mon eve": "Mon 17:00-22:00",
    "Mon night": "Mon 17:00-22:00",
    "Monday after work": "Mon 17:00-22:00",
    "Monday PM": "Mon 13:00-17:00",
    "Mon am": "Mon 08:00-12:00",
    "Tuesday 18:00": "Tue 18:00-19:00",
    "Tuesday 6pm": "Tue 18:00-19:00",
    "Tuesday 6 PM": "Tue 18:00-19:00",
    "Tuesday 6:00 p.m.": "Tue 18:00-19:00",
    "Tuesday 18h": "Tue 18:00-19:00",
    "Tue 18h00": "Tue 18:00-19:00",
    "Tues. 6 pm": "Tue 18:00-19:00",
    "Tuesday at 6": "Tue 18:00-19:00",
    "Tuesday 1800": "Tue 18:00-19:00",
    "Tuesday 6 o'clock": "Tue 18:00-19:00",
    "Tuesday 12 noon": "Tue 12:00-13:00",
    "Tuesday noon": "Tue 12:00-13:00",
    "Tuesday midday": "Tue 12:00-13:00",
    "Tuesday 12pm": "Tue 12:00-13:00",
    "Tuesday 12:00": "Tue 12:00-13:00",
    "Tuesday 7am": "Tue 07:00-08:00",
    "Tuesday 07:00": "Tue 07:00-08:00",
    "7 in the morning": "07:00-08:00",
    "Tuesday 7 in the evening": "Tue 19:00-20:00",
    "9-11": "09:00-11:00",
    "9am-11am": "09:00-11:00",
    "9–11am": "09:00-11:00",
    "9 to 11": "09:00-11:00",
    "from 9 to 11": "09:00-11:00",
    "between 9 and 11": "09:00-11:00",
    "9am-5": "09:00-17:00",
    "9-5": "09:00-17:00",
    "11-1": "11:00-13:00",
    "11am-1pm": "11:00-13:00",
    "12-1": "12:00-13:00",
    "10-2": "10:00-14:00",
    "5-7": "17:00-19:00",
    "5:30-7pm": "17:30-19:00",
    "5.30 - 7.00 pm": "17:30-19:00",
    "17:00–19:30": "17:00-19:30",
    "17h-19h": "17:00-19:00",
    "8-12": "08:00-12:00",
    "22:00-01:00": "22:00-25:00",
    "after 6": "18:00-24:00",
    "after 6pm": "18:00-24:00",
    "after six": "18:00-24:00",
    "from 6pm": "18:00-24:00",
    "6pm onwards": "18:00-24:00",
    "6pm or later": "18:00-24:00",
    "6pm+": "18:00-24:00",
    "after lunch": "13:00-24:00",
    "before noon": "00:00-12:00",
    "before 9am": "00:00-09:00",
    "until 3": "00:00-15:00",
    "by 10am": "00:00-10:00",
    "up to 11:30": "00:00-11:30",
    "not before 6pm": "18:00-24:00",
    "no later than 10am": "00:00-10:00",
    "mornings": "08:00-12:00",
    "early morning": "06:00-08:00",
    "late afternoon": "15:00-17:00",
    "lunchtime": "12:00-13:00",
    "lunch hour": "12:00-13:00",
    "weekday evenings": "Mon,Tue,Wed,Thu,Fri 17:00-22:00",
    "weekdays": "Mon,Tue,Wed,Thu,Fri",
    "weekends": "Sat,Sun",
    "Weekends only": "Sat,Sun",
    "Saturday and Sunday mornings": "Sat,Sun 08:00-12:00",
    "any time": "any",
    "Anytime": "any",
    "flexible": "any",
    "I'm flexible": "any",
    "whenever suits": "any",
    "Whenever": "any",
    "all of the above": "any",
    "always": "any",
    "no preference": "any",
    "any time on Tuesdays": "Tue",
    "any evening": "17:00-22:00",
    "any weekday morning": "Mon,Tue,Wed,Thu,Fri 08:00-12:00",
    "any day but Friday": "any; not Fri",
    "any day except Monday or Friday": "any; not Mon,Fri",
    "any time except Tuesday mornings": "any; not Tue 08:00-12:00",
    "any evening but Thursday": "17:00-22:00; not Thu",
    "all except Thursdays": "any; not Thu",
    "not Mondays": "any; not Mon",
    "no Fridays": "any; not Fri",
    "never on Sundays": "any; not Sun",
    "I can't do Mondays": "any; not Mon",
    "Mondays don't work": "any; not Mon",
    "Mon-Thu": "Mon,Tue,Wed,Thu",
    "Monday to Thursday": "Mon,Tue,Wed,Thu",
    "Mon-Thu evenings": "Mon,Tue,Wed,Thu 17:00-22:00",
    "Mon through Wed after 5": "Mon,Tue,Wed 17:00-24:00",
    "Fri-Mon": "Mon,Fri,Sat,Sun",
    "Tue/Thu pm": "Tue,Thu 13:00-17:00",
    "Tue & Thu evenings": "Tue,Thu 17:00-22:00",
    "Mon, Wed 6-8pm": "Mon,Wed 18:00-20:00",
    "Mon, Wed, Fri mornings": "Mon,Wed,Fri 08:00-12:00",
    "MWF": "Mon,Wed,Fri",
    "M/W/F": "Mon,Wed,Fri",
    "TTh": "Tue,Thu",
    "Tuesday evening, Thursday evening": "Tue 17:00-22:00; Thu 17:00-22:00",
    "Tuesday evening; Thursday noon": "Tue 17:00-22:00; Thu 12:00-13:00",
    "Tuesday evening or Thursday noon": "Tue 17:00-22:00; Thu 12:00-13:00",
    "Mon AM / Tue PM": "Mon 08:00-12:00; Tue 13:00-17:00",
    "Tuesday 9-11am, 2-4pm": "Tue 09:00-11:00; Tue 14:00-16:00",
    "Tuesday mornings or afternoons": "Tue 08:00-12:00; Tue 13:00-17:00",
    "Tuesdays after 5, or Thursday mornings": "Tue 17:00-24:00; Thu 08:00-12:00",
    "first Tuesday of the month": "1st Tue",
    "1st and 3rd Wednesday evenings": "1st,3rd Wed 17:00-22:00",
    "last Friday": "last Fri",
    "every other Tuesday evening": "alternate Tue 17:00-22:00",
    "Tuesday evening every other week": "alternate Tue 17:00-22:00",
    "3 March 2026 18:00": "2026-03-03 18:00-19:00",
    "March 3, 2026 at 6pm": "2026-03-03 18:00-19:00",
    "Mar 3": "--03-03",
    "3rd of March": "--03-03",
    "2026-03-03": "2026-03-03",
    "2026-03-03T18:00": "2026-03-03 18:00-19:00",
    "Tue 3 March 18:00": "--03-03 18:00-19:00",
    "13/3/2026": "2026-03-13",
    "3/13/2026": "2026-03-13",
    "03.04.2026 18:00": "2026-04-03 18:00-19:00",
    "6pm ET": "18:00-19:00 UTC-05:00",
    "Tuesday 6pm EST": "Tue 18:00-19:00 UTC-05:00",
    "Tuesday 18:00 UTC+2": "Tue 18:00-19:00 UTC+02:00",
    "Tuesday 3pm PT": "Tue 15:00-16:00 UTC-08:00",
    "Tue 6pm Eastern time": "Tue 18:00-19:00 UTC-05:00",
    "I can do Tuesdays after 5 except the 1st, or Thursday mornings": "Tue 17:00-24:00; Thu 08:00-12:00; not ---01",
    "I'm free Tuesday and Thursday evenings after 7pm": "Tue,Thu 19:00-22:00",
    "Mondays or Wednesdays, 5:30pm to 7pm": "Mon,Wed 17:30-19:00",
    "Mondays don't work, Tuesdays are fine": "Tue; not Mon",
    "Mon-Thu after 6 but not Wednesdays": "Mon,Tue,Wed,Thu 18:00-24:00; not Wed",
    "evenings and weekends": "17:00-22:00; Sat,Sun",
    "Tuesday evening (18:00-20:00)": "Tue 18:00-20:00",
    "Evening (6-9pm)": "18:00-21:00",
    "lunes por la mañana": "Mon 08:00-12:00",
    "martes y jueves a las 18:00": "Tue,Thu 18:00-19:00",
    "miércoles por la noche": "Wed 20:00-23:00",
    "cualquier día menos el viernes": "any; not Fri",
    "fines de semana": "Sat,Sun",
    "jeudi soir": "Thu 17:00-22:00",
    "lundi 18h-20h": "Mon 18:00-20:00",
    "mardi après-midi": "Tue 13:00-17:00",
    "n'importe quand": "any",
    "tous les jours sauf vendredi": "any; not Fri",
    "le samedi matin": "Sat 08:00-12:00",
    "Dienstagabend": "Tue 17:00-22:00",
    "Donnerstag Vormittag": "Thu 08:00-12:00",
    "Mo-Fr ab 18 Uhr": "Mon,Tue,Wed,Thu,Fri 18:00-24:00",
    "jederzeit": "any",
    "montags nach 17 Uhr": "Mon 17:00-24:00",
    "Mittwoch 18-20 Uhr": "Wed 18:00-20:00",
    "segunda-feira à noite": "Mon 18:00-23:00",
    "terça de manhã": "Tue 08:00-12:00",
    "qualquer horário": "any",
    "giovedì sera": "Thu 17:00-22:00",
    "lunedì mattina": "Mon 08:00-12:00",
    "sabato dopo le 15": "Sat 15:00-24:00",
    "donderdagavond": "Thu 17:00-22:00",
    "maandag 's ochtends": "Mon 08:00-12:00",
    "altijd behalve vrijdag": "any; not Fri",
    "vrijdag na 17:00": "Fri 17:00-24:00",
}
#: Texts with a word that matters and that nobody can be sure of.
UNREAD = (
    "some Sundays", "mornings mostly", "ask me", "Tuesday evenings unless my kids are sick", "7-9", "Tuesday 8",
    "usually Mondays", "depends on the week", "Tuesday when the shop is shut", "most evenings", "the 3rd blue moon",
    "sometimes Thursday", "Monday if Luis covers for me", "alternate with my wife: Tuesday", "3/4", "2 hours",
)  # fmt: skip
NONE = (
    "None of these", "none of the above", "None of these work for me", "I cannot make any of these", "can't do any",
    "No time works", "nothing suits", "Ninguno", "Aucun", "keine davon", "nessuno", "geen van deze", "nenhum",
    "None - the shop is open all week", "I'm unable to make any of these times",
)  # fmt: skip


def written(text: str, notation: Notation | None = None) -> str:
    reading = understood(text, notation or Notation())
    assert not reading.unread
    return str(Times(reading.slots, reading.without))


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_an_expression_comes_to_its_normal_form(text: str) -> None:
    assert written(text) == EXPRESSIONS[text]


MORE = {
    "Thursday @ 6": "Thu 18:00-19:00", "Thursday 6ish": "Thu 18:00-19:00", "Weeknights after 7":
    "Mon,Tue,Wed,Thu,Fri 19:00-22:00", "Anything but Mondays": "any; not Mon", "Never Fridays": "any; not Fri",
    "Nothing before 10": "any; not 00:00-10:00", "Weekday lunchtimes, never Tuesdays":
    "Mon,Tue,Wed,Thu,Fri 12:00-13:00; not Tue", "Not before 10am or after 4pm": "10:00-16:00",
    "half past six on Monday": "Mon 18:30-19:30", "quarter to seven Monday": "Mon 18:45-19:45", "MonAM":
    "Mon 08:00-12:00", "Mon6pm": "Mon 18:00-19:00", "Mon_18_20": "Mon 18:00-20:00", "M W F": "Mon,Wed,Fri",
    "lunes a viernes de 18 a 20": "Mon,Tue,Wed,Thu,Fri 18:00-20:00", "Mornings only, any day": "08:00-12:00",
    "None except Tuesday": "Tue", "Tue 10:00-22:15": "Tue 10:00-22:15", "All": "any",
    "any evening except Wednesdays (choir)": "17:00-22:00; not Wed",
    "Tuesday, 5:30-7pm ET / 2:30-4pm PT": "Tue 17:30-19:00 UTC-05:00; Tue 14:30-16:00 UTC-08:00",
}  # fmt: skip


@pytest.mark.parametrize("text", MORE)
def test_ways_of_writing_that_leave_words_out_or_run_them_together(text: str) -> None:
    assert written(text) == MORE[text]


@pytest.mark.parametrize("text", ["No - I work nights", "Sorry, none!", "Unfortunately none of these", "Nope"])
def test_a_no_that_stands_for_itself_refuses_all_times(text: str) -> None:
    reading = understood(text)
    assert reading.none
    assert not reading.slots


@pytest.mark.parametrize("text", [text for text in EXPRESSIONS if text.isascii()])
def test_capitals_and_spaces_change_nothing(text: str) -> None:
    if text not in ("MWF", "M/W/F", "TTh", "Mo-Fr ab 18 Uhr"):
        assert written(f"  {text} ") == written(text.capitalize()) == EXPRESSIONS[text]


@pytest.mark.parametrize("text", UNREAD)
def test_a_word_that_matters_and_is_not_understood_is_told(text: str) -> None:
    assert understood(text).unread


@pytest.mark.parametrize("text", NONE)
def test_no_time_suits(text: str) -> None:
    reading = understood(text)
    assert (reading.none, reading.slots) == (True, ())


@pytest.mark.parametrize(
    ("text", "need", "unsure"),
    [
        ("Tuesday if need be", "Tue", ""),
        ("Thursday evening (if necessary)", "Thu 17:00-22:00", ""),
        ("maybe Thursday evening", "", "Thu 17:00-22:00"),
        ("Tuesday noon, possibly Friday", "", "Fri"),
    ],
)
def test_what_is_half_said_stands_apart(text: str, need: str, unsure: str) -> None:
    reading = understood(text)
    assert ("; ".join(map(str, reading.need)), "; ".join(map(str, reading.unsure))) == (need, unsure)


def test_the_sheet_says_which_way_round_its_dates_and_clocks_are() -> None:
    assert written("3/4 at 18:00", Notation(day_first=True)) == "--04-03 18:00-19:00"
    assert written("3/4/2026", Notation(day_first=False)) == "2026-03-04"
    assert written("Tuesday 7:30", Notation(whole_day=True)) == "Tue 07:30-08:30"


clocks = (
    st.tuples(st.integers(0, 95), st.integers(1, 96))
    .filter(lambda c: c[0] < c[1])
    .map(lambda c: (15 * c[0], 15 * c[1]))
)
slots = st.builds(
    lambda days, weeks, clock, zone: Slot(tuple(sorted(days)), tuple(sorted(weeks)), (), *clock, zone),
    st.sets(st.integers(0, 6), min_size=1, max_size=6),
    st.sets(st.sampled_from((1, 2, 3, 4, 5, LAST, ALTERNATE)), max_size=2),
    clocks,
    st.none() | st.sampled_from((-480, -300, 0, 60, 330)),
)
dated = st.builds(
    lambda dates, clock: Slot(dates=tuple(sorted(dates)), start=clock[0], end=clock[1]),
    st.sets(st.dates().map(str) | st.just("--03-03") | st.just("---15"), min_size=1, max_size=3),
    clocks,
)
options = st.sampled_from(("slot a", "session 2", "after the play")).map(lambda text: Slot(option=text))
every = slots | dated | options | st.just(Slot())


@given(st.lists(every), st.lists(every))
def test_times_written_and_read_again_are_the_same(can: list[Slot], cannot: list[Slot]) -> None:
    times = Times(tuple(can), tuple(cannot))
    assert times_of(str(times)) == times
    assert all(slot_of(str(slot)) == slot for slot in can)


@given(st.sets(st.integers(0, 6), min_size=1, max_size=6), clocks)
def test_a_slot_as_it_is_written_is_understood_as_itself(days: set[int], clock: tuple[int, int]) -> None:
    # All seven days are every day.
    slot = Slot(tuple(sorted(days)) if len(days) < 7 else (), start=clock[0], end=clock[1])
    if clock[1] < DAY:
        assert written(str(slot)) == str(slot)


@given(every, every)
def test_overlapping_is_mutual(a: Slot, b: Slot) -> None:
    assert may_overlap(a, b) == may_overlap(b, a)
    assert may_overlap(a, a)


@given(st.text(max_size=80))
def test_nothing_that_anybody_writes_raises(text: str) -> None:
    reading = understood(text)
    assert all(slot.start < slot.end for slot in (*reading.slots, *reading.without))


@pytest.mark.parametrize(
    ("text", "slots"),
    {
        "Any day but Monday, after 6 pm": "18:00-24:00; not Mon",
        "Any day except Mondays, mornings only": "08:00-12:00; not Mon",
        "Weekdays except Friday, 5-7 pm": "Mon,Tue,Wed,Thu,Fri 17:00-19:00; not Fri",
        "Any day except Monday mornings": "any; not Mon 08:00-12:00",
        "None of them is a problem, except Fridays": "any; not Fri",
        "Lunch slot (Tue 12-1)": "Tue 12:00-13:00",
    }.items(),
)
def test_hours_behind_an_exception_are_those_of_what_remains(text: str, slots: str) -> None:
    reading = understood(text)
    assert not reading.unread
    assert Times(reading.slots, reading.without) == times_of(slots)


@pytest.mark.parametrize(
    "text",
    [
        "None of them is a problem for me", "None of these would be a problem", "None clash with my calendar",
        "No problem with any of these", "I don't have any issues", "not a problem, thanks", "No clashes",
    ],
)  # fmt: skip
def test_whoever_has_trouble_with_no_time_can_always_come(text: str) -> None:
    reading = understood(text)
    assert (reading.slots, reading.without, reading.open, reading.unread) == ((Slot(),), (), True, ())


@pytest.mark.parametrize("text", ["No problem with Monday", "No problem: Mon 6 pm", "between 6", "None of these works"])
def test_what_is_said_of_one_time_only_makes_nobody_free_at_all(text: str) -> None:
    reading = understood(text)
    assert reading.unread or reading.none
