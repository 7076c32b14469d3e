"""How plausible the letters of a text are: which stand beside which in real names and words, and in which company."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

#: The shares of a pair that a language has, of its two letters in any company, and of anything else.
_SEEN, _APART, _UNSEEN = 0.9, 0.1, 1e-6
#: What each fault in the company of letters costs, as the logarithm of a likelihood.
_CAPITAL_WITHIN, _SMALL_AMONG_CAPITALS, _CONTROL, _SYMBOL, _SYMBOL_IN_WORD = -8.0, -3.0, -14.0, -9.0, -13.0
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
#: Marks that are no letters, and what stands before and after them where people write them: ``a`` a letter, ``0`` a
#: digit, ``_`` a blank or the end of the text, ``.`` any other character.
_MARKS = (
    ("’", "a", "a", -6.5), ("’", "a0.", "_.", -3.5), ("‘", "_.", "a0", -3.5), ("’", "_", "0a", -5.0),
    ("“„", "_.", "a0.", -3.0), ("”“", "a0.", "_.", -3.0), ("–—", "_", "_", -3.0), ("–—", "0a", "0a", -3.5),
    ("–—", "a0._", "_", -4.5), ("…", "a0.", "_.a", -3.5), ("•·●", "_", "_a", -3.5), ("\u00a0", "0._", "0._", -4.0), ("\u00a0", "a0._", "a0._", -7.5),
    ("€£", "_a.", "0_", -3.5), ("€", "0_", "_.", -3.5), ("°", "0", "_a.", -4.0), ("ºª", "0a", "_.", -4.5),
    ("¿¡", "_.", "a", -3.0), ("«", "_.", "a0_", -3.5), ("»", "a0._", "_.", -3.5), ("½¼¾", "0_", "_.", -4.5),
    ("™®", "a", "_.", -4.5), ("©§", "_.", "_0", -5.0), ("²³", "a", "_.", -5.0), ("×", "_0", "_0", -5.0),
    ("№", "_.", "_0", -4.0),
)  # fmt: skip

#: Where an apostrophe stands within a word, in English and in the Romance languages.
_APOSTROPHE = re.compile(
    r"(?:\b(?:[dlnsjmtco]|qu|jusqu|lorsqu|puisqu|aujourd|all|dell|nell|sull|un)’(?=\w)"
    r"|(?<=\w)’(?:s|t|d|m|re|ll|ve|em|all|clock|er)\b|(?<=[^\W\x00-\x7f])’(?=[^\W\x00-\x7f]))",
    re.IGNORECASE,
)
_APOSTROPHE_FITS = -2.5


class _Language:
    """The pairs of letters of one language, as logarithms of their likelihood."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._letters: Counter[str] = Counter()
        for pair, share in shares.items():
            for letter in pair:
                self._letters[letter] += share / 2  # type: ignore[assignment]
        self._shares = shares
        self._known: dict[str, float] = {}

    def log(self, pair: str) -> float:
        if pair not in self._known:
            apart = self._letters[pair[0]] * self._letters[pair[1]]
            share = _SEEN * self._shares.get(pair, 0.0) + _APART * apart + _UNSEEN
            self._known[pair] = math.log(share)
        return self._known[pair]


@cache
def _languages() -> tuple[_Language, ...]:
    text = resources.files(__package__).joinpath("letters.tsv").read_text("utf-8")
    shares: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        if line.startswith("#") or line.startswith("language\t"):
            continue
        language, first, neighbours = line.split("\t")
        found = shares.setdefault(language, {})
        found.update({first + entry[0]: int(entry[1:]) for entry in neighbours.split(" ")})
    return tuple(
        _Language({pair: share / total for pair, share in pairs.items()})
        for pairs in shares.values()
        if (total := sum(pairs.values()))
    )


def plausibility(text: str) -> float:
    """The logarithm of the likelihood that people wrote these characters beyond ASCII, each where it stands.

    Texts that are the same bytes in different encodings can be compared by it.
    """
    words = list(dict.fromkeys(word for word in _WORD.findall(text) if not word.isascii()))
    return _of_words(words) + _of_marks(text)


def _of_words(words: Sequence[str]) -> float:
    """The likelihood of words, most of which are of the few languages that the sheet is written in."""
    if not words:
        return 0.0
    each = [[_of_word(word, language) for language in _languages()] for word in words]
    share = [1 / len(_languages())] * len(_languages())
    # How much of each language there is follows from the words, and how likely the words are from that.
    for _ in range(4):
        weights = [_shared(logs, share) for logs in each]
        share = [sum(column) / len(words) * 0.99 + 0.01 / len(share) for column in zip(*weights, strict=True)]
    total = sum(_log_sum([log + math.log(part) for log, part in zip(logs, share, strict=True)]) for logs in each)
    return total + sum(_of_case(word) for word in words)


def _shared(logs: Sequence[float], share: Sequence[float]) -> list[float]:
    joint = [log + math.log(part) for log, part in zip(logs, share, strict=True)]
    whole = _log_sum(joint)
    return [math.exp(log - whole) for log in joint]


def _log_sum(logs: Sequence[float]) -> float:
    most = max(logs)
    return most + math.log(sum(math.exp(log - most) for log in logs))


@cache
def _of_word(word: str, language: _Language) -> float:
    low = "".join(char if char == "İ" else char.lower()[0] for char in word)
    framed = f"_{low}_"
    return sum(
        0.5 * (language.log(before + char) + language.log(char + after))
        for before, char, after in zip(framed, framed[1:], framed[2:], strict=False)
        if not char.isascii()
    )


def _of_case(word: str) -> float:
    """The cost of a capital within a word, and of a small letter among capitals."""
    cost = 0.0
    for index, char in enumerate(word):
        if char.isascii():
            continue
        before, after = word[max(index - 2, 0) : index], word[index + 1 : index + 3]
        if char.isupper() and (before[-1:].islower() or (before and after[:1].islower())):
            cost += _CAPITAL_WITHIN
        elif char.islower() and ((len(before) > 1 and before.isupper()) or (len(after) > 1 and after.isupper())):
            cost += _SMALL_AMONG_CAPITALS
    return cost


def _of_marks(text: str) -> float:
    """The likelihood of characters that are no letters, each with the characters beside it."""
    apostrophes = {match.start() + match[0].index("’") for match in _APOSTROPHE.finditer(text)}
    total = 0.0
    for match in _FOREIGN.finditer(text):
        place = match.start()
        if place in apostrophes:
            total += _APOSTROPHE_FITS
        elif not match[0].isalpha():
            total += _of_mark(match[0], _company(text[place - 1 : place]), _company(text[place + 1 : place + 2]))
    return total


@cache
def _company(char: str) -> str:
    if not char or char.isspace():
        return "_"
    return "a" if char.isalpha() else "0" if char.isdigit() else "."


@cache
def _of_mark(char: str, before: str, after: str) -> float:
    if not char.isprintable() and char != "\u00a0":
        return _CONTROL
    fits = [log for marks, left, right, log in _MARKS if char in marks and before in left and after in right]
    if fits:
        return max(fits)
    return _SYMBOL_IN_WORD if "a" in (before, after) else _SYMBOL
