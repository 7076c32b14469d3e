"""Sheets that people keep or save themselves."""

import xlsxwriter
from asking import (
    PEOPLE,
    REFUSER,
    Dialect,
    Q,
    Say,
    at,
    either,
    facet,
    full,
    joined,
    number_or_words,
    plain,
    table,
    text,
    when,
)
from office import Cell, ods, put, xlsx
from xlsxwriter.format import Format


def bullets(field: str) -> Say:
    return lambda person: "\n".join(f"- {said}" for said in person[field])


def hand_kept() -> Dialect:
    """A list that somebody keeps: a title, sections, the header again on page two, a total, one cell for two people."""
    questions = [
        Q("No.", "", lambda person: PEOPLE.index(person) + 1),
        Q("Name (last, first)", "name", lambda person: f"{person['last']}, {person['first']}"),
        Q("E-mail", "email", plain("email")),
        Q("Firm", "organisation", plain("organisation")),
        Q("Trade", "industry", plain("industry")),
        Q("Town", "town", plain("town")),
        Q("Wants", "goals", bullets("goals")),
        Q("Stuck on", "obstacles", bullets("obstacles")),
        Q("Sees coming", "opportunities", bullets("opportunities")),
        Q("Can teach", "offers", bullets("offers")),
        Q("Themes", "themes", joined("themes", "; ")),
        Q("Can meet", "availability", joined("slots", "; ")),
        Q("People", "team_size", number_or_words("team_size")),
        Q("Keep apart from", "keep_apart", plain("keep_apart")),
        Q("Dana's notes", "notes", plain("notes")),
    ]
    header, *lines = table(questions, PEOPLE)
    width = len(header) - 1

    def fill(book: xlsxwriter.Workbook, moment: Format) -> None:
        sheet = book.add_worksheet("Autumn list")
        sheet.merge_range(0, 0, 0, width, "Peer groups, autumn season: who has said yes so far")
        sheet.write_string(1, 0, "kept by Dana; last changed 6 September")
        put(sheet, [header], moment, 3)
        sheet.merge_range(4, 0, 4, width, "From last season's list")
        put(sheet, lines[:6], moment, 5)
        sheet.merge_range(8, 3, 9, 3, PEOPLE[3]["organisation"])
        put(sheet, [header], moment, 12)
        sheet.merge_range(13, 0, 13, width, "New this season")
        put(sheet, lines[6:], moment, 14)
        sheet.write_string(20, 1, "Total")
        sheet.write_formula(20, 2, "=COUNTA(C6:C20)-1", value=len(PEOPLE))

    detected = {"format": "xlsx", "sheet": "Autumn list"}
    return Dialect(xlsx(fill), questions, detected, dropped=5)


def european_excel() -> Dialect:
    """Semicolons, a Windows encoding, decimal commas, days before months."""
    questions = [
        Q("Eingang", "", at("%d.%m.%Y %H:%M")),
        Q("Name", "name", full),
        Q("E-mail", "email", plain("email")),
        Q("Organisation", "organisation", plain("organisation")),
        Q("Branch of trade", "industry", plain("industry")),
        Q("Place", "town", plain("town")),
        Q("Kilometres to the meeting room", "", lambda person: f"{len(person['town']) * 1.7:.1f}".replace(".", ",")),
        Q("Your objectives for the coming year", "goals", facet("goals")),
        Q("Your worries", "obstacles", facet("obstacles")),
        Q("Where do you see openings for growth?", "opportunities", facet("opportunities")),
        Q("Topics of interest", "themes", joined("themes", " | ")),
        Q("Possible times", "availability", joined("slots", " | ")),
        Q("Staff", "team_size", plain("team_size")),
        Q("Turnover", "revenue", plain("revenue_european")),
        Q("I agree to the rules of confidentiality", "consent", either("consent", "ja", "nein")),
    ]
    detected = {"format": "csv", "encoding": "cp1252", "delimiter": "semicolon"}
    return Dialect(text(table(questions, PEOPLE), "cp1252", ";"), questions, detected, held=[REFUSER])


def plain_questions(moment: Say, consent: tuple[Cell, Cell]) -> list[Q]:
    return [
        Q("Date", "", moment),
        Q("Participant", "name", full),
        Q("Email", "email", plain("email")),
        Q("Company", "organisation", plain("organisation")),
        Q("Industry", "industry", plain("industry")),
        Q("Role", "role", plain("role")),
        Q("Goals", "goals", facet("goals")),
        Q("Obstacles", "obstacles", facet("obstacles")),
        Q("Opportunities", "opportunities", facet("opportunities")),
        Q("Offers", "offers", facet("offers")),
        Q("Themes", "themes", joined("themes", "; ")),
        Q("Availability", "availability", joined("slots", "; ")),
        Q("Team size", "team_size", number_or_words("team_size")),
        Q("Consent", "consent", either("consent", *consent)),
        Q("Notes", "notes", plain("notes")),
    ]


def unicode_text() -> Dialect:
    """What Excel calls Unicode Text: UTF-16 and tabs."""
    questions = plain_questions(at("{month}/{day}/%y %H:%M"), ("TRUE", "FALSE"))
    detected = {"format": "csv", "encoding": "utf-16", "delimiter": "tab"}
    data = b"\xff\xfe" + text(table(questions, PEOPLE), "utf-16-le", "\t")
    return Dialect(data, questions, detected, held=[REFUSER])


def plain_ods() -> Dialect:
    """A LibreOffice sheet with real dates, numbers and truth values."""
    questions = plain_questions(when, (True, False))
    detected = {"format": "ods", "sheet": "Answers"}
    return Dialect(ods("Answers", table(questions, PEOPLE)), questions, detected, held=[REFUSER])


def plain_xlsx() -> Dialect:
    """An Excel sheet below a merged title; dates, numbers and truth values are real."""
    questions = plain_questions(when, (True, False))

    def fill(book: xlsxwriter.Workbook, moment: Format) -> None:
        sheet = book.add_worksheet("Intake")
        sheet.merge_range(0, 0, 0, len(questions) - 1, "Intake, autumn 2026")
        put(sheet, table(questions, PEOPLE), moment, 1)
        sheet.freeze_panes(2, 2)

    return Dialect(xlsx(fill), questions, {"format": "xlsx", "sheet": "Intake"}, held=[REFUSER])
