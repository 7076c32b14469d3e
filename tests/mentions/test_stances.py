"""What an answer wants of each one it names: kept apart, nothing against them, wished for, or unclear."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match import mentions
from ok_match.model import Guidance, Held, Participant, Place, Severity, Trait
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


@pytest.mark.parametrize(
    "answer",
    [
        "no", "No.", "NONE", "n/a", "N/A, thanks", "nobody", "Nobody comes to mind!", "no one that I know of",
        "nope, all good", "all fine", "Everyone's fine by me", "anyone is fine, really", "whoever you like", "whoever",
        "I don't mind", "up to you", "no preference", "not to my knowledge", "I'm easy", "happy to be with anyone",
        "can't think of anyone", "don't know anybody yet", "Nope! Happy to be with whoever.", "no conflicts", "-", "",
        "none at all, thank you", "nadie", "Niemand", "personne", "no hay nadie", "nadie que yo conozca",
        "I get along with everyone :)",
    ],
)  # fmt: skip
def test_an_answer_that_says_no_more_than_nobody_leaves_nothing(answer: str) -> None:
    assert mentions.read(writing(answer, "keep_apart")).problems == ()


SOMEBODY = st.sampled_from(
    """
    whoever runs the other deli|whoever owns the bakery on Main Street|whoever is my landlord|nobody who sells insurance
    no one that I compete with|nobody at my bank|all good apart from the obvious person|anyone I have sued
    happy with anyone under forty|open to anyone who is not a lender|everybody's my customer in this town
    n/a (see email)|up to you, but no bankers
    not that guy from the chamber|don't care as long as it's no lawyer|todos los que venden pan
    no one in my family|that lady with the dogs
    anyone works who does not smoke|nothing with my church people|happy with everyone outside my street|1061
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
OPENING = st.sampled_from(["", "No. ", "Nobody, ", "Hm, ", "All fine. ", "Fine with anyone - "])


@given(OPENING, SOMEBODY, st.sampled_from(["", ".", ", thanks", " please"]))
def test_an_answer_that_says_more_than_nobody_always_leaves_something(opening: str, said: str, end: str) -> None:
    read = mentions.read(writing(f"{opening}{said}{end}", "keep_apart"))
    assert {problem.code for problem in read.problems} & {"conflict-unresolved", "conflict-unclear"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("my husband Jo - together please", "?jo"),
        ("My wife Priya; we want to be in the same group", "?priya"),
        ("my brother Tom, same table please", "?tom"),
        ("my brother Tom, not the same table please", "tom"),
        ("Tom's kids are at our school, so please no parents... well Tom would be fine actually", "?tom"),
        ("Please not Tom, my ex... on second thought, he'd be OK", "?tom"),
        ("Tom is fine. Please not Jo", "=tom jo"),
    ],
)
def test_what_is_wished_or_taken_back_is_asked_and_quoted_whole(answer: str, expected: str) -> None:
    assert marks(answer, "keep_apart") == expected
    unclear = [c for c in mentions.read(writing(answer, "keep_apart")).conflicts if c.trouble == "unclear"]
    assert all(conflict.sentence == answer for conflict in unclear)


@pytest.mark.parametrize(
    ("answer", "strength"),
    [
        ("none of my clients please (Jo, Tom)", "must"),
        ("I do taxes for Tom so no", "must"),
        ("not with Tom please, he's my landlord", "must"),
        ("Not Tom - my landlord", "must"),
        ("no clients of mine: Tom", "must"),
        ("Tom is my landlord", "should"),
        ("I'd rather not be with Tom, my landlord", "should"),
        ("not with Tom if possible, he's a client", "should"),
    ],
)
def test_a_plain_refusal_is_a_must_whatever_the_tie(answer: str, strength: str) -> None:
    conflicts = [conflict for conflict in mentions.read(writing(answer, "keep_apart")).conflicts if conflict.sentence]
    assert {(conflict.resolved, conflict.strength.value) for conflict in conflicts} == {(True, strength)}


@pytest.mark.parametrize(
    ("answer", "field", "told"),
    [
        ("I'd love to be with Kim!", "keep_apart", "named Kim, but it is not clear"),
        ("Kim Roe", "keep_apart", "“Kim Roe”, who is held"),
        ("Kim Roe", "sit_with", "“Kim Roe”, who is held"),
        ("P16", "sit_with", "“P16”, a code that nobody here has"),
        ("not P-16 please", "keep_apart", "“P-16”, a code that nobody here has"),
        ("P09", "sit_with", "“P09”, who is held"),
        ("9", "keep_apart", "“9”, who is held"),
        ("16", "keep_apart", "“16”, a code that nobody here has"),
    ],
)
def test_those_who_are_held_and_codes_of_nobody_are_told_apart(answer: str, field: str, told: str) -> None:
    people = [person.model_copy(update={"id": f"P0{i}"}) for i, person in enumerate(writing(answer, field), 1)]
    held = [
        Held(participant=code, name=name, email="", row=9, reasons=("consent-refused",))
        for code, name in (("P08", "Kim Roe"), ("P09", "Lee Ames"))
    ]
    (problem,) = mentions.read(people, held).problems
    assert told in problem.message


def test_two_who_ask_for_each_other_are_not_kept_apart_for_their_mail_domain() -> None:
    def domains(*asks: str) -> list[str]:
        people = [
            participant(name, email=f"{name[:2]}@isp.example".casefold(), sit_with=ask)
            for name, ask in zip(("Jo Lund", "Tom Reyes"), asks, strict=True)
        ]
        others = [participant(name, email=f"a@{name[:2]}.example".casefold()) for name in ("Ana Ruiz", "Priya Shah")]
        return [c.kind.value for c in mentions.read([*people, *others]).conflicts]

    assert domains("Tom Reyes", "Jo Lund") == []
    assert domains("Tom Reyes", "") == ["domain"]
