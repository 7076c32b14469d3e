"""Given names: short forms of each, and names that are ordinary words as well."""

from pathlib import Path

#: Names that are ordinary words too: read as a name only where they stand as one.
WORDS = frozenset(
    """
    abbey ace amber angel april art ash august autumn baker banker banks bell berry best bill bishop black bloom
    blue bond boss bowman brewer bridge bright brook brooks brown buck bush butler candy carpenter carter case cash
    chance chase chip christian church clay cliff coach cole cook cooper crystal curt daisy dale dawn day dean dick
    dot drew duke early earnest english faith farmer field finch fish fisher flick flowers forest fox frank french
    gale gardener gay gene german ginger glass gold good grace grant gray green hall hand harmony heather heaven
    herb hill holly hope hunt hunter iris irish ivy jack jade jay joy june justice kay kelly kerry king kit knight
    lake lane law lee light lily little long love lucky major mark marks marsh mason may mercy merry miles mill
    miller mo moon more morning my ned nell noble norm ocean olive page paige park parker parks pat patience pearl
    penny perry pierce pike pip piper poppy power powers price prince purple queen rain ranch ray read red reed
    reggie rich river rivers rob robin rock rod rose rosemary ruby rusty sage said sally sandy savage say scout
    sharp shepherd short singer sky smart smith snow spring star stone story street strong sue summer sunny swift
    tanner taylor teller terry thorn tiger title town tracy trip turner val van victor violet wade walker wall
    waters weaver wells west wheeler white wild will willow winter wise wolf wood woods woody worth young
    """.split()
)


def _families() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    near: dict[str, set[str]] = {}
    far: dict[str, set[str]] = {}
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    for line in (line for line in lines if line and not line.startswith("#")):
        head, *short = line.split()
        near.setdefault(head, set()).update(short)
        for name in short:
            near.setdefault(name, set()).add(head)
            far.setdefault(name, set()).update(other for other in short if other != name)
    return (
        {name: frozenset(others) for name, others in near.items()},
        {name: frozenset(others) for name, others in far.items()},
    )


#: A name in lower case to the long form of it, or the short ones; and to the other short forms of the same long one.
CALLED, ALSO_CALLED = _families()
