"""Exports of form tools: one header row, and much of what stands below it is the tool's own."""

from datetime import timedelta

import xlsxwriter
from asking import (
    DAYS,
    DETECTED_CSV,
    PEOPLE,
    REFUSER,
    SLOTS,
    TEST,
    Dialect,
    Person,
    Q,
    at,
    either,
    facet,
    fixed,
    full,
    joined,
    number_or_words,
    parts_of,
    plain,
    table,
    text,
    when,
)
from office import put, xlsx
from xlsxwriter.format import Format


def google_grid(question: str, by: str) -> list[Q]:
    return [
        Q(f"{question} [{day}]", "availability", lambda person, day=day: by.join(parts_of(day, person)))  # type: ignore[misc]
        for day in DAYS
    ]


def google_forms() -> Dialect:
    """Downloaded from the form: ``;`` between ticks, a grid in ``[row]`` headers; Priya answered twice."""
    questions = [
        Q("Timestamp", "", at("%Y/%m/%d {hour}:%M:%S %p PDT")),
        Q("Email Address", "email", plain("email")),
        Q("What should we call you? (First and last name)", "name", full),
        Q("Which business or organization do you speak for?", "organisation", plain("organisation")),
        Q("What line of work is it in?", "industry", plain("industry")),
        Q("And what is your job there?", "role", plain("role")),
        Q("If we met in a year, what would you be celebrating?", "goals", facet("goals")),
        Q("What's keeping you up at night?", "obstacles", facet("obstacles")),
        Q("What door has just opened, or is about to?", "opportunities", facet("opportunities")),
        Q("What could somebody else in the circle come to you for?", "offers", facet("offers", "n/a")),
        Q("Which of these are on your mind? Tick as many as you like.", "themes", joined("themes", ";")),
        *google_grid("When could you make it to a meeting?", ";"),
        Q("How many people work with you?", "team_size", plain("team_size")),
        Q(
            "What is said in the circle stays in the circle.",
            "consent",
            either("consent", "I agree", "I do not agree"),
        ),
        Q("May we give your e-mail address to your circle?", "share_contact", either("share_contact", "Yes", "No")),
        Q(
            "Is there anybody you should not sit with, and why? Only Dana reads this.",
            "keep_apart",
            plain("keep_apart"),
        ),
        Q("Anything else Dana should know?", "notes", plain("notes")),
    ]
    priya = next(person for person in PEOPLE if person["first"] == "Priya")
    earlier = priya | {
        "email": "PRIYA@LookoutLabs.example ",
        "goals": ["Find a co-founder who likes to sell."],
        "submitted": "2026-08-31T23:50:00",
    }
    return Dialect(
        text(table(questions, [earlier, *PEOPLE]), newline="\n"),
        questions,
        DETECTED_CSV | {"tool": "Google Forms"},
        merged=1,
        held=[REFUSER],
    )


def google_sheets() -> Dialect:
    """The linked sheet, saved as CSV: ``, `` between ticks, although options hold commas; one test row."""
    questions = [
        Q("Timestamp", "", at("{month}/{day}/%Y %H:%M:%S")),
        Q("Your name", "name", full),
        Q("Best e-mail to reach you", "email", plain("email")),
        Q("Name of your business or nonprofit", "organisation", plain("organisation")),
        Q("Industry", "industry", plain("industry")),
        Q("Where are you based?", "town", plain("town")),
        Q("What are you working towards this year?", "goals", facet("goals")),
        Q("What keeps getting in your way?", "obstacles", facet("obstacles")),
        Q("What could go really well for you soon, if you made room for it?", "opportunities", facet("opportunities")),
        Q("Check all that you would like to talk about", "themes", joined("themes", ", ")),
        *google_grid("Times that work for you", ", "),
        Q("Revenue or budget last year, roughly", "revenue", plain("revenue")),
        Q("I will keep everything I hear confidential", "consent", either("consent", "Yes", "No")),
        Q("Please keep me apart from", "keep_apart", plain("keep_apart")),
    ]
    return Dialect(
        text(table(questions, [*PEOPLE[:5], TEST, *PEOPLE[5:]])),
        questions,
        DETECTED_CSV | {"tool": "Google Forms"},
        dropped=1,
        held=[REFUSER],
    )


def microsoft_questions(statement: str, hard_space: str = "\xa0") -> list[Q]:
    likert = [
        Q(
            statement + slot,
            "availability",
            lambda person, slot=slot: "Can attend" if slot in person["slots"] else "Cannot attend",  # type: ignore[misc]
        )
        for slot in SLOTS
    ]
    return [
        Q(f"Your first and last name{hard_space}", "name", full),
        Q(f"Your email address\n(we write only{hard_space}about the groups)", "email", plain("email")),
        Q("Company or organization", "organisation", plain("organisation")),
        Q("Kind of business", "industry", plain("industry")),
        Q("Job title", "role", plain("role")),
        Q(f"What would a good year look like for you?{hard_space}\n", "goals", facet("goals")),
        Q("What is the hardest part right now?", "obstacles", facet("obstacles", "-")),
        Q(
            f"Which{hard_space}chance would you hate to miss in the months ahead?",
            "opportunities",
            facet("opportunities", "-"),
        ),
        Q("What do people already come to you for?", "offers", facet("offers", "None")),
        Q("Select everything that applies to you just now", "themes", joined("themes", ";", ";")),
        *likert,
        Q("I agree to keep confidential what others say", "consent", either("consent", "Yes", "No")),
        Q("Who should not be in your group?", "keep_apart", plain("keep_apart", "No one")),
    ]


def microsoft_forms() -> Dialect:
    """The workbook of a public form: everybody is anonymous to it; a hidden sheet of last year, an empty one."""
    built_in = [
        Q("Start time", "", lambda person: when(person) - timedelta(minutes=11)),
        Q("Completion time", "", when),
        Q("Email", "", fixed("anonymous")),
        Q("Name", "", fixed(None)),
        Q("Last modified time", "", fixed(None)),
    ]
    questions = [
        *built_in,
        *microsoft_questions(""),
        Q("How many people are on your team?", "team_size", number_or_words("team_size")),
        Q("May we share your email with your group?", "share_contact", either("share_contact", "Yes", "No")),
    ]
    rows = table(questions, [*PEOPLE, TEST])
    rows = [["ID", *rows[0]], *([number, *row] for number, row in enumerate(rows[1:], 1))]

    def fill(book: xlsxwriter.Workbook, moment: Format) -> None:
        old, empty, sheet = (book.add_worksheet(name) for name in ("Last year", "Sheet2", "Sheet1"))
        put(old, [["Name", "Email", "Goals"], ["Old Member", "old@member.example", "Be forgotten."]], moment)
        put(sheet, rows, moment)
        sheet.activate()
        sheet.set_first_sheet()
        old.hide()
        empty.set_column(0, 3, 20)

    detected = {"format": "xlsx", "tool": "Microsoft Forms", "sheet": "Sheet1"}
    return Dialect(xlsx(fill), questions, detected, dropped=1, held=[REFUSER])


def microsoft_forms_german() -> Dialect:
    """An English form in a German office: built-in names in German, saved from a German Excel."""
    built_in = [
        Q("Startzeit", "", at("%d.%m.%Y %H:%M:%S", -11)),
        Q("Fertigstellungszeit", "", at("%d.%m.%Y %H:%M:%S")),
        Q("E-Mail", "", fixed("anonymous")),
        Q("Name", "", fixed("")),
    ]
    questions = [
        *built_in,
        *microsoft_questions("When could you join us?."),
        Q("Turnover last year", "revenue", plain("revenue_european")),
    ]
    rows = table(questions, PEOPLE)
    rows = [["ID", *rows[0]], *([number, *row] for number, row in enumerate(rows[1:], 1))]
    detected = {"format": "csv", "encoding": "cp1252", "delimiter": "semicolon", "tool": "Microsoft Forms"}
    return Dialect(text(rows, "cp1252", ";"), questions, detected, held=[REFUSER])


def jotform() -> Dialect:
    """A line break between ticks, first and last name apart."""
    questions = [
        Q("Submission Date", "", at("%Y-%m-%d %H:%M:%S")),
        Q("First Name", "first_name", plain("first")),
        Q("Last Name", "last_name", plain("last")),
        Q("E-mail", "email", plain("email")),
        Q("Business Name", "organisation", plain("organisation")),
        Q("Type of Business", "industry", plain("industry")),
        Q("City", "town", plain("town")),
        Q("Describe the place you want your business to be in three years", "goals", facet("goals")),
        Q("Roadblocks", "obstacles", facet("obstacles")),
        Q("Opportunities on the horizon", "opportunities", facet("opportunities")),
        Q("Topics (check all that apply)", "themes", joined("themes", "\n")),
        Q("Availability", "availability", joined("slots", "\n")),
        Q(
            "Confidentiality agreement",
            "consent",
            either("consent", "I accept", "I do not accept"),
        ),
        Q("Annual sales", "revenue", plain("revenue")),
        Q("Comments", "notes", plain("notes")),
    ]
    return Dialect(text(table(questions, PEOPLE)), questions, DETECTED_CSV | {"tool": "Jotform"}, held=[REFUSER])


def airtable() -> Dialect:
    """Short names, no mark of the tool, ``,`` between ticks with quotation marks around those that hold a comma."""

    def quoted(person: Person) -> str:
        options = [*person["themes"], *([person["own_theme"]] if person["own_theme"] else [])]
        return ",".join(f'"{option}"' if "," in option else option for option in options)

    questions = [
        Q("Name", "name", full),
        Q("Email", "email", plain("email")),
        Q("Organization", "organisation", plain("organisation")),
        Q("Sector", "industry", plain("industry")),
        Q("Goals", "goals", facet("goals")),
        Q("Challenges", "obstacles", facet("obstacles")),
        Q("Opportunities", "opportunities", facet("opportunities")),
        Q("Can offer", "offers", facet("offers")),
        Q("Topics", "themes", quoted),
        Q("Slots", "availability", joined("slots", ",")),
        Q("Headcount", "team_size", plain("team_size")),
        Q("Confidentiality", "consent", either("consent", "Agreed", "Declined")),
        Q("Share email?", "share_contact", either("share_contact", "checked", "")),
        Q("Conflicts", "keep_apart", plain("keep_apart")),
        Q("Created", "", lambda person: at("{month}/{day}/%Y {hour}:%M%p")(person).lower()),
    ]
    return Dialect(
        text(table(questions, PEOPLE), "utf-8-sig", newline="\n"),
        questions,
        DETECTED_CSV | {"encoding": "utf-8-sig"},
        held=[REFUSER],
    )
