"""What an answer wants of each one it names: kept apart, nothing against them, wished for, or unclear."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match import mentions
from ok_match.model import Guidance, Participant, Place, Severity, Trait
from tests.builders import participant
from tests.mentions.conflict_cases import rows

FOLDER = Path(__file__).parents[1] / "data" / "others"
NAMES = ("Me Myself", "Jo Lund", "Tom Reyes", "Ana Ruiz", "Priya Shah")
TABLE = [*rows(FOLDER / "english.tsv"), *rows(FOLDER / "abroad.tsv")]
WISHES = "Whom would you like to sit with?"


def writing(answer: str, field: str) -> list[Participant]:
    first, *others = (participant(name, row=row) for row, name in enumerate(NAMES, 2))
    place = Place(row=2, column=WISHES if field == "sit_with" else field)
    return [first.model_copy(update={"traits": (Trait(name=field, values=(answer,), place=place),)}), *others]


def marks(answer: str, field: str) -> str:
    """Each one named, by first name: alone if kept apart, = if not, + if wished for, ? if it is unclear."""
    read = mentions.read(writing(answer, field))
    seen = [
        conflict.b.split()[0] if conflict.b else "?" + ",".join(who.split()[0] for who in conflict.candidates)
        for conflict in read.conflicts
        if conflict.sentence
    ]
    seen += ["+" + request.b.split()[0] for request in read.requests]
    for problem in read.problems:
        if problem.code == "names-ignored":
            named = problem.message.partition(" named ")[2].partition(", and has")[0]
            seen += ["=" + name.split()[0].lower() for name in named.split(", ")]
        seen += ["noted"] * (problem.code == "names-noted")
    return " ".join(sorted(seen)) or "-"


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['question']}: {row['answer']}" for row in TABLE])
def test_each_one_named_is_kept_apart_or_not_as_a_facilitator_reads_it(row: dict[str, str]) -> None:
    assert marks(row["answer"], row["question"]) == row["expected"]


PHRASES = st.sampled_from(
    """
    fine with|not|no problem with|anyone but|except for|please|I know|rather not|happy to sit with|with|ask|and|but|
    steer clear of|we used to be married,|is fine|would be awkward|too|however|never|only|Nobody,|.|!|:|(|) |, |together
    with|no longer|apart from|menos|außer|sauf|unless it is|whoever|if possible|about|maybe|not both|I like
    """.replace("\n", "").split("|")
)


@given(st.lists(PHRASES, max_size=5), st.sampled_from(NAMES[1:]), st.lists(PHRASES, max_size=5), st.booleans())
def test_no_full_name_in_an_answer_about_others_is_passed_over(
    before: list[str], name: str, after: list[str], to_avoid: bool
) -> None:
    field = "keep_apart" if to_avoid else "sit_with"
    read = mentions.read(writing(" ".join([*before, name, *after]), field))
    key = name.casefold()
    told = {conflict.b for conflict in read.conflicts if conflict.sentence}
    told |= {who for conflict in read.conflicts if conflict.sentence for who in conflict.candidates}
    told |= {request.b for request in read.requests} | {who for request in read.requests for who in request.candidates}
    assert key in told or any(name in problem.message for problem in read.problems)


def test_what_is_unclear_is_asked_until_it_is_accepted() -> None:
    people = writing("With Jo Lund please", "keep_apart")
    (problem,) = mentions.read(people).problems
    assert (problem.code, problem.severity, problem.row) == ("conflict-unclear", Severity.DECISION, 2)
    (accepted,) = mentions.read(people, guidance=Guidance(accept=("conflict-unclear",))).problems
    assert accepted.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("¿Con quién no quieres estar en un grupo?", "Ana"),
        ("Mit wem möchtest du nicht an einem Tisch sitzen?", "Ana, meine Chefin"),
        ("Avec qui ne souhaitez-vous pas être ?", "mon ex, Ana"),
    ],
)
def test_an_answer_is_read_in_the_language_of_its_question(question: str, answer: str) -> None:
    first, *others = writing("", "keep_apart")
    trait = Trait(name="keep_apart", values=(answer,), place=Place(row=2, column=question))
    (conflict,) = mentions.read([first.model_copy(update={"traits": (trait,)}), *others]).conflicts
    assert conflict.b == "ana ruiz"
