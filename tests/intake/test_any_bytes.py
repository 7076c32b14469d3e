"""For any bytes at all: a readable error or an account of every row, never anything else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ok_match import Sheet, SheetError, check

from .sheets import DATA, delimited, workbook

REAL = [
    delimited(",", "utf-8"),
    delimited(";", "cp1252"),
    delimited("\t", "utf-16"),
    workbook(),
    *((DATA / "dialects" / name).read_bytes() for name in ("qualtrics.csv", "surveymonkey-expanded.csv", "plain.ods")),
]
hostile = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_read_or_refused(data: bytes) -> None:
    try:
        intake = check(Sheet("sheet", data))
    except SheetError as error:
        required = (error.where, error.what, error.follows, error.advice)
    else:
        rows = intake.rows
        required = (rows.people + rows.merged + rows.dropped + rows.held == rows.data,)
    assert all(required)


@given(st.binary(max_size=400))
@hostile
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert_read_or_refused(data)


@given(st.sampled_from(REAL), st.data())
@hostile
def test_a_damaged_file_is_read_or_refused(real: bytes, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(real)))
    last = data.draw(st.integers(first, min(len(real), first + 200)))
    assert_read_or_refused(real[:first] + data.draw(st.binary(max_size=30)) + real[last:])


@given(st.text(st.sampled_from('",;\t\n\r=@[]{}<>|-–— abcAB01é\u202e\x00\x1b'), max_size=300))
@hostile
def test_any_text_is_read_or_refused(text: str) -> None:
    assert_read_or_refused(f"Email,Name,Goals\n{text}".encode())
