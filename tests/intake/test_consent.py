"""Consent is a yes to taking part and its terms; all else about it is asked, and no opinion holds anybody."""

import pytest

from ok_match.intake.columns.asking.cues import cues
from ok_match.intake.values.consent import assent
from ok_match.model import Guidance, Intake, Severity
from tests.intake.sheets import about, read

TERMS = "I agree to keep what is said confidential"
HEADER = ["Email", "Name", "Goals"]
OTHER = ["bo@people.example", "Bo Lund", "open a café"]


def asking(question: str, answer: str, others: str = "Yes", guidance: Guidance | None = None) -> Intake:
    rows = [["ana@people.example", "Ana Ruiz", "sell bread", answer], [*OTHER, others]]
    return read(rows, [*HEADER, question], guidance) if guidance else read(rows, [*HEADER, question])


@pytest.mark.parametrize(
    "question",
    [
        "Do you agree to keep what is said confidential?", "I agree", "Do you agree to the community guidelines?",
        "I consent to my data being stored", "Do you agree that what is said in the room stays in the room?",
        "I understand that the programme runs for six months and attendance is expected", "Consent",
        "Would you be willing to commit to all six sessions?", "Privacy policy accepted", "Terms & Conditions",
        "Please type your name to agree to the code of conduct", "Do you object to our storing your answers?",
        "By submitting this form I agree to participate fully", "Do you accept the ground rules?", "GDPR consent",
        "Acepto las normas de confidencialidad", "Je m'engage à respecter la charte du groupe",
        "Ich stimme zu, dass Gesagtes vertraulich bleibt", "Aceita as regras do programa?",
        "Accetto le regole del gruppo", "Ik ga akkoord met de spelregels",
    ],
)  # fmt: skip
def test_agreement_to_taking_part_is_consent(question: str) -> None:
    sure = cues(question)
    assert max(sure, key=lambda name: sure[name]) == "consent"
    assert sure["consent"] >= 90


@pytest.mark.parametrize(
    "question",
    [
        "Do you agree that our town needs a chamber of commerce?", "Do you agree that remote work is here to stay?",
        "How strongly do you agree that members should pay more?", "Do you consent to being photographed at meetings?",
        "Do you agree with the following statement: small firms pay too much tax?", "I agree to receive the newsletter",
        "I agree that my photo may be used on the website", "May we record the sessions on video? I consent",
        "Do you agree to share your e-mail with your group?", "Do you accept credit cards?",
        "What agreements do you have with suppliers?", "To what extent do you agree that prices should rise?",
        "Do you understand your customers?",
    ],
)  # fmt: skip
def test_opinions_and_other_permissions_are_no_consent(question: str) -> None:
    assert cues(question)["consent"] < 50


@pytest.mark.parametrize("answer", ["No", "no, thanks", "0"])
@pytest.mark.parametrize(
    "question", ["Do you agree that our town needs a market hall?", "May we photograph you? I consent to photos."]
)
def test_nobody_is_held_for_an_opinion_or_a_photograph(question: str, answer: str) -> None:
    assert asking(question, answer).held == ()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Yes", "yes"), ("agreed.", "yes"), ("I agree to the terms", "yes"), ("I have read and agree", "yes"),
        ("No problem", "yes"), ("No objections", "yes"), ("no concerns at all", "yes"), ("AR", "yes"), ("A.R.", "yes"),
        ("A. Ruiz", "yes"), ("ana ruiz", "yes"), ("3/4/2026", "yes"), ("Ana Ruiz, March 3, 2026", "yes"),
        ("Checked", "yes"), ("x", "yes"), ("☑", "yes"), ("Of course!", "yes"), ("Ik ga akkoord", "yes"),
        ("Ich stimme zu", "yes"), ("J'accepte", "yes"), ("Sí, acepto", "yes"), ("Concordo", "yes"), ("Accetto", "yes"),
        ("no", "no"), ("No, I do not agree", "no"), ("I do not", "no"), ("unchecked", "no"), ("FALSE", "no"),
        ("I will not sign", "no"), ("Disagree", "no"), ("Nein", "no"), ("Je n'accepte pas", "no"), ("No acepto", "no"),
        ("Nee", "no"), ("Não", "no"), ("n", "no"), ("no, thanks", "no"),
        ("Not yet", "unclear"), ("Maybe", "unclear"), ("I'll think about it", "unclear"), ("Yes if needed", "unclear"),
        ("Yes, but please do not share my phone number", "unclear"), ("with reservations", "unclear"),
        ("I accept all the rules except the one on attendance", "unclear"), ("Not at this time", "unclear"),
        ("Oui, mais pas mon numéro", "unclear"), ("What does this mean?", "unclear"), ("purple", "unclear"),
        ("", "missing"), ("n/a", "missing"), ("-", "no"),
    ],
)  # fmt: skip
def test_an_answer_says_yes_no_or_neither(answer: str, said: str) -> None:
    assert assent(answer, TERMS, "Ana Ruiz").value == said


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Do you object to our storing your answers?", "Yes", "no"),
        ("Do you object to our storing your answers?", "No", "yes"),
        ("Do you object to our storing your answers?", "No objection", "yes"),
        ("Do you object to our storing your answers?", "", "missing"),
        ("I do not agree to the rules", "x", "no"),
        ("I do not agree to the rules", "", "yes"),
    ],
)
def test_a_question_put_the_other_way_round_is_answered_the_other_way_round(
    question: str, answer: str, said: str
) -> None:
    assert assent(answer, question).value == said


@pytest.mark.parametrize(
    ("answer", "code"),
    [("No", "consent-refused"), ("Yes, but not my goals", "consent-unclear"), ("", "consent-missing")],
)
def test_who_did_not_plainly_agree_is_held_until_it_is_decided(answer: str, code: str) -> None:
    intake = asking(TERMS, answer)
    assert [(one.name, one.reasons) for one in intake.held] == [("Ana Ruiz", (code,))]
    assert about(intake, code) == [2]
    assert [problem.severity for problem in intake.problems if problem.code == code] == [Severity.DECISION]


def test_a_question_that_nobody_answered_holds_nobody() -> None:
    assert asking(TERMS, "", others="").held == ()


def test_every_question_for_consent_is_read() -> None:
    header = [*HEADER, TERMS, "I accept the ground rules"]
    rows = [["ana@people.example", "Ana Ruiz", "sell bread", "Yes", "No"], [*OTHER, "Yes", "Yes"]]
    (held,) = read(rows, header).held
    assert held.reasons == ("consent-refused",)
