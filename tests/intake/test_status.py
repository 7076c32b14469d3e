"""Who takes part, as status columns say it: those of platforms, and those that facilitators keep."""

import pytest

from ok_match import Intake
from ok_match.intake.columns.attendance import Attendance, Role, attendance_of, role_of, says_withdrawn

from .sheets import about, codes, read

NAMES = ("Ana Ortega", "Bo Lund", "Cy Hale", "Di Berg", "Eva Stone", "Finn Reed")
GOING, PENDING, OUT = Attendance.GOING, Attendance.PENDING, Attendance.WITHDRAWN
UNFINISHED, PREVIEW = Attendance.UNFINISHED, Attendance.PREVIEW

WORDS = {
    GOING: [
        "Confirmed", "✔ confirmed", "REGISTERED", "Accepted", "Approved", "Paid", "yes, see you there",
        "Checked In", "in",
        "was waitlisted, now confirmed", "Waitlisted -> confirmed", "Not withdrawn", "IP Address", "Inscrita",
        "Bestätigt",
        "Confirmée", "Confermato", "Aangemeld", "sim", "Conifrmed",
    ],
    OUT: [
        "Withdrawn", "withdrew 9/12", "CANCELLED - moved away", "Canceled", "Declined: too busy", "Refunded",
        "No-show",
        "no show", "Dropped out", "Deferred to spring", "Not attending", "not coming", "she has withdrawn",
        "Out", "left",
        "Retirada", "Cancelado", "Abgesagt", "Désistée", "S'est retirée", "Desistiu", "Annullato", "Afgemeld", "no",
        "✘ cancelled (illness)", "can't make it", "next season", "Denied", "wihtdrawn",
    ],
    PENDING: [
        "Waitlist", "wait list", "On the waiting list", "Pending", "pending_approval", "Invited",
        "not confirmed", "maybe",
        "Not approved", "Lista de espera", "en attente", "Warteliste", "pendente", "in attesa", "wachtlijst", "TBC",
    ],
    UNFINISHED: ["Incomplete", "Partial", "in progress", "Not complete", "Draft", "incompleto",
        "unvollständig", "en cours"],
    PREVIEW: ["Survey Preview", "Preview", "Test"],
    None: ["Purple", "see Kim", "A1", "?", "Startup", "Left handed", "Intern"],
}  # fmt: skip


@pytest.mark.parametrize(("said", "cell"), [(said, cell) for said, cells in WORDS.items() for cell in cells])
def test_the_words_of_a_status_are_known(said: Attendance | None, cell: str) -> None:
    assert attendance_of(cell, Role.PLAIN) is said


HEADERS = {
    Role.PLAIN: ["Status", "Registration status", "Order Status", "Attendee Status", "Response Type",
        "Reg. status", "Statut"],
    Role.TAKING_PART: ["Attending?", "RSVP", "Still in?", "Are they still in?",
        "Still interested? (yes/no/waitlist)", "¿Sigue interesado/a? (sí / no / en lista de espera)",
        "¿Todavía quiere participar?", "Toujours intéressé·e ?", "Sind Sie noch interessiert? (ja/nein)",
        "È ancora interessato/a?", "Ainda está interessado(a) no grupo?", "Doe je nog mee?",
        "Are you still interested in joining the group?"],
    Role.SETTLED: ["Confirmed?", "Approved", "Paid"],
    Role.COMPLETE: ["Complete?", "Finished", "intake_form_complete"],
    Role.OUT: ["Withdrawn?", "Dropped out", "Cancelled"],
    Role.WAITING: ["Waitlist?", "On waitlist"],
    Role.PROGRESS: ["Progress", "% complete"],
    None: [
        "Marital status", "Employment Status", "Tax status", "501(c)(3) status", "Visa status",
        "Status of your business",
        "Business stage", "Will you attend the welcome dinner?", "What progress have you made?", "Goals",
        "Legal status", "¿En qué temas sigue interesado?", "¿Quiere participar en las fotos?",
        "Souhaitez-vous recevoir la newsletter ?", "Still interested in a mentor?",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("role", "header"), [(role, text) for role, texts in HEADERS.items() for text in texts])
def test_the_header_says_what_a_status_is_about(role: Role | None, header: str) -> None:
    assert role_of(header) is role


def intake_of(header: str, *cells: str, **program: object) -> Intake:
    rows = [
        [name, f"{name.split()[0].casefold()}@people.example", f"goal of {name}", cell]
        for name, cell in zip(NAMES, cells, strict=False)
    ]
    return read(rows, ["Name", "Email", "Goals", header], **program)


def held(intake: Intake) -> dict[str, tuple[str, ...]]:
    return {person.name: person.reasons for person in intake.held}


@pytest.mark.parametrize(
    ("header", "cells", "reasons"),
    [
        ("Status", ("Confirmed", "Withdrawn", "Waitlist", "Confirmed"), {"Bo Lund": "withdrawn",
        "Cy Hale": "not-confirmed"}),
        ("Attending?", ("Yes", "No", "yes", ""), {"Bo Lund": "withdrawn", "Di Berg": "not-confirmed"}),
        ("Withdrawn?", ("", "x", "", "moved to Ohio"), {"Bo Lund": "withdrawn", "Di Berg": "withdrawn"}),
        ("Confirmed", ("x", "", "x", "x"), {"Bo Lund": "not-confirmed"}),
        ("Finished", ("True", "False", "True", "True"), {"Bo Lund": "unfinished"}),
        ("Progress", ("100", "40", "100", "100"), {"Bo Lund": "unfinished"}),
        ("intake_complete", ("2", "0", "1", "2"), {"Bo Lund": "unfinished", "Cy Hale": "unfinished"}),
        ("Status", ("Confirmed", "Purple", "Withdrawn", "Confirmed"), {"Bo Lund": "unknown-status",
        "Cy Hale": "withdrawn"}),
        ("submitdate", ("2026-09-01 10:00", "", "2026-09-01 11:00", "2026-09-01 12:00"), {"Bo Lund": "unfinished"}),
        ("Estado de inscripción", ("Confirmada", "Retirada", "Pendiente", "Confirmada"),
         {"Bo Lund": "withdrawn", "Cy Hale": "not-confirmed"}),
        ("Column 4", ("confirmed", "withdrew", "confirmed", "confirmed"), {"Bo Lund": "withdrawn"}),
    ],
)  # fmt: skip
def test_whoever_does_not_surely_take_part_is_held(
    header: str, cells: tuple[str, ...], reasons: dict[str, str]
) -> None:
    intake = intake_of(header, *cells)
    assert held(intake) == {name: (code,) for name, code in reasons.items()}
    assert intake.rows.people + intake.rows.held == len(cells)
    assert intake.undecided


def test_a_preview_is_nobody_and_is_noted() -> None:
    intake = intake_of("Response Type", "IP Address", "Survey Preview", "IP Address", "IP Address")
    assert [person.name for person in intake.participants] == ["Ana Ortega", "Cy Hale", "Di Berg"]
    assert about(intake, "preview-row") == [3]


def test_a_decision_about_a_status_releases_whom_it_names() -> None:
    cells = ("Confirmed", "Withdrawn", "Withdrawn", "Confirmed")
    assert list(held(intake_of("Status", *cells, accept=["withdrawn: Bo Lund"]))) == ["Cy Hale"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Marital status", ("Single", "Married", "Divorced", "Single")),
        ("Status", ("Startup", "Growth", "Mature", "Startup")),
        ("Status", ("501c3", "LLC", "501(c)(3)", "S-Corp")),
        ("Employment status", ("Active", "Retired", "On leave", "Active")),
        ("State", ("OR", "WA", "OR", "ID")),
        ("Registration", ("Early bird", "VIP", "Early bird", "VIP")),
    ],
)
def test_a_status_of_something_else_holds_nobody_and_asks_nothing(header: str, cells: tuple[str, ...]) -> None:
    intake = intake_of(header, *cells)
    assert not intake.held
    assert not {"withdrawn", "not-confirmed", "unknown-status", "unclear-status"} & set(codes(intake))


@pytest.mark.parametrize("header", ["Privacy notice", "Terms and conditions", "Ground rules"])
def test_declined_terms_are_no_status(header: str) -> None:
    intake = intake_of(header, "Accepted", "Accepted", "Declined", "Accepted")
    assert list(held(intake).values()) == [("consent-refused",)]


def test_a_status_of_unknown_words_is_asked_about() -> None:
    intake = intake_of("Status", "A1", "B2", "A1", "B2")
    assert not intake.held
    assert "unclear-status" in codes(intake)
    assert intake.undecided


NOTES = {
    True: [
        "CANCELLED 9/1 - refund sent", "withdrew", "dropped out 9/3", "no longer coming", "moved to spring",
        "not this year", "she withdrew by phone", "canceló 3/9", "Sadly had to withdraw", "cannot come this season",
    ],
    False: [
        "", "paid", "owes $50", "no", "No thanks", "Cancelled our lease", "withdrew her complaint",
        "can't make it on Tuesdays", "cannot come to the first session", "left a message", "not this year's budget",
        "cancelled 9/1 - back in 9/5", "quit my job", "moved away from retail", "Closed on Mondays",
        "withdrew, and everybody who knows the story of it says it was for the best",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("said", "note"), [(said, note) for said, notes in NOTES.items() for note in notes])
def test_a_short_note_of_withdrawal_is_told_from_other_news(said: bool, note: str) -> None:
    assert says_withdrawn(note) is said


@pytest.mark.parametrize("header", ["Notes", "Anything else we should know?"])
def test_whoever_withdrew_by_a_note_is_held(header: str) -> None:
    intake = intake_of(header, "paid", "withdrew 9/3", "owes $50", "Cancelled our lease, so we look for rooms")
    assert held(intake) == {"Bo Lund": ("withdrawn",)}
    assert not held(intake_of(header, "paid", "withdrew 9/3", "owes $50", accept=["withdrawn: Bo Lund"]))


STILL = {
    "¿Sigue interesado/a? (sí / no / en lista de espera)": ("sí", "ya no", "en lista de espera", "tal vez", "Sí"),
    "Toujours intéressé(e) ?": ("oui", "non", "liste d'attente", "peut-être", "oui"),
    "Noch dabei?": ("ja", "nicht mehr", "Warteliste", "vielleicht", "ja"),
    "Ancora interessata?": ("sì", "non più", "lista d'attesa", "forse", "sì"),
    "Continua interessada?": ("sim", "já não", "lista de espera", "talvez", "sim"),
    "Bent u nog geïnteresseerd?": ("ja", "niet meer", "wachtlijst", "misschien", "ja"),
}


@pytest.mark.parametrize("header", STILL)
def test_whoever_does_not_come_any_more_says_so_in_their_language(header: str) -> None:
    assert held(intake_of(header, *STILL[header])) == {
        "Bo Lund": ("withdrawn",),
        "Cy Hale": ("not-confirmed",),
        "Di Berg": ("not-confirmed",),
    }


def test_a_foreign_column_with_answers_of_a_status_is_asked_about() -> None:
    intake = intake_of("¿Cuento con usted?", "sí", "ya no", "sí", "sí")
    assert "unclear-status" in codes(intake)
    assert "unclear-status" not in codes(intake_of("¿Tiene local propio?", "sí", "no", "sí", "tal vez"))
