"""Files that are no sheets are named for what they are; archives with one sheet are opened."""

import gzip
import io
import json
import zipfile

import pytest

from ok_match import Sheet, SheetError, check

from . import hostile
from .sheets import TABLE, delimited, workbook

ANSWERS = delimited(",", "utf-8")


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(entry: str) -> bytes:
    return OLE + entry.encode("utf-16-le") + bytes(2000)


def encrypted_ods() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest><manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in (("mimetype", kind), ("content.xml", b"\x8f\x12" * 50), ("META-INF/manifest.xml", manifest)):
            packed.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


KINDS = [
    ("board.xlsx", ole("EncryptedPackage"), "has a password"),
    ("board.ods", encrypted_ods(), "has a password"),
    ("list.numbers", archive({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}), "Numbers"),
    ("list.zip", archive({"Index/Document.iwa": b"x"}), "Numbers"),
    ("list.pages", archive({"Index/Document.iwa": b"x"}), "Pages"),
    ("talk.key", archive({"Index/Document.iwa": b"x"}), "Keynote"),
    ("list.docx", archive({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "Word"),
    ("list.csv", archive({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "Word"),
    ("list.doc", ole("WordDocument"), "Word"),
    ("talk.pptx", archive({"[Content_Types].xml": b"x", "ppt/presentation.xml": b"x"}), "PowerPoint"),
    ("talk.ppt", ole("PowerPoint Document"), "PowerPoint"),
    ("mail.msg", ole("__substg1.0_0037001F"), "e-mail"),
    ("mail.eml", b"From: Ana <ana@people.example>\r\nTo: bo@people.example\r\nSubject: List\r\n\r\nHi", "e-mail"),
    ("mail.csv", b"Received: from mail.people.example by mx.example\r\nFrom: ana@people.example\r\n", "e-mail"),
    ("print.csv", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    ("text.rtf", rb"{\rtf1\ansi Ana}", "rich text"),
    ("~$answers.xlsx", b"\x0bAna Roe    " + b" " * 154, "lock file"),
    ("owner.xlsx", b"\x07Ana Roe" + b" " * 47 + b"\x07\0" + b"A\0n\0a\0 \0R\0o\0e\0" + b" \0" * 47, "lock file"),
    (".~lock.answers.ods#", b",ana,laptop,01.09.2026 10:00,file:///home/ana;", "lock file"),
    ("answers.csv.crdownload", b"Email,Name\n", "not finished"),
    ("answers.xls", b"<html><body><table><tr><td>Email</td></tr></table></body></html>", "web page"),
    ("answers.csv", b"<!DOCTYPE html><html><head><title>Sign in - Forms</title></head>", "asks to sign in"),
    (
        "answers.xls",
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
        "Excel 2003",
    ),
    ("feed.xml", b'<?xml version="1.0"?>\n<answers/>', "XML"),
    ("hook.json", json.dumps({"answers": [{"email": "ana@people.example"}]}).encode(), "JSON"),
    ("hook.csv", json.dumps([{"email": "ana@people.example"}], indent=1).encode("utf-8-sig"), "JSON"),
    ("lines.jsonl", b'{"email": "ana@people.example"}\n{"email": "bo@people.example"}\n', "JSON"),
    ("cut.json", b'[{"email": "ana@people.example", "goals": "Open', "JSON"),
    ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
    ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(50), "picture"),
    ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "picture"),
    ("base.db", b"SQLite format 3\0" + bytes(100), "SQLite"),
    ("base.accdb", b"\0\1\0\0Standard ACE DB\0" + bytes(100), "Access"),
    ("study.sav", b"$FL2@(#) SPSS DATA FILE" + bytes(100), "SPSS"),
    ("study.dta", b"<stata_dta><header>", "Stata"),
    ("study.dta", b"\x72\x02\x01\x00" + bytes(100), "Stata"),
    ("study.parquet", b"PAR1\x15\x04\x15" + bytes(50), "Parquet"),
    ("all.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "7z"),
    ("all.rar", b"Rar!\x1a\x07\x01\x00" + bytes(50), "RAR"),
    ("all.csv.bz2", b"BZh91AY&SY" + bytes(50), "bzip2"),
    (
        "answers.gsheet",
        b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1", "email": "ana@people.example"}',
        "Google",
    ),
    ("answers.url", b"[InternetShortcut]\r\nURL=https://forms.example/1\r\n", "link"),
    ("answers.webloc", b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple">\n<plist/>', "link"),
    ("answers.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(60), "shortcut"),
    ("people.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "contacts"),
    ("dates.ics", b"BEGIN:VCALENDAR\r\n", "calendar"),
    ("empty.csv", b"", "is empty"),
    ("blank.csv", b" \r\n\t\n", "is empty"),
    ("mark.csv", b"\xef\xbb\xbf\r\n", "no text"),
]


@pytest.mark.parametrize(("name", "data", "said"), KINDS)
def test_a_file_that_is_no_sheet_is_named_for_what_it_is(name: str, data: bytes, said: str) -> None:
    with pytest.raises(SheetError) as caught:
        check(Sheet(name, data))
    assert said in caught.value.what + " " + caught.value.follows
    assert caught.value.advice


@pytest.mark.parametrize(
    "first",
    [
        "PK", "From", "Date: when", "Subject", "X-factor", "BZh", "Received", "[Ref", "{Ref}", "GIF8", "MZ", "BM",
        "PAR1", "L", "name@", "%Ref", "$FL",
    ],
)  # fmt: skip
def test_a_header_that_begins_as_other_files_do_is_a_header(first: str) -> None:
    rows = f"{first},Name,Email,Goals\n1,Ana Roe,ana@people.example,Rest\n2,Bo Lund,bo@people.example,Hire\n"
    intake = check(Sheet("answers.csv", rows.encode()))
    assert {person.name for person in intake.participants} == {"Ana Roe", "Bo Lund"}


@pytest.mark.parametrize(
    "name", ["answers.pdf", "answers", "answers.docx", "answers.zip", "my.numbers.csv", "~answers.csv"]
)
def test_the_content_of_a_file_tells_its_kind_and_not_its_name(name: str) -> None:
    assert len(check(Sheet(name, ANSWERS)).participants) == len(TABLE)


@pytest.mark.parametrize(
    "data",
    [
        archive({"Circle sign-up.csv": ANSWERS}),
        archive({"Circle sign-up.csv/": b"", "Circle sign-up.csv/Circle sign-up.csv": ANSWERS}),
        archive({"answers.xlsx": workbook()}),
        archive({"answers": ANSWERS}),
        archive({"answers.csv": ANSWERS, "__MACOSX/._answers.csv": b"\0\5\x16\7", ".DS_Store": b"x"}),
        archive({"answers.tsv": delimited("\t", "utf-16"), "read me.pdf": b"%PDF-1.7", "photo.jpg": b"\xff\xd8\xff"}),
        gzip.compress(ANSWERS),
        gzip.compress(workbook()),
    ],
)
def test_the_only_sheet_of_an_archive_is_read(data: bytes) -> None:
    intake = check(Sheet("download", data))
    assert len(intake.participants) == len(TABLE)
    assert [problem.code for problem in intake.problems if problem.code == "unpacked"] == ["unpacked"]


def test_the_file_inside_an_archive_is_named() -> None:
    intake = check(Sheet("download.zip", archive({"Circle sign-up.csv": ANSWERS})))
    assert (intake.source, intake.detected.sheet) == ("download.zip", "Circle sign-up.csv")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive({"a.csv": ANSWERS, "b.csv": ANSWERS}), "“a.csv”, “b.csv”"),
        (archive({"a.pdf": b"%PDF", "b.jpg": b"x"}), "without a sheet"),
        (archive({"a.pdf": b"%PDF-1.7"}), "PDF"),
        (archive({}), "ZIP archive"),
        (archive({"a.zip": archive({"b.csv": ANSWERS})}), "archive within an archive"),
        (gzip.compress(gzip.compress(ANSWERS)), "archive within an archive"),
        (gzip.compress(ANSWERS)[:-20], "damaged"),
        (archive({"a.csv": ANSWERS})[:-30], "damaged"),
        (archive({"a.csv": b"," * 100_000_000}), "unpacks to more than"),
        (gzip.compress(bytes(100_000_000)), "unpacks to more than"),
        (archive({"a.csv": b"Name,Goals\n" + b"," * 15_000_000}), "cells"),
        (archive({"a.csv": b"Name\n" + b"x\n" * 60_000}), "rows"),
    ],
)
def test_an_archive_that_is_not_one_sheet_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SheetError) as caught:
        check(Sheet("download", data))
    assert said in f"{caught.value.where} {caught.value.what}"


def test_an_archive_with_a_password_is_refused() -> None:
    data = bytearray(archive({"a.csv": ANSWERS}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + flags] |= 1
    with pytest.raises(SheetError, match="password"):
        check(Sheet("download.zip", bytes(data)))


@pytest.mark.parametrize("times", [20_000, 1_000_000_000])
def test_repeated_cells_are_refused_before_they_are_laid_out(times: int) -> None:
    assert not _is_read(hostile.repeated_ods_cells(times * 300))


def _is_read(data: bytes) -> bool:
    try:
        check(Sheet("sheet.ods", data))
    except SheetError:
        return False
    return True
