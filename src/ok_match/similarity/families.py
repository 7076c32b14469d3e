"""Word families: hire, hires, hiring and hired count as one word; common words do not count."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "ers", "er", "ors", "or", "es", "s", "e", "y")
#: Endings before which English doubles a consonant, as in run, running.
_DOUBLING = frozenset(("ings", "ing", "edly", "ed"))

#: Words too common, in such answers or in English, to reveal what a text is about.
_EMPTY = frozenset(
    """
    able about above across actually after again against ago all almost alone already also although always am among
    an and another any anybody anymore anyone anything are around as ask at away back bad be because been before
    behind being best better between big bit both bring business businesses but buy by call came can cannot come
    comes could couple day days did do does doing done down during each either else end enough even ever every
    everybody everyone everything far feel few find first five for four from front full further get gets getting
    give given go goes going gone gonna good got great group had half has have having he help her here hers him his
    hour hours how however i if in instead into is it its itself job just keep keeps kind knew know known knows last
    late lately later least leave left less let like likely little long look looking lot lots love made make makes
    making many may maybe me mean means might mine more most mostly much must my myself near need needed needs never
    new next nice no nobody none nor not nothing now nowhere of off often ok okay old on once one ones only onto
    open or other others our ours out over own part past people perhaps person place plan please possible probably
    put quite rather real really right run running said same saw say saying see seem seems seen several shall she
    should side since small so some somebody someone something sometimes somewhere soon start started still stop
    such sure take taken takes taking talk tell ten than that the their theirs them themselves then there these they
    thing things think this those though three through till time times to today together told too took top toward
    towards tried try trying two under until up upon us use used using usually very want wanted wants was way ways
    we well went were what when where whether which while who whole whom whose why will with within without work
    worked working works would year years yes yet you your yours yourself company organization organisation month
    months week weeks dont doesnt didnt cant wont isnt arent wasnt six seven eight nine eleven twelve twenty thirty
    forty fifty hundred thousand million half twice double firm subject wonder sort type bunch pretty second third
    lately deal become became ive im id ill youre youve hes shes weve theyre theyve thats whats lets couldnt wouldnt
    shouldnt havent hasnt actual honest honestly
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december spring summer autumn winter dollar dollars pounds euros
    """.split()
)


def words(text: str) -> Iterator[str]:
    """The words of a text that may reveal what it is about, in lower case and in order."""
    for match in _WORD.finditer(text):
        word = match.group().casefold().replace("’", "'")
        word = word.removesuffix("'s")
        plain = word.replace("'", "")
        if len(plain) > 2 and plain not in _EMPTY:
            yield word


def family(word: str) -> str:
    """The stem that a word shares with its inflections: good enough to group words, not to show."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3 or (ending == "s" and stem.endswith("s")):
            continue
        if ending in _DOUBLING and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
            stem = stem[:-1]
        return stem
    return word


def families(text: str) -> list[str]:
    """The stem of each word of a text that may reveal what it is about, in order and with repetitions."""
    return [family(word) for word in words(text)]
