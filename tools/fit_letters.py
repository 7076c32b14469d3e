"""Write ``intake/files/letters.tsv``: which letters stand beside which in names and words of many languages.

It needs Faker (https://github.com/joke2k/faker, MIT licence), whose lists of names, towns and words are counted; ok-match
itself does not. Run it from the root of the repository: ``python tools/fit_letters.py``.
"""

import importlib
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import faker
import faker.providers

OUT = Path("src/ok_match/intake/files/letters.tsv")
#: Languages with letters beyond a to z that some single-byte encoding has.
LANGUAGES = set(
    "az bg cs da de el es et fi fr ga he hr hu is it lt lv mk nl no pl pt ro ru sk sl sv tr uk".split()
)
KINDS = ("person", "address", "lorem", "company", "job")
#: Pairs rarer than one in this many are left out.
UNIT = 100_000
WORD = re.compile(r"[^\W\d_]+")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in value:
            yield from texts(key)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from texts(item)


def words_of(language: str) -> set[str]:
    found: set[str] = set()
    for kind in KINDS:
        home = importlib.import_module(f"faker.providers.{kind}")
        for module in pkgutil.iter_modules(home.__path__):
            if module.name.partition("_")[0] != language:
                continue
            provider = importlib.import_module(f"faker.providers.{kind}.{module.name}").Provider
            for name, value in vars(provider).items():
                if not name.startswith("__") and not name.endswith("formats"):
                    found.update(word for text in texts(value) for word in WORD.findall(text))
    return found


def pairs_of(words: set[str]) -> Counter[str]:
    """The pairs of letters in which one is beyond a to z; the ends of a word count as a letter, ``_``."""
    counts: Counter[str] = Counter()
    for word in {low(word) for word in words}:
        framed = f"_{word}_"
        counts.update(a + b for a, b in zip(framed, framed[1:], strict=False) if not (a + b).isascii())
    return counts


def low(word: str) -> str:
    return "".join(char if char == "İ" else char.lower() for char in word)


def main() -> None:
    lines = [
        "# Pairs of letters in names, towns and words, per 100,000 such pairs of each language; _ is the end of a word.",
        f"# Counted by tools/fit_letters.py in the lists of Faker {faker.VERSION}",
        "# (https://github.com/joke2k/faker), Copyright (c) 2012 Daniele Faraglia, MIT licence.",
        "language\tletter\tneighbours",
    ]
    for language in sorted(LANGUAGES):
        counts = pairs_of(words_of(language))
        total = sum(counts.values())
        shares = {pair: round(UNIT * count / total) for pair, count in counts.items()}
        by_first: dict[str, list[str]] = defaultdict(list)
        for pair, share in sorted(shares.items()):
            if share:
                by_first[pair[0]].append(f"{pair[1]}{share}")
        lines += [f"{language}\t{first}\t{' '.join(rest)}" for first, rest in sorted(by_first.items())]
        print(language, total, len(counts))
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
