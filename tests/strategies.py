"""Strategies for what real sheets contain, and worse."""

import random

from hypothesis import settings
from hypothesis import strategies as st

#: A seed that several laws of a file share: they draw the same sheets, so that each sheet is matched once. It differs
#: between runs, except where Hypothesis is derandomized, as in CI.
SHARED = 0 if settings().derandomize else random.SystemRandom().getrandbits(32)

SLOTS = ("Tuesday evening", "Wednesday morning", "Thursday noon")

#: What people type: plain words, and everything that has broken a program before.
fragments = st.sampled_from(
    [
        "hire a second-in-command",
        "get invoices paid on time",
        "raise prices, finally",
        "hand the shop to my daughter",
        "n/a",
        "-",
        "none",
        "",
        "[hiring] needs cash",
        "see [/x] close",
        "[bold red]shout[/]",
        "=1+1",
        '=HYPERLINK("http://evil.example","x")',
        "+541 555-0123",
        "-2 staff",
        "@here",
        "\x1b[31mred\x1b[0m alert",
        "\x1b]0;title\x07text",
        "null\x00byte",
        "right \u202eto left",
        "שלום עולם",
        "مرحبا",
        "🚀 growth",
        "🙂",
        "two\nlines. And a second sentence; a third",
        "tab\there",
        "<script>alert(1)</script>",
        "[link](http://evil.example) ![img](x)",
        "| a | b |",
        "# heading",
        "*bold* _it_ `code`",
        "../../etc/passwd",
        'quotes "inside" and commas, too',
        "Zürich, Ærø, Nuñez",
        "x" * 500,
    ]
)
#: The controls from U+0080 are letters of Windows that were misread, and are mended: they do not stay as they are.
_MISREAD = "".join(map(chr, range(0x80, 0xA0)))
free_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_MISREAD), max_size=30)
answers = st.one_of(fragments, st.lists(fragments, min_size=2, max_size=3).map(". ".join), free_text)
labels = st.sampled_from(
    ["", "Retail", "retail shops", "Nonprofit - arts", "non-profit", "HVAC", "None", "n/a", "=cmd"]
)
slots = st.lists(st.sampled_from(SLOTS), unique=True).map(";".join)


@st.composite
def rows(draw: st.DrawFn, least: int = 1, most: int = 14) -> list[list[str]]:
    """The rows of a sheet under ``builders.HEADER``, one per person."""
    count = draw(st.integers(least, most))
    return [
        [
            f"person{number}@people.example",
            draw(st.one_of(st.just(f"Person {number}"), fragments)),
            draw(labels),
            draw(labels),
            draw(answers),
            draw(answers),
            draw(answers),
            draw(slots),
        ]
        for number in range(count)
    ]
