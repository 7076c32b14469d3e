"""Letters are read as they were typed, whatever they are encoded in; what cannot be known is asked."""

import pytest

from ok_match import Intake, Program, ProgramError, Sheet, SheetError, check
from ok_match.model import Severity

HEADER = "Name,Email,Goals\n"
PLAIN = "Alice Stone,alice@people.example,Hire a foreman\nBo Hale,bo@people.example,Open a café\n".replace("é", "e")
#: Names as people of many countries have them, by the encodings in which their spreadsheets save them.
NAMES = {
    "cp1252": ("José Núñez", "Zoë Müller", "François Lefèvre", "Søren Ødegård", "Inês Conceição"),
    "mac-roman": ("José Núñez", "Zoë Müller", "François Lefèvre", "Åse Ødegård", "João Gonçalves"),
    "cp850": ("José Núñez", "Jürgen Groß", "François Lefèvre", "Ángel Peña", "Søren Kjær"),
    "cp437": ("José Núñez", "Jürgen Größl", "François Lefèvre", "Renée Müller"),
    "cp1250": ("Łukasz Żebrowski", "Šárka Dvořáková", "Gergő Szűcs", "Małgorzata Wiśniewska"),
    "mac-latin2": ("Łukasz Żebrowski", "Šárka Dvořáková", "Małgorzata Wiśniewska", "Jiří Němec"),
    "cp852": ("Łukasz Żebrowski", "Šárka Dvořáková", "Małgorzata Wiśniewska", "Jiří Němec"),
    "iso8859-2": ("Łukasz Żebrowski", "Šárka Dvořáková", "Małgorzata Wiśniewska", "Jiří Němec"),
    "cp1251": ("Олена Коваленко", "Георги Стоянов", "Марина Лебедева"),
    "koi8-r": ("Марина Лебедева", "Ирина Орлова", "Тарас Шевчук"),
    "mac-cyrillic": ("Марина Лебедева", "Ирина Орлова", "Димитър Илиев"),
    "cp866": ("Марина Лебедева", "Ирина Орлова", "Тарас Шевчук"),
    "iso8859-5": ("Марина Лебедева", "Ирина Орлова", "Тарас Шевчук"),
    "cp1253": ("Ελένη Παπαδοπούλου", "Νίκος Γεωργίου", "Μαρία Ιωάννου"),
    "mac-greek": ("Ελένη Παπαδοπούλου", "Νίκος Γεωργίου", "Μαρία Ιωάννου"),
    "cp1254": ("Ayşe Yıldız", "Oğuz Çağlar", "Şebnem Işık", "İpek Doğan"),
    "mac-turkish": ("Ayşe Yıldız", "Oğuz Çağlar", "Şebnem Işık", "İpek Doğan"),
    "cp1257": ("Jonas Kazlauskas", "Rūta Žukauskienė", "Jānis Bērziņš", "Līga Kalniņa"),
    "cp1255": ("יעל כהן", "דוד לוי", "נועה מזרחי"),
}


def text_of(names: tuple[str, ...]) -> str:
    rows = (f"{name},p{number}@people.example,Find a partner\n" for number, name in enumerate(names))
    return HEADER + "".join(rows) + PLAIN


def read(data: bytes, **program: object) -> Intake:
    return check(Sheet("answers.csv", data), Program(**program))  # type: ignore[arg-type]


def names_in(intake: Intake) -> set[str]:
    return {person.name for person in intake.participants} - {"Alice Stone", "Bo Hale"}


def severities(intake: Intake, code: str) -> list[Severity]:
    return [problem.severity for problem in intake.problems if problem.code == code]


@pytest.mark.parametrize("encoding", sorted(NAMES))
def test_names_are_read_in_the_encoding_that_makes_sense_of_them(encoding: str) -> None:
    intake = read(text_of(NAMES[encoding]).encode(encoding))
    assert names_in(intake) == set(NAMES[encoding])
    assert len(severities(intake, "guessed-encoding")) == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("names", [NAMES["cp1252"], NAMES["cp1251"], NAMES["cp1253"]])
def test_unicode_is_known_with_and_without_its_mark(encoding: str, names: tuple[str, ...]) -> None:
    intake = read(text_of(names).encode(encoding))
    assert names_in(intake) == set(names)
    assert severities(intake, "guessed-encoding") == []


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("I don’t want to – “ever” – sell…", "cp1252"),
        ("I don’t want to – “ever” – sell…", "mac-roman"),
        ("We’re at €5 million", "cp1252"),
    ],
)
def test_punctuation_alone_tells_the_encoding(words: str, encoding: str) -> None:
    intake = read(f"{HEADER}Ana Roe,ana@people.example,{words}\n".encode(encoding))
    assert intake.participants[0].statements[0].text == words


@pytest.mark.parametrize("names", [("Jos\xe9 Ruiz",), ("Ra\xfal Roque", "Ang\xe9lica Mora")])
def test_a_clear_guess_is_a_warning(names: tuple[str, ...]) -> None:
    assert severities(read(text_of(names).encode("cp1252")), "guessed-encoding") == [Severity.WARNING]


@pytest.mark.parametrize("data", [b"Jolanta Kalv\xebnas", b"Ana\x81 Xq\x81z", b"Xq\xf8z \xd8w\xfeq"])
def test_thin_evidence_is_a_decision(data: bytes) -> None:
    intake = read(HEADER.encode() + data + b",ana@people.example,Hire\n" + PLAIN.encode())
    assert severities(intake, "guessed-encoding") == [Severity.DECISION]
    assert intake.undecided


@pytest.mark.parametrize("called", ["cp1250", "CP1250", "windows-1250", "Windows 1250"])
def test_the_program_can_say_what_the_encoding_is(called: str) -> None:
    data = text_of(("Stănescu Dan",)).encode("cp1250")
    intake = read(data, sheet={"encoding": called})
    assert names_in(intake) == {"Stănescu Dan"}
    assert severities(intake, "guessed-encoding") == []


@pytest.mark.parametrize("called", ["cp9999", "mac roma", "rot13", "base64", "hex", "x" * 300, "a\0b"])
def test_an_encoding_that_does_not_exist_is_refused(called: str) -> None:
    with pytest.raises(ProgramError, match="is not an encoding"):
        read(text_of(("José",)).encode("cp1252"), sheet={"encoding": called})


def test_an_encoding_that_the_file_is_not_in_is_refused() -> None:
    with pytest.raises(ProgramError, match="not encoded as"):
        read(text_of(("José",)).encode("cp1252"), sheet={"encoding": "utf-8"})


@pytest.mark.parametrize("names", [NAMES["cp1252"], NAMES["cp1250"], NAMES["cp1251"], NAMES["cp1253"]])
@pytest.mark.parametrize("mistaken", ["cp1252", "mac-roman", "cp850", "cp437", "latin-1"])
def test_text_that_was_encoded_twice_is_mended_with_a_warning(names: tuple[str, ...], mistaken: str) -> None:
    table = {byte: bytes([byte]).decode(mistaken, "ignore") or chr(byte) for byte in range(256)}
    garbled = "".join(table[byte] for byte in text_of(names).encode())
    intake = read(garbled.encode())
    assert names_in(intake) == set(names)
    assert severities(intake, "mended-letters") == [Severity.WARNING]


@pytest.mark.parametrize(
    "name",
    ["Ângela São", "ÂNGELA CONCEIÇÃO", "Ðóra Þórsdóttir", "Émile Åkesson", "Ñusta Ülkü", "Zoë “Z” Böhm", "À Campo"],
)
def test_letters_that_only_look_garbled_are_left_alone(name: str) -> None:
    intake = read(text_of((name,)).encode())
    assert names_in(intake) == {name}
    assert severities(intake, "mended-letters") == severities(intake, "lost-letters") == []


@pytest.mark.parametrize("answer", ["Open a “café”…", "IRMÃ”", "Sell in CAFÉ” and more", "5 × 3 – or “so”", "Straße”…"])
def test_an_answer_that_only_looks_garbled_is_left_alone(answer: str) -> None:
    assert severities(read(f"{HEADER}Ana Roe,ana@people.example,{answer}\n".encode()), "mended-letters") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Jos&eacute; N&uacute;&ntilde;ez", "José Núñez"),
        ("Siobh&#225;n O&#39;Brien", "Siobhán O'Brien"),
        ("Ana &amp;eacute;", "Ana é"),
        ("Jos\\u00e9 Ruiz", "José Ruiz"),
        ("Bo R&D;", "Bo R&D;"),
    ],
)
def test_codes_of_web_pages_are_read_as_the_letters_they_stand_for(written: str, meant: str) -> None:
    intake = read(text_of((written,)).encode())
    assert names_in(intake) == {meant}
    assert len(severities(intake, "mended-entities")) == (written != meant)


@pytest.mark.parametrize("name", ["Nu?ez", "Jos? Ruiz", "?ngel Mora", "Ren\ufffd Dubois", "Ma\ufffd\ufffda Ruiz"])
def test_letters_lost_from_a_name_are_asked_about(name: str) -> None:
    intake = read(text_of((name,)).encode())
    assert severities(intake, "lost-letters") == [Severity.DECISION]


def test_letters_lost_from_a_wish_to_be_kept_apart_are_asked_about() -> None:
    data = "Name,Email,Goals,Whom should you not sit with?\nAna Roe,ana@people.example,Rest,Jos\ufffd Ruiz\n".encode()
    assert severities(read(data), "lost-letters") == [Severity.DECISION]


def test_letters_lost_from_prose_are_a_warning_for_the_column_and_questions_are_none() -> None:
    rows = "".join(f"P {name},{name}@people.example,Open a caf\ufffd\n" for name in ("ana", "bo", "cy"))
    assert severities(read((HEADER + rows).encode()), "lost-letters") == [Severity.WARNING]
    assert severities(read((HEADER + "Ana Roe,ana@people.example,Sell? Or rent?\n").encode()), "lost-letters") == []


def test_a_file_of_two_encodings_keeps_the_letters_of_both_and_asks() -> None:
    data = text_of(("José Núñez", "Zoë Müller")).encode() + "Renée Dubois,r@people.example,Rest\n".encode("cp1252")
    intake = read(data)
    assert names_in(intake) == {"José Núñez", "Zoë Müller", "Renée Dubois"}
    assert severities(intake, "mixed-encodings") == [Severity.DECISION]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SheetError, match="not text"):
        read(bytes(range(256)) * 20)
