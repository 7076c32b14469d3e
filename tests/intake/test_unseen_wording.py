"""Questions in unforeseen wording: understood by their meaning or their values, or else asked about."""

import pytest

from ok_match import Sheet, check
from tests.builders import sheet_of

ANSWERS = {
    "goals": ("Hire a manager so that I can step back", "Open a second shop", "Raise prices without losing people"),
    "obstacles": ("Everything goes through me", "Cash runs out every February", "Welders who do not show up"),
    "opportunities": ("The hospital expands next door", "A rival is retiring", "The city leases out the old depot"),
    "offers": ("I know my way around loans", "Ten years of a night kitchen", "Writing grants that get funded"),
}
PLAIN = {"goals": "Goals", "obstacles": "Obstacles", "opportunities": "Opportunities", "offers": "Offers"}
UNSEEN = {
    "goals": (
        "If we met in a year, what would you be celebrating?",
        "What's the one thing you'd love to pull off before next summer?",
        "Twelve months from now, how will you know this was worth it?",
        "What would make this year a win?",
        "What are you hoping to walk away with?",
    ),
    "obstacles": (
        "What's keeping you up at night?",
        "Tell us what's been hard lately",
        "What do you keep putting off, and why?",
        "Which problem would you pay to have gone?",
        "What is slowing you down?",
    ),
    "opportunities": (
        "What's on the horizon?",
        "Which doors could you walk through if you had the time?",
        "What tailwinds do you feel?",
        "What chance are you itching to take?",
    ),
    "offers": (
        "What's your superpower?",
        "What have you figured out that others have not?",
        "What do friends in business ask you about?",
        "Where could you help a fellow member?",
    ),
}


@pytest.mark.parametrize(
    ("field", "question"), [(field, question) for field, questions in UNSEEN.items() for question in questions]
)
def test_a_question_in_other_words_is_understood(field: str, question: str) -> None:
    others = [facet for facet in ANSWERS if facet != field]
    header = ["Email", "Name", *(PLAIN[facet] for facet in others), question]
    rows = [
        [
            f"p{number}@people.example",
            f"Pat {number}",
            *(ANSWERS[facet][number] for facet in others),
            ANSWERS[field][number],
        ]
        for number in range(3)
    ]
    assert check(Sheet("sheet.csv", sheet_of(rows, header))).columns[-1].field == field


def test_a_question_that_is_only_nearly_understood_is_asked_about() -> None:
    rows = [["a@people.example", "Ana", "rest", "Hire a baker"], ["b@people.example", "Bo", "sell", "Find a roof"]]
    intake = check(Sheet("sheet.csv", sheet_of(rows, ["Email", "Name", "Goals", "What is next for you?"])))
    assert [problem.column for problem in intake.problems if problem.code == "unsure-column"] == [
        "What is next for you?"
    ]
    assert intake.undecided
