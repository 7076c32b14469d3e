"""How far two spellings of a word are apart."""


def distance(typed: str, name: str, most: int) -> int:
    """The number of letters to add, drop, change or swap with their neighbour; ``most + 1`` if there are more.

    Optimal string alignment (Damerau 1964; Levenshtein 1966).
    """
    if abs(len(typed) - len(name)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(name) + 1))
    for i, letter in enumerate(typed, 1):
        row = [i]
        for j, its in enumerate(name, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == name[j - 2] and typed[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
