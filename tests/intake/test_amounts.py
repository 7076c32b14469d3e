"""Amounts in people's own words: clear ones are read, unclear ones stay unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.intake.values.amounts import REVENUE_BANDS, TEAM_BANDS, YEARS_BANDS, Amount, revenue, team_size, years
from ok_match.intake.values.ratings import nearest_step, rating

THIS_YEAR = 2026

TEAMS = {
    "6": 6,
    "0": 0,
    "12.0": 12,
    "17 in season": 17,
    "just me": 1,
    "Just me!": 1,
    "Only myself for now": 1,
    "solo": 1,
    "Sole proprietor, no employees": 1,
    "no employees": 1,
    "one-woman show": 1,
    "me and two part-timers": 3,
    "Me + 2": 3,
    "myself plus three contractors": 4,
    "2 and me": 3,
    "me and my husband": 2,
    "My wife and I": 2,
    "my brother, me and 4 guys": 6,
    "me and my dog": 1,
    "I have 4 employees": 4,
    "We are 9": 9,
    "there are five of us": 5,
    "6, not counting me": 7,
    "6 including me": 6,
    "about a dozen": 12,
    "half a dozen": 6,
    "two dozen": 24,
    "a couple": 2,
    "twenty-five": 25,
    "twenty five people": 25,
    "one hundred and twenty": 120,
    "a hundred": 100,
    "12 FTE": 12,
    "3.5 FTEs": 3.5,
    "2,5 FTE": 2.5,
    "8 full time, 4 part time": 12,
    "8 FT / 4 PT": 12,
    "3 employees and 2 contractors": 5,
    "2 owners, 6 staff": 8,
    "12 (8 full time, 4 part time)": 12,
    "5 (soon 6)": 5,
    "3 shops, 14 people": 14,
    "14 people in 3 shops": 14,
    "3 staff and 40 volunteers": 3,
    "40 volunteers": 40,
    "6 in winter, 20 in summer": 13,
    "~15": 15,
    "approx. 30 employees": 30,
    "almost 50": 50,
    "1,200": 1200,
    "1.200": 1200,
    "1 200": 1200,
    "1.2k": 1200,
    "10-24 employees": 17,
    "1 to 5": 3,
    "1 – 5": 3,
    "between 5 and 10": 7.5,
    "5 or 6": 5.5,
    "2-Mar": 2.5,
    "5-Mar": 4,
    "24-Oct": 17,
    "2026-03-02": 2.5,
    "2026-03-02 00:00:00": 2.5,
    "50+": 50,
    "more than 50": 50,
    "50 or more": 50,
    "fewer than 10": 5,
    "was 12, now 5": 5,
    "used to be 30, 8 today": 8,
    "4 (hiring 2)": 4,
    "3, hoping to hire two more": 3,
    "１２": 12,
    "10ish": 10,
    "20 or so": 20,
    "not sure, maybe 12": 12,
    "3 full-timers + me": 4,
    "myself, 2 techs and a bookkeeper": 4,
    "me and a part-timer": 2,
    "20 people total, 6 in the office": 20,
    "7 employees, 2 of them part time": 7,
    "4 now, 6 by summer": 4,
    "8 people incl. me": 8,
    "three shifts, 40 people": 40,
    "nobody but me": 1,
    "0 (just me)": 0,
    "8 to 10 + me": 10,
    "5 employees, plus 10-15 seasonal workers": 17.5,
    "since 2015 we've had 18 employees": 18,
    "a hundred and fifty": 150,
    "my three sons and me": 4,
}
TEAM_UNCLEAR = (
    "", "   ", "not sure", "varies", "n/a", "it depends", "a few", "several", "a handful", "dozens", "between jobs",
    "retired", "-5", "50%", "541-555-0142", "46083", "too many", "growing", "hoping to hire 3", "?", "12345678901234",
    "yes", "2 to 3 locations", "7 1 9", "small", "see website", "10 - 5", "Tuesday", "1/2/3/4", "since 2009",
    "3 crews of 4", "we have 6 locations with 12 people each", "just me and a few helpers",
    "11 direct reports, 300 in the company", "3rd", "May-19", "15 W-2 and 6 1099",
    "retired, my wife runs it with 4", "first hire next month",
)  # fmt: skip
TEAM_BAND = {
    "just me": "1", "0": "1", "1": "1", "2": "2-4", "4": "2-4", "4.5": "2-4", "5": "5-9", "9": "5-9", "10": "10-19",
    "19": "10-19", "20": "20-49", "49": "20-49", "50": "50-99", "99": "50-99", "100": "100 or more",
    "100+": "100 or more", "99+": "100 or more", "over 49": "50-99", "more than 4": "5-9",
}  # fmt: skip

REVENUES = {
    "$780k": 780_000,
    "780K": 780_000,
    "$780,000": 780_000,
    "$780,000.00": 780_000,
    "780000": 780_000,
    "USD 780,000": 780_000,
    "3.4 million": 3_400_000,
    "3.4M": 3_400_000,
    "$3.4mm": 3_400_000,
    "$3.4 mil": 3_400_000,
    "three and a half million": 3_500_000,
    "one point two million": 1_200_000,
    "half a million": 500_000,
    "a quarter million": 250_000,
    "a million": 1_000_000,
    "three quarters of a million": 750_000,
    "two hundred thousand": 200_000,
    "1.2M–1.5M": 1_350_000,
    "$1.2M-$1.5M": 1_350_000,
    "2 to 3 million": 2_500_000,
    "500-750k": 625_000,
    "between 1 and 2 million": 1_500_000,
    "$500,000 - $1 million": 750_000,
    "$250K to $500K": 375_000,
    "$100,000–$249,999": 174_999.5,
    "under 250k": 125_000,
    "Less than $100,000": 50_000,
    "< 100k": 50_000,
    "$100k or less": 50_000,
    "250k+": 250_000,
    "$10 million or more": 10_000_000,
    "over 5 million": 5_000_000,
    ">1m": 1_000_000,
    "about 400k": 400_000,
    "just over 2 million": 2_000_000,
    "just shy of 1m": 1_000_000,
    "~ $1.1M": 1_100_000,
    "budget 1.1m": 1_100_000,
    "$1.1M annual budget": 1_100_000,
    "450k in 2024": 450_000,
    "2024: $450,000": 450_000,
    "5.4E+05": 540_000,
    "$10k a month": 120_000,
    "10,000 per month": 120_000,
    "pre-revenue": 0,
    "Pre revenue": 0,
    "none yet": 0,
    "nothing yet": 0,
    "no revenue yet": 0,
    "$0": 0,
    "0": 0,
    "zero": 0,
    "1,200,000": 1_200_000,
    "1.200.000": 1_200_000,
    "1 200 000": 1_200_000,
    "1'200'000": 1_200_000,
    "€450k": 450_000,
    "£90,000": 90_000,
    "1.125 million": 1_125_000,
    "$2 billion": 2_000_000_000,
    "1½ million": 1_500_000,
    "$450": 450,
    ".5 million": 500_000,
    "$.5M": 500_000,
    "1/2 million": 500_000,
    "quarter of a million": 250_000,
    "$85k/yr": 85_000,
    "$7,500/month": 90_000,
    "FY24: $3.2M": 3_200_000,
    "$3-5MM": 4_000_000,
    "$1-2 million": 1_500_000,
    "a couple hundred thousand": 200_000,
    "grew to 400k": 400_000,
    "300k (hoping for 500k)": 300_000,
    "last year 300k, hoping for 500k": 300_000,
}
REVENUES_EUROPEAN = {
    "0,12 Mio €": 120_000,
    "0,12 Mio. EUR": 120_000,
    "310.000 €": 310_000,
    "310.000,50 €": 310_000.5,
    "1.200": 1200,
    "1,5 Mio": 1_500_000,
    "1,2 bis 1,5 Mio €": 1_350_000,
    "900 Tsd. €": 900_000,
    "unter 100.000 €": 50_000,
    "über 5 Mio €": 5_000_000,
    "ca. 2,5 Mio €": 2_500_000,
    "noch keine": 0,
    "1.200.000": 1_200_000,
    "1 200 000,00": 1_200_000,
    "€ 780k": 780_000,
}
REVENUE_UNCLEAR = (
    "", "not sure", "varies", "confidential", "prefer not to say", "rather not", "n/a", "six figures", "450", "1.2",
    "1.200", "780.000", "$780.000", "enough", "not enough", "hope to reach 1m", "$25/hr", "$50 per hour", "10%",
    "10% of 2m", "gross 1.2m, net 300k", "2023: 450k, 2024: 600k", "2-Mar", "2026-03-02", "-50,000", "losing money",
    "500 - 1 million", "3m - 2m", "12 employees", "ask my accountant", "2024", "1e999", "9" * 60, "1,2,3",
    "up from 300k to 400k",
    "loss of 20k", "(20,000)", "not 1 million", "$1 million goal", "300-400", "2 million customers", "low six figures",
)  # fmt: skip
REVENUE_BAND = {
    "$0": "none yet", "$1": "under 100k", "99,999": "under 100k", "100k": "100k-250k", "250k": "250k-500k",
    "499,999.99": "250k-500k", "500k": "500k-1m", "1m": "1m-2m", "2m": "2m-5m", "5m": "5m-10m", "10m": "10m or more",
    "$10m+": "10m or more", "250k+": "250k-500k", "under 100k": "under 100k",
}  # fmt: skip

YEARS = {
    "3": 3,
    "~3": 3,
    "3 years": 3,
    "3.5 yrs": 3.5,
    "1,5 years": 1.5,
    "twelve years": 12,
    "18 months": 1.5,
    "18 mos": 1.5,
    "6mo": 0.5,
    "26 weeks": 0.5,
    "2 years 6 months": 2.5,
    "2 yrs, 6 mos": 2.5,
    "a year and a half": 1.5,
    "one and a half years": 1.5,
    "half a year": 0.5,
    "less than a year": 0.5,
    "under 1 year": 0.5,
    "<1": 0.5,
    "a year": 1,
    "a decade": 10,
    "two decades": 20,
    "over a decade": 10,
    "20+": 20,
    "more than 20 years": 20,
    "20 years or more": 20,
    "since 2009": 17,
    "Since March 2009": 17,
    "est. 1987": 39,
    "founded in 2015": 11,
    "2015": 11,
    "2026": 0,
    "just started": 0,
    "brand new": 0,
    "not open yet": 0,
    "1-2 years": 1.5,
    "3 to 5": 4,
    "5-Mar": 4,
    "6–10 years": 8,
    "10 years (3 as owner)": 10,
    "almost 4 years": 4,
    "in my third year": 2.5,
    "our 1st year": 0.5,
    "0": 0,
    "40": 40,
    "3 years in business": 3,
    "since '98": 28,
    "since '15": 11,
    "May-19": 7,
    "2019-05-01": 7,
    "3 mths": 0.25,
    "73 days": 0.2,
    "2y 3m": 2.25,
    "six and a half years": 6.5,
    "1 1/2 years": 1.5,
    "40 years, third generation": 40,
    "new to the role, 20 years in industry": 20,
    "going on 4 years": 4,
    "not yet started": 0,
}
YEARS_UNCLEAR = (
    "", "not sure", "forever", "too long", "my whole life", "n/a", "between jobs", "a few years", "several", "decades",
    "since I was 18", "third generation", "30 years in the trade, 4 as owner", "2031", "1492", "250", "46083", "-3",
    "10%", "off and on", "varies", "a while", "5 - 3", "12 employees",
    "nothing new", "6 years as ED, 15 in nonprofits", "founded 1952, I've owned it 6 years", "will open in 2027",
)  # fmt: skip
YEARS_BAND = {
    "0": "under 1", "11 months": "under 1", "1": "1-2", "2.9": "1-2", "3": "3-5", "5": "3-5", "6": "6-10", "10": "6-10",
    "11": "11-20", "20": "11-20", "21": "over 20", "20+": "over 20", "over 20": "over 20", "more than 5 years": "6-10",
}  # fmt: skip

RATINGS = {
    "4": 4,
    "5 - very strong": 5,
    "1 = not at all": 1,
    "4/5": 4,
    "4 out of 5": 4,
    "8/10": 4,
    "4 (good)": 4,
    "4.5": 4.5,
    "4,5": 4.5,
    "3-4": 3.5,
    "★★★☆☆": 3,
    "⭐⭐⭐⭐": 4,
    "2 stars": 2,
    "five": 5,
    "Strongly agree": 5,
    "agree": 4,
    "Somewhat agree": 4,
    "Neither agree nor disagree": 3,
    "neutral": 3,
    "Disagree": 2,
    "Somewhat disagree": 2,
    "strongly disagree": 1,
    "very important": 5,
    "Extremely important": 5,
    "important": 4,
    "Somewhat important": 3,
    "slightly important": 2,
    "Not at all important": 1,
    "not important": 1,
    "very confident": 5,
    "excellent": 5,
    "Good": 4,
    "fair": 3,
    "poor": 2,
    "always": 5,
    "sometimes": 3,
    "never": 1,
    "high": 4,
    "Very low": 1,
}
RATINGS_UNCLEAR = (
    "",
    "n/a",
    "don't know",
    "7",
    "6/5",
    "-1",
    "4/0",
    "no opinion",
    "★" * 9,
    "50%",
    "maybe",
    "★★½",
    "#1",
    "yes",
    "☆☆☆",
    "2026",
    "1/2/3",
)


def number(amount: Amount | None) -> float | None:
    return None if amount is None else amount.number


@pytest.mark.parametrize("written", TEAMS)
def test_the_size_of_a_team_is_read(written: str) -> None:
    assert number(team_size(written)) == pytest.approx(TEAMS[written])


@pytest.mark.parametrize("written", TEAM_UNCLEAR)
def test_an_unclear_size_stays_unknown(written: str) -> None:
    assert team_size(written) is None


@pytest.mark.parametrize("written", TEAM_BAND)
def test_the_size_of_a_team_has_its_band(written: str) -> None:
    amount = team_size(written)
    assert amount is not None
    assert amount.band == TEAM_BAND[written]


@pytest.mark.parametrize("written", REVENUES)
def test_revenue_is_read(written: str) -> None:
    assert number(revenue(written)) == pytest.approx(REVENUES[written])


@pytest.mark.parametrize("written", REVENUES_EUROPEAN)
def test_revenue_is_read_with_a_decimal_comma(written: str) -> None:
    assert number(revenue(written, european=True)) == pytest.approx(REVENUES_EUROPEAN[written])


@pytest.mark.parametrize("written", REVENUE_UNCLEAR)
def test_unclear_revenue_stays_unknown(written: str) -> None:
    assert revenue(written) is None


@pytest.mark.parametrize("written", REVENUE_BAND)
def test_revenue_has_its_band(written: str) -> None:
    amount = revenue(written)
    assert amount is not None
    assert amount.band == REVENUE_BAND[written]


@pytest.mark.parametrize("written", YEARS)
def test_years_are_read(written: str) -> None:
    assert number(years(written, THIS_YEAR)) == pytest.approx(YEARS[written])


@pytest.mark.parametrize("written", YEARS_UNCLEAR)
def test_unclear_years_stay_unknown(written: str) -> None:
    assert years(written, THIS_YEAR) is None


@pytest.mark.parametrize("written", YEARS_BAND)
def test_years_have_their_band(written: str) -> None:
    amount = years(written, THIS_YEAR)
    assert amount is not None
    assert amount.band == YEARS_BAND[written]


def test_a_founding_year_says_nothing_while_the_present_year_is_unknown() -> None:
    assert years("since 2009") is None
    assert number(years("3 years")) == 3


@pytest.mark.parametrize("written", RATINGS)
def test_a_rating_is_read(written: str) -> None:
    assert rating(written) == pytest.approx(RATINGS[written])


@pytest.mark.parametrize("written", RATINGS_UNCLEAR)
def test_an_unclear_rating_stays_unknown(written: str) -> None:
    assert rating(written) is None


def test_a_rating_out_of_ten_is_brought_to_five() -> None:
    assert rating("8", top=10) == 4.0
    assert rating("7", top=10) == 3.5
    assert rating("11", top=10) is None
    assert [nearest_step(value) for value in (3.4, 3.5, 4.0)] == [3, 4, 4]


BANDS = [TEAM_BANDS, REVENUE_BANDS, YEARS_BANDS, REVENUE_BANDS]
READERS = [team_size, revenue, lambda text: years(text, THIS_YEAR), lambda text: revenue(text, european=True)]


@pytest.mark.parametrize(
    "filler", ["9", "1,", "1.", "a million ", "1-", "one hundred and ", "(", "★", "me and ", "e9", " "]
)
def test_a_very_long_answer_is_no_amount_and_takes_no_time(filler: str) -> None:
    text = filler * (40_000 // len(filler))
    assert [read(text) for read in (*READERS, rating)] == [None] * (len(READERS) + 1)


PIECES = st.sampled_from(
    "$ € 1 2.5 1,200 1.200 780k 3m million k dozen hundred half a and to - – + ~ < > me myself my wife plus ( ) , . ; /"
    " full-time part-time since 2009 months years year 5-Mar e+05 not under over or more between twenty-five ½ ★ % in"
    " season was now per month ٣ １２ ² none yet out of 10 very strongly agree 2026-03-02".split(" ")
)


@given(
    st.one_of(
        st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=9).map("".join)
    )
)
@settings(max_examples=400, deadline=None)
def test_nothing_that_anybody_writes_raises(text: str) -> None:
    for read, bands in zip(READERS, BANDS, strict=True):
        amount = read(text)
        assert amount is None or (0 <= amount.number < 1e13 and amount.band in bands)
    assert rating(text) is None or 0 <= rating(text) <= 5  # type: ignore[operator]


@given(st.integers(0, 39_999), st.integers(0, 39_999))
def test_a_larger_team_never_has_a_smaller_band(first: int, second: int) -> None:
    bands = list(TEAM_BANDS)
    low, high = sorted((first, second))
    small, large = team_size(str(low)), team_size(str(high))
    assert small is not None
    assert large is not None
    assert bands.index(small.band) <= bands.index(large.band)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_revenue_never_has_a_smaller_band(first: int, second: int) -> None:
    bands = list(REVENUE_BANDS)
    low, high = sorted((first, second))
    small, large = revenue(f"${low}"), revenue(f"${high}")
    assert small is not None
    assert large is not None
    assert bands.index(small.band) <= bands.index(large.band)


AMERICAN = ("${:,}", "{:,} USD", "$ {:,}.00", "about ${:,}", "${}", "USD {:,}", "${:,} last year")
EUROPEAN = ("{} €", "{} EUR", "€ {}", "{},00 €", "ca. {} €")


@given(st.integers(0, 10**9), st.sampled_from(AMERICAN))
def test_a_plain_number_reads_back_however_it_is_formatted(amount: int, style: str) -> None:
    assert number(revenue(style.format(amount))) == amount


@given(st.integers(0, 10**9), st.sampled_from(EUROPEAN), st.sampled_from(". '\u00a0\u202f’"))
def test_a_plain_number_reads_back_in_europe_too(amount: int, style: str, group: str) -> None:
    written = style.format(f"{amount:,}".replace(",", group))
    assert number(revenue(written, european=True)) == amount


@given(st.integers(1, 9_999), st.sampled_from(("k", " thousand", "K", " Tsd.")))
def test_thousands_read_back(amount: int, unit: str) -> None:
    assert number(revenue(f"{amount}{unit}")) == amount * 1000


@given(st.integers(1, 9_998), st.integers(1, 9_999), st.sampled_from((" - ", "-", "–", " to ")))
def test_a_range_counts_as_its_middle(low: int, more: int, dash: str) -> None:
    written = f"${low}k{dash}${low + more}k"
    assert number(revenue(written)) == pytest.approx((low + low + more) * 500)


@given(
    st.integers(1, 999),
    st.sampled_from(("{}", "{} people", "~{}", "about {} employees", "{} FTE", "we are {}", "{}.0")),
)
def test_a_head_count_reads_back_however_it_is_written(amount: int, style: str) -> None:
    assert number(team_size(style.format(amount))) == amount


@given(st.integers(1901, THIS_YEAR), st.sampled_from(("since {}", "{}", "founded {}", "Est. {}", "started in {}")))
def test_a_founding_year_counts_from_then(founded: int, style: str) -> None:
    assert number(years(style.format(founded), THIS_YEAR)) == THIS_YEAR - founded
