"""Archives with a sheet of answers inside: ZIP, as Google Forms gives it, and gzip."""

import io
import re
import zipfile
import zlib
from typing import NamedTuple

from ok_match.errors import SheetError

from .kinds import ARCHIVE, HEAD, names_in
from .refusals import refusal, too_large

#: Bytes of the largest sheet that is unpacked.
MOST_UNPACKED = 64_000_000
#: Files in the largest archive that is looked into.
MOST_FILES = 1000
GZIP = b"\x1f\x8b\x08"
_SHEET = re.compile(r".*\.(csv|tsv|tab|txt|xlsx|xlsm|xlsb|xls|ods)", re.IGNORECASE)
#: What operating systems put into archives beside the files themselves.
_LITTER = re.compile(r"(.*/)?(__MACOSX/.*|\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*)", re.IGNORECASE)
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ValueError, KeyError, IndexError, EOFError, OSError, NotImplementedError,
)  # fmt: skip


class Unpacked(NamedTuple):
    """The bytes of a sheet, and the name it has within an archive; empty where it was in none."""

    data: bytes
    inside: str = ""


def unpacked(data: bytes, name: str) -> Unpacked:
    """A file as it is, or the only sheet in an archive.

    Raises
    ------
    SheetError
        If an archive holds no sheet or several, or is damaged, has a password, or unpacks to more than any sheet.
    """
    try:
        if data.startswith(GZIP):
            return Unpacked(_gunzipped(data, name), re.sub(r"(?i)\.gz(ip)?$", "", name))
        if data.startswith(ARCHIVE) and not _is_document(data):
            return _unzipped(data, name)
    except _DAMAGED:
        raise refusal(name, "is an archive that cannot be opened: it is damaged or was cut off.") from None
    return Unpacked(data)


def _is_document(data: bytes) -> bool:
    """Whether a ZIP archive is a document of its own: a workbook, or one that is damaged."""
    return b"xl/workbook" in data or b"mimetypeapplication/" in data[:200]


def _unzipped(data: bytes, name: str) -> Unpacked:
    inside = [part for part in names_in(data) if not part.endswith("/") and not _LITTER.fullmatch(part)]
    if not inside and not names_in(data):
        raise refusal(name, "is a ZIP archive that cannot be opened: it is damaged or was cut off.")
    # A single file is opened whatever it is called; what it is will show.
    sheets = inside if len(inside) == 1 else [part for part in inside if _SHEET.fullmatch(part)]
    if len(sheets) != 1 or len(inside) > MOST_FILES:
        raise _not_one(name, inside, sheets)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(sheets[0])
        if entry.flag_bits & 1:
            raise refusal(
                name, "is a ZIP archive that has a password.", "unpack it, and hand in the CSV or Excel file inside."
            )
        with archive.open(entry) as stream:
            content = stream.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise too_large(name, f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    return Unpacked(_insist_on_a_sheet(content, name), sheets[0])


def _gunzipped(data: bytes, name: str) -> bytes:
    reader = zlib.decompressobj(wbits=31)
    content = reader.decompress(data, MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise too_large(name, f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    if not reader.eof:
        raise EOFError
    return _insist_on_a_sheet(content, name)


def _insist_on_a_sheet(content: bytes, name: str) -> bytes:
    """The content of an archive, unless it is an archive in turn."""
    nested = content.startswith(GZIP) or (content.startswith(ARCHIVE) and not _is_document(content))
    if nested or content[257:262] == b"ustar" or content[:HEAD].startswith((b"7z\xbc\xaf", b"Rar!")):
        raise refusal(name, "is an archive within an archive.", "unpack it, and hand in the CSV or Excel file inside.")
    return content


def _not_one(name: str, inside: list[str], sheets: list[str]) -> SheetError:
    """The refusal of an archive that holds no sheet, or more than one."""
    shown = ", ".join(f"“{part}”" for part in (sheets or inside)[:5]) + (" …" if len(sheets or inside) > 5 else "")
    if len(sheets) > 1:
        what = (
            f"is a ZIP archive with {len(sheets)} sheets inside ({shown}), and it is not clear which holds the answers."
        )
        return refusal(name, what, "unpack it, and hand in the file with the answers.")
    what = f"is a ZIP archive without a sheet inside ({shown})." if inside else "is a ZIP archive, and it is empty."
    return refusal(name, what)
