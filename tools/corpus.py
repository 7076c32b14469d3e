"""Reads the corpus: answers by independent authors, each with its theme; author o wrote offers."""

import csv
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "corpus"
AUTHORS = ("a", "b", "c", "d", "e", "f", "g", "h", "o")


class Answer(NamedTuple):
    """One answer: what it is about, the question it answers, and its words."""

    theme: str
    facet: str
    text: str


def rows(name: str) -> list[dict[str, str]]:
    """Read a tab-separated file of the corpus; quotation marks are plain characters in it."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def answers(*authors: str) -> list[Answer]:
    """Give the answers of some authors, in order."""
    return [Answer(row["theme"], row["facet"], row["text"]) for one in authors for row in rows(f"answers_{one}")]


def prototypes() -> list[Answer]:
    """Give the short, clean phrases that say what each theme is."""
    return [Answer(row["theme"], row["facet"], row["text"]) for row in rows("prototypes")]


def nothings() -> list[str]:
    """Give answers that are about nothing."""
    return [row["text"] for row in rows("none")]
