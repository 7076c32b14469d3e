"""Time zones and ways of meeting, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.intake.values.zones import meeting_mode, time_zone

ZONES = {
    "PST": "UTC-8",
    "PDT": "UTC-8",
    "pt": "UTC-8",
    "Pacific": "UTC-8",
    "Pacific time (US & Canada)": "UTC-8",
    "America/Los_Angeles": "UTC-8",
    "UTC-8": "UTC-8",
    "UTC−08:00": "UTC-8",
    "(UTC-08:00) Pacific Time (US & Canada)": "UTC-8",
    "GMT -8": "UTC-8",
    "West Coast": "UTC-8",
    "Oregon": "UTC-8",
    "Mountain time (Denver)": "UTC-7",
    "MST (Boise)": "UTC-7",
    "Central": "UTC-6",
    "America/Chicago": "UTC-6",
    "EST": "UTC-5",
    "Eastern / New York": "UTC-5",
    "US/Eastern": "UTC-5",
    "Hawaii": "UTC-10",
    "St. John’s (Newfoundland)": "UTC-3:30",
    "GMT": "UTC",
    "UTC": "UTC",
    "GMT+1": "UTC+1",
    "UTC+0": "UTC",
    "London": "UTC",
    "CET": "UTC+1",
    "Central European Time": "UTC+1",
    "Europe/Berlin": "UTC+1",
    "UTC+5:30": "UTC+5:30",
    "utc+0530": "UTC+5:30",
    "Asia/Kolkata": "UTC+5:30",
    "Australia/Sydney": "UTC+10",
}
NO_ZONE = (
    "",
    "local",
    "not sure",
    "same as yours",
    "Pacific or Eastern",
    "UTC-8 or UTC-5",
    "UTC+25",
    "PSTX",
    "varies",
    "8",
)

MODES = {
    "In person": "in person",
    "in-person only": "in person",
    "Face to face, please": "in person",
    "Not online": "in person",
    "I can't do Zoom": "in person",
    "Online": "online",
    "Zoom": "online",
    "virtual (I travel)": "online",
    "Remotely": "online",
    "not in person": "online",
    "Online - I cannot come in person": "online",
    "Either": "either",
    "In person or online": "either",
    "both are fine": "either",
    "Hybrid": "either",
    "no preference": "either",
    "Doesn’t matter": "either",
    "Prefer in person, but online is OK": "in person",
    "In person, online only when it snows": "online",
}
NO_MODE = ("", "yes", "Tuesday", "not sure", "?", "evenings")


@pytest.mark.parametrize("written", ZONES)
def test_a_time_zone_is_read_as_its_standard_offset(written: str) -> None:
    assert time_zone(written) == ZONES[written]


@pytest.mark.parametrize("written", NO_ZONE)
def test_what_names_no_zone_or_two_stays_unknown(written: str) -> None:
    assert time_zone(written) is None


@pytest.mark.parametrize("written", MODES)
def test_the_way_of_meeting_is_read(written: str) -> None:
    assert meeting_mode(written) == MODES[written]


@pytest.mark.parametrize("written", NO_MODE)
def test_what_says_no_way_of_meeting_stays_unknown(written: str) -> None:
    assert meeting_mode(written) is None


@given(st.integers(-12, 14), st.sampled_from(("UTC{:+}", "GMT{:+}", "(UTC{:+03}:00)", "utc {:+}")))
def test_an_offset_reads_back(hours: int, style: str) -> None:
    assert time_zone(style.format(hours)) == ("UTC" if hours == 0 else f"UTC{hours:+}")


@given(st.text(max_size=150))
def test_nothing_that_anybody_writes_raises(text: str) -> None:
    assert meeting_mode(text) in {None, "in person", "online", "either"}
    assert time_zone(text) is None or time_zone(text).startswith("UTC")  # type: ignore[union-attr]


@pytest.mark.parametrize("filler", ["UTC-", "not ", "in person ", "a"])
def test_a_very_long_answer_is_no_zone(filler: str) -> None:
    assert (time_zone(filler * 40_000), meeting_mode(filler * 40_000)) == (None, None)
