"""The field that a question asks for."""

import pytest

from ok_match import Program, ProgramError, Sheet, check
from tests.builders import sheet_of

from .sheets import codes, read

QUESTIONS = {
    "timestamp": ["Timestamp", "Completion time", "Submitted At", "Submission Date", "Submit Date (UTC)"],
    "email": [
        "Email",
        "E-mail",
        "Email Address",
        "Your e-mail address",
        "What is your email?",
        "Work email:",
        "E-MAIL*",
    ],
    "id": ["ID", "Participant ID", "participant_number", "Member no", "Ref"],
    "first_name": ["First name", "First Name:", "Your first name", "Given name(s)", "Forename"],
    "last_name": ["Last Name", "Surname", "Family name", "Your last name"],
    "name": ["Name", "Full name", "Your name", "What is your name?", "What's your full name?", "Name (first and last)"],
    "organisation": [
        "Company",
        "Organization",
        "Organisation name",
        "Business name",
        "What is the name of your company?",
        "Name of your nonprofit",
        "Company / organization",
        "Your business",
    ],
    "industry": ["Industry", "Sector", "Line of work", "What industry are you in?", "Type of business", "Trade"],
    "role": ["Role", "Your role", "Job title", "Position", "What is your role in the company?", "Title"],
    "town": ["Town", "City", "Where are you based?", "Zip code", "City/town", "Where is your business located?"],
    "goals": [
        "Goals",
        "What are your goals for the next twelve months?",
        "Your top 3 goals",
        "What do you hope to get out of this group?",
        "What are you working on right now?",
        "What would you like to achieve this year?",
        "A year from now, what would you be celebrating?",
        "What do you want from the next 12 months?",
    ],
    "obstacles": [
        "Obstacles",
        "What is getting in your way?",
        "Biggest challenge right now",
        "What keeps you up at night?",
        "What's holding you back?",
        "Where do you feel stuck?",
        "What do you struggle with most in your business?",
        "What worries you?",
    ],
    "opportunities": [
        "Opportunities",
        "What opportunities do you see?",
        "What's the biggest opportunity for your company?",
        "What excites you about the year ahead?",
    ],
    "offers": [
        "What could others learn from you?",
        "What can you offer the group?",
        "Expertise",
        "What could peers come to you for? What experience can you share with others?",
        "What I bring",
    ],
    "availability": [
        "Availability",
        "When can you meet?",
        "When are you available?",
        "Which days and times work for you?",
        "What evenings would suit you?",
        "When can you meet? [Tuesday]",
        "Please select all the times that work for you",
    ],
    "keep_apart": [
        "Keep apart",
        "Is there anyone you should not be in a group with?",
        "Anybody you would rather avoid?",
        "People you would feel uncomfortable with",
        "Do you have direct competitors here?",
        "Conflicts of interest",
    ],
    "earlier_group": [
        "Previous group",
        "Have you been in a peer group before?",
        "Which cohort were you in last year?",
        "Past circles you took part in",
    ],
    "consent": [
        "I agree to keep what is said confidential",
        "Consent",
        "Do you agree to the ground rules?",
        "I understand that this group is confidential",
        "Confidentiality",
    ],
    "phone": ["Phone number", "Best phone number to reach you", "Mobile", "Business phone"],
    "access": ["Dietary restrictions", "Do you have any access needs?"],
    "pronouns": ["Pronouns", "Your pronouns"],
    "time_zone": ["What time zone are you in?", "Time zone"],
    "revenue": ["Annual revenue", "What was your annual budget last year?", "Turnover"],
    "team_size": ["Number of employees", "How many people do you employ?", "Team size", "How many paid staff?"],
    "years": ["Years in business", "How long have you run this company?", "How many years have you led it?"],
    "mode": ["Would you rather meet in person or online?", "Meeting mode"],
    "facilitate": ["Would you be willing to help facilitate?"],
    "sit_with": ["Is there anyone you would like to be in a group with?"],
    "share_contact": ["May we share your e-mail with your group?", "Is it OK to share your contact details?"],
    "specialty": ["Specialty", "What do you specialize in?"],
    "notes": ["Notes", "Anything else?", "Is there anything else we should know?", "Comments", "Other remarks"],
}

#: Questions that forms ask and that matching has no use for.
OTHER = [
    "How did you hear about us?",
    "LinkedIn profile",
    "Website",
    "T-shirt size",
    "Age",
    "Emergency contact name",
    "Who referred you?",
    "Do you need parking?",
]

#: Columns that form tools add for themselves.
TOOLS = ["Start time", "IP Address", "Network ID", "Response ID", "Duration (in seconds)", "Progress", "Score", "Tags"]

#: Questions that were once taken for a field that they do not ask for.
MISTAKEN = {
    "How many years in business?": "organisation",
    "How many employees does your company have?": "organisation",
    "Business phone": "organisation",
    "Would you be willing to share your email with the group?": "email",
    "Company website": "organisation",
    "What does your company do?": "organisation",
    "Where do you want your business to be in 12 months?": "organisation",
    "What help do you need from others?": "offers",
    "Times to avoid": "keep_apart",
    "Do you have competitors in town?": "town",
    "What problem does your company solve?": "obstacles",
}

#: Questions that ask for a field and were once not understood.
MISSED = {
    "First and last name": "name",
    "Participant name": "name",
    "Confidentiality agreement": "consent",
    "I will keep what I hear confidential": "consent",
    "Where do you want your business to be in 12 months?": "goals",
    "What would you like to get out of this group?": "goals",
    "Date submitted": "timestamp",
}


def field_of(header: str, values: tuple[str, ...] = ("one", "two")) -> str | None:
    return read([[value] for value in values], [header]).columns[0].field


@pytest.mark.parametrize(("header", "field"), [(text, field) for field, texts in QUESTIONS.items() for text in texts])
def test_a_question_is_recognised_by_its_words(header: str, field: str) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize("header", OTHER + TOOLS)
def test_a_question_that_matching_has_no_use_for_is_left_alone(header: str) -> None:
    assert field_of(header, ("Yes", "No", "Yes")) is None


@pytest.mark.parametrize("header", ["Goals", "goals", "GOALS", " goals ", "Goals:", "Goals *", "Goals?", "“Goals”"])
def test_case_spaces_and_marks_around_a_header_do_not_matter(header: str) -> None:
    assert field_of(header) == "goals"


@pytest.mark.parametrize("header", MISTAKEN)
def test_a_question_that_only_mentions_a_field_is_not_taken_for_it(header: str) -> None:
    assert field_of(header) != MISTAKEN[header]


@pytest.mark.parametrize("header", MISSED)
def test_a_usual_wording_is_understood(header: str) -> None:
    assert field_of(header) == MISSED[header]


def test_a_column_of_addresses_is_the_email_whatever_it_is_called() -> None:
    assert field_of("Username", ("ana@people.example", "bo@people.example")) == "email"
    assert field_of("Username", ("ana77", "bo")) == "id"


def test_a_list_to_tick_is_recognized_by_recurring_options() -> None:
    header = "Please tick all that apply"
    assert field_of(header, ("Hiring, Cash", "Cash", "Hiring")) == "themes"
    assert field_of(header, ("my own words", "and somebody else's")) is None


def test_the_rows_of_a_grid_question_count_as_times_if_they_are_days() -> None:
    assert field_of("Your week [Tuesday]", ("Morning", "Evening")) == "availability"
    assert field_of("Your week [Shoe size]", ("42", "43")) is None


def test_every_column_of_a_grid_counts() -> None:
    header = ["Name", "When can you meet? [Monday]", "When can you meet? [Tuesday]"]
    fields = [column.field for column in read([["Ana", "Noon", "Noon"]], header).columns]
    assert fields == ["name", "availability", "availability"]


def test_an_empty_column_is_not_taken_for_anything() -> None:
    intake = read([["Ana", ""], ["Bo", " "]], ["Name", "Goals"])
    assert [column.field for column in intake.columns] == ["name", None]


def test_a_column_where_everybody_is_anonymous_identifies_nobody() -> None:
    intake = read([["anonymous", "Ana", "sell bread"], ["anonymous", "Bo", "bake it"]], ["Email", "Name", "Goals"])
    assert intake.columns[0].field is None
    assert intake.rows.people == 2


def test_the_number_of_a_microsoft_form_is_not_a_persons_id() -> None:
    header = ["ID", "Start time", "Completion time", "Name", "Goals"]
    intake = read([["1", "9:00", "9:05", "Ana", "sell bread"]], header)
    assert [person.id for person in intake.participants] == ["ana"]


def test_the_short_plain_header_wins_over_a_long_question() -> None:
    header = ["Tell us in a few words what your company makes and sells", "Company", "Goals"]
    intake = read([["bread and cakes", "Tall Pine", "sell bread"]], header)
    first, *others = [column.field for column in intake.columns]
    assert first != "organisation"
    assert others == ["organisation", "goals"]


@pytest.mark.parametrize("other", ["Company website", "Business address"])
def test_the_surest_of_several_columns_wins(other: str) -> None:
    intake = read([["555-0101", "Tall Pine", "sell bread"]], [other, "Company name", "Goals"])
    assert [column.field for column in intake.columns] == [None, "organisation", "goals"]


def test_several_columns_may_feed_one_kind_of_answer() -> None:
    intake = read([["Ana", "sell bread", "hire a baker"]], ["Name", "Goals this year", "Goals for life"])
    (ana,) = intake.participants
    assert [(s.text, s.place.column) for s in ana.statements] == [
        ("sell bread", "Goals this year"),
        ("hire a baker", "Goals for life"),
    ]


def test_a_repeated_header_is_noted_and_both_columns_are_read() -> None:
    intake = read([["Ana", "sell bread", "hire a baker"]], ["Name", "Goals", "Goals"])
    assert [s.text for s in intake.participants[0].statements] == ["sell bread", "hire a baker"]
    assert codes(intake) == ["repeated-header"]


HEADER = ["Email", "Who?", "What now?", "Goals", "Company"]
ROW = ["ana@people.example", "Ana", "sell bread", "an old answer", "Tall Pine"]


def test_the_program_names_columns_that_are_not_recognised() -> None:
    intake = read([ROW], HEADER, columns={"name": "Who?"})
    assert [person.name for person in intake.participants] == ["Ana"]


def test_the_program_overrules_recognition() -> None:
    intake = read([ROW], HEADER, columns={"name": "who?", "goals": "What now?"})
    assert [s.text for s in intake.participants[0].statements if s.facet == "goals"] == ["sell bread"]


def test_the_program_may_give_several_columns_to_one_field() -> None:
    intake = read([ROW], HEADER, columns={"goals": ("What now?", "Goals")})
    assert [s.text for s in intake.participants[0].statements] == ["sell bread", "an old answer"]


def test_the_program_may_leave_a_column_unread() -> None:
    intake = read([ROW], HEADER, columns={"ignore": ("Company",)})
    assert intake.participants[0].organisation == ""
    assert intake.columns[4].field is None


def test_the_program_may_name_a_whole_grid_by_its_question() -> None:
    header = ["Name", "Slots for us [early]", "Slots for us [late]"]
    intake = read([["Ana", "Mon", ""], ["Bo", "Mon", "Tue"]], header, columns={"availability": "Slots for us"})
    assert {person.name: person.trait("availability") for person in intake.participants} == {
        "Ana": ("early Mon",),
        "Bo": ("early Mon", "late Tue"),
    }


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"gaols": "Goals"}, '"gaols" is not a field.*did you mean goals'),
        ({"goals": "Gaols"}, 'no column "Gaols".*did you mean "Goals"'),
        ({"ignore": "Shoe size"}, 'no column "Shoe size".*ok-match check'),
    ],
)
def test_a_program_that_names_a_missing_column_or_field_is_refused(columns: dict[str, str], message: str) -> None:
    with pytest.raises(ProgramError, match=message):
        check(Sheet("sheet.csv", sheet_of([ROW], HEADER)), Program(columns=columns))  # type: ignore[arg-type]
