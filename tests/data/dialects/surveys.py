"""Exports of survey tools: several header rows, and a column for each choice."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from asking import (
    DAYS,
    DETECTED_CSV,
    NOBODY,
    OPTIONS,
    PEOPLE,
    REFUSER,
    SLOTS,
    STRANGER,
    Dialect,
    Person,
    Q,
    Say,
    at,
    either,
    facet,
    fixed,
    full,
    joined,
    parts_of,
    plain,
    serial,
    table,
    text,
    when,
)
from office import Cell, put, xlsx

#: What SurveyMonkey puts before the questions.
SURVEYMONKEY = (
    ("Respondent ID", lambda person: 118_000_000_000 + serial(person)),
    ("Collector ID", fixed(441200771)),
    ("Start Date", at("%m/%d/%Y %I:%M:%S %p", -9)),
    ("End Date", at("%m/%d/%Y %I:%M:%S %p")),
    ("IP Address", lambda person: f"192.0.2.{when(person).minute}"),
    ("Email Address", fixed("")),
    ("First Name", fixed("")),
    ("Last Name", fixed("")),
    ("Custom Data 1", fixed("")),
)


class Column(NamedTuple):
    """A column below two header rows."""

    question: str
    part: str
    field: str
    say: Say


def surveymonkey(expanded: bool) -> list[Column]:
    """List the columns: expanded, a column for each choice; condensed, one for each question."""
    who = "Please tell us who you are."
    columns = [Column(header, "", "", say) for header, say in SURVEYMONKEY]
    columns += [
        Column(who, "Name", "name", full),
        Column("", "Company", "organisation", plain("organisation")),
        Column("", "City/Town", "town", plain("town")),
        Column("", "Email Address", "email", plain("email")),
        Column("", "Phone Number", "", fixed("541-555-0142")),
        Column(
            "Which of these is closest to what you do?",
            "Response" if expanded else "",
            "industry",
            plain("industry"),
        ),
    ]

    def own(question: str, field: str) -> Column:
        return Column(question, "Open-Ended Response" if expanded else "", field, facet(field))

    columns += [
        own("Imagine it all works out. What have you got done by next fall?", "goals"),
        own("What are you stuck on?", "obstacles"),
        own("What possibilities do you see opening up?", "opportunities"),
        own("What might other members learn from you?", "offers"),
    ]
    themes, times = "What would you like to talk about? (Select all that apply)", "When are you free to meet?"
    if expanded:
        columns += ticks(themes, "themes", OPTIONS)
        columns.append(Column("", "Other (please specify)", "themes", plain("own_theme")))
        columns += ticks(times, "availability", SLOTS, "slots")
    else:
        columns.append(Column(themes, "", "themes", joined("themes", ", ")))
        columns.append(Column(times, "", "availability", joined("slots", ", ")))
    columns += [
        Column(
            "Do you agree to keep what you hear confidential?",
            "Response" if expanded else "",
            "consent",
            either("consent", "I agree", "I do not agree"),
        ),
        Column(
            "Is it OK to share your contact details with your group?",
            "Response" if expanded else "",
            "share_contact",
            either("share_contact", "Yes, that is fine", "No, please ask me first"),
        ),
        Column(
            "How big is your team, you included?",
            "Open-Ended Response" if expanded else "",
            "team_size",
            plain("team_size"),
        ),
    ]
    return columns


def ticks(question: str, field: str, options: Sequence[str], within: str = "") -> list[Column]:
    """Make a column for each option, where a tick repeats the option; only the first carries the question."""
    return [
        Column(
            question if number == 0 else "",
            option,
            field,
            lambda person, option=option: option if option in person[within or field] else "",  # type: ignore[misc]
        )
        for number, option in enumerate(options)
    ]


def two_rows(columns: Sequence[Column]) -> list[list[Cell]]:
    return [
        [column.question for column in columns],
        [column.part for column in columns],
        *([column.say(person) for column in columns] for person in PEOPLE),
    ]


def as_questions(columns: Sequence[Column]) -> list[Q]:
    return [Q(column.question, column.field, column.say) for column in columns]


def surveymonkey_expanded() -> Dialect:
    """Two header rows, a column for each choice, a contact block; the built-in name columns stay empty."""
    columns = surveymonkey(expanded=True)
    detected = DETECTED_CSV | {"encoding": "utf-8-sig", "tool": "SurveyMonkey", "header_rows": 2}
    return Dialect(text(two_rows(columns), "utf-8-sig"), as_questions(columns), detected, held=[REFUSER])


def surveymonkey_condensed() -> Dialect:
    """The same survey with one column for each question, as a workbook."""
    columns = surveymonkey(expanded=False)
    data = xlsx(lambda book, moment: put(book.add_worksheet("Sheet"), two_rows(columns), moment))
    detected = {"format": "xlsx", "tool": "SurveyMonkey", "header_rows": 2, "sheet": "Sheet"}
    return Dialect(data, as_questions(columns), detected, held=[REFUSER])


#: What Qualtrics puts before the questions: short name, text, import id.
QUALTRICS = (
    ("StartDate", "Start Date", "startDate", at("%Y-%m-%d %H:%M:%S", -14)),
    ("EndDate", "End Date", "endDate", at("%Y-%m-%d %H:%M:%S")),
    ("Status", "Response Type", "status", lambda person: person.get("status", "IP Address")),
    ("IPAddress", "IP Address", "ipAddress", fixed("198.51.100.7")),
    ("Progress", "Progress", "progress", lambda person: person.get("progress", 100)),
    ("Duration (in seconds)", "Duration (in seconds)", "duration", fixed(840)),
    ("Finished", "Finished", "finished", lambda person: "False" if person.get("progress") else "True"),
    ("RecordedDate", "Recorded Date", "recordedDate", at("%Y-%m-%d %H:%M:%S")),
    ("ResponseId", "Response ID", "_recordId", lambda person: f"R_{when(person):%d%H%M%S}Qx9"),
    ("RecipientLastName", "Recipient Last Name", "recipientLastName", fixed("")),
    ("RecipientFirstName", "Recipient First Name", "recipientFirstName", fixed("")),
    ("RecipientEmail", "Recipient Email", "recipientEmail", fixed("")),
    ("ExternalReference", "External Data Reference", "externalDataReference", fixed("")),
    ("LocationLatitude", "Location Latitude", "locationLatitude", fixed("44.0582")),
    ("LocationLongitude", "Location Longitude", "locationLongitude", fixed("-121.3153")),
    ("DistributionChannel", "Distribution Channel", "distributionChannel", fixed("anonymous")),
    ("UserLanguage", "User Language", "userLanguage", fixed("EN")),
)
ELSE = "Something else (please say):"


def qualtrics() -> Dialect:
    """Three header rows; a preview, a piece of spam, and somebody who stopped in the middle."""

    def themes(person: Person) -> str:
        return ",".join([*person["themes"], *([ELSE] if person["own_theme"] else [])])

    asked = [
        ("Q1", "Your full name", "name", full),
        ("Q2", "Email address", "email", plain("email")),
        ("Q3", "Where do you work? (Name of the firm or nonprofit)", "organisation", plain("organisation")),
        ("Q4", "Which sector are you in?", "industry", plain("industry")),
        ("Q5", "What would you like to have changed by this time next year?", "goals", facet("goals")),
        ("Q6", "What makes that difficult?", "obstacles", facet("obstacles")),
        ("Q7", "And what is in your favor that was not a year ago?", "opportunities", facet("opportunities")),
        ("Q8", "Which topics matter to you? Choose all that apply. - Selected Choice", "themes", themes),
        (
            "Q8_9_TEXT",
            f"Which topics matter to you? Choose all that apply. - {ELSE} - Text",
            "themes",
            plain("own_theme"),
        ),
        *(
            (
                f"Q9_{number}",
                f"When can you meet? - {day}",
                "availability",
                lambda person, day=day: ",".join(parts_of(day, person)) or "Cannot attend",
            )
            for number, day in enumerate(DAYS, 1)
        ),
        ("Q10", "I promise to keep what I hear to myself.", "consent", either("consent", "I promise", "I don't")),
        ("Q11", "Is there anyone you would rather not be grouped with?", "keep_apart", plain("keep_apart")),
        ("Q12", "Years aside, how many employees do you have?", "team_size", plain("team_size")),
    ]
    head = [list(part) for part in zip(*(row[:2] for row in (*QUALTRICS, *asked)), strict=True)]
    ids = [json.dumps({"ImportId": row[2], "timeZone": "America/Denver"}) for row in QUALTRICS[:2]]
    ids += [json.dumps({"ImportId": row[2]}) for row in QUALTRICS[2:]]
    ids += [json.dumps({"ImportId": f"QID{row[0][1:]}"}) for row in asked]
    preview = NOBODY | {"first": "Dana", "last": "Reyes", "email": "dana@program.example", "goals": ["See the form."]}
    spam = NOBODY | {"first": "Best", "last": "Offers", "email": "win@offers.example", "goals": ["Click here to win."]}
    partial = STRANGER | {"goals": ["Find a partner for the practice."], "progress": 43, "consent": True}
    people = [
        preview | {"status": "Survey Preview"},
        *PEOPLE[:7],
        spam | {"status": "Spam"},
        *PEOPLE[7:],
        partial,
    ]
    says = [row[3] for row in (*QUALTRICS, *asked)]
    rows = [*head, ids, *([say(person) for say in says] for person in people)]
    return Dialect(
        text(rows),
        [Q(question, field, say) for _, question, field, say in asked],
        DETECTED_CSV | {"tool": "Qualtrics", "header_rows": 3},
        dropped=2,
        held=[REFUSER, STRANGER["email"]],
    )


def typeform() -> Dialect:
    """A column for each choice, its header again in the cell, "Other" more than once, and a response left half-way."""
    trades = ("Food and drink", "Building trades", "Nonprofit", "Technology", "Farming", "Health and care", "Retail")

    def named(question: str, field: str, say: Say) -> Q:
        return Q(f"Good to meet you, {{{{field:01HZX4Q7}}}}! {question}", field, say)

    questions = [
        Q("#", "", lambda person: f"{serial(person) * 7919:x}k3"),
        Q("First up, what's your full name?", "name", full),
        named("What's your email?", "email", plain("email")),
        Q("What's your business called?", "organisation", plain("organisation")),
        Q("Which industry is it in?", "industry", lambda person: person["industry"] * (person["industry"] in trades)),
        Q("Other", "industry", lambda person: person["industry"] * (person["industry"] not in trades)),
        named("What are you hoping to achieve in the next twelve months?", "goals", facet("goals")),
        Q("What's holding you back?", "obstacles", facet("obstacles")),
        *(Q(column.part, "themes", column.say) for column in ticks("", "themes", OPTIONS)),
        Q("Other", "themes", plain("own_theme")),
        Q("What are you excited about, {{field:01HZX4Q7}}?", "opportunities", facet("opportunities")),
        *(Q(column.part, "availability", column.say) for column in ticks("", "availability", SLOTS, "slots")),
        Q("What could you teach the group?", "offers", facet("offers")),
        Q("I agree to keep what I hear in the group to myself.", "consent", either("consent", 1, 0)),
        Q("May we share your email with your group?", "share_contact", either("share_contact", 1, 0)),
        Q("Response Type", "", lambda person: "partial" if person["email"] == STRANGER["email"] else "completed"),
        Q("Start Date (UTC)", "", at("%Y-%m-%d %H:%M:%S", 412)),
        Q("Stage Date (UTC)", "", fixed("")),
        Q("Submit Date (UTC)", "", at("%Y-%m-%d %H:%M:%S", 420)),
        Q("Network ID", "", fixed("a81f3c9e02")),
        Q("Tags", "", fixed("")),
        Q("Ending", "", fixed("Thank you")),
    ]
    return Dialect(
        text(table(questions, [*PEOPLE[:3], STRANGER | {"goals": ["Find a partner."]}, *PEOPLE[3:]]), newline="\n"),
        questions,
        DETECTED_CSV | {"tool": "Typeform"},
        held=[REFUSER, STRANGER["email"]],
    )
