"""How the letters of a text file are encoded: as it says, as it plainly is, or as makes most sense of its letters."""

from __future__ import annotations

import codecs
import re
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

from ok_match.errors import ProgramError
from ok_match.model import Severity

from .grid import Remark
from .letters import plausibility
from .refusals import refusal

#: Encodings of one byte a letter, and how much rarer each is than the first, as the logarithm of a likelihood.
ENCODINGS = {
    "cp1252": 0.0, "mac-roman": -1.5, "cp1250": -2.0, "cp1251": -2.0, "cp1254": -3.0, "cp1253": -3.0, "cp1257": -3.0,
    "cp850": -3.0, "cp437": -3.5, "cp852": -4.0, "cp866": -4.0, "koi8-r": -3.5, "koi8-u": -4.0, "mac-cyrillic": -3.5,
    "mac-latin2": -4.0, "mac-greek": -4.0, "mac-turkish": -4.0, "iso8859-2": -4.0, "iso8859-15": -4.0,
    "iso8859-5": -4.5, "iso8859-7": -4.0, "iso8859-9": -4.0, "iso8859-13": -4.5, "cp1255": -4.0, "cp1256": -4.0,
    "cp775": -5.0, "cp737": -5.0, "cp857": -5.0, "latin-1": -6.0,
}  # fmt: skip
#: What programs may call an encoding, beside the names that Python knows.
_ALIASES = {
    "windows": "cp1252", "ansi": "cp1252", "western": "cp1252", "mac": "mac-roman", "macintosh": "mac-roman",
    "macroman": "mac-roman", "dos": "cp850", "unicode": "utf-16", "utf8": "utf-8",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How far, as a logarithm, the best encoding must lead the next that reads otherwise for the choice to be clear.
CLEAR = 4.0
#: Bytes by which a file without a mark is judged, and the different words beyond ASCII that are weighed.
_HEAD, _WORDS = 20_000, 150
#: A word beyond ASCII, with a character on each side.
_FOREIGN_WORD = re.compile(rb"[^\r\n]?[^\s,;\"()\x80-\xff]{0,30}[\x80-\xff][^\s,;\"()]{0,60}[^\r\n]?")


class Decoded(NamedTuple):
    """A text, the encoding that it was in, and what is to be said of that."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decoded(data: bytes, name: str, encoding: str = "") -> Decoded:
    """The text of some bytes.

    Parameters
    ----------
    encoding : str
        How they are encoded, where the facilitator says so.

    Raises
    ------
    SheetError
        If the bytes are not text.
    ProgramError
        If there is no such encoding, or the bytes are not in it.
    """
    if encoding:
        return _as_told(data, encoding)
    found = _marked(data) or _unicode(data) or _mixed(data) or _guessed(data)
    if found is None or not _is_text(found.text):
        raise refusal(name, "is not text and not a workbook.")
    return found


def _as_told(data: bytes, encoding: str) -> Decoded:
    where, follows = "program [sheet] encoding", "Nothing was matched."
    plain = encoding.strip().casefold().replace("_", "-").replace(" ", "-")
    wanted = _ALIASES.get(plain, plain)
    try:
        known = codecs.lookup(wanted)
        text, _ = known.decode(data)
        if not isinstance(text, str):
            raise LookupError
    except UnicodeDecodeError:
        advice = "leave the line out, and ok-match finds the encoding itself."
        raise ProgramError(where, f'the file is not encoded as "{encoding}".', follows, advice) from None
    except Exception:
        near = get_close_matches(plain, [*ENCODINGS, "utf-8", "utf-16", "utf-32", *_ALIASES], n=1)
        advice = f'did you mean "{near[0]}"?' if near else 'write "utf-8", "cp1252", "mac-roman", "cp1250" or the like.'
        raise ProgramError(where, f'"{encoding}" is not an encoding.', follows, advice) from None
    return Decoded(text, wanted)


def _marked(data: bytes) -> Decoded | None:
    """The text of bytes that begin with the mark of their encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                continue
    return None


def _unicode(data: bytes) -> Decoded | None:
    """The text of bytes that are plainly Unicode of some kind."""
    head = data[:_HEAD]
    zeros = [head[place::4].count(0) / (len(head) / 4) for place in range(4)] if len(head) > 3 else [0.0] * 4
    if min(zeros[2:]) > 0.9 and zeros[0] < 0.1:
        wide: tuple[str, ...] = ("utf-32-le",)
    elif min(zeros[:2]) > 0.9 and zeros[3] < 0.1:
        wide = ("utf-32-be",)
    else:
        odd, even = (zeros[1] + zeros[3]) / 2, (zeros[0] + zeros[2]) / 2
        # Letters of other alphabets have no zeros; the commas and line breaks between them do.
        wide = (
            ("utf-16-le",)
            if odd > 0.04 and odd > 4 * even
            else ("utf-16-be",)
            if even > 0.04 and even > 4 * odd
            else ()
        )
    for encoding in (*wide, "utf-8"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return None


def _mixed(data: bytes) -> Decoded | None:
    """The text of lines of which some are UTF-8 and others are not, as when two exports were pasted into one file."""
    lines = data.splitlines(keepends=True)
    plain = [_utf8(line) for line in lines]
    several = [line for line in plain if line is not None and not line.isascii()]
    others = [line for line, text in zip(lines, plain, strict=True) if text is None]
    if not several or not others or len(several) < len(others) / 4:
        return None
    guess = _guessed(b"".join(others))
    if guess is None:
        return None
    texts = iter(guess.text.splitlines(keepends=True))
    try:
        text = "".join(next(texts) if line is None else line for line in plain)
    except StopIteration:
        return None
    value = f"utf-8, and {guess.encoding} in {len(others)} line{'s' * (len(others) > 1)}"
    return Decoded(text, "utf-8", (Remark("mixed-encodings", None, value, Severity.DECISION),))


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> Decoded | None:
    """The text in the encoding of one byte a letter that makes most sense of its letters."""
    passages = b"\n".join(islice(dict.fromkeys(_FOREIGN_WORD.findall(data)), _WORDS))
    readings: dict[str, str] = {}
    for encoding in ENCODINGS:
        try:
            text = passages.decode(encoding)
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.setdefault(text, encoding)
    if not readings:
        return None
    scores = sorted(
        ((plausibility(text) + ENCODINGS[encoding], encoding) for text, encoding in readings.items()), reverse=True
    )
    (best, encoding), *others = scores
    close = [other for score, other in others if best - score < CLEAR][:2]
    severity = Severity.DECISION if close else Severity.WARNING
    detail = f"it may be {' or '.join(close)} as well" if close else "it makes most sense of the letters"
    remark = Remark("guessed-encoding", None, encoding, severity, detail=detail)
    return Decoded(data.decode(encoding), encoding, (remark,))


def _is_text(text: str) -> bool:
    """Whether a text has few enough control characters to be something that people typed."""
    head = text[:20_000]
    odd = sum(ord(char) < 32 and char not in "\t\r\n" for char in head)
    return odd <= 8 + len(head) // 20
