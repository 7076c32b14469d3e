"""Plain text: linear, unbroken words, no surprises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.intake.files.cleaning import clean
from ok_match.render import plain
from ok_match.render.document import Document, Entries, Facts, Lines, Quote, Section, Strong
from ok_match.render.formats.plain import WIDTH
from tests.strategies import answers

prose = st.lists(st.sampled_from(["hire", "a", "second-in-command", "x" * 130, "--", "Zürich"]), max_size=60).map(
    " ".join
)
written = st.one_of(answers.map(clean), prose).filter(str.strip)


@given(written, written)
@settings(max_examples=50, deadline=None)
def test_no_word_is_broken_lost_or_added(first: str, second: str) -> None:
    blocks = (Lines(((first,),)), Facts((("Label", (second,)),)), Entries("List", (((first,), ((second,),)),)))
    expected = ["T", "=", *first.split(), "Label:", *second.split(), "List:", "-", *first.split(), *second.split()]
    assert plain(Document("T", blocks)).split() == expected


@given(written)
@settings(max_examples=50, deadline=None)
def test_lines_keep_to_the_width_unless_a_single_word_does_not(text: str) -> None:
    blocks = (Lines(((text,),)), Entries("", (((text,), ((text,),)),)))
    for line in plain(Document("Title", blocks)).splitlines():
        assert len(line) <= WIDTH or " " not in line.strip().removeprefix("- ")


def test_a_quotation_stands_in_quotation_marks() -> None:
    document = Document("Title", (Lines((("Ana: ", Quote("rest at last"), " and ", Strong("more")),)),))
    assert "Ana: “rest at last” and more" in plain(document)


def test_titles_are_underlined_and_asides_in_brackets() -> None:
    assert plain(Document("Title", (), (Section("Part", "3 people", ()),))) == (
        "Title\n=====\n\nPart (3 people)\n---------------\n"
    )


def test_entries_are_marked_and_what_belongs_to_them_is_indented() -> None:
    document = Document("T", (Entries("Why", (((Strong("Ana"),), (("shares", " most"),)), ((Strong("Bo"),), ()))),))
    assert plain(document) == "T\n=\n\nWhy:\n- Ana\n  shares most\n- Bo\n"


def test_a_line_break_in_a_text_does_not_start_a_line() -> None:
    document = Document("Title\n=====", (Facts((("Name", (Strong("Ana\n- Bo"),)),)),))
    assert plain(document) == "Title =====\n===========\n\nName: Ana - Bo\n"
