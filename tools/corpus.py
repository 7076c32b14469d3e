"""The corpus: answers by independent authors, each with its theme. Author o wrote offers."""

import csv
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "corpus"
AUTHORS = ("a", "b", "c", "d", "e", "f", "g", "h", "o")


class Answer(NamedTuple):
    """One answer: its theme, the question it answers, and its words."""

    theme: str
    facet: str
    text: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file of the corpus, in which quotation marks are plain characters."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def answers(*authors: str) -> list[Answer]:
    """The answers of these authors, in order."""
    return [Answer(row["theme"], row["facet"], row["text"]) for author in authors for row in rows(f"answers_{author}")]


def prototypes() -> list[Answer]:
    """The short, clean phrases that define each theme."""
    return [Answer(row["theme"], row["facet"], row["text"]) for row in rows("prototypes")]


def nothings() -> list[str]:
    """Answers that are about nothing."""
    return [row["text"] for row in rows("none")]
