"""Time zones and ways of meeting, as people write them."""

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.intake.values.modes import meeting_mode
from ok_match.intake.values.zones import YEAR, offset_label, utc_offset

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
    "Pacific/Auckland": "UTC+12",
    "Pacific/Auckland (NZST)": "UTC+12",
    "pacific/auckland": "UTC+12",
    "auckland": "UTC+12",
    "Auckland, New Zealand": "UTC+12",
    "America / Los Angeles": "UTC-8",
    "America/Los_Angeles (UTC-7)": "UTC-8",
    "America/Indiana/Knox": "UTC-6",
    "Etc/GMT+8": "UTC-8",
    "São Paulo": "UTC-3",
    "P.S.T.": "UTC-8",
    "Bratislava, Slovakia": "UTC+1",
    "Asia/Kathmandu": "UTC+5:45",
    "Australian Eastern Time": "UTC+10",
    "Sydney (Eastern, Australia)": "UTC+10",
    "Central Africa Time": "UTC+2",
    "Boise, ID": "UTC-7",
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
    "US/Eastern or US/Pacific",
    "New Jersey",
    "Norfolk, VA",
    "Paris, TX",
    "Victoria, BC",
    "Eastern (Australia)",
    "Narnia/Cair_Paravel",
)
#: Names of the database that are not the clock of a place: the machine's own setting, and "not set".
NO_PLACE = {"localtime", "Factory"}

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


def label(written: str) -> str | None:
    offset = utc_offset(written)
    return None if offset is None else offset_label(offset)


@pytest.mark.parametrize("written", ZONES)
def test_a_time_zone_is_read_as_its_standard_offset(written: str) -> None:
    assert label(written) == ZONES[written]


@pytest.mark.parametrize("zone", sorted(available_timezones() - NO_PLACE))
def test_every_zone_of_the_database_is_read_as_its_offset_without_summer_time(zone: str) -> None:
    clocks = [datetime(YEAR, month, 15, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)]
    winter = min(clock.total_seconds() // 60 for clock in clocks if clock is not None)
    asides = (f"{zone} (home)", f"I am in {zone}.") if "/" in zone else ()
    for written in (zone, zone.casefold(), zone.replace("_", " "), f"  {zone} ", *asides):
        assert utc_offset(written) == winter, written


def test_two_names_of_one_clock_agree() -> None:
    assert utc_offset("America/Los_Angeles / Pacific time") == utc_offset("PDT") == -480


@pytest.mark.parametrize("written", NO_ZONE)
def test_an_answer_that_names_no_zone_or_two_stays_unknown(written: str) -> None:
    assert utc_offset(written) is None


@pytest.mark.parametrize("written", MODES)
def test_the_way_of_meeting_is_read(written: str) -> None:
    assert meeting_mode(written) == MODES[written]


@pytest.mark.parametrize("written", NO_MODE)
def test_an_answer_without_a_way_of_meeting_stays_unknown(written: str) -> None:
    assert meeting_mode(written) is None


@given(st.integers(-12, 14), st.sampled_from(("UTC{:+}", "GMT{:+}", "(UTC{:+03}:00)", "utc {:+}")))
def test_an_offset_reads_back(hours: int, style: str) -> None:
    assert utc_offset(style.format(hours)) == 60 * hours
    assert offset_label(60 * hours) == ("UTC" if hours == 0 else f"UTC{hours:+}")


@given(st.text(max_size=150))
def test_nothing_that_anybody_writes_raises(text: str) -> None:
    assert meeting_mode(text) in {None, "in person", "online", "either"}
    assert utc_offset(text) is None or -14 * 60 <= utc_offset(text) <= 14 * 60  # type: ignore[operator]


@pytest.mark.parametrize("filler", ["UTC-", "not ", "in person ", "a"])
def test_a_very_long_answer_is_no_zone(filler: str) -> None:
    assert (utc_offset(filler * 40_000), meeting_mode(filler * 40_000)) == (None, None)
