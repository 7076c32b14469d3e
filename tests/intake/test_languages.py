"""Questions in other languages are known for what they ask, or asked about; what people answer there is told."""

from collections.abc import Sequence

import pytest

from ok_match.intake.columns.asking.cues import cues
from ok_match.model.languages import language_of
from tests.intake.sheets import about, read

HEADERS = {
    "timestamp": "Marca temporal|Horodateur|Zeitstempel|Carimbo de data/hora|Informazioni cronologiche|Tijdstempel"
    "|Hora de finalización|Heure de fin|Fertigstellungszeit|Tidsstämpel",
    "email": "Dirección de correo electrónico|Adresse e-mail|E-Mail-Adresse|Endereço de e-mail|Indirizzo email"
    "|E-mailadres|Correo|Courriel|Posta elettronica|E-postadress",
    "first_name": "Nombre de pila|Prénom|Vorname|Primeiro nome|Nome di battesimo|Voornaam|Förnamn|Imię",
    "last_name": "Apellidos|Nom de famille|Nachname|Sobrenome|Cognome|Achternaam|Efternamn|Nazwisko|Soyadı",
    "name": "Nombre y apellidos|Nom et prénom|Vor- und Nachname|Nome completo|Nome e cognome|Volledige naam"
    "|¿Cómo te llamas?|Wie heißen Sie?",
    "keep_apart": "¿Hay alguien con quien preferirías no coincidir?"
    "|Y a-t-il quelqu'un avec qui vous ne souhaitez pas être ?"
    "|Mit wem möchtest du auf keinen Fall in einer Gruppe sein?|Há alguém com quem prefira não ficar no mesmo grupo?"
    "|C'è qualcuno con cui preferiresti non stare in gruppo?|Is er iemand met wie je liever niet in een groep zit?"
    "|Gibt es jemanden, mit dem Sie lieber nicht zusammenarbeiten würden?|Bitte nicht zusammen mit|No sentar con"
    "|Ne pas placer avec|¿Con qué personas no debería compartir mesa?|Niet bij",
    "sit_with": "¿Con quién te gustaría estar en el grupo?|Avec qui aimeriez-vous être à table ?"
    "|Mit wem möchten Sie gern an einem Tisch sitzen?|Com quem gostaria de ficar?|Con chi ti piacerebbe stare?"
    "|Met wie zit je graag aan tafel?",
    "goals": "¿Qué quieres conseguir en los próximos 12 meses?|Quels sont vos objectifs pour l'année ?"
    "|Was möchten Sie im nächsten Jahr erreichen?|Quais são os seus objetivos?|Quali sono i tuoi obiettivi?"
    "|Wat wil je bereiken?",
    "obstacles": "¿Qué obstáculos le impiden alcanzar sus objetivos?"
    "|Qu'est-ce qui vous empêche d'atteindre vos objectifs ?"
    "|Was hindert dich daran, deine Ziele zu erreichen?|Quais são os seus principais desafios?"
    "|Quali ostacoli incontri?|Wat staat je in de weg?",
    "opportunities": "¿Qué oportunidades ves?|Quelles opportunités voyez-vous ?|Welche Chancen sehen Sie?"
    "|Que oportunidades vê?|Quali opportunità vedi?|Welke kansen zie je?",
    "offers": "¿Qué puedes ofrecer al grupo?|Que pouvez-vous apporter au groupe ?|Was kannst du anderen anbieten?"
    "|O que pode oferecer ao grupo?|Cosa puoi offrire al gruppo?|Wat kun je de groep bieden?",
    "availability": "¿Cuándo puedes reunirte?|Quelles sont vos disponibilités ?|Wann hast du Zeit?"
    "|Quando pode reunir-se?|Quando sei disponibile?|Wanneer ben je beschikbaar?",
    "share_contact": "¿Podemos compartir tu correo con el grupo?"
    "|Pouvons-nous communiquer votre adresse e-mail au groupe ?"
    "|Dürfen wir Ihre E-Mail-Adresse weitergeben?|Podemos partilhar o seu contacto com o grupo?"
    "|Possiamo condividere la tua email con il gruppo?|Mogen we je e-mailadres delen met de groep?",
    "organisation": "Empresa|Nom de votre entreprise|Unternehmen|Empresa ou organização|Azienda|Organisatie",
    "role": "Cargo|Fonction|Funktion|Função|Ruolo|Functie",
    "industry": "Sector de actividad|Secteur d'activité|Branche|Ramo de atividade|Settore|Bedrijfstak",
    "town": "Ciudad|Ville|Wohnort|Cidade|Città|Woonplaats",
    "phone": "Teléfono móvil|Numéro de téléphone|Handynummer|Telemóvel|Numero di cellulare|Telefoonnummer",
    "team_size": "¿Cuántas personas trabajan en su empresa?|Combien de salariés avez-vous ?"
    "|Wie viele Mitarbeiter haben Sie?"
    "|Número de funcionários|Numero di dipendenti|Aantal medewerkers",
    "years": "¿Cuántos años lleva en el cargo?|Depuis quand dirigez-vous ?|Seit wann leiten Sie den Betrieb?"
    "|Há quanto tempo dirige a empresa?|Da quanti anni?|Hoe lang doe je dit al?",
    "notes": "Observaciones|Remarques|Bemerkungen|Observações|Osservazioni|Opmerkingen",
}
ASKED = [(field, header) for field, headers in HEADERS.items() for header in headers.split("|")]


@pytest.mark.parametrize(("field", "header"), ASKED, ids=[header for _, header in ASKED])
def test_a_question_is_known_for_what_it_asks(field: str, header: str) -> None:
    sure = cues(header)
    assert max(sure, key=lambda name: sure[name]) == field
    assert sure[field] >= 85


@pytest.mark.parametrize(
    "header", ["What do you want?", "Name of your company", "Anyone you would rather avoid?", "Data", "Our status", ""]
)
def test_english_is_no_other_language(header: str) -> None:
    assert language_of(header) is None


def sheet(question: str, answers: Sequence[str]) -> object:
    names = ("Ana Ruiz", "Bo Lund", "Cy Dunn", "Di Ek")
    rows = [
        [f"p{at}@people.example", name, "open a second shop", answer]
        for at, (name, answer) in enumerate(zip(names, answers, strict=True))
    ]
    return read(rows, ["Email", "Name", "Goals", question])


def test_a_question_that_is_not_understood_is_asked_about() -> None:
    question = "¿Qué es lo que más te gusta de tu trabajo?"
    intake = sheet(question, ["La gente", "Nada", "El horario", "Bo Lund"])
    assert [problem.column for problem in intake.decisions] == [question]
    assert about(intake, "foreign-question") == [None]


def test_a_question_of_no_use_in_another_language_is_left_out_quietly() -> None:
    intake = sheet("Wie haben Sie von uns erfahren?", ["Zeitung", "Freunde", "Internet", "Zeitung"])
    assert intake.decisions == ()


@pytest.mark.parametrize("first", ["Nombre|Apellidos", "Nome|Cognome", "Name|Surname"])
@pytest.mark.parametrize("swap", [False, True])
def test_a_bare_name_beside_a_last_name_is_the_first_name(first: str, swap: bool) -> None:
    header, name = first.split("|"), ["Ana", "Ruiz"]
    if swap:
        header, name = header[::-1], name[::-1]
    rows = [
        ["ana@people.example", *name, "sell"],
        ["bo@people.example", *(["Bo", "Lund"][:: -1 if swap else 1]), "buy"],
    ]
    assert [one.name for one in read(rows, ["Email", *header, "Goals"]).participants] == ["Ana Ruiz", "Bo Lund"]


@pytest.mark.parametrize("header", ["Nom|Prénom", "Name|Vorname", "Naam|Voornaam"])
def test_a_bare_name_beside_a_first_name_is_the_last_name(header: str) -> None:
    rows = [["ana@people.example", "Ruiz", "Ana", "sell"], ["bo@people.example", "Lund", "Bo", "buy"]]
    people = read(rows, ["Email", *header.split("|"), "Goals"]).participants
    assert [one.name for one in people] == ["Ana Ruiz", "Bo Lund"]


def test_answers_in_another_language_are_told_once() -> None:
    rows = [
        ["ana@people.example", "Ana Ruiz", "Quiero abrir una segunda tienda en la ciudad"],
        ["bo@people.example", "Bo Lund", "Más tiempo para la familia y menos para el trabajo"],
    ]
    intake = read(rows, ["Correo", "Nombre y apellidos", "Objetivos"])
    assert about(intake, "foreign-answers") == [None]


def test_a_column_left_out_that_asks_for_distance_is_asked_about() -> None:
    intake = sheet("Favourite animals", ["Otters", "Not with Ana Ruiz, please", "Cats", "Cats"])
    assert about(intake, "names-unread") == [None]
    assert [problem.code for problem in intake.decisions] == ["names-unread"]


@pytest.mark.parametrize(
    "header",
    [
        "Negocio u organización", "Empresa u organización", "Entreprise ou association", "Firma oder Verein",
        "Azienda o associazione", "Empresa ou organização", "Bedrijf of stichting",
    ],
)  # fmt: skip
def test_one_kind_of_employer_or_another_is_the_organisation(header: str) -> None:
    assert cues(header)["organisation"] >= 90
