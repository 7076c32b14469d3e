"""Markdown: it shows what people wrote, and nothing that they wrote acts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ok_match.intake.files.cleaning import clean
from ok_match.render import markdown
from ok_match.render.document import Document, Entries, Facts, Lines, Quote, Section, Strong
from tests.strategies import answers

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
#: The tokens that our own typesetting produces; any other would come from what people wrote.
OURS = {
    f"{kind}_{end}"
    for kind in ("heading", "paragraph", "bullet_list", "list_item", "strong", "em")
    for end in ("open", "close")
} | {"inline", "text"}
#: Text that GitHub turns into a link even without brackets.
AUTOLINK = re.compile(r"(?<!\\)(://|@)|\bwww\.\w", re.IGNORECASE)

marks = st.text("\\`*_{}[]()<>#+-.!|~&;:@$^='\"/ \n abw1", max_size=40)
written = st.one_of(answers, marks).map(clean)


def page(text: str) -> Document:
    """A document with a text in every place where a report may have one."""
    blocks = (
        Lines(((text,), ("before ", Quote(text)))),
        Facts(((text, (Strong(text), text)), ("Label", (text, Quote(text), " after")))),
        Entries(text, (((Strong(text), ": ", Quote(text)), ((text,), ("and ", Quote(text)))),)),
    )
    return Document(text, blocks, (Section(text, text, blocks),))


def shown(source: str) -> str:
    """The text that a reader of the rendered page sees."""
    return "\n".join(
        "".join(child.content for child in token.children or ())
        for token in PARSER.parse(source)
        if token.type == "inline"
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


@given(written)
@settings(max_examples=50, deadline=None)
def test_nothing_that_people_wrote_acts_as_markup(text: str) -> None:
    source = markdown(page(text))
    tokens = PARSER.parse(source)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds <= OURS
    assert not AUTOLINK.search(source)


@given(written)
@settings(max_examples=50, deadline=None)
def test_what_people_wrote_is_shown_as_they_wrote_it(text: str) -> None:
    document = Document("Title", (Facts((("Label", ("a ", Quote(text), " z")),)),))
    assert f"Label: a “{one_line(text)}” z" in shown(markdown(document))


@pytest.mark.parametrize(
    "text",
    [
        "[link](http://evil.example)",
        "![image](http://evil.example/x.png)",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "http://evil.example and www.evil.example",
        "`code` **bold** _it_ ~~gone~~",
        "# heading",
        "1. list",
        "- list",
        "> quote",
        "| a | b |\n|---|---|",
        "---",
        "&lt;b&gt; &amp; &copy;",
        "\\*escaped\\*",
        "[^1] [x]: http://evil.example",
        "snake_case_name and 2*3*4",
    ],
)
def test_markup_is_shown_and_not_run(text: str) -> None:
    source = markdown(page(text))
    assert one_line(text) in shown(source)
    assert not re.search(r"(?<!\\)(!?\[[^\]]*\]\(|<[a-zA-Z/!])", source)


def test_plain_prose_is_left_readable() -> None:
    prose = "We hire, pay and rest. Why not a second-in-command? Yes!"
    assert prose in markdown(Document("Title", (Lines(((prose,),)),)))


def test_a_title_stays_on_one_line() -> None:
    assert markdown(Document("Two\n# lines", ())) == "# Two \\# lines\n"


def test_a_block_with_nothing_in_it_leaves_no_gap() -> None:
    assert markdown(Document("Title", (Entries("Empty", ()), Lines((("Text.",),))))) == "# Title\n\n*Text.*\n"
