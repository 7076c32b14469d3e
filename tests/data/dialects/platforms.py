"""Exports of more form tools: a column for each choice in the form that each tool has for it, or all in one cell.

The shapes are those of the tools' own documentation and of files that people show of them: LimeSurvey with codes and
full texts, REDCap with labels, KoboToolbox with labels and both forms of a choice, Alchemer, Tally, Gravity Forms, Zoho
Forms, Formstack, and the attendee report of Eventbrite.
"""

import csv
import io
from collections.abc import Sequence

from asking import (
    DETECTED_CSV,
    OPTIONS,
    PEOPLE,
    REFUSER,
    SLOTS,
    Dialect,
    Q,
    Say,
    at,
    either,
    facet,
    fixed,
    full,
    joined,
    plain,
    serial,
    table,
    text,
)
from office import Cell

TOPICS = "Which topics matter most to you?"
TIMES = "When can you meet?"
#: The built-in questions of a program, in the words of the tables below.
ASKED = (
    Q("What is your name?", "name", full),
    Q("What is your email address?", "email", plain("email")),
    Q("What is your company called?", "organisation", plain("organisation")),
    Q("Which industry are you in?", "industry", plain("industry")),
    Q("What are your goals for the coming year?", "goals", facet("goals")),
    Q("What gets in the way?", "obstacles", facet("obstacles")),
    Q("What opportunities do you see?", "opportunities", facet("opportunities")),
)
AGREED = "I agree to keep what I hear in the group confidential."
APART = "Whom should you not be in a group with?"


def ticked(form: str, field: str, options: Sequence[str], yes: Cell | None, no: Cell, within: str = "") -> list[Q]:
    """A column for each option; ``form`` joins ``{q}`` and ``{o}``. Without a ``yes``, the cell repeats the option."""
    question = TIMES if field == "availability" else TOPICS

    def say(option: str) -> Say:
        return lambda person: (option if yes is None else yes) if option in person[within or field] else no

    return [
        Q(form.format(q=question, o=option, n=f"{n:03}"), field, say(option)) for n, option in enumerate(options, 1)
    ]


def own(yes: Cell, no: Cell) -> Say:
    """A mark at "Other" for people who wrote a topic of their own."""
    return lambda person: yes if person["own_theme"] else no


def quoted(rows: Sequence[Sequence[Cell]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Delimited text with every cell in quotation marks."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode(encoding)


def limesurvey() -> Dialect:
    """Question code and full text in the header, the code of each sub-question in brackets; Yes and No."""
    code = "G03Q0{}[SQ{{n}}]. {{q}} [{{o}}]"
    questions = [
        Q("id. Response ID", "", serial),
        Q("submitdate. Date submitted", "", at("%Y-%m-%d %H:%M:%S")),
        Q("lastpage. Last page", "", fixed(3)),
        Q("startlanguage. Start language", "", fixed("en")),
        Q("seed. Seed", "", lambda person: serial(person) * 3),
        *(q._replace(header=f"G01Q0{n}. {q.header}") for n, q in enumerate(ASKED, 1)),
        *ticked(code.format(1), "themes", OPTIONS, "Yes", "No"),
        Q(f"G03Q01[other]. {TOPICS} [Other]", "themes", plain("own_theme")),
        *ticked(code.format(2), "availability", SLOTS, "Yes", "No", "slots"),
        Q(f"G04Q01. {AGREED}", "consent", either("consent", "Yes", "No")),
        Q(f"G04Q02. {APART}", "keep_apart", plain("keep_apart")),
    ]
    return Dialect(quoted(table(questions, PEOPLE)), questions, DETECTED_CSV, held=[REFUSER])


def redcap() -> Dialect:
    """Labels for names: "(choice=...)", Checked and Unchecked, and a text field behind "Other"."""
    form = "{q} (choice={o})"
    questions = [
        Q("Record ID", "", serial),
        Q("Survey Identifier", "", fixed("")),
        Q("Survey Timestamp", "", at("%Y-%m-%d %H:%M:%S")),
        *ASKED,
        *ticked(form, "themes", OPTIONS, "Checked", "Unchecked"),
        Q(f"{TOPICS} (choice=Other)", "themes", own("Checked", "Unchecked")),
        Q("If other, please specify", "themes", plain("own_theme")),
        *ticked(form, "availability", SLOTS, "Checked", "Unchecked", "slots"),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
        Q("Complete?", "", fixed("Complete")),
    ]
    return Dialect(quoted(table(questions, PEOPLE)), questions, DETECTED_CSV, held=[REFUSER])


def kobo() -> Dialect:
    """Semicolons; of each choice the labels in one cell, parted by spaces, and a column an option with 1 or 0."""
    questions = [
        Q("start", "", at("%Y-%m-%dT%H:%M:%S.000-07:00", -9)),
        Q("end", "", at("%Y-%m-%dT%H:%M:%S.000-07:00")),
        *ASKED,
        Q(TOPICS, "themes", lambda person: " ".join([*person["themes"], *(["Other"] if person["own_theme"] else [])])),
        *ticked("{q}/{o}", "themes", OPTIONS, 1, 0),
        Q(f"{TOPICS}/Other", "themes", own(1, 0)),
        Q("Other topic, please describe", "themes", plain("own_theme")),
        *ticked("{q}/{o}", "availability", SLOTS, 1, 0, "slots"),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
        Q("_id", "", serial),
        Q("_uuid", "", lambda person: f"{serial(person):032x}"),
        Q("_submission_time", "", at("%Y-%m-%dT%H:%M:%S")),
        Q("_validation_status", "", fixed("")),
        Q("_index", "", lambda person: PEOPLE.index(person) + 1),
    ]
    detected = DETECTED_CSV | {"delimiter": "semicolon"}
    return Dialect(quoted(table(questions, PEOPLE), delimiter=";"), questions, detected, held=[REFUSER])


def alchemer() -> Dialect:
    """The option before the question, which the cell repeats; what the tool guesses about the respondent's place."""
    form = "{o}:{q}"
    questions = [
        Q("Response ID", "", serial),
        Q("Time Started", "", at("%Y-%m-%d %H:%M:%S", -9)),
        Q("Date Submitted", "", at("%Y-%m-%d %H:%M:%S")),
        Q("Status", "", fixed("Complete")),
        Q("Language", "", fixed("English")),
        Q("User Agent", "", fixed("Mozilla/5.0")),
        Q("IP Address", "", fixed("192.0.2.14")),
        Q("Longitude", "", fixed("-121.3153")),
        Q("Latitude", "", fixed("44.0582")),
        Q("Country", "", fixed("United States")),
        Q("City", "", fixed("Bend")),
        Q("State/Region", "", fixed("OR")),
        Q("Postal", "", fixed("97701")),
        *ASKED,
        *ticked(form, "themes", OPTIONS, None, ""),
        Q(f"Other - Write In:{TOPICS}", "themes", plain("own_theme")),
        *ticked(form, "availability", SLOTS, None, "", "slots"),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
    ]
    return Dialect(
        quoted(table(questions, PEOPLE), "utf-8-sig"),
        questions,
        DETECTED_CSV | {"encoding": "utf-8-sig"},
        held=[REFUSER],
    )


def tally() -> Dialect:
    """The whole answer in one cell, own words included, and TRUE or FALSE for each option beside it."""
    form = "{q} ({o})"
    questions = [
        Q("Submission ID", "", lambda person: f"{serial(person):x}"),
        Q("Respondent ID", "", lambda person: f"{serial(person) * 7:x}"),
        Q("Submitted at", "", at("%Y-%m-%d %H:%M:%S")),
        *ASKED,
        Q(TOPICS, "themes", joined("themes", ", ")),
        *ticked(form, "themes", OPTIONS, "TRUE", "FALSE"),
        Q(f"{TOPICS} (Other)", "themes", own("TRUE", "FALSE")),
        *ticked(form, "availability", SLOTS, "TRUE", "FALSE", "slots"),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
    ]
    return Dialect(text(table(questions, PEOPLE), newline="\n"), questions, DETECTED_CSV, held=[REFUSER])


def gravity_forms() -> Dialect:
    """The option in brackets behind the question, which the cell repeats; the entry's own columns at the end."""
    form = "{q} ({o})"
    questions = [
        *ASKED,
        *ticked(form, "themes", OPTIONS, None, ""),
        Q(f"{TOPICS} (Other)", "themes", plain("own_theme")),
        *ticked(form, "availability", SLOTS, None, "", "slots"),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
        Q("Created By (User Id)", "", fixed("")),
        Q("Entry Id", "", serial),
        Q("Entry Date", "", at("%Y-%m-%d %H:%M:%S")),
        Q("Date Updated", "", at("%Y-%m-%d %H:%M:%S")),
        Q("Source Url", "", fixed("https://program.example/apply/")),
        Q("Transaction Id", "", fixed("")),
        Q("Payment Status", "", fixed("")),
        Q("User Agent", "", fixed("Mozilla/5.0")),
        Q("User IP", "", fixed("192.0.2.14")),
    ]
    return Dialect(
        quoted(table(questions, PEOPLE), "utf-8-sig"),
        questions,
        DETECTED_CSV | {"encoding": "utf-8-sig"},
        held=[REFUSER],
    )


def zoho_forms() -> Dialect:
    """Commas without a space between the options of one cell."""
    questions = [
        Q("Added Time", "", at("%d-%b-%Y %H:%M:%S")),
        Q("Referrer Name", "", fixed("")),
        Q("Task Owner", "", fixed("")),
        *ASKED,
        Q(TOPICS, "themes", joined("themes", ",")),
        Q(TIMES, "availability", joined("slots", ",")),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
        Q("IP Address", "", fixed("192.0.2.14")),
    ]
    return Dialect(text(table(questions, PEOPLE)), questions, DETECTED_CSV, held=[REFUSER])


def formstack() -> Dialect:
    """An option a line within the cell; the tool's columns in front."""
    questions = [
        Q("Unique ID", "", serial),
        Q("Submission date", "", at("%Y-%m-%d %H:%M:%S")),
        Q("Browser", "", fixed("Firefox 128")),
        Q("IP Address", "", fixed("192.0.2.14")),
        Q("Location", "", fixed("44.0582, -121.3153")),
        *ASKED,
        Q(TOPICS, "themes", joined("themes", "\n")),
        Q(TIMES, "availability", joined("slots", "\n")),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
    ]
    return Dialect(quoted(table(questions, PEOPLE)), questions, DETECTED_CSV, held=[REFUSER])


def eventbrite() -> Dialect:
    """An attendee report: the order in front, the answers to custom questions behind, bars between the options."""
    questions = [
        Q("Order #", "", serial),
        Q("Order Date", "", at("%Y-%m-%d %H:%M:%S")),
        Q("First Name", "first_name", plain("first")),
        Q("Last Name", "last_name", plain("last")),
        Q("Email", "email", plain("email")),
        Q("Quantity", "", fixed(1)),
        Q("Ticket Type", "", fixed("Peer circle, fall")),
        Q("Attendee #", "", lambda person: serial(person) + 1),
        Q("Order Type", "", fixed("Free Order")),
        Q("Total Paid", "", fixed("0.00")),
        Q("Attendee Status", "", fixed("Attending")),
        Q("Company", "organisation", plain("organisation")),
        *(q for q in ASKED if q.field in ("industry", "goals", "obstacles", "opportunities")),
        Q(TOPICS, "themes", joined("themes", " | ")),
        Q(TIMES, "availability", joined("slots", " | ")),
        Q(AGREED, "consent", either("consent", "Yes", "No")),
        Q(APART, "keep_apart", plain("keep_apart")),
    ]
    return Dialect(text(table(questions, PEOPLE)), questions, DETECTED_CSV, held=[REFUSER])
