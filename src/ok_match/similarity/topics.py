"""Recurring subjects in plain words: word families that several people use, but not everybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ok_match.model import Ground

from .families import family, words
from .reading import Topic

#: A word is a subject of the season if at least this many people use it, and at most this share of them.
LEAST_PEOPLE, LARGEST_SHARE = 2, 0.4


def word_topics(texts: Sequence[str], owners: Sequence[int], people: int) -> list[Topic]:
    """The word families that several people use, but not everybody, each named by its commonest form.

    ``owners`` holds the person behind each text; texts of owner -1 do not count.
    """
    users: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for position, text in enumerate(texts):
        if owners[position] < 0:
            continue
        for word in dict.fromkeys(words(text)):
            users[family(word)].append(position)
            forms[family(word)][word] += 1
    most = max(LEAST_PEOPLE, LARGEST_SHARE * people)
    topics = []
    for stem, positions in sorted(users.items()):
        if LEAST_PEOPLE <= len({owners[position] for position in positions}) <= most:
            name = min(forms[stem], key=lambda word: (-forms[stem][word], len(word), word))
            topics.append(Topic(name, Ground.WORDS, tuple(dict.fromkeys(positions))))
    return topics
