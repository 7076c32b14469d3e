"""How far two spellings of a word are apart."""


def distance(typed: str, name: str, most: int) -> int:
    """The number of letters to add, drop, change or swap with their neighbour; ``most + 1`` if there are more.

    Optimal string alignment (Damerau 1964; Levenshtein 1966), all letters of ``typed`` at a time (Hyyrö 2003).
    """
    if abs(len(typed) - len(name)) > most:
        return most + 1
    if not typed:
        return len(name)
    where: dict[str, int] = {}
    for i, letter in enumerate(typed):
        where[letter] = where.get(letter, 0) | 1 << i
    every = (1 << len(typed)) - 1
    final = 1 << len(typed) - 1
    apart = len(typed)
    # A column of the table of distances is kept as its steps, one bit a letter: where it grows, and where it shrinks.
    grows, shrinks, same, before = every, 0, 0, 0
    for letter in name:
        here = where.get(letter, 0)
        swapped = ((~same & here) << 1) & before
        same = (((here & grows) + grows) ^ grows) | here | shrinks | swapped
        more, less = shrinks | (every & ~(same | grows)), same & grows
        apart += bool(more & final) - bool(less & final)
        more, less = more << 1 | 1, less << 1
        grows, shrinks, before = (less | ~(same | more)) & every, more & same & every, here
    return min(apart, most + 1)
