"""Headers as machines and careful people write them: what they ask for all the same."""

import pytest

from ok_match.intake.columns.asking.avoiding import asks_both
from ok_match.intake.columns.asking.cues import cues
from ok_match.intake.columns.asking.wording import asking, in_words
from tests.intake.sheets import read

#: Headers made by programs, numbered by tools, or shortened by hand.
MACHINES = {
    "first_name": [
        "FirstName",
        "first_name",
        "FIRST-NAME",
        "participant.firstName",
        "Q2_FirstName",
        "firstname",
        "FName",
    ],
    "last_name": ["LastName", "applicant/last_name", "Q3: Last name *", "familyName", "lname"],
    "email": ["emailAddress", "E_Mail", "user.email", "<p>Email</p>", "4) E-mail", "contactEmail", "EMAIL (required)"],
    "name": ["fullName", "participant_name", "respondent.name", "Q1 - Full name", "[Q1] Name", "1a - Name", "NAME*"],
    "organisation": ["company.name", "CompanyName", "orgName", "Q5_Organisation", "business_name_text", "Org", "Biz"],
    "keep_apart": [
        "KeepApart",
        "keep_apart_from",
        "doNotPairWith",
        "Q12_keepApart",
        "avoid-list",
        "notWith",
        "keepapart",
    ],
    "goals": ["goalsNextYear", "Q7_Goals", "goals_2026", "GOAL1", "2.1 Goals", "whatAreYourGoals", "G01Q02. Goals"],
    "obstacles": ["biggestChallenge", "in_the_way", "Chall.", "Q8: Obstacles", "Obst.", "B2) Struggles"],
    "opportunities": ["biggest_opportunity", "Opps", "opportunitiesAhead"],
    "offers": ["canOffer", "superPower", "can_teach"],
    "availability": ["availableTimes", "Avail.", "when_can_you_meet", "timeSlots", "preferred_times"],
    "industry": ["lineOfWork", "Sect.", "Ind.", "industry_sector"],
    "phone": ["Mob.", "phoneNumber", "cell_phone", "Tel."],
    "team_size": ["numEmployees", "# employees", "No. of staff", "team_size", "Headcount"],
    "years": ["yearsInBusiness", "Yrs in biz"],
    "role": ["jobTitle", "position_title"],
    "time_zone": ["timeZone", "TZ"],
}
#: What hand-kept lists call the fields.
BY_HAND = {
    "keep_apart": [
        "Avoid",
        "Not with",
        "Clash",
        "Pls keep away from",
        "Not to sit with",
        "Never with",
        "No-go",
        "Keep separate",
        "Don't put with",
        "Bad blood with",
        "And who not?",
        "Who should be at another table than you?",
    ],
    "obstacles": ["Struggles", "Hurdles", "Pain points", "Stuck on", "Worries", "What's hard"],
    "goals": ["Dreams", "Wants", "Aims", "Wish list", "Looking for", "Targets", "Your dream for the business"],
    "offers": ["Gives", "Superpower", "Can help with", "Ask me about", "Brings", "Skills"],
    "opportunities": ["Openings", "Chances", "Excited about"],
    "availability": ["Times", "Can come", "Free on", "Good days", "When can you join?", "Times I can make"],
    "sit_with": ["Pair with", "Keep together", "Wants to sit with"],
}
#: Questions behind introductions that speak of other things.
INTRODUCED = {
    "goals": [
        "You may have been in one of our groups last season; everything you write is confidential and your"
        " times stay open."
        " What would you like to achieve by next summer?",
        "Thank you for coming back! Your company, your revenue and your town do not matter here. We never"
        " share your e-mail."
        " What are your goals for the year? Please be specific (two or three sentences).",
        "So that we can seat you with people who have the same thing in mind, please tell us your three main goals",
    ],
    "obstacles": [
        "Growth is exciting, and everybody has goals. But what is getting in your way right now?",
        "Opportunities are easy to name. Harder ones are next: what keeps you up at night?",
        "We ask everybody the same. Please describe the biggest obstacle in your business. Nobody outside the"
        " group reads it.",
    ],
    "availability": [
        "Our circles have goals, and a good lunch. We know that your company comes first. When could you meet"
        " once a month?",
        "Last year's group met on Mondays and that suited few. Please tick all the times at which you can come.",
    ],
    "keep_apart": [
        "We build the groups by hand, from your goals and your times. Is there anybody you would rather not sit with?",
        "What you say here is confidential. Competitors, relatives, former partners: it happens. Whom should"
        " we keep you"
        " apart from?",
    ],
    "organisation": [
        "Groups work best when nobody competes, and we check that by hand. What is the name of your company?"
    ],
    "email": ["We plan the times and the groups by mail, and never sell anything. What is your e-mail address?"],
    "consent": ["Circles live on trust, and people share goals and worries. I agree to keep what I hear confidential."],
}


def likeliest(header: str) -> str:
    sure = cues(header)
    return max(sure, key=lambda field: sure[field])


def every(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(header, field) for field, headers in table.items() for header in headers]


@pytest.mark.parametrize(("header", "field"), every(MACHINES))
def test_a_header_written_for_machines_is_read_as_a_person_would_say_it(header: str, field: str) -> None:
    assert likeliest(header) == field
    assert cues(header)[field] >= 84


@pytest.mark.parametrize(("header", "field"), every(BY_HAND))
def test_the_short_headers_of_hand_kept_lists_are_known(header: str, field: str) -> None:
    assert likeliest(header) == field


@pytest.mark.parametrize(("header", "field"), every(INTRODUCED))
def test_the_sentence_that_asks_decides_whatever_stands_before_it(header: str, field: str) -> None:
    sure = cues(header)
    assert likeliest(header) == field
    # How to answer ("tick all that apply") is said outside the question, and does not make it another one.
    assert all(sure[other] < sure[field] - 9 or other == "themes" for other in sure if other != field)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("LinkedIn profile", "LinkedIn profile"),
        ("WhatsApp", "Whatsapp"),
        ("12-month goals", "12-month goals"),
        ("E-mail", "E-mail"),
        ("1:1 with the chair", "1:1 with the chair"),
        ("Co-founder", "Co-founder"),
        ("No. of employees", "No. of employees"),
    ],
)
def test_what_only_looks_like_code_keeps_its_words(header: str, words: str) -> None:
    assert in_words(header) == words


@pytest.mark.parametrize(
    ("header", "essence"),
    [
        ("Goals", "Goals"),
        ("Have you been in one of our groups before? If yes, which one?", "Have you been in one of our groups before?"),
        ("What would you like to achieve? (e.g. hire, sell, rest)", "What would you like to achieve?"),
        (
            "Please read the rules below. Tell us about your goals for the year ahead.",
            "Tell us about your goals for the year ahead.",
        ),
        ("Everything here stays between us. I have read the rules and agree.", "I have read the rules and agree."),
    ],
)
def test_introductions_follow_ups_and_examples_are_set_apart(header: str, essence: str) -> None:
    assert asking(header).essence == essence


BOTH = {
    True: [
        "We try hard to keep rivals apart. If there's somebody who has applied whom it would be awkward to share a"
        " circle with, tell us here. If there's somebody you'd especially enjoy being with, tell us that too!",
        "Is there anybody you'd like to be with, or would rather not share a group with?",
        "Who would you love to sit with? Who should we keep you apart from?",
        "Is there somebody you would not want to be with? Somebody you'd enjoy being with?",
    ],
    False: [
        "Who would you rather not sit with?",
        "Who would you like to be with?",
        "Is there anyone you would prefer not to be grouped with or meet?",
        "Is there anyone you would like us to keep you apart from?",
        "Anyone you'd like to be with? (We can't promise it.)",
        "What would you like to work on with your group, and what do you want to avoid?",
        "Do you prefer working with people in your field or not?",
    ],
}


@pytest.mark.parametrize(("both", "question"), [(both, text) for both, texts in BOTH.items() for text in texts])
def test_a_question_for_company_and_for_distance_is_told(both: bool, question: str) -> None:
    assert asks_both(question) is both


@pytest.mark.parametrize("question", BOTH[True])
def test_a_question_for_both_keeps_apart_and_is_asked_about(question: str) -> None:
    rows = [
        ["Ana Ortega", "Hire", "Bo Lund"],
        ["Bo Lund", "Sell", "I'd love to be with Cy Hale"],
        ["Cy Hale", "Ask", ""],
    ]
    intake = read(rows, ["Name", "Goals", question])
    assert [column.field for column in intake.columns] == ["name", "goals", "keep_apart"]
    (asked,) = [problem for problem in intake.decisions if problem.code == "unsure-column"]
    assert asked.value == "sit_with"
    assert "keep_apart" in asked.message
    assert "answers name people" in asked.message
